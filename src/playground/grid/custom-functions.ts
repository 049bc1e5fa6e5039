/**
 * The global that Excel gives to functions.js: associate, Error and ErrorCode.
 * It stands in for Microsoft's custom-functions runtime, which may only be used inside Microsoft 365.
 */

/** The texts of errors, under the names that functions use. */
export const errorCodes = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

/** What a function throws to choose the error that its cell shows. */
export class CustomFunctionsError extends Error {
  constructor(
    readonly code: string = errorCodes.invalidValue,
    message = "",
  ) {
    super(message);
    this.name = "CustomFunctions.Error";
  }
}

export interface CustomFunction {
  (...args: unknown[]): unknown;
  /** What the engine has to know beforehand: whether it may answer later, by a promise. */
  readonly mayWait?: boolean;
}

/** The functions that functions.js associated, by upper-case id. */
export type Associations = ReadonlyMap<string, CustomFunction>;

/** Puts `CustomFunctions` on a global object and returns what gets associated through it. */
export function installCustomFunctions(target: object): Associations {
  const associations = new Map<string, CustomFunction>();
  const add = (id: string, fn: unknown): void => {
    if (typeof fn === "function") associations.set(id.toUpperCase(), fn as CustomFunction);
  };
  const associate = (idOrTable: string | Readonly<Record<string, unknown>>, fn?: unknown): void => {
    if (typeof idOrTable === "string") add(idOrTable, fn);
    else for (const [id, entry] of Object.entries(idOrTable)) add(id, entry);
  };
  Object.assign(target, { CustomFunctions: { associate, Error: CustomFunctionsError, ErrorCode: errorCodes } });
  return associations;
}
