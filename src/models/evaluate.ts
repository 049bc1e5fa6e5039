import { sizeOf } from "../formula/address";
import { calculate, type Grid } from "../formula/calculate";
import type { Need } from "../formula/needs";
import { parse } from "../formula/parse";
import type { Cell } from "../formula/values";
import { columns, type SheetId } from "./layout";
import type { WrittenModel, WrittenSheet } from "./write";

/** What the cells of a written model come to, worked out when asked for. */
export class ModelValues {
  private readonly sheets: ReadonlyMap<string, SheetValues>;

  constructor(private readonly model: WrittenModel) {
    this.sheets = new Map(
      model.sheets.map((sheet) => [sheet.name, new SheetValues(sheet, (need, from) => this.read(need, from))]),
    );
  }

  /** Row and column counted from 1. null: blank. */
  at(sheet: SheetId, row: number, column: number): Cell {
    const { name } = this.model.sheets.find(({ id }) => id === sheet)!;
    return this.sheets.get(name)!.at(row, column);
  }

  /** The value of an id that stands for one number, text or truth. */
  value(id: string): Cell {
    const { sheet, row } = this.model.layout.spot(id);
    return this.at(sheet, row, columns.value);
  }

  total(id: string): Cell {
    const { sheet, row } = this.model.layout.spot(id);
    return this.at(sheet, row, columns.total);
  }

  /** The values of an id in its periods; with the start, the column before them too. */
  series(id: string, withStart = false): Cell[] {
    const { layout } = this.model;
    const { sheet, row } = layout.spot(id);
    const from = withStart ? columns.start : columns.first;
    return Array.from({ length: layout.last - from + 1 }, (_, i) => this.at(sheet, row, from + i));
  }

  private read(need: Need, from: SheetValues): Grid | undefined {
    if (need.kind !== "cells") return undefined;
    const { address } = need;
    const sheet = address.sheet === undefined ? from : this.sheets.get(address.sheet);
    if (!sheet) return undefined;
    const { rows, columns: width } = sizeOf(address);
    const { row, column } = address.first;
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: width }, (__, c) => sheet.at(row + r, column + c)),
    );
  }
}

class SheetValues {
  private readonly known = new Map<string, Cell>();
  private readonly tables = new Map<object, Grid>();

  constructor(
    private readonly sheet: WrittenSheet,
    private readonly read: (need: Need, from: SheetValues) => Grid | undefined,
  ) {}

  at(row: number, column: number): Cell {
    const key = `${row},${column}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const value = this.worked(row, column);
    this.known.set(key, value);
    return value;
  }

  private worked(row: number, column: number): Cell {
    const { rows, spills = [] } = this.sheet.content;
    const spill = spills.find(
      (one) =>
        row - 1 >= one.row &&
        row - 1 < one.row + one.rows &&
        column - 1 >= one.column &&
        column - 1 < one.column + one.columns,
    );
    if (spill) {
      if (!this.tables.has(spill))
        this.tables.set(
          spill,
          this.calculated(rows[spill.row]![spill.column]!.formula!, spill.row + 1, spill.column + 1),
        );
      const table = this.tables.get(spill)!;
      // An error stands in the formula's own cell; it is shown in all of them here, for whoever looks at one.
      return table[row - 1 - spill.row]?.[column - 1 - spill.column] ?? table[0]?.[0] ?? null;
    }
    const cell = rows[row - 1]?.[column - 1];
    if (cell?.formula === undefined) return cell?.value ?? null;
    return this.calculated(cell.formula, row, column)[0]?.[0] ?? 0;
  }

  private calculated(formula: string, row: number, column: number): Grid {
    const result = calculate(parse(formula), { read: (need) => this.read(need, this), at: { row, column } });
    if (result.kind === "value") return result.value;
    if (result.kind === "error")
      return [[{ error: result.code, ...(result.message !== undefined ? { message: result.message } : {}) }]];
    throw new Error(`${this.sheet.name}: ${formula}: ${result.why}`);
  }
}
