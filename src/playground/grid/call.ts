/**
 * How Excel calls an add-in's function and what it makes of the answer. Knows no spreadsheet engine.
 */
import { CustomFunctionsError, errorCodes, type Associations } from "./custom-functions";
import { nameInFormulas, type FunctionMetadata, type ParameterMetadata } from "./metadata";
import { typedNumber } from "./typed-number";

/** An argument left out: `F(1,,3)` or a missing last one. */
export const omitted = Symbol("omitted");

/** An error in a cell, as opposed to text that looks like one. */
export class CellError {
  constructor(
    readonly code: string,
    /** The words for the user, "" when there are none. */
    readonly message = "",
  ) {}
}

/** A cell's content as an argument; null is a blank cell. */
export type CellContent = number | string | boolean | null | CellError;

/** An argument: omitted, one value, or a rectangle. */
export type Argument = typeof omitted | CellContent | CellContent[][];

/** A value for a cell. */
export type CellResult = number | string | boolean | CellError;

export interface CallSettings {
  /** A blank cell given to a parameter of type `any`: 0 in Excel on the desktop, null on the web. */
  blank: 0 | null;
  /** From functions.json: errors reach parameters of type `any`. */
  passErrors: boolean;
}

/** Calls a function as Excel does. Never throws: what goes wrong comes back as an error for the cell. */
export function callFunction(
  fn: FunctionMetadata,
  associations: Associations,
  args: readonly Argument[],
  address: string,
  settings: CallSettings,
): CellResult | CellResult[][] | Promise<CellResult | CellResult[][]> {
  try {
    const call = associations.get(fn.id.toUpperCase());
    if (!call) throw new CustomFunctionsError(errorCodes.notAvailable, `${fn.name} is declared but not associated`);
    const invocation = { functionName: nameInFormulas(fn), address, parameterAddresses: [] };
    const returned = call(...bindArguments(fn, args, settings), invocation);
    return returned instanceof Promise ? returned.then(toResult, toCellError) : toResult(returned);
  } catch (error) {
    return toCellError(error);
  }
}

/** What the function receives, without the invocation that follows. */
export function bindArguments(fn: FunctionMetadata, args: readonly Argument[], settings: CallSettings): unknown[] {
  checkCount(fn, args.length);
  return fn.parameters.map((parameter, index) =>
    parameter.repeating
      ? args.slice(index).map((argument) => bindArgument(parameter, argument, settings))
      : bindArgument(parameter, args[index] ?? (index < args.length ? null : omitted), settings),
  );
}

function checkCount(fn: FunctionMetadata, count: number): void {
  const required = fn.parameters.filter((parameter) => !parameter.optional && !parameter.repeating);
  const missing = required[count];
  if (missing) throw new CustomFunctionsError(errorCodes.invalidValue, `${missing.name} is missing`);
  const endless = fn.parameters.some((parameter) => parameter.repeating);
  if (!endless && count > fn.parameters.length)
    throw new CustomFunctionsError(
      errorCodes.invalidValue,
      `takes at most ${fn.parameters.length} arguments; it has ${count}`,
    );
}

function bindArgument(parameter: ParameterMetadata, argument: Argument, settings: CallSettings): unknown {
  if (argument === omitted && (parameter.optional || parameter.repeating)) return null;
  const given = argument === omitted ? null : argument;
  if (parameter.dimensionality === "matrix") {
    const rows = Array.isArray(given) ? given : [[given]];
    return rows.map((row) => row.map((cell) => convert(parameter, cell, settings)));
  }
  if (!Array.isArray(given)) return convert(parameter, given, settings);
  const only = given.length === 1 && given[0]?.length === 1 ? given[0][0] : undefined;
  if (only === undefined)
    throw new CustomFunctionsError(errorCodes.invalidValue, `${parameter.name} must be one cell; it is a range`);
  return convert(parameter, only, settings);
}

