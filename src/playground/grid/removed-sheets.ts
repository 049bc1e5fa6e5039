import { SpreadsheetSkeleton } from "@univerjs/preset-sheets-core";

/** The parts of the engine's layout of a sheet that are touched here; the data are private in its types. */
interface Layout {
  readonly _worksheetData: unknown;
  calculateAutoHeightInRange: (this: Layout, ...given: unknown[]) => unknown[];
}

/**
 * Univer 0.25 works out the heights of the rows that are out of sight in idle time, also when the sheet was deleted
 * meanwhile, and fails then. This leaves such sheets alone.
 */
export function leaveRemovedSheetsAlone(): void {
  const layout = SpreadsheetSkeleton.prototype as unknown as Layout;
  const original = layout.calculateAutoHeightInRange;
  layout.calculateAutoHeightInRange = function (...given) {
    return this._worksheetData ? original.apply(this, given) : [];
  };
}
