import { CalculationError } from "../calc/error";
import type { FunctionDefinition } from "../concepts/define";
import { evaluate } from "../concepts/evaluate";

/** What a function may give back: anything else would show as 0 or as an error without words. */
type Result = number | string | boolean | (number | string | boolean)[][];

/** A function as Excel calls it: cells in the order of the parameters, then what Excel knows of the call. */
export function forExcel(fn: FunctionDefinition): (...cells: unknown[]) => Result {
  const count = Object.keys(fn.parameters).length;
  return (...cells) => {
    try {
      return checked(fn, evaluate(fn, cells.slice(0, count).map(unwrapped)));
    } catch (error) {
      throw customFunctionsError(fn, error);
    }
  };
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
  if (isTable(result)) return result;
  throw new Error(`${fn.name} has no result that a cell can show`);
}

function isCellValue(value: unknown): value is number | string | boolean {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "string" || typeof value === "boolean";
}

function isTable(value: unknown): value is (number | string | boolean)[][] {
  if (!Array.isArray(value) || !Array.isArray(value[0])) return false;
  const width = value[0].length;
  return width > 0 && value.every((row) => Array.isArray(row) && row.length === width && row.every(isCellValue));
}

/** Built only when thrown: outside Excel there may be no such class. */
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
