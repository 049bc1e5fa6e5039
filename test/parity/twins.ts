import { functions } from "../../src/concepts";
import type { FunctionDefinition } from "../../src/concepts/define";
import { hasBlock, nativeBlock, nativeFormula, noNative } from "../../src/formula/native";
import { lettersOf } from "../../src/formula/references";
import published from "../published/catalogue.json";
import { type Content, Engine, type Read } from "./engine";
import { type ArgumentSet, type Call, calls, seeded } from "./sets";

/** What was compared for one function, and the first differences. */
export interface Agreement {
  readonly name: string;
  readonly sets: number;
  readonly compared: number;
  readonly differences: readonly string[];
}

export const named = (): string[] => functions.filter((fn) => noNative(fn) === undefined).map(({ name }) => name);

const columnsOfResults = 26;
/** No table of a test is taller or wider. */
const tallest = 16;
const widest = 12;

/** Where the catalogue's formula gives one empty text for a whole column of shares, which a worksheet pads with #N/A. */
const padded = ["GPUHOURCOSTSTACK", "AMORTIZEDTRAININGCOST"];

interface Expected {
  readonly row: number;
  readonly column: number;
  readonly value: Content;
  readonly scale: number;
  readonly what: string;
  /** An empty text may be padding. */
  readonly padded?: boolean;
  /** An error counts wherever it stands in the table from there on. */
  readonly anywhere?: boolean;
}

/** Whose native formulas in the catalogue check no rule: an #N/A of ours is a number there. */
const uncheckedInCatalogue = ["SCULPTEDSCHEDULE", "QUEUEEXPECTEDMONTHS"];

