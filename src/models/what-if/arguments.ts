import { CalculationError } from "../../calc/error";
import { functionNamed, functions } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import type { Argument, Cells, CellValue, Outcome } from "../../calc/evaluate";
import { asText } from "../../calc/text";
import { evaluate } from "../../concepts/evaluate";
import type { Parameter } from "../../concepts/parameter";

/** A call to be varied: a function and the cells of its arguments in order; undefined is one left out. */
export interface Base {
  readonly fn: FunctionDefinition;
  readonly cells: readonly unknown[];
}

const refused = (argument: string, words: string): CalculationError =>
  new CalculationError("invalidValue", `${argument} ${words}`, argument);

const isBlank = (cell: unknown): boolean => cell === undefined || cell === null || cell === "";
/** The cells of a range argument. */
const blockOf = (argument: Argument): unknown[][] => (argument as Cells).rows.map((row) => [...row]);

/** The function that is varied. It must return one number, unless tables are allowed. */
export function functionGiven(name: Argument): FunctionDefinition {
  const text = typeof name === "string" ? name.trim() : "";
  if (text === "") throw refused("function", 'must be the name of a function in quotes, such as "GPUHOURCOST"');
  const fn = functionNamed(text);
  if (fn && !functions.includes(fn))
    throw refused("function", `must be a function of one of the topics; ${fn.name} is itself a what-if tool`);
  if (fn?.kind === "table" || fn?.columns)
    throw refused("function", `must return one number; ${fn.name} returns a table`);
  if (fn) return fn;
  const near = nearest(text.toUpperCase());
  throw refused(
    "function",
    `must be a function of this add-in; "${text}" is none${near.length > 0 ? `. Did you mean ${near.join(" or ")}?` : ""}`,
  );
}

/** Names that share a beginning with a mistyped one, or contain it. */
const nearest = (name: string): string[] =>
  functions
    .map((fn) => fn.name as string)
    .filter((one) => one.includes(name) || name.includes(one) || one.slice(0, 5) === name.slice(0, 5))
    .slice(0, 3);

/**
 * The arguments of the varied function: one cell each in a row or column;
 * where one of them is a range itself, a row (or column) for each argument, its values side by side.
 */
export function baseGiven(name: Argument, range: Argument): Base {
  const fn = functionGiven(name);
  return { fn, cells: cellsFor(fn, blockOf(range), "arguments") };
}

/** A block laid out like the arguments: for each argument its cell or its cells; undefined where blank. */
export function cellsFor(fn: FunctionDefinition, block: unknown[][], what: string): unknown[] {
  const parameters = Object.values(fn.parameters);
  const lines = linesOf(block, parameters, what);
  return parameters.map((parameter, i) => {
    const line = lines[i] ?? [];
    const filled = line.slice(0, line.findLastIndex((cell) => !isBlank(cell)) + 1);
    if (filled.length === 0) return undefined;
    if (parameter.kind === "numbers" || parameter.kind === "range") return [filled];
    if (filled.length > 1) throw refused(what, `must give one cell for ${nameAt(fn, i)}; there are ${filled.length}`);
    return filled[0];
  });
}

function linesOf(block: unknown[][], parameters: readonly Parameter[], what: string): unknown[][] {
  const [rows, columns] = [block.length, Math.max(...block.map((row) => row.length))];
  const most = parameters.length;
  const ranges = parameters.some(({ kind }) => kind === "numbers" || kind === "range");
  const turned = Array.from({ length: columns }, (_, i) => block.map((row) => row[i]));
  // One row of single cells, unless one of the arguments needs a row of its own.
  if (rows === 1 && (!ranges || most > 1)) return columns <= most ? turned : overlong(what, columns, most);
  if (rows <= most) return block;
  if (ranges && columns <= most) return turned;
  return overlong(what, rows, most);
}

function overlong(what: string, given: number, most: number): never {
  throw refused(what, `must be at most ${most} cells, one for each argument; there are ${given}`);
}

const nameAt = (fn: FunctionDefinition, i: number): string => Object.keys(fn.parameters)[i]!;

/** An argument by its name or its position; `what` is the parameter that says which. */
export function positionOf(fn: FunctionDefinition, given: unknown, what: string): number {
  const names = Object.keys(fn.parameters);
  const text = asText(given).trim();
  const position = /^\d+$/.test(text)
    ? Number(text) - 1
    : names.findIndex((name) => name.toLowerCase() === text.toLowerCase());
  if (names[position] !== undefined) return position;
  throw refused(
    what,
    `must be an argument of ${fn.name} by name or position (${names.join(", ")}); it is ${text === "" ? "blank" : `"${text}"`}`,
  );
}

/** The numbers of a range in order. */
export function numbersGiven(range: Argument, what: string): number[] {
  return blockOf(range)
    .flat()
    .map((cell, i) => {
      if (typeof cell === "number" && Number.isFinite(cell)) return cell;
      throw refused(what, `must be numbers; cell ${i + 1} is ${isBlank(cell) ? "blank" : `"${String(cell)}"`}`);
    });
}

/** So many results at most in one table: more would take seconds, and nobody reads them. */
const mostResults = 100_000;

/** Refuses a table of more results than are worth waiting for. */
export function checkSize(results: number, what: string): void {
  if (results > mostResults)
    throw refused(
      what,
      `must give at most ${mostResults.toLocaleString("en-US")} results; they give ${results.toLocaleString("en-US")}`,
    );
}

/** The cells of a call with one argument replaced. */
export function withCell(cells: readonly unknown[], position: number, value: unknown): unknown[] {
  const changed = [...cells];
  while (changed.length <= position) changed.push(undefined);
  changed[position] = value;
  return changed;
}

/** The result of a call, or its error: the error of one cell stays in that cell. */
export function outcome(fn: FunctionDefinition, cells: readonly unknown[]): Outcome {
  try {
    return evaluate(fn, cells) as CellValue;
  } catch (error) {
    if (error instanceof CalculationError) return error;
    throw error;
  }
}

/** The number of an outcome, where it is one. */
export const numberIn = (result: Outcome): number | undefined => (typeof result === "number" ? result : undefined);

export { blockOf, isBlank, refused };
