import type { App } from "./app";
import { layOut, type SheetPlan } from "./sheet-rows";
import { type Chart, type Content, type Place, type Receipt, WorkbookError } from "./workbook";

/** What Insert did, for the reader. */
export type Outcome =
  | { readonly kind: "written"; readonly place: Place; readonly receipt: Receipt }
  | { readonly kind: "occupied"; readonly place: Place; readonly count: number; readonly first: string }
  | { readonly kind: "failed"; readonly message: string; readonly onNewSheet: boolean }
  | { readonly kind: "copied" }
  | { readonly kind: "notCopied"; readonly text: string }
  | { readonly kind: "takenBack" };

export type Where = "asSet" | "newSheet" | "overwrite";

/** A block whose cells are laid out by its maker. */
export interface CellPlan {
  readonly sheetName: string;
  /** The cells, with their upper left corner at an address. */
  layOut(corner: string): Content;
  /** The cell it speaks of: while that one is selected the block goes to a new sheet. */
  readonly avoid?: Place;
  /** What is drawn where the block has a sheet of its own. */
  chart?(corner: string): Omit<Chart, "sheet"> | undefined;
}

/** Writes a block where the reader wants it; in a plain browser it goes to the clipboard instead. */
export async function insert(app: App, plan: SheetPlan | CellPlan, where: Where = "asSet"): Promise<Outcome> {
  const { workbook } = app;
  if (!workbook?.capabilities.insert) {
    const text = asText(contentOf(plan, "A1"));
    return (await app.around.copy(text)) ? { kind: "copied" } : { kind: "notCopied", text };
  }
  try {
    const onNewSheet = where === "newSheet" || (where === "asSet" && app.state.settings.insertAt === "newSheet");
    const cell = onNewSheet ? undefined : await workbook.selectedCell();
    if (!cell || (where === "asSet" && "avoid" in plan && samePlace(plan.avoid, cell))) {
      const result = await workbook.write(contentOf(plan, "A1"), { newSheet: sheetName(plan.sheetName) });
      if (result.written) await draw(app, plan, result.place);
      return outcomeOf(result);
    }
    const content = contentOf(plan, cell.address);
    const target = { sheet: cell.sheet, address: cell.address, overwrite: where === "overwrite" };
    return outcomeOf(await workbook.write(content, target));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return {
      kind: "failed",
      message: error.message,
      onNewSheet: error.code === "protected" || error.code === "spillBlocked",
    };
  }
}

const contentOf = (plan: SheetPlan | CellPlan, corner: string): Content =>
  "layOut" in plan ? plan.layOut(corner) : layOut(plan, corner);

const samePlace = (one: Place | undefined, other: Place): boolean =>
  one?.sheet === other.sheet && one.address === other.address;

/** The block's chart, where the spreadsheet draws any and the reader wants one. The cells stand without it. */
async function draw(app: App, plan: SheetPlan | CellPlan, { sheet, address }: Place): Promise<void> {
  if (!("chart" in plan) || !app.state.settings.insertCharts || !app.workbook?.capabilities.charts) return;
  const chart = plan.chart?.(address.split(":")[0]!);
  if (!chart) return;
  try {
    await app.workbook.addChart({ ...chart, sheet });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
  }
}

/** Restores what was there before. */
export async function takeBack(app: App, receipt: Receipt): Promise<Outcome> {
  try {
    await app.workbook?.takeBack(receipt);
    return { kind: "takenBack" };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { kind: "failed", message: error.message, onNewSheet: false };
  }
}

/** Cells as text that a sheet takes when it is pasted into A1. */
export function asText(content: Content): string {
  return content.rows
    .map((row) => row.map((cell) => (cell?.formula ?? String(cell?.value ?? "")).replace(/[\t\n]/g, " ")).join("\t"))
    .join("\n");
}

function outcomeOf(result: Awaited<ReturnType<NonNullable<App["workbook"]>["write"]>>): Outcome {
  if (result.written) return { kind: "written", place: result.place, receipt: result.receipt };
  return {
    kind: "occupied",
    place: result.place,
    count: result.occupiedCount,
    first: result.occupied[0]?.address ?? result.place.address,
  };
}

/** Sheet names have at most 31 characters and none of : \ / ? * [ ]. */
function sheetName(title: string): string {
  return title
    .replace(/[:\\/?*[\]]/g, " ")
    .slice(0, 31)
    .trim();
}
