/**
 * What the pane knows of a spreadsheet. One implementation: src/excel/workbook.ts, on Office.js.
 *
 * Addresses are A1 style without dollars. `sheet` is a sheet's plain name, unquoted; `address` never holds it.
 * Formulas are in English with commas, begin with "=", and are "" where a cell holds none.
 * Every method that reaches the spreadsheet rejects with a WorkbookError and with nothing else.
 */

import type { CellContent, CellStyle, Content } from "../models/content";

/** What a cell holds. null: blank. */
export type Value = number | string | boolean | null | CellError;

/** An error that a cell shows, as opposed to text that merely looks like one. */
export interface CellError {
  /** "#VALUE!", "#N/A", "#BUSY!" … */
  readonly error: string;
}

/** Where something is. */
export interface Place {
  readonly sheet: string;
  /** "B4" or "B4:D9". */
  readonly address: string;
}

/** One cell, read. */
export interface Cell extends Place {
  readonly formula: string;
  readonly value: Value;
  /** As shown, with the cell's number format and the user's locale. */
  readonly text: string;
  readonly numberFormat: string;
  /** Set when the cell shows part of a table that a formula spilled; also on the anchor itself. */
  readonly spill?: Spill;
}

/** The table that a cell is part of. */
export interface Spill {
  /** The cell that holds the formula, on the same sheet. */
  readonly anchor: string;
  readonly formula: string;
  /** The whole table. */
  readonly address: string;
  /** Of the cell within the table, 0 at the anchor. */
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, read; all tables have its shape. */
export interface Block extends Place {
  readonly values: readonly (readonly Value[])[];
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

export type { CellContent, CellStyle, Content };

/** Where to write. */
export type Target =
  /** A new sheet; a taken name gets a number: "Loan 2". `activate: false` leaves the user where they are. */
  | { readonly newSheet: string; readonly activate?: boolean }
  /** From a cell on. Whatever is there stays unless `overwrite` is true. `select: false` leaves the user where they are. */
  | { readonly sheet: string; readonly address: string; readonly overwrite?: boolean; readonly select?: boolean };

/** What a write did. */
export type WriteResult =
  | {
      readonly written: true;
      readonly place: Place;
      /** Names that were defined. */
      readonly names: readonly string[];
      /** What to pass to takeBack. */
      readonly receipt: Receipt;
    }
  | {
      readonly written: false;
      /** The rectangle that would have been written. */
      readonly place: Place;
      /** The cells in the way, at most ten, and how many there are. */
      readonly occupied: readonly Cell[];
      readonly occupiedCount: number;
    };

/** What is needed to restore the workbook as it was before a write. */
export interface Receipt {
  readonly place: Place;
  readonly newSheet: boolean;
  readonly before: readonly (readonly (string | number | boolean)[])[];
  readonly numberFormatsBefore: readonly (readonly string[])[];
  readonly names: readonly string[];
}

/** A chart over cells. The first row of the range names the series, its first column the points. */
export interface Chart {
  readonly type: "line" | "column" | "stackedColumn" | "bar";
  readonly sheet: string;
  /** With series of their own: the points alone. */
  readonly address: string;
  /** Series that do not stand beside the points: a name, and cells of the same sheet. */
  readonly series?: readonly { readonly name: string; readonly address: string }[];
  readonly title: string;
  /** Cells the chart covers. */
  readonly topLeft: string;
  readonly bottomRight: string;
  readonly valueAxis?: string;
  readonly categoryAxis?: string;
}

/** A cell whose formula calls one of the add-in's functions. */
export interface FormulaCell extends Place {
  readonly formula: string;
  readonly value: Value;
  readonly numberFormat: string;
}

/** What this spreadsheet can do; ask before offering it. */
export interface Capabilities {
  /** Write cells and add sheets. */
  readonly insert: boolean;
  readonly charts: boolean;
  /** Notes that the user sees on the cell. Without them notes are kept inside the document, unseen, and read back all the same. */
  readonly notes: boolean;
  readonly names: boolean;
  /** Tell where a spilled table comes from. */
  readonly spills: boolean;
  /** Keep data of our own inside the document. */
  readonly documentData: boolean;
}

/** How the user's spreadsheet writes numbers and separates arguments. */
export interface Separators {
  readonly decimal: string;
  readonly thousands: string;
  /** Between arguments: "," or ";". */
  readonly list: string;
}

export type Unsubscribe = () => void;

export interface Workbook {
  readonly capabilities: Capabilities;
  readonly separators: Separators;

