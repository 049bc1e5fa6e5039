/** An example workbook as data: what its sheets hold and how they look. */
export interface Example {
  readonly title: string;
  readonly sheets: readonly ExampleSheet[];
  /** The sheet it opens on, counted from 0; the first where left out. */
  readonly opens?: number;
}

export interface ExampleSheet {
  readonly name: string;
  /** In pixels, from the first column on. */
  readonly columnWidths: readonly number[];
  /** Rows whose heads need two lines, as numbered in the sheet. */
  readonly tallRows?: readonly number[];
  /** Rows, from the top, that stay in view. */
  readonly frozenRows?: number;
  /** By address, such as B4. */
  readonly cells: Readonly<Record<string, ExampleCell>>;
  /** Frames around the tables that formulas spill, by address. */
  readonly spills: readonly string[];
  /** The cell selected when the sheet opens. */
  readonly start: string;
}

export interface ExampleCell {
  /** Text, a number, or a formula with its "=". */
  readonly content?: string | number;
  readonly look?: ExampleLook;
  readonly format?: string;
  /** Shown as passing or failing like the verdict in another cell, or by being at least what another cell holds. */
  readonly verdict?: { readonly like: string } | { readonly atLeast: string };
}

/** The part a cell plays. */
export type ExampleLook =
  "title" | "note" | "heading" | "label" | "input" | "link" | "unit" | "column" | "result" | "total" | "test";

/** Rows of label, value and unit, one below the other from a row on, in columns A to C. */
export function labelledRows(
  first: number,
  rows: readonly (readonly [label: string, value: ExampleCell, unit: string])[],
): Record<string, ExampleCell> {
  return Object.fromEntries<ExampleCell>(
    rows.flatMap(([label, value, unit], index): [string, ExampleCell][] => {
      const row = first + index;
      return [
        [`A${row}`, { content: label, look: "label" }],
        [`B${row}`, value],
        [`C${row}`, { content: unit, look: "unit" }],
      ];
    }),
  );
}

export function input(content: number, format: string): ExampleCell {
  return { content, look: "input", format };
}

export function result(content: string, format: string): ExampleCell {
  return { content, look: "result", format };
}

/** The same look and format for a block of cells that a formula spills into. */
export function block(
  columns: readonly string[],
  rows: readonly number[],
  cell: ExampleCell,
): Record<string, ExampleCell> {
  return Object.fromEntries(columns.flatMap((column) => rows.map((row) => [`${column}${row}`, cell])));
}
