/**
 * Builds the embedded workbook into dist/playground/, apart from webpack: the spreadsheet engine is far beyond the
 * add-in's size budget. Needs the built dist/taskpane.html.
 *
 *   node build/playground.mjs [--dist FOLDER]
 */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const source = path.join(root, "src/playground");

/** Excel's own script in the pane's page; the embedded pane loads the emulation in its place. */
const officeScript = /(<script\b[^>]*\bsrc=)("?)https:\/\/appsforoffice\.microsoft\.com\/[^\s">]*\2/g;

/** The pane's page for the embedded workbook. It lies beside taskpane.html so that the files it names are found. */
export const embeddedPane = "taskpane-embedded.html";

/** Builds the workbook into the folder `dist`. */
export async function buildPlayground(dist = path.join(root, "dist")) {
  const target = path.join(dist, "playground");
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await bundle(target);
  for (const file of ["index.html", "icon.svg"]) await copyFile(path.join(source, file), path.join(target, file));
  await preparePane(dist);
}

async function bundle(target) {
  await esbuild.build({
    entryPoints: {
      playground: path.join(source, "main.ts"),
      "office-emulation": path.join(source, "office/office.ts"),
    },
    outdir: target,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "text" },
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutHyphenation],
  });
}

/**
 * The engine can hyphenate text in some 75 languages and fetches one of them at start. A sheet has no use for it:
 * each language is an empty module, which the engine takes for a language it does not know.
 */
const withoutHyphenation = {
  name: "without-hyphenation",
  setup(build) {
    build.onResolve({ filter: /^\.\/[a-z0-9-]+-[\w-]{8}\.js$/ }, ({ kind, importer }) =>
      kind === "dynamic-import" && importer.includes("engine-render")
        ? { path: "language", namespace: "without-hyphenation" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "without-hyphenation" }, () => ({ contents: "export {};" }));
  },
};

/** Writes the pane's page with Excel's script replaced and nothing else changed. */
async function preparePane(dist) {
  const page = await readFile(path.join(dist, "taskpane.html"), "utf8");
  if (page.match(officeScript)?.length !== 1)
    throw new Error("dist/taskpane.html must load Office's script exactly once, or the embedded pane finds no Excel");
  await writeFile(path.join(dist, embeddedPane), page.replace(officeScript, "$1$2playground/office-emulation.js$2"));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { dist: { type: "string" } } });
  await buildPlayground(values.dist && path.resolve(values.dist));
}
