import { columnLetters, quoteSheet } from "../formula/address";
import type { Model, ModelTable } from "./model";

/** dynamic: calls of our functions, tables spill. classic: native formulas only, row by row. */
export type InsertStyle = "dynamic" | "classic";

export const sheetIds = ["about", "inputs", "workings", "schedules", "outputs", "checks"] as const;
export type SheetId = (typeof sheetIds)[number];

export const sheetTitles: Readonly<Record<SheetId, string>> = {
  about: "About",
  inputs: "Inputs",
  workings: "Workings",
  schedules: "Schedules",
  outputs: "Outputs",
  checks: "Checks",
};

/** Columns of every sheet with a time axis, counted from 1. */
export const columns = { label: 1, unit: 2, value: 3, total: 4, mark: 5, note: 6, start: 7, first: 8 } as const;
/** The row that holds the master check, the one that holds the column headings with the time axis, and the first one below. */
export const rows = { title: 1, master: 2, axis: 4, body: 5 } as const;
/** Rows at the top of Outputs that the chart covers. */
export const chartRows = 18;

/** Where the values of an id are. */
export type Spot =
  | { readonly kind: "value"; readonly sheet: SheetId; readonly row: number }
  | { readonly kind: "series"; readonly sheet: SheetId; readonly row: number }
  | {
      readonly kind: "table";
      readonly sheet: SheetId;
      /** The row of the headers. */
      readonly row: number;
      readonly rows: number;
      /** Names as the function declares them. */
      readonly columns: readonly string[];
    };

/** Addresses as formulas of one sheet write them. */
export class Layout {
  readonly spots = new Map<string, Spot>();
  readonly last: number;

  constructor(
    readonly model: Model,
    private readonly names: Readonly<Record<SheetId, string>>,
  ) {
    this.last = columns.first + model.axis.periods - 1;
  }

  /** The sheet's name before an address, when the formula stands on another one. */
  on(sheet: SheetId, seenFrom: SheetId): string {
    return sheet === seenFrom ? "" : `${quoteSheet(this.names[sheet])}!`;
  }

  spot(id: string): Spot {
    const found = this.spots.get(id);
    if (!found) throw new Error(`${this.model.id}: nothing is called ${id}`);
    return found;
  }
}

export const cell = (column: number, row: number, fixed: "" | "column" | "both" = ""): string =>
  `${fixed === "" ? "" : "$"}${columnLetters(column)}${fixed === "both" ? "$" : ""}${row}`;

export const rowsOf = (model: Model, { rows: count }: ModelTable): number => count ?? model.axis.periods;