  /** The active cell, or undefined when the selection is not a cell (a chart, several areas). */
  selectedCell(): Promise<Cell | undefined>;
  /** The selected rectangle. Limited to its used part when whole rows or columns are selected. */
  selection(): Promise<Block | undefined>;
  /** Calls back after the user selects something else. */
  onSelectionChanged(handler: () => void): Unsubscribe;
  /** Calls back after cells change or are recalculated; many changes may come as one call. */
  onChanged(handler: () => void): Unsubscribe;

  /** Reads rectangles in one step, in the order given; undefined where a sheet does not exist. "A1#" reads a spilled table. */
  read(places: readonly Place[]): Promise<(Block | undefined)[]>;
  /** What defined names stand for, by name as asked; missing names are absent. */
  namedPlaces(names: readonly string[]): Promise<ReadonlyMap<string, Place>>;
  /** All cells that call one of our functions. */
  ownFormulas(scope: "selection" | "sheet" | "workbook"): Promise<FormulaCell[]>;

  /** Writes everything or nothing, and selects what was written unless told not to. */
  write(content: Content, target: Target): Promise<WriteResult>;
  /**
   * Replaces the content of single cells, such as formulas by their native form, in the order given; keeps formats.
   * A formula without an equals sign is a constant as it is typed; "" empties the cell.
   */
  replace(cells: readonly (Place & { readonly formula: string })[]): Promise<void>;
  /** Restores what was there before a write. */
  takeBack(receipt: Receipt): Promise<void>;

  /** In the order of the tabs; hidden sheets left out. */
  sheets(): Promise<{ readonly name: string; readonly active: boolean }[]>;
  /** Adds an empty sheet and returns the name it got. */
  addSheet(name: string): Promise<string>;
  activate(sheet: string): Promise<void>;
  /** Selects cells and brings their sheet to the front. */
  select(place: Place): Promise<void>;
  /** Adds a chart; false where the spreadsheet has none. */
  addChart(chart: Chart): Promise<boolean>;

  note(cell: Place): Promise<string | undefined>;
  /** Sets or, without a text, removes a note. */
  setNote(cell: Place, text: string | undefined): Promise<void>;

  /** The XML the document keeps for us under a namespace. */
  documentData(namespace: string): Promise<string | undefined>;
  /** Sets or, without XML, removes it. The XML's root must be in the namespace. */
  setDocumentData(namespace: string, xml: string | undefined): Promise<void>;
  /** A setting saved with the document. */
  setting(key: string): unknown;
  setSetting(key: string, value: unknown): Promise<void>;

  /** Enters every formula of ours that shows an error once more; returns how many. Wakes cells that were opened before the add-in was there. */
  repair(): Promise<number>;
}

/** Why a WorkbookError was raised, for those who react to one kind. */
export type WorkbookErrorCode =
  | "editing"
  | "protected"
  | "notFound"
  | "severalAreas"
  | "tooLarge"
  | "unsupported"
  | "readOnly"
  | "spillBlocked"
  | "unknown";

/** A failure in words for the user: what happened and what to do. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "WorkbookError";
  }
}

/** Colors of the application around the pane; "auto" leaves light or dark to the system. */
export type HostTheme = "light" | "dark" | "auto";

/** What surrounds the pane. src/excel/taskpane.ts, where the bundle starts, hands it to `start(root, host)` of taskpane.tsx. */
export interface Host {
  /** Settles soon after start: the workbook, or undefined in a plain browser. Never rejects; render before it settles. */
  readonly workbook: Promise<Workbook | undefined>;
  theme(): HostTheme;
  onThemeChanged(handler: (theme: HostTheme) => void): Unsubscribe;
  /** Goes before every key in localStorage, so that documents on one domain do not share state they should not. Known once `workbook` has settled. */
  storagePrefix(): string;
}
