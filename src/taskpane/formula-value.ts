import type { LessonValue } from "../concepts/lesson";
import { bind } from "../formula/bind";
import { calculate, type Result, type Scope } from "../formula/calculate";
import type { FunctionCall } from "../formula/calls";
import { parse } from "../formula/parse";

/** A value, or the error a cell would show and what there is to say about it. */
export type FormulaOutcome = { readonly value: LessonValue } | { readonly error: string; readonly reason: string };

/** Evaluates a formula over names: numbers, texts and rows of numbers. */
export function formulaValue(formula: string, valueOf: (name: string) => LessonValue | undefined): FormulaOutcome {
  const tree = parse(formula);
  if (tree.kind === "invalid") return { error: "#NAME?", reason: `It cannot be read: ${tree.message}.` };
  return outcomeOf(calculate(tree, namesScope(valueOf)));
}

/** The values of the arguments of a call in a formula over names; undefined where one has none. */
export function argumentValues(
  formula: string,
  call: FunctionCall,
  valueOf: (name: string) => LessonValue | undefined,
): readonly unknown[] | undefined {
  const { cells, problems } = bind(formula, call, namesScope(valueOf));
  return problems.length === 0 ? cells : undefined;
}

function namesScope(valueOf: (name: string) => LessonValue | undefined): Scope {
  return {
    read: () => undefined,
    name(name) {
      const value = valueOf(name);
      return typeof value === "object" ? [value] : value;
    },
  };
}

function outcomeOf(result: Result): FormulaOutcome {
  switch (result.kind) {
    case "unknown":
      return { error: "#N/A", reason: `It cannot be worked out here: ${result.why}.` };
    case "error":
      return { error: result.code, reason: result.message ?? `the result is ${result.code}` };
    case "value": {
      const cells = result.value.flat();
      const error = cells.find((cell) => typeof cell === "object");
      if (error) return { error: error.error, reason: error.message ?? `the result is ${error.error}` };
      return { value: (cells.length === 1 ? cells[0] : cells) as LessonValue };
    }
  }
}
