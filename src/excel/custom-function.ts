import { CalculationError } from "../calc/error";
import type { FunctionDefinition } from "../concepts/define";
import { evaluate, evaluateInSlices } from "../concepts/evaluate";
import { inSlices } from "../models/what-if/slices";

/** What a cell may hold: anything else would show as 0 or as an error without words. */
type Value = number | string | boolean;
/** In a table a cell may hold an error of its own, with its words. */
type Result = Value | (Value | CustomFunctions.Error)[][];

/** A function as Excel calls it: cells in the order of the parameters, then what Excel knows of the call. */
export interface ExcelFunction {
  (...cells: unknown[]): Result | Promise<Result>;
  /** Whether it may take so long that it works in slices and answers later. */
  mayWait?: true;
}

export function forExcel(fn: FunctionDefinition): ExcelFunction {
  const count = Object.keys(fn.parameters).length;
  const given = (cells: readonly unknown[]): unknown[] => cells.slice(0, count).map(unwrapped);
  if (fn.procedure?.slices) {
    const sliced: ExcelFunction = (...cells) =>
      answered(fn, () => {
        const result = inSlices(evaluateInSlices(fn, given(cells)));
        return result instanceof Promise
          ? result.then(
              (value) => answered(fn, () => checked(fn, value)),
              (error: unknown) => {
                throw customFunctionsError(fn, error);
              },
            )
          : checked(fn, result);
      });
    return Object.assign(sliced, { mayWait: true } as const);
  }
  return (...cells) => answered(fn, () => checked(fn, evaluate(fn, given(cells))));
}

/** What a calculation gives; what it throws becomes what Excel wants thrown. */
function answered<R>(fn: FunctionDefinition, run: () => R): R {
  try {
    return run();
  } catch (error) {
    throw customFunctionsError(fn, error);
  }
}

/** A value as evaluate takes it: omitted and blank are undefined, and what a data type wraps comes out. */
function unwrapped(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== "object") return value;
  if ("basicValue" in value) return unwrapped(value.basicValue);
  // Of a call that names fewer arguments than are declared, what Excel adds at the end stands in the place of one.
  return "functionName" in value ? undefined : value;
}

function checked(fn: FunctionDefinition, result: unknown): Result {
  if (isCellValue(result)) return result;
  if (isTable(result)) return result.map((row) => row.map((cell) => inTable(fn, cell)));
  throw new Error(`${fn.name} has no result that a cell can show`);
}

function isCellValue(value: unknown): value is Value {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "string" || typeof value === "boolean";
}

function isTable(value: unknown): value is (Value | CalculationError)[][] {
  if (!Array.isArray(value) || !Array.isArray(value[0])) return false;
  const width = value[0].length;
  const fits = (cell: unknown) => isCellValue(cell) || cell instanceof CalculationError;
  return width > 0 && value.every((row) => Array.isArray(row) && row.length === width && row.every(fits));
}

/** An error stays in its cell: Excel takes its own class for that. Without the class, the cell says which error it is. */
function inTable(fn: FunctionDefinition, cell: Value | CalculationError): Value | CustomFunctions.Error {
  if (!(cell instanceof CalculationError)) return cell;
  if (typeof CustomFunctions.Error !== "function") return cell.error;
  return customFunctionsError(fn, cell) as unknown as CustomFunctions.Error;
}

/** Built only when it is needed: outside Excel there may be no such class. */
function customFunctionsError(fn: FunctionDefinition, error: unknown): Error {
  const { code, message } =
    error instanceof CalculationError
      ? error
      : ({
          code: "invalidValue",
          message: `${fn.name} could not be calculated with these arguments; please report them to us`,
        } as const);
  if (typeof CustomFunctions.Error !== "function") return new Error(message);
  // Excel's class is no Error by inheritance, but it is what Excel wants thrown.
  return new CustomFunctions.Error(CustomFunctions.ErrorCode[code], message) as unknown as Error;
}
