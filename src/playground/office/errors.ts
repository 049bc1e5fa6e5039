/** The error that the Excel API rejects with: told apart by its code. */
export class OfficeError extends Error {
  readonly debugInfo: { readonly code: string; readonly message: string; readonly errorLocation: string };
  readonly traceMessages: readonly string[] = [];

  constructor(
    readonly code: string,
    message: string,
    errorLocation = "",
  ) {
    super(message);
    this.name = "RichApi.Error";
    this.debugInfo = { code, message, errorLocation };
  }

  override toString(): string {
    return `${this.code}: ${this.message}`;
  }
}

export function invalidArgument(
  message = "The argument is invalid or missing or has an incorrect format.",
): OfficeError {
  return new OfficeError("InvalidArgument", message);
}

export function notFound(message = "The requested resource doesn't exist."): OfficeError {
  return new OfficeError("ItemNotFound", message);
}

/** For what Excel has and this spreadsheet has not; a program that asks for it learns so at once. */
export function notImplemented(what: string): OfficeError {
  return new OfficeError("NotImplemented", `The embedded workbook does not have ${what}.`);
}

/** Any failure as an error of the API. */
export function asOfficeError(error: unknown): OfficeError {
  if (error instanceof OfficeError) return error;
  return new OfficeError("GeneralException", error instanceof Error ? error.message : String(error));
}
