/** The spreadsheet as the Office emulation sees it; src/playground/grid implements it on the engine. */
import type { Box, Size } from "./a1";

/** A cell's value; null is blank. Errors are told from text by their class. */
export type Value = number | string | boolean | null | { readonly error: string };

export interface CellState {
  readonly value: Value;
  /** With its "=", or "". Cells that a formula elsewhere spills into have none. */
  readonly formula: string;
  /** As shown. */
  readonly text: string;
  readonly numberFormat: string;
}

/** What goes into a cell: null leaves it as it is, "" empties it, text beginning with "=" is a formula. */
export type CellInput = number | string | boolean | null;

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
}

export interface Selection {
  readonly sheet: string;
  readonly boxes: readonly Box[];
  readonly active: { readonly row: number; readonly column: number };
}

/** How cells look. In what is read, null stands for cells that differ; in what is set, absent leaves as it is. */
export interface Look {
  bold?: boolean | null;
  italic?: boolean | null;
  underline?: boolean | null;
  color?: string | null;
  size?: number | null;
  font?: string | null;
  /** "" is no fill. */
  fill?: string | null;
  alignment?: "General" | "Left" | "Center" | "Right" | null;
  verticalAlignment?: "Top" | "Center" | "Bottom" | null;
  wrap?: boolean | null;
  indent?: number | null;
}

export type Side = "top" | "bottom" | "left" | "right" | "horizontal" | "vertical";

export interface BorderLook {
  readonly style: "none" | "thin" | "medium" | "thick" | "dashed" | "dotted" | "double";
  readonly color: string;
}

export interface Name {
  readonly name: string;
  /** With its "=". */
  readonly formula: string;
  readonly comment: string;
}

/** What is kept with a cell beside its content, and moves with it. */
export interface CellExtra {
  readonly note?: string;
  readonly style?: string;
  /** The words that may be chosen. */
  readonly choices?: readonly string[];
}

export type GridEvent =
  | { readonly type: "selection"; readonly sheet: string; readonly box: Box }
  | {
      readonly type: "changed";
      readonly sheet: string;
      readonly box: Box;
      /** Formulas that were there before. */
      readonly before: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
    }
  | { readonly type: "calculated"; readonly sheet: string; readonly box: Box }
  | { readonly type: "activated" | "added" | "deleted"; readonly sheet: string }
  /** Something that is saved with the workbook changed. */
  | { readonly type: "saved" }
  | { readonly type: "theme" };

export interface Grid {
  /** In the order of the tabs. */
  sheets(): readonly SheetState[];
  activeSheet(): string;
  activate(sheet: string): void;
  /** At the end, not brought to the front. Returns the new id. */
  addSheet(name: string): string;
  deleteSheet(sheet: string): void;
  renameSheet(sheet: string, name: string): void;
  size(sheet: string): Size;
  freeze(sheet: string, rows: number, columns: number): void;
  tabColor(sheet: string): string;
  setTabColor(sheet: string, color: string): void;
  gridlines(sheet: string): boolean;
  setGridlines(sheet: string, shown: boolean): void;

  selection(): Selection;
  select(sheet: string, box: Box): void;
  /** The rectangle of all cells with content, or also of those that only have a look. */
  used(sheet: string, valuesOnly: boolean): Box | undefined;

  read(sheet: string, box: Box): CellState[][];
  write(sheet: string, box: Box, inputs: readonly (readonly CellInput[])[]): void;
  clear(sheet: string, box: Box, what: "All" | "Contents" | "Formats"): void;
  /** null leaves a cell's format as it is. */
  setNumberFormats(sheet: string, box: Box, formats: readonly (readonly (string | null)[])[]): void;
  /** The table that the formula in a cell spills, itself included. */
  spill(sheet: string, row: number, column: number): Box | undefined;
  /** The cell whose table covers a cell, the cell itself included. */
  spillParent(sheet: string, row: number, column: number): { row: number; column: number } | undefined;

  look(sheet: string, box: Box): Look;
  setLook(sheet: string, box: Box, look: Look): void;
  setBorder(sheet: string, box: Box, side: Side, border: BorderLook): void;
  merge(sheet: string, box: Box, across: boolean): void;
  /** In pixels; undefined where columns differ. */
  columnWidth(sheet: string, box: Box): number | undefined;
  setColumnWidth(sheet: string, box: Box, pixels: number): void;
  rowHeight(sheet: string, box: Box): number | undefined;
  setRowHeight(sheet: string, box: Box, pixels: number): void;
  fitColumns(sheet: string, box: Box): void;

  extra(sheet: string, row: number, column: number): CellExtra;
  setExtra(sheet: string, row: number, column: number, extra: CellExtra): void;
  /** All cells of a sheet that have one. */
  extras(sheet: string): readonly { readonly row: number; readonly column: number; readonly extra: CellExtra }[];

  names(): readonly Name[];
  setName(name: Name): void;
  deleteName(name: string): void;

  /** Data saved with the workbook, by key. */
  documentData(): Readonly<Record<string, unknown>>;
  setDocumentData(key: string, value: unknown): void;

  /** Calculates everything once more. */
  recalculate(): void;
  /** Resolves when what was written is calculated. */
  settle(): Promise<void>;
  /** Makes one undo step of what happens inside. */
  asOneStep<Result>(work: () => Promise<Result>): Promise<Result>;
  on(handler: (event: GridEvent) => void): () => void;
}

/** What the page hands to the pane in its frame, as `window.parent.__embeddedHost`. */
export interface EmbeddedHost {
  /** Resolves when the workbook can be used. */
  readonly ready: Promise<void>;
  readonly grid: Grid;
  theme(): "light" | "dark";
  /** Examples under "Open example"; the pane may add its own. */
  readonly examples: ExampleList;
  /** Moves the keyboard back to the sheet. */
  focusSheet(): void;
  /** What is being typed into a cell; undefined when nothing is. */
  typed(): string | undefined;
  /** The pane goes: what it has begun will never end. */
  paneLeaves(): void;
}

/** An entry of the menu "Open example". */
export interface ExampleEntry {
  readonly title: string;
  readonly open: () => void | Promise<void>;
}

export interface ExampleList {
  add(entry: ExampleEntry): void;
}
