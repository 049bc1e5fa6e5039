import { functions } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { columnLetters, formatAddress, parseAddress } from "../../formula/address";
import { replaceParts } from "../../formula/calls";
import { drivers } from "../../formula/drivers";
import { walk } from "../../formula/nodes";
import { parse } from "../../formula/parse";
import { argumentsOf, asLabel, isRange } from "../argument";
import { qualified } from "../call";
import { isShare } from "../format";
import type { ReadArgument, Reading } from "../cell-reading";
import type { Place } from "../workbook";

/** The call that a what-if tool varies: that of a cell, with the values it was given. */
export interface Subject {
  readonly fn: FunctionDefinition;
  /** The cell that holds it. */
  readonly place: Place;
  /** Whether the cell shows nothing but its result. */
  readonly whole: boolean;
  /** The result, as the cell has it now. */
  readonly value: number;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** The arguments as the function takes them. */
  readonly cells: readonly unknown[];
}

/** One argument of the call. */
export interface Line {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Whether the call gives it; else its value is the default. */
  readonly given: boolean;
  /** Whether it may be varied as a single number. */
  readonly varies: boolean;
  readonly isRange: boolean;
  /** The cell or cells of its value in a row; undefined where there is none. The default where it is left out. */
  readonly values: readonly Value[];
  /** How the sheet gets each of them: a formula over the reader's own cells, or undefined for a value to be typed. */
  readonly formulas: readonly (string | undefined)[];
}

export type Value = number | string | boolean | undefined;

/** The widest argument that is laid out in a row of its own. */
const mostCells = 500;

/** The call to be varied in a cell, or why there is none. */
export function subjectOf(reading: Reading): Subject | { readonly why: string } {
  const call = reading.calls.find(({ fn }) => functions.includes(fn) && !fn.columns);
  if (!call) return { why: "It calls no function that gives one number." };
  if (call.unknown !== undefined) return { why: call.unknown };
  const { computation, fn } = call;
  if (computation?.kind !== "value" || typeof computation.value !== "number")
    return { why: `${fn.name} has no result there: mend the cell first.` };
  // What LET and LAMBDA name has no meaning outside their formula.
  const named = [...walk(parse(reading.formula))].some(({ node }) => node.kind === "let" || node.kind === "lambda");
  const lines = linesOf(fn, call.arguments, computation.cells, reading.cell, named);
  if (widthOf(lines) > mostCells) return { why: `One of its ranges has more than ${mostCells} cells.` };
  const place = { sheet: reading.cell.sheet, address: reading.cell.address };
  return {
    fn,
    place,
    whole: reading.whole,
    value: computation.value,
    unit: String(fn.returns?.unit ?? ""),
    lines,
    cells: computation.cells,
  };
}

function linesOf(
  fn: FunctionDefinition,
  given: readonly ReadArgument[],
  cells: readonly unknown[],
  place: Place,
  named: boolean,
): Line[] {
  const lines = argumentsOf(fn).map((argument, i): Line => {
    const { name, unit, kind } = argument;
    const cell = cells[i];
    const { byDefault } = fn.parameters[name]!;
    const value = cell ?? byDefault ?? undefined;
    const values = valuesIn(value);
    const read = cell === undefined ? undefined : given[i];
    return {
      name,
      label: asLabel(name),
      unit,
      given: cell !== undefined,
      varies: kind === "number" && typeof value === "number",
      isRange: isRange(argument),
      values,
      formulas: formulasOf(read, values, place, named),
    };
  });
  const last = lines.findLastIndex(({ values }) => values.some((value) => value !== undefined));
  // A single row would be read as one argument to a cell.
  return lines.slice(0, Math.max(last + 1, Math.min(2, lines.length)));
}

/** The cells of an argument in the order in which a range is read; a single one where it is no range. */
function valuesIn(value: unknown): Value[] {
  if (!Array.isArray(value)) return [value as Value];
  return (value as unknown[]).flat().map((cell) => (cell === null ? undefined : (cell as Value)));
}

function formulasOf(
  read: ReadArgument | undefined,
  values: readonly Value[],
  { sheet }: Place,
  named: boolean,
): (string | undefined)[] {
  const typed = values.map(() => undefined);
  if (!read || read.text === "") return typed;
  if (read.from) return cellsOf(read.from, values) ?? typed;
  const tree = parse(`=${read.text}`);
  const parts = [...walk(tree)].map(({ node }) => node);
  const references = parts.flatMap((node) => (node.kind === "reference" ? [node] : []));
  const follows = references.length > 0 || parts.some(({ kind }) => kind === "name");
  if (!follows || values.length > 1 || named || parts.some(({ kind }) => kind === "table" || kind === "spill"))
    return typed;
  const placed = references
    .filter(({ address }) => address.sheet === undefined && address.book === undefined)
    .map((part) => ({ part, text: formatAddress({ ...part.address, sheet }) }));
  return [replaceParts(`=${read.text}`, placed)];
}

/** A formula for each cell of a place. */
function cellsOf({ sheet, address }: Place, values: readonly Value[]): string[] | undefined {
  const area = parseAddress(address);
  if (area?.shape !== "cell" && area?.shape !== "area") return undefined;
  const { first, last } = area;
  const width = last.column - first.column + 1;
  if (width * (last.row - first.row + 1) !== values.length) return undefined;
  return values.map((value, i) => {
    const at = `${columnLetters(first.column + (i % width))}${first.row + Math.floor(i / width)}`;
    const cell = qualified({ sheet, address: at });
    // A formula that points at a blank cell gives 0, which may mean something else.
    return value === undefined ? `=IF(${cell}="","",${cell})` : `=${cell}`;
  });
}

/** The arguments as the tools take them: a row for each, the values of a range side by side, as wide as the widest. */
export function blockOf(lines: readonly Line[]): (number | string | boolean)[][] {
  const width = widthOf(lines);
  return lines.map(({ values }) => Array.from({ length: width }, (_, i) => values[i] ?? ""));
}

export const widthOf = (lines: readonly Line[]): number => Math.max(1, ...lines.map(({ values }) => values.length));

/** The lines that can be varied as single numbers: those that are given before defaults, and what moves the result most before the rest. */
export function varying({ fn, lines, cells }: Subject): Line[] {
  const order = drivers(fn, cells).map(({ name }) => name);
  const rank = ({ name, given }: Line) =>
    (order.includes(name) ? order.indexOf(name) : order.length) + (given ? 0 : order.length + 1);
  return lines.filter(({ varies }) => varies).sort((one, other) => rank(one) - rank(other));
}

/** Whether a range can be proposed for an argument: it is given, and has a size to take a part of. */
export const proposable = ({ given, values, unit }: Line): boolean => given && (values[0] !== 0 || isShare(unit));
