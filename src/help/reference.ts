import { worksheetErrors, CalculationError } from "../calc/error";
import type { Outcome } from "../calc/evaluate";
import { asText, sentence } from "../calc/text";
import { Unit } from "../calc/unit";
import { conceptOf, namespace } from "../concepts";
import { exampleCells, type FunctionDefinition } from "../concepts/define";
import { type CellValue, evaluate } from "../concepts/evaluate";
import { isRequired } from "../concepts/parameter";
import { formulaInWords, refusalsOf, signatureOf } from "../formula/describe";
import { nativeFormula, noNative } from "../formula/native";

/** One function as reference.json gives it: all that people need to use or to check it. */
export interface ReferenceEntry {
  readonly name: string;
  readonly call: string;
  readonly concept: string;
  readonly title: string;
  readonly summary: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly kind: string;
    readonly unit: string;
    readonly description: string;
    readonly rules: readonly string[];
    readonly optional: boolean;
    readonly default: number | string | boolean | null;
  }[];
  readonly returns:
    | { readonly unit: string; readonly description: string }
    | { readonly columns: readonly { readonly name: string; readonly unit: string }[] };
  /** What = formula, each after those it uses. */
  readonly formula: readonly { readonly name: string; readonly formula: string }[];
  /** Over the parameters' names; null where there is none. */
  readonly native: string | null;
  readonly noNative: string | null;
  readonly errors: readonly { readonly when: string; readonly shows: string }[];
  readonly example: { readonly formula: string; readonly result: CellValue | CellValue[][] };
  readonly sources: readonly string[];
  readonly related: readonly string[];
}

export function referenceOf(fn: FunctionDefinition): ReferenceEntry {
  const none = noNative(fn);
  return {
    name: fn.name,
    call: `${namespace}.${signatureOf(fn)}`,
    concept: conceptOf(fn).slug,
    title: fn.title,
    summary: fn.summary,
    parameters: Object.entries(fn.parameters).map(([name, parameter]) => ({
      name,
      kind: parameter.kind,
      unit: String(parameter.unit),
      description: parameter.description,
      rules: parameter.rules,
      optional: !isRequired(parameter),
      default: parameter.byDefault ?? null,
    })),
    returns: fn.columns
      ? {
          columns: Object.entries(fn.columns).map(([name, column]) => ({
            name: sentence(name),
            unit: column instanceof Unit ? String(column) : "",
          })),
        }
      : { unit: String(fn.returns!.unit), description: fn.returns!.description },
    formula: formulaInWords(fn),
    native: none === undefined ? nativeOverNames(fn) : null,
    noNative: none ?? null,
    errors: refusalsOf(fn),
    example: { formula: exampleFormula(fn), result: exampleResult(fn) },
    sources: fn.sources,
    related: fn.related,
  };
}

/** The native formula with every argument given by its name. */
export const nativeOverNames = (fn: FunctionDefinition): string =>
  nativeFormula(fn, Object.fromEntries(Object.keys(fn.parameters).map((name) => [name, name])));

/** The worked example as it is typed into a cell. */
export function exampleFormula(fn: FunctionDefinition): string {
  return `=${namespace}.${fn.name}(${exampleCells(fn).map(literal).join(",")})`;
}

/** A cell value as it is typed into a formula: a list becomes an array constant. */
export function literal(cell: unknown): string {
  if (cell === undefined || cell === null) return "";
  if (Array.isArray(cell))
    return `{${cell.map((row: unknown) => (Array.isArray(row) ? row.map(literal).join(",") : literal(row))).join(";")}}`;
  if (typeof cell === "string") return `"${cell.replaceAll('"', '""')}"`;
  return typeof cell === "boolean" ? asText(cell).toUpperCase() : asText(cell);
}

export function exampleResult(fn: FunctionDefinition): CellValue | CellValue[][] {
  try {
    const result: CellValue | Outcome[][] = evaluate(fn, exampleCells(fn));
    if (!Array.isArray(result)) return result;
    return result.map((row) => row.map((cell) => (cell instanceof CalculationError ? cell.error : cell)));
  } catch (error) {
    if (error instanceof CalculationError) return worksheetErrors[error.code];
    throw error;
  }
}