/** Compares a function, its printed twin (as one formula, and as rows) and the catalogue's own native formula on random sets. */
export async function agreement(name: string, sets: number): Promise<Agreement> {
  const fn = functions.find((one) => one.name === name)!;
  const random = seeded(name.split("").reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const made = calls(fn, sets, random);
  const sheet = new Sheet();
  const expected = made.flatMap((call, i) => placed(fn, call, i, sheet, random));
  const engine = new Engine();
  const read = await engine.calculate(sheet.cells, sheet.height + 1000, 120);
  const differences = expected.flatMap((one) => difference(one, read));
  engine.close();
  return { name, sets: made.length, compared: expected.length, differences: differences.slice(0, 5) };
}

class Sheet {
  readonly cells = new Map<number, Map<number, Content>>();
  height = 0;
  put(row: number, column: number, content: Content): void {
    if (!this.cells.has(row)) this.cells.set(row, new Map());
    this.cells.get(row)!.set(column, content);
    this.height = Math.max(this.height, row + 1);
  }
}

/** One call: arguments in columns A to …, formulas to their right. */
function placed(fn: FunctionDefinition, call: Call, i: number, sheet: Sheet, random: () => number): Expected[] {
  const top = sheet.height + 1;
  const references: Record<string, string | undefined> = {};
  let row = top;
  for (const [name, value] of Object.entries(call.args)) {
    if (value === undefined) continue;
    references[name] = argument(value, row, sheet, i, random);
    row += Array.isArray(value) && i % 2 === 0 ? value.length : 1;
  }
  // Where the results go, nothing may be in the way of a spill.
  const expected: Expected[] = [];
  const results = top;
  const single = nativeFormula(fn, references);
  const own = catalogueFormula(fn, references, call.args);
  sheet.put(results, columnsOfResults, single);
  if (own) sheet.put(results, columnsOfResults + 20, own);
  const both = [
    ["twin", columnsOfResults, single] as const,
    ...(own ? [["catalogue", columnsOfResults + 20, own] as const] : []),
  ];
  if (!Array.isArray(call.result)) {
    const unchecked = call.result === "#N/A" && uncheckedInCatalogue.includes(fn.name);
    for (const [what, column, formula] of both) {
      if (what === "catalogue" && unchecked) continue;
      expected.push({
        row: results,
        column,
        value: call.result,
        scale: 0,
        // A worksheet shows the error in the cells of the table that it touches; we show it instead of the table.
        anywhere: fn.columns !== undefined,
        what: `${what} ${formula} with ${JSON.stringify(call.args)}`,
      });
    }
    sheet.height = Math.max(row, sheet.height) + (fn.columns ? tallest : 0);
    return expected;
  }
  const table = call.result;
  const scale = Math.max(
    0,
    ...table
      .flat()
      .filter((cell): cell is number => typeof cell === "number")
      .map(Math.abs),
  );
  for (const [what, column, formula] of both) {
    table.forEach((cells, r) =>
      cells.forEach((value, c) =>
        expected.push({
          row: results + r,
          column: column + c,
          value,
          scale,
          padded: what === "catalogue" && padded.includes(fn.name),
          what: `${what} ${formula} with ${JSON.stringify(call.args)}`,
        }),
      ),
    );
  }
  if (hasBlock(fn)) expected.push(...block(fn, references, table, results, sheet, scale, call.args));
  sheet.height = Math.max(row, sheet.height, results + table.length + 1);
  return expected;
}

function argument(
  value: NonNullable<ArgumentSet[string]>,
  row: number,
  sheet: Sheet,
  i: number,
  random: () => number,
): string {
  if (Array.isArray(value)) {
    const cells = value as readonly (number | string)[];
    if (i % 2 === 1) {
      cells.forEach((cell, at) => sheet.put(row, 1 + at, cell));
      return `B${row + 1}:${lettersOf(1 + cells.length)}${row + 1}`;
    }
    cells.forEach((cell, at) => sheet.put(row + at, 1, cell));
    return `B${row + 1}:B${row + cells.length}`;
  }
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const one = value as number;
  const way = random();
  if (way < 0.15 && !String(one).includes("e")) return String(one);
  sheet.put(row, 1, one);
  return way < 0.25 ? `B${row + 1}+0` : `B${row + 1}`;
}

function block(
  fn: FunctionDefinition,
  references: Record<string, string | undefined>,
  table: Content[][],
  top: number,
  sheet: Sheet,
  scale: number,
  args: ArgumentSet,
): Expected[] {
  const left = columnsOfResults + 40;
  const printed = nativeBlock(fn, references, `${lettersOf(left + 1)}${top + 1}`, table.length - 1);
  printed.helpers.forEach(([label, formula], r) => {
    sheet.put(top + r, left, label);
    sheet.put(top + r, left + 1, formula);
  });
  const start = top + (printed.helpers.length > 0 ? printed.helpers.length + 1 : 0);
  const expected: Expected[] = [];
  printed.rows.forEach((cells, r) =>
    cells.forEach((text, c) => {
      sheet.put(
        start + r,
        left + c,
        text.startsWith("=") || text === "" || !Number.isFinite(Number(text)) ? text : Number(text),
      );
      const value = table[r]?.[c];
      if (value !== undefined)
        expected.push({
          row: start + r,
          column: left + c,
          value,
          scale,
          what: `row formula ${text} with ${JSON.stringify(args)}`,
        });
    }),
  );
  return expected;
}

/** The catalogue's independent native formula over the same references; null where it has none. */
function catalogueFormula(
  fn: FunctionDefinition,
  references: Record<string, string | undefined>,
  args: ArgumentSet,
): string | undefined {
  const entry = published.functions.find(({ name }) => name === fn.name)! as unknown as { native: string | null };
  // TOCOL(…,2), by which the catalogue leaves out the test that is not asked for, is unknown to the engine.
  if (fn.name === "LOANSIZING" && args["minimumDebtYield"] === undefined) return undefined;
  // INDEX with an array of positions gives the whole list there.
  if (fn.name === "EMISSIONSCHEDULE" && args["cap"] === undefined) return undefined;
  if (!entry.native || fn.native === entry.native) return undefined;
  return entry.native.replace(/"[^"]*"|[A-Za-z_][\w.]*(?!\w*\()/g, (word) => {
    const parameter = fn.parameters[word];
    if (!Object.hasOwn(fn.parameters, word) || !parameter) return word;
    if (args[word] !== undefined) return /[+]/.test(references[word]!) ? `(${references[word]!})` : references[word]!;
    if (parameter.byDefault === null) return "$A$1";
    return typeof parameter.byDefault === "string"
      ? `"${parameter.byDefault}"`
      : String(parameter.byDefault).toUpperCase();
  });
}

const isError = (content: unknown): boolean =>
  typeof content === "string" && /^#(VALUE|N\/A|DIV\/0|NUM|REF|NAME|CALC|SPILL)/.test(content);

function difference({ row, column, value, scale, what, anywhere, padded }: Expected, read: Read): string[] {
  const is = anywhere ? firstError(row, column, read) : read(row, column);
  const alike =
    typeof value === "number" && typeof is === "number"
      ? Math.abs(value - is) <= 1e-9 * Math.max(1e-6, Math.abs(value), scale)
      : isError(value)
        ? isError(is)
        : spelled(value) === spelled(is) || (padded === true && value === "" && is === "#N/A");
  return alike ? [] : [`${what}: function ${String(value)}, engine ${String(is)}`];
}

/** Without regard to case, and to the commas that the engine cannot read in array constants. */
const spelled = (content: Content | undefined): string =>
  String(content ?? "")
    .toLowerCase()
    .replaceAll(",", "");

function firstError(row: number, column: number, read: Read): Content | undefined {
  for (let down = 0; down < tallest; down++) {
    for (let across = 0; across < widest; across++) {
      const cell = read(row + down, column + across);
      if (isError(cell)) return cell;
    }
  }
  return undefined;
}
