import { CalculationError } from "../calc/error";
import type { FunctionDefinition } from "../concepts/define";
import { asTyped } from "../formula/as-typed";
import { bind, type BoundCall } from "../formula/bind";
import { calls, type FunctionCall } from "../formula/calls";
import { parse } from "../formula/parse";
import { knownAddress, references } from "../formula/needs";
// Makes the what-if tools known by name.
import "../models/what-if";
import { type Argument, argumentsOf } from "./argument";
import { type Computation, computeCells } from "./computation";
import { type KnownScope, placeOf, scopesFor } from "./known-scope";
import { formulaOf, isError } from "./selection";
import type { Cell, Place, Value, Workbook } from "./workbook";

/** One argument of a call as it stands in the cell. */
export interface ReadArgument {
  readonly argument: Argument;
  /** As written; empty when left out. */
  readonly text: string;
  /** The cells it names, when it names cells and nothing else. */
  readonly from: Place | undefined;
  readonly value: unknown;
  /** Whether the cell it names holds a typed value, which may be written over. */
  readonly isInput: boolean;
}

/** One call of our functions in a cell's formula, with what it was given. */
export interface ReadCall {
  readonly fn: FunctionDefinition;
  readonly call: FunctionCall;
  /** As written in the formula. */
  readonly text: string;
  readonly arguments: readonly ReadArgument[];
  /** Absent where an argument could not be worked out here. */
  readonly computation: Computation | undefined;
  readonly unknown: string | undefined;
}

/** What the pane knows of the selected cell. */
export interface Reading {
  readonly cell: Cell;
  readonly formula: string;
  /** Outer calls before those in their arguments. */
  readonly calls: readonly ReadCall[];
  /** Whether the first call is all of the formula. */
  readonly whole: boolean;
  /** The row of the first call's table that the cell lies in, counted from 1; undefined in its header or outside tables. */
  readonly row: number | undefined;
}

/** Reads a cell: its calls, and in one step everything they refer to. */
export async function readCell(workbook: Workbook, cell: Cell): Promise<Reading> {
  const formula = asTyped(formulaOf(cell));
  const tree = parse(formula);
  const found = calls(tree);
  const [scope] = await scopesFor(workbook, [{ place: cell, needs: references(tree) }]);
  const read = found.map((call) => readCall(call, formula, cell, scope!));
  const row = cell.spill && cell.spill.row > 0 ? cell.spill.row : undefined;
  return { cell, formula, calls: read, whole: found[0]?.node === tree, row };
}

/** The outermost calls of many cells, with everything they refer to read in one step. Cells without one are left out. */
export async function readMainCalls<One extends Place & { readonly formula: string }>(
  workbook: Workbook,
  cells: readonly One[],
): Promise<{ readonly cell: One; readonly formula: string; readonly call: ReadCall }[]> {
  const found = cells.flatMap((cell) => {
    const formula = asTyped(cell.formula);
    const tree = parse(formula);
    const [call] = calls(tree);
    return call ? [{ cell, formula, call, needs: references(tree) }] : [];
  });
  const scopes = await scopesFor(
    workbook,
    found.map(({ cell, needs }) => ({ place: cell, needs })),
  );
  return found.map(({ cell, formula, call }, i) => ({
    cell,
    formula,
    call: readCall(call, formula, cell, scopes[i]!),
  }));
}

function readCall(call: FunctionCall, formula: string, cell: Place, scope: KnownScope): ReadCall {
  const { fn, node } = call;
  const bound = bind(formula, call, scope);
  const args = argumentsOf(fn).map((argument, i): ReadArgument => {
    const { text = "", node: part, cell: value } = bound.arguments[i] ?? {};
    const address = part && knownAddress(part);
    const from = address && placeOf(address, cell);
    const isInput = address?.shape === "cell" && from !== undefined && scope.formulaAt(from) === "";
    return { argument, text, from, value, isInput };
  });
  const unknown = unknownOf(bound);
  return {
    fn,
    call,
    text: formula.slice(node.start, node.end),
    arguments: args,
    computation: unknown === undefined ? computeCells(fn, bound.cells) : undefined,
    unknown,
  };
}

/** Why a call cannot be computed from here: an argument without a value, or one too many. */
function unknownOf({ problems, surplus, fn }: BoundCall): string | undefined {
  const [first] = problems;
  if (first?.problem?.kind === "error")
    return `${first.name} is ${first.problem.code}: ${first.problem.message ?? `${first.text} shows it`}.`;
  if (first?.problem) return `${first.name} cannot be worked out here: ${first.problem.why}.`;
  return surplus.length > 0 ? `${fn.name} does not take ${surplus.join(", ")}.` : undefined;
}

/** Whether a cell shows what we compute: numbers to nine digits, since a chain of cells loses some of the fifteen that Excel keeps. */
export function agrees(shown: Value, computed: unknown): boolean {
  if (typeof shown === "number" && typeof computed === "number") {
    return Math.abs(shown - computed) <= 1e-9 * Math.max(Math.abs(shown), Math.abs(computed), 1e-300);
  }
  if (isError(shown)) return computed instanceof CalculationError && computed.error === shown.error;
  if (shown === null) return computed === "" || computed === null;
  return shown === computed;
}
