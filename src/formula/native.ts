import { Quantity } from "../calc/quantity";
import type { FunctionDefinition } from "../concepts/define";
import { type Block, type Helpers, printBlock } from "./block";
import { lettered } from "./letting";
import { Printer } from "./printer";
import { type Cells, reference, type References } from "./references";
import { printSpill } from "./spill";

export type { Block } from "./block";
export type { References } from "./references";

/** The native Excel formula of a call: one that needs no add-in. A table is one formula that spills. */
export function nativeFormula(fn: FunctionDefinition, references: References, cells: Cells = {}): string {
  const none = noNative(fn);
  if (none !== undefined) throw new Error(none);
  if (fn.native !== undefined) return withReferences(fn, references);
  const printed = { fn, references, cells };
  const { formula } = fn;
  if (formula instanceof Quantity)
    return `=${lettered(
      (lets) => new Printer(printed, lets),
      (printer) => printer.quantity(formula).text,
    )}`;
  return printSpill(printed, formula!);
}

/**
 * A table as a block of classic formulas with its upper left corner at `corner`: helper cells (unless their formulas
 * go inline), a header row, then `rowCount` rows of one formula for each column.
 */
export function nativeBlock(
  fn: FunctionDefinition,
  references: References,
  corner: string,
  rowCount: number,
  cells: Cells = {},
  helpers: Helpers = "above",
): Block {
  const { formula } = fn;
  if (!formula || formula instanceof Quantity)
    throw new Error(`${fn.name} has no rows that could be written one by one`);
  return printBlock({ fn, references, cells }, formula, corner, rowCount, helpers);
}

/** Whether a table can be written as classic rows. */
export const hasBlock = (fn: FunctionDefinition): boolean =>
  fn.formula !== undefined && !(fn.formula instanceof Quantity);

/** Why a function has no native formula, in words for its user; undefined where it has one. */
export function noNative(fn: FunctionDefinition): string | undefined {
  const native = fn.procedure?.native;
  return native && "none" in native ? native.none : undefined;
}

/** A formula stated by hand over the parameters' names. An argument left out is its default, or empty text. */
function withReferences(fn: FunctionDefinition, references: References): string {
  const optional = Object.entries(fn.parameters).filter(([, { byDefault }]) => byDefault === null);
  const decided = optional.reduce(
    (formula, [name]) => decide(formula, name, references[name] !== undefined),
    fn.native!,
  );
  const pattern = /"[^"]*"|[A-Za-z_][\w.]*(?!\w*\()/g;
  return decided.replace(pattern, (word) => {
    const parameter = Object.hasOwn(fn.parameters, word) ? fn.parameters[word] : undefined;
    if (!parameter) return word;
    const given = references[word];
    if (given !== undefined) return reference(given).level === 0 ? `(${given})` : given;
    const { byDefault } = parameter;
    if (byDefault === null || byDefault === undefined) return '""';
    return typeof byDefault === "string" ? `"${byDefault}"` : String(byDefault).toUpperCase();
  });
}

/** IF(name="",a,b) is a or b, as soon as the call says whether the argument is given. */
function decide(formula: string, name: string, given: boolean): string {
  const start = `IF(${name}="",`;
  const from = formula.indexOf(start);
  if (from < 0) return formula;
  const [left, right, end] = branches(formula, from + start.length);
  return decide(`${formula.slice(0, from)}${given ? right : left}${formula.slice(end)}`, name, given);
}

/** The two arguments that are left of a call, and where it ends. */
function branches(formula: string, from: number): [left: string, right: string, end: number] {
  let depth = 0;
  let comma = from;
  for (let at = from; ; at++) {
    const character = formula[at];
    if (character === "(" || character === "{") depth++;
    if (character === "," && depth === 0) comma = at;
    if (character !== ")" && character !== "}") continue;
    if (depth === 0) return [formula.slice(from, comma), formula.slice(comma + 1, at), at + 1];
    depth--;
  }
}
