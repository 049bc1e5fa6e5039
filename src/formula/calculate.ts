import { Interpreter, type Scope } from "./interpreter";
import { nativeFunctions } from "./native-functions";
import type { CallNode, FormulaNode } from "./nodes";
import { contentOf, type Cell, type CellError, isError, isGrid, Unknown, type Value } from "./values";

export type { Named, Scope } from "./interpreter";
export type { Cell, CellError, Grid } from "./values";

/** A cell of a result: nothing is blank there, as in Excel, where a blank cell comes through as 0. */
export type ResultCell = number | string | boolean | CellError;

/** What a formula gives. */
export type Result =
  /** Rows of cells; a single value is one row of one cell. */
  | { readonly kind: "value"; readonly value: readonly (readonly ResultCell[])[] }
  /** The error that Excel shows; where one of our functions says why, its words and its call. */
  | { readonly kind: "error"; readonly code: string; readonly message?: string; readonly from?: CallNode }
  /** What Excel shows cannot be told from here, and why, in words. */
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Evaluates a formula over what the caller knows, as Excel would. Never throws: what cannot be evaluated faithfully
 * (volatile or unknown functions, cells that were not read) is unknown, never a wrong number.
 */
export function calculate(formula: FormulaNode, scope: Scope): Result {
  return known(() => new Interpreter(scope, nativeFunctions).whole(formula));
}

/** The result of working something out that may turn out to be unknown. */
export function known(work: () => Value): Result {
  try {
    return resultOf(work());
  } catch (problem) {
    if (problem instanceof Unknown) return { kind: "unknown", why: problem.message };
    // The stack of calls is exhausted, by a LAMBDA that calls itself.
    if (problem instanceof RangeError) return { kind: "unknown", why: "it is nested too deeply to be worked out here" };
    throw problem;
  }
}

function resultOf(value: Value): Result {
  const content = contentOf(value);
  if (isGrid(content)) return { kind: "value", value: content.map((row) => row.map((cell) => cell ?? 0)) };
  if (!isError(content)) return { kind: "value", value: [[content ?? 0]] };
  return errorResult(content);
}

function errorResult({ error, message, from }: CellError): Result {
  return { kind: "error", code: error, ...(message !== undefined && { message }), ...(from && { from }) };
}

/** The one cell of a result, where it has one. */
export function singleCell(result: Result): Cell | undefined {
  if (result.kind === "error") return { error: result.code };
  const [row = [], ...rows] = result.kind === "value" ? result.value : [];
  return rows.length === 0 && row.length === 1 ? row[0] : undefined;
}