/** Excel's conversion of one cell to the declared type. */
function convert(parameter: ParameterMetadata, cell: CellContent, settings: CallSettings): unknown {
  const type = parameter.type ?? "any";
  if (cell instanceof CellError) {
    if (type === "any" && settings.passErrors) return new CustomFunctionsError(cell.code, cell.message);
    throw new ErrorPassedOn(cell);
  }
  switch (type) {
    case "number":
      return toNumber(parameter, cell);
    case "boolean":
      return toBoolean(parameter, cell);
    case "string":
      return cell === null ? "" : typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
    default:
      return cell === null ? settings.blank : cell;
  }
}

function toNumber(parameter: ParameterMetadata, cell: number | string | boolean | null): number {
  if (typeof cell === "number") return cell;
  if (cell === null) return 0;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  const number = typedNumber(cell)?.value;
  if (number === undefined) throw wrongType(parameter, "a number", cell);
  return number;
}

function toBoolean(parameter: ParameterMetadata, cell: number | string | boolean | null): boolean {
  if (typeof cell === "boolean") return cell;
  if (cell === null) return false;
  if (typeof cell === "number") return cell !== 0;
  if (/^true$/i.test(cell)) return true;
  if (/^false$/i.test(cell)) return false;
  throw wrongType(parameter, "TRUE or FALSE", cell);
}

/** Excel answers #VALUE! without words; here the reader learns which argument it was. */
function wrongType(parameter: ParameterMetadata, expected: string, text: string): CustomFunctionsError {
  return new CustomFunctionsError(errorCodes.invalidValue, `${parameter.name} must be ${expected}; it is '${text}'`);
}

/** What cells show of a returned value. */
export function toResult(returned: unknown): CellResult | CellResult[][] {
  if (!Array.isArray(returned)) return toCell(returned);
  const rows = returned.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return new CellError("#CALC!", "the function returned an empty table");
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) =>
      column < row.length ? toTableCell(row[column]) : new CellError(errorCodes.notAvailable),
    ),
  );
}

function toCell(value: unknown): CellResult {
  if (value === null || value === undefined) return 0;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value === 0 ? 0 : value;
    return new CellError(Number.isNaN(value) ? errorCodes.invalidValue : errorCodes.invalidNumber);
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (isCustomFunctionsError(value)) return toCellError(value);
  if (typeof value === "object" && "basicValue" in value) return fromRichValue(value);
  if (value instanceof Date) return value.toString();
  return new CellError(errorCodes.invalidValue, "the function returned something that a cell cannot hold");
}

/** Inside a table Excel turns what is not a finite number into 0. */
function toTableCell(value: unknown): CellResult {
  return typeof value === "number" && !Number.isFinite(value) ? 0 : toCell(value);
}

/** Excel's data types carry their plain value along. */
function fromRichValue(value: object & { basicValue?: unknown; type?: unknown; message?: unknown }): CellResult {
  if (value.type === "Error")
    return new CellError(String(value.basicValue), typeof value.message === "string" ? value.message : "");
  return toCell(value.basicValue);
}

function isCustomFunctionsError(value: unknown): value is { code: string; message: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "code" in value &&
    typeof value.code === "string" &&
    value.code.startsWith("#")
  );
}

/** An argument was an error: the cell shows the same one, and the function is not called. */
class ErrorPassedOn extends Error {
  constructor(readonly cell: CellError) {
    super(cell.message);
  }
}

/** Excel shows a plain exception as #VALUE! and drops its text; an add-in's own error keeps both. */
function toCellError(error: unknown): CellError {
  if (error instanceof ErrorPassedOn) return error.cell;
  if (isCustomFunctionsError(error)) return new CellError(sendable(error.code), error.message);
  return new CellError(errorCodes.invalidValue);
}

/** #NAME? and #REF! are errors that Excel takes in but does not let an add-in give out. */
function sendable(code: string): string {
  return code === errorCodes.invalidName || code === errorCodes.invalidReference ? errorCodes.invalidValue : code;
}
