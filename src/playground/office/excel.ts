/** The global `Excel`. */
import { RequestContext } from "./context";
import type { Grid } from "./grid";

type Batch<Result> = (context: RequestContext) => Result | Promise<Result>;

/** What `Excel.run` can be given before the batch: options, or objects of an earlier run. */
type Before = RequestContext | { readonly context?: RequestContext } | readonly { readonly context: RequestContext }[];

export interface Excel {
  run<Result>(batch: Batch<Result>): Promise<Result>;
  run<Result>(before: Before, batch: Batch<Result>): Promise<Result>;
  readonly RequestContext: new () => RequestContext;
}

export function makeExcel(grid: Grid): Excel & Record<string, unknown> {
  async function run<Result>(first: Batch<Result> | Before, second?: Batch<Result>): Promise<Result> {
    const batch = typeof first === "function" ? first : second;
    if (!batch) throw new TypeError("Excel.run needs a function.");
    const context =
      typeof first === "function" ? new RequestContext(grid) : (contextOf(first) ?? new RequestContext(grid));
    const result = await batch(context);
    await context.sync();
    return result;
  }

  return {
    run,
    RequestContext: class extends RequestContext {
      constructor() {
        super(grid);
      }
    },
    ...enumerations,
  };
}

function contextOf(before: Before): RequestContext | undefined {
  if (before instanceof RequestContext) return before;
  if (Array.isArray(before)) return (before as readonly { readonly context: RequestContext }[])[0]?.context;
  return "context" in before ? before.context : undefined;
}

/** The enumerations that programs for Excel use by name; their values are the words of the API. */
const enumerations = {
  BorderIndex: same("edgeTop", "edgeBottom", "edgeLeft", "edgeRight", "insideVertical", "insideHorizontal"),
  BorderLineStyle: same("none", "continuous", "dash", "dashDot", "dashDotDot", "dot", "double", "slantDashDot"),
  BorderWeight: same("hairline", "thin", "medium", "thick"),
  CalculationMode: same("automatic", "automaticExceptTables", "manual"),
  CalculationType: same("recalculate", "full", "fullRebuild"),
  ClearApplyTo: same("all", "formats", "contents", "hyperlinks"),
  HorizontalAlignment: same("general", "left", "center", "right", "fill", "justify"),
  RangeValueType: same("unknown", "empty", "string", "integer", "double", "boolean", "error", "richValue"),
  RangeUnderlineStyle: same("none", "single", "double"),
  SpecialCellType: same("constants", "formulas", "blanks", "visible"),
  SpecialCellValueType: same("all", "errors", "logical", "numbers", "text"),
  VerticalAlignment: same("top", "center", "bottom"),
  WorksheetVisibility: same("visible", "hidden", "veryHidden"),
  BuiltInStyle: {
    normal: "Normal",
    calculation: "Calculation",
    checkCell: "Check Cell",
    explanatoryText: "Explanatory Text",
    heading1: "Heading 1",
    heading2: "Heading 2",
    heading3: "Heading 3",
    heading4: "Heading 4",
    input: "Input",
    linkedCell: "Linked Cell",
    note: "Note",
    output: "Output",
    good: "Good",
    bad: "Bad",
    neutral: "Neutral",
    total: "Total",
    warningText: "Warning Text",
  },
  ChartType: same("line", "lineMarkers", "columnClustered", "columnStacked", "barClustered", "xyscatter"),
  ChartSeriesBy: same("auto", "columns", "rows"),
  ErrorCodes: same(
    "accessDenied",
    "generalException",
    "invalidArgument",
    "invalidOperation",
    "invalidOperationInCellEditMode",
    "invalidSelection",
    "itemAlreadyExists",
    "itemNotFound",
    "notImplemented",
  ),
};

/** { edgeTop: "EdgeTop", … } */
function same(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]));
}
