import { addressAt, formatAddress, parseAddress, sizeOf } from "../../../src/formula/address";
import { calculate, type Grid } from "../../../src/formula/calculate";
import { calls } from "../../../src/formula/calls";
import type { Need } from "../../../src/formula/needs";
import { parse } from "../../../src/formula/parse";
import type { Cell } from "../../../src/formula/values";
import type { Content } from "../../../src/models/content";
import { Book, type ReadCells } from "../../../src/models/review/book";
import { type Finding, review } from "../../../src/models/review/review";

export type Rows = readonly (readonly (number | string | boolean | null)[])[];

/** A workbook by sheet; texts that begin with "=" are formulas. Tables spill as far as they are long. */
export type Sheets = Readonly<Record<string, Rows>>;

class Values {
  private readonly known = new Map<string, Cell>();

  constructor(private readonly sheets: Readonly<Record<string, (Cell | undefined)[][]>>) {}

  at(sheet: string, row: number, column: number): Cell {
    const key = `${sheet} ${row} ${column}`;
    if (!this.known.has(key)) {
      this.known.set(key, null);
      this.known.set(key, this.worked(sheet, row, column));
    }
    return this.known.get(key)!;
  }

  private worked(sheet: string, row: number, column: number): Cell {
    const held = this.sheets[sheet]?.[row - 1]?.[column - 1] ?? null;
    if (typeof held !== "string" || !held.startsWith("=")) return held;
    const result = calculate(parse(held), { read: (need) => this.read(need, sheet), at: { row, column } });
    if (result.kind === "value") {
      result.value.forEach((cells, down) =>
        cells.forEach((value, right) => this.known.set(`${sheet} ${row + down} ${column + right}`, value)),
      );
      return result.value[0]![0]!;
    }
    return { error: result.kind === "error" ? result.code : "#N/A" };
  }

  private read(need: Need, from: string): Grid | undefined {
    if (need.kind !== "cells") return undefined;
    const { first, sheet = from } = need.address;
    const { rows, columns } = sizeOf(need.address);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => this.at(sheet, first.row + r, first.column + c)),
    );
  }
}

/** What the pane would read of a workbook. */
export function bookOf(sheets: Sheets): Book {
  const values = new Values(sheets as Readonly<Record<string, Cell[][]>>);
  // Tables first, so that the cells they spill over are known.
  for (const [sheet, rows] of Object.entries(sheets))
    rows.forEach((cells, r) => cells.forEach((held, c) => isTable(held) && values.at(sheet, r + 1, c + 1)));
  return new Book(
    Object.entries(sheets).map(([sheet, rows]): ReadCells => {
      const [height, width] = [rows.length + 30, Math.max(1, ...rows.map((row) => row.length)) + 8];
      return {
        sheet,
        address: formatAddress(addressAt({ row: 1, column: 1 }, { row: height, column: width })),
        values: Array.from({ length: height }, (_, r) =>
          Array.from({ length: width }, (__, c) => values.at(sheet, r + 1, c + 1)),
        ),
        formulas: Array.from({ length: height }, (_, r) =>
          Array.from({ length: width }, (__, c) => {
            const held = rows[r]?.[c];
            return typeof held === "string" && held.startsWith("=") ? held : "";
          }),
        ),
      };
    }),
  );
}

const isTable = (held: unknown): boolean =>
  typeof held === "string" && held.startsWith("=") && calls(parse(held)).some(({ fn }) => fn.columns !== undefined);

export const findings = (sheets: Sheets): Finding[] => review(bookOf(sheets));

/** What the pane inserts, as rows; with its corner at A1. */
export const rowsOf = ({ rows }: Content): Rows =>
  rows.map((cells) => Array.from(cells, (cell) => cell?.formula ?? cell?.value ?? null));

/** The value that a formula would show in a cell. */
export function shownIn(sheets: Sheets, sheet: string, address: string, formula: string): Cell {
  const { row, column } = parseAddress(address)!.first;
  const rows = Array.from({ length: Math.max(row, sheets[sheet]!.length) }, (_, i) => [...(sheets[sheet]![i] ?? [])]);
  while (rows[row - 1]!.length < column) rows[row - 1]!.push(null);
  rows[row - 1]![column - 1] = formula;
  return new Values({ ...sheets, [sheet]: rows } as Readonly<Record<string, Cell[][]>>).at(sheet, row, column);
}
