import { CalculationError, worksheetErrors } from "../calc/error";
import type { FunctionDefinition } from "../concepts/define";
import { type CellValue, evaluate } from "../concepts/evaluate";
import { type Argument, argumentsOf, isRange } from "./argument";
import { isShare } from "./format";
import { readRange, readReference, readValue, type Typed } from "./typing";
import type { Place } from "./workbook";

/** One field of a form: what stands in it, and the cells it was taken from, if any. */
export interface Entry {
  readonly text: string;
  readonly from?: Place;
}

export type Entries = Readonly<Record<string, Entry>>;

/** What is wrong with one argument, and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly remedy?: string;
  /** The value that the remedy proposes. */
  readonly better?: number;
}

export type Problems = Readonly<Record<string, Problem>>;

export type CellResult = CellValue | CellValue[][];

export type Computation =
  | { readonly kind: "value"; readonly value: CellResult; readonly cells: readonly unknown[] }
  /** Required arguments are still empty. */
  | { readonly kind: "missing"; readonly names: readonly string[] }
  | {
      readonly kind: "problem";
      readonly problems: Problems;
      /** Said where no single argument is to blame. */
      readonly message?: string;
      /** What the cell shows. */
      readonly code: string;
      readonly cells: readonly unknown[];
    };

/** Computes a function from what stands in the fields of its form. */
export function compute(fn: FunctionDefinition, entries: Entries): Computation {
  const list = argumentsOf(fn);
  const read = list.map((argument) => readEntry(argument, entries[argument.name]?.text ?? ""));
  const cells = read.map((one) => (one.kind === "value" ? one.value : undefined));
  const wrong = list.flatMap(({ name }, i) => {
    const one = read[i]!;
    return one.kind === "problem" ? [[name, { ...one, message: `${name} ${one.message}` }] as const] : [];
  });
  if (wrong.length > 0) return { kind: "problem", problems: Object.fromEntries(wrong), code: "#VALUE!", cells };
  const missing = list.filter(({ required }, i) => required && read[i]!.kind === "blank").map(({ name }) => name);
  return missing.length > 0 ? { kind: "missing", names: missing } : computeCells(fn, cells);
}

/** Computes a function from the values of its arguments' cells. */
export function computeCells(fn: FunctionDefinition, cells: readonly unknown[]): Computation {
  const problems = problemsOf(fn, cells);
  if (Object.keys(problems).length > 0) return { kind: "problem", problems, code: "#VALUE!", cells };
  try {
    return { kind: "value", value: evaluate(fn, cells), cells };
  } catch (error) {
    const { message, code } = asCalculationError(error);
    return { kind: "problem", problems: {}, message, code: worksheetErrors[code], cells };
  }
}

/** What is wrong with each argument on its own, by its name. */
export function problemsOf(fn: FunctionDefinition, cells: readonly unknown[]): Problems {
  const list = argumentsOf(fn);
  const found = Object.entries(fn.parameters).flatMap(([name, parameter], i) => {
    try {
      parameter.read(cells[i], name);
      return [];
    } catch (error) {
      return [[name, problemOf(list[i]!, asCalculationError(error).message, cells[i])] as const];
    }
  });
  return Object.fromEntries(found);
}

/** The cells that a field's text names: B4, or =Loan!B4. In fields for text only after an equals sign. */
export function referenceIn(
  argument: Pick<Argument, "kind">,
  text: string,
): Extract<Typed, { kind: "reference" }> | undefined {
  const mayBeWord = argument.kind === "text" || argument.kind === "any";
  return mayBeWord && !text.trim().startsWith("=") ? undefined : readReference(text);
}

function readEntry(argument: Argument, text: string): Typed {
  if (isRange(argument)) return readRange(text);
  const { kind } = argument;
  return readValue(text, kind === "text" || kind === "boolean" || kind === "any" ? kind : "number");
}

/** Splits a message into what is wrong and what to do, and finds the percentage that was probably meant. */
function problemOf(argument: Argument, message: string, cell: unknown): Problem {
  const [, wrong = message, remedy] = /^(.*?; it is .*?)\. (?=[\dA-Z])(.*)$/s.exec(message) ?? [];
  const looksLikePercent = isShare(argument.unit) && typeof cell === "number" && cell > 1 && cell <= 100;
  return {
    message: wrong,
    ...(remedy === undefined ? {} : { remedy: asSentence(remedy) }),
    ...(looksLikePercent ? { better: Number(`${cell}e-2`) } : {}),
  };
}

/** A failure of the calculation; anything else is a defect and goes on to whoever catches those. */
function asCalculationError(error: unknown): CalculationError {
  if (error instanceof CalculationError) return error;
  throw error;
}

/** First letter large, full stop at the end. */
export function asSentence(words: string): string {
  const text = words.trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
