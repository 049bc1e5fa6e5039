import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Each folder may import itself and what stands to its left. */
const order = ["calc", "data", "concepts", "formula", "models", "taskpane", "help", "excel"];
const source = path.join(__dirname, "../src");

interface Module {
  /** "calc/decimal.ts". */
  readonly file: string;
  readonly folder: string;
  /** As written: "../calc/unit", "decimal.js". */
  readonly imports: readonly string[];
  /** Every name that is used without being defined in front of a dot or call: candidates for globals. */
  readonly identifiers: ReadonlySet<string>;
}

const modules: readonly Module[] = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(source, file), "utf8");
    const portable = file.split(path.sep).join("/");
    return {
      file: portable,
      folder: portable.split("/")[0]!,
      imports: importsOf(text),
      identifiers: identifiersOf(portable, text),
    };
  });

function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Comments, texts, and names after a dot do not count. */
function identifiersOf(file: string, text: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
      found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return found;
}

/** The folder of src that an import leads to; undefined for packages. */
function folderOf({ file }: Module, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.join(path.posix.dirname(file), specifier).split("/")[0];
}

const importing = (what: (module: Module, specifier: string) => boolean): string[] =>
  modules.flatMap((module) =>
    module.imports.filter((specifier) => what(module, specifier)).map((specifier) => `${module.file} → ${specifier}`),
  );

describe("the order of dependence", () => {
  it("knows every folder", () => {
    const folders = new Set(modules.map(({ folder }) => folder));
    expect([...folders].filter((folder) => ![...order, "playground"].includes(folder))).toEqual([]);
    expect(modules.length).toBeGreaterThan(50);
  });

  it("is kept: a folder imports itself and what stands to its left", () => {
    const tooFar = importing((module, specifier) => {
      const target = folderOf(module, specifier);
      if (target === undefined || module.folder === "playground") return false;
      return !(order.indexOf(target) >= 0 && order.indexOf(target) <= order.indexOf(module.folder));
    });
    expect(tooFar).toEqual([]);
  });

  it("leaves the playground apart: it imports none of the others and none imports it", () => {
    const crossing = importing((module, specifier) => {
      const target = folderOf(module, specifier);
      return target !== undefined && (target === "playground") !== (module.folder === "playground");
    });
    expect(crossing).toEqual([]);
  });

  it("holds no folder for what found no place", () => {
    expect(
      modules.filter(({ file }) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/.test(file)).map(({ file }) => file),
    ).toEqual([]);
  });
});

describe("what only one folder may touch", () => {
  it("decimal.js: calc", () => {
    const importers = importing((_, specifier) => specifier === "decimal.js").map((line) => line.split("/")[0]);
    expect(new Set(importers)).toEqual(new Set(["calc"]));
  });

  // The playground emulates them, so that it must name them.
  it("Office, Excel and CustomFunctions: excel", () => {
    const globals = ["Office", "Excel", "CustomFunctions", "OfficeExtension", "OfficeRuntime"];
    const naming = modules.filter(({ identifiers }) => globals.some((name) => identifiers.has(name)));
    expect(new Set(naming.map(({ folder }) => folder).filter((folder) => folder !== "playground"))).toEqual(
      new Set(["excel"]),
    );
  });

  it("packages: preact in the pane, decimal.js in calc, random numbers in models, the spreadsheet in the playground, nothing else", () => {
    const allowed: Readonly<Record<string, RegExp>> = {
      calc: /^decimal\.js$/,
      models: /^pure-rand\//,
      taskpane: /^preact(\/|$)/,
      playground: /^(@univerjs|rxjs|react)/,
    };
    const others = importing(
      ({ folder }, specifier) => !specifier.startsWith(".") && !allowed[folder]?.test(specifier),
    );
    expect(others).toEqual([]);
  });
});
