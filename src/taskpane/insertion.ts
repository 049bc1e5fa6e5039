import type { App } from "./app";
import { layOut, type SheetPlan } from "./sheet-rows";
import { type Content, type Place, type Receipt, WorkbookError } from "./workbook";

/** What Insert did, for the reader. */
export type Outcome =
  | { readonly kind: "written"; readonly place: Place; readonly receipt: Receipt }
  | { readonly kind: "occupied"; readonly place: Place; readonly count: number; readonly first: string }
  | { readonly kind: "failed"; readonly message: string; readonly onNewSheet: boolean }
  | { readonly kind: "copied" }
  | { readonly kind: "notCopied"; readonly text: string }
  | { readonly kind: "takenBack" };

export type Where = "asSet" | "newSheet" | "overwrite";

/** Writes a block where the reader wants it; in a plain browser it goes to the clipboard instead. */
export async function insert(app: App, plan: SheetPlan, where: Where = "asSet"): Promise<Outcome> {
  const { workbook } = app;
  if (!workbook?.capabilities.insert) {
    const text = asText(layOut(plan, "A1"));
    return (await app.around.copy(text)) ? { kind: "copied" } : { kind: "notCopied", text };
  }
  try {
    const onNewSheet = where === "newSheet" || (where === "asSet" && app.state.settings.insertAt === "newSheet");
    const cell = onNewSheet ? undefined : await workbook.selectedCell();
    if (!cell) {
      const result = await workbook.write(layOut(plan, "A1"), { newSheet: sheetName(plan.sheetName) });
      return outcomeOf(result);
    }
    const content = layOut(plan, cell.address);
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
