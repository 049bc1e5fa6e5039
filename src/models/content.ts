/** The part a cell plays; the spreadsheet draws each in its own style. */
export type CellStyle =
  "title" | "heading" | "label" | "unit" | "input" | "calculation" | "link" | "total" | "check" | "note";

/** One cell to be written. Formulas may use the addresses of the sheet they land on. */
export interface CellContent {
  /** A text is written as text, even when it begins with "=". */
  readonly value?: number | string | boolean;
  readonly formula?: string;
  /** In English: "#,##0.00", "0.0%", "yyyy-mm-dd". */
  readonly numberFormat?: string;
  readonly style?: CellStyle;
}

/** What a write puts down: rows of cells from the top left one on. */
export interface Content {
  /** Rows may differ in length; null or a missing cell leaves blank. */
  readonly rows: readonly (readonly (CellContent | null)[])[];
  /** In characters of the normal font, from the first column on. */
  readonly columnWidths?: readonly (number | undefined)[];
  /** Names to define for cells of the content, `row` and `column` counted from 0. A name in use elsewhere is left alone. */
  readonly names?: readonly {
    readonly name: string;
    readonly row: number;
    readonly column: number;
    readonly comment?: string;
  }[];
  /** Cells that take one of a few words, chosen from a list. */
  readonly choices?: readonly { readonly row: number; readonly column: number; readonly words: readonly string[] }[];
  /** Tables that formulas of the content spill beyond its rows, so that what lies below is checked too: rows and columns counted from the formula's cell. */
  readonly spills?: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  /** Rows, from the top, that stay in view while scrolling; on new sheets only. */
  readonly frozenRows?: number;
}
