import { WorkbookError, type WorkbookErrorCode } from "../taskpane/workbook";

/**
 * Does a piece of work in Excel. While the user edits a cell it waits until the edit ends, instead of failing.
 * Whatever goes wrong comes out as a WorkbookError.
 */
export async function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw workbookError(error);
  }
}

/** Whether this Excel has a requirement set. Outside Office there is none. */
export function supports(version: string): boolean {
  try {
    return Office.context.requirements.isSetSupported("ExcelApi", version);
  } catch {
    return false;
  }
}

/** What Excel's codes mean, in words that say what to do. */
const kinds: readonly (readonly [WorkbookErrorCode, string, readonly string[]])[] = [
  [
    "editing",
    "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
    ["InvalidOperationInCellEditMode"],
  ],
  [
    "protected",
    "These cells are protected. Unprotect the sheet (Review, Unprotect Sheet) or choose other cells.",
    ["AccessDenied", "ProtectedSheet", "NotAllowed"],
  ],
  ["notFound", "That sheet or cell is not there any more.", ["ItemNotFound", "InvalidReference", "InvalidBinding"]],
  ["severalAreas", "Select one area of cells, not several.", ["InvalidSelection"]],
  [
    "tooLarge",
    "That is more than Excel can take at once. Choose fewer cells.",
    [
      "RequestPayloadSizeLimitExceeded",
      "ResponsePayloadSizeLimitExceeded",
      "RangeExceedsLimit",
      "OperationCellsExceedLimit",
      "FormulaLengthExceedsLimit",
    ],
  ],
  [
    "unsupported",
    "This version of Excel cannot do that.",
    ["ApiNotFound", "NotImplemented", "UnsupportedFeature", "UnsupportedOperation", "UnsupportedSheet", "NotSupported"],
  ],
  [
    "unknown",
    "Excel is busy. Try again in a moment.",
    ["RequestAborted", "Conflict", "Timeout", "ActivityLimitReached", "InactiveWorkbook"],
  ],
];

export function workbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = codeOf(error);
  const known = kinds.find(([, , codes]) => codes.includes(code ?? ""));
  if (known) return new WorkbookError(known[0], known[1], { cause: error });
  const said = error instanceof Error && error.message ? ` It says: ${error.message}` : "";
  return new WorkbookError("unknown", `Excel could not do that.${said}`, { cause: error });
}

/** Errors of the Excel API carry a code; it is compared as text, for the class is absent from some hosts. */
function codeOf(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
