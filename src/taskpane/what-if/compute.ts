import { CalculationError } from "../../calc/error";
import type { Outcome } from "../../calc/evaluate";
import { functionNamed } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { evaluate } from "../../concepts/evaluate";
import "../../models/what-if";

/** What a tool gives: a table, the header row first, a number, or why there is none. */
export type Answer =
  | { readonly kind: "table"; readonly rows: readonly (readonly Outcome[])[] }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "problem"; readonly message: string };

export const toolNamed = (name: string): FunctionDefinition => functionNamed(name)!;

/** Runs a tool as a cell would. */
export function ask(tool: string, cells: readonly unknown[]): Answer {
  try {
    const result: unknown = evaluate(toolNamed(tool), cells);
    return Array.isArray(result)
      ? { kind: "table", rows: result as Outcome[][] }
      : { kind: "number", value: result as number };
  } catch (error) {
    if (error instanceof CalculationError) return { kind: "problem", message: error.message };
    throw error;
  }
}

/** A number of a table; undefined where its cell holds none. */
export const numberAt = (cell: Outcome | undefined): number | undefined =>
  typeof cell === "number" ? cell : undefined;
