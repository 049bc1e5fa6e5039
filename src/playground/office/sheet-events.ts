/** The arguments that handlers of a worksheet's events receive. */
import { boxAddress, cellAddress } from "./a1";
import type { RequestContext } from "./context";
import type { GridEvent } from "./grid";
import { Range } from "./range";

export type SheetEventName =
  "onActivated" | "onAdded" | "onCalculated" | "onChanged" | "onDeleted" | "onFormulaChanged" | "onSelectionChanged";

/** The arguments for one kind of event; undefined for events of another kind. */
export function sheetEventArguments(name: SheetEventName, context: RequestContext, event: GridEvent): unknown {
  switch (name) {
    case "onSelectionChanged":
      if (event.type !== "selection") return undefined;
      return { type: "WorksheetSelectionChanged", worksheetId: event.sheet, address: boxAddress(event.box) };
    case "onChanged":
      if (event.type !== "changed") return undefined;
      return {
        type: "WorksheetChanged",
        worksheetId: event.sheet,
        address: boxAddress(event.box),
        changeType: "RangeEdited",
        source: "Local",
        triggerSource: "Unknown",
        getRange: (other: RequestContext = context) => new Range(other, () => ({ sheet: event.sheet, box: event.box })),
      };
    case "onFormulaChanged":
      // Excel reports formulas that replace formulas, not those entered into empty cells.
      if (event.type !== "changed" || event.before.length === 0) return undefined;
      return {
        type: "WorksheetFormulaChanged",
        worksheetId: event.sheet,
        source: "Local",
        formulaDetails: event.before.map(({ row, column, formula }) => ({
          cellAddress: cellAddress(row, column),
          previousFormula: formula,
        })),
      };
    case "onCalculated":
      if (event.type !== "calculated") return undefined;
      return { type: "WorksheetCalculated", worksheetId: event.sheet, address: boxAddress(event.box) };
    case "onActivated":
      return event.type === "activated" ? { type: "WorksheetActivated", worksheetId: event.sheet } : undefined;
    case "onAdded":
      return event.type === "added" ? { type: "WorksheetAdded", worksheetId: event.sheet, source: "Local" } : undefined;
    case "onDeleted":
      return event.type === "deleted"
        ? { type: "WorksheetDeleted", worksheetId: event.sheet, source: "Local" }
        : undefined;
  }
}
