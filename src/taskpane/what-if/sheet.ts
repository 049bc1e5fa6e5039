import { columnLetters, parseAddress } from "../../formula/address";
import { qualified } from "../call";
import { excelFormat, unitWords } from "../format";
import type { CellContent, Content } from "../workbook";
import { type Line, type Subject, type Value, widthOf } from "./subject";

/** A block of cells that grows as it is written, in columns label, unit, value and further values. Places count from 0 at its corner. */
export class Sheet {
  private readonly rows: (CellContent | null)[][] = [];
  private readonly spills: { row: number; column: number; rows: number; columns: number }[] = [];
  private readonly corner: { readonly row: number; readonly column: number };

  constructor(corner: string) {
    this.corner = parseAddress(corner)?.first ?? { row: 1, column: 1 };
  }

  /** The next free row. */
  get next(): number {
    return this.rows.length;
  }

  put(row: number, column: number, cell: CellContent): void {
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row]!;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
  }

  skip(): void {
    this.rows.push([]);
  }

  /** The address of a cell, or of a block. */
  at(row: number, column: number, lastRow = row, lastColumn = column): string {
    const name = (r: number, c: number) => `${columnLetters(this.corner.column + c)}${this.corner.row + r}`;
    const first = name(row, column);
    return row === lastRow && column === lastColumn ? first : `${first}:${name(lastRow, lastColumn)}`;
  }

  /** A formula at the left edge that spills a table; `formats` are those of its columns below the header. */
  table(formula: string, rows: number, formats: readonly string[]): { readonly row: number } {
    const row = this.next;
    formats.forEach((_, column) => this.put(row, column, { style: "heading" }));
    this.put(row, 0, { formula, style: "heading" });
    for (let r = 1; r < rows; r++)
      formats.forEach((numberFormat, column) => this.put(row + r, column, { numberFormat, style: "calculation" }));
    this.spills.push({ row, column: 0, rows, columns: formats.length });
    return { row };
  }

  content(): Content {
    return { rows: this.rows, columnWidths: [34, 16, 14, 14, 14, 14], spills: this.spills };
  }
}

const firstValue = 2;

export function title(sheet: Sheet, subject: Subject, what: string): void {
  sheet.put(0, 0, { value: `${what}: ${subject.fn.title}`, style: "title" });
  sheet.put(1, 0, {
    value: `Of ${subject.fn.name} in ${qualified(subject.place)}, whose arguments are linked. Values in blue may be changed.`,
    style: "note",
  });
}

/** Where the arguments of the call are: all as one block, and the cells of each; undefined for one that is not given. */
export interface ArgumentCells {
  readonly block: string;
  readonly each: readonly (string | undefined)[];
}

/** The arguments of the call, a row for each, linked to the reader's own cells. */
export function argumentRows(sheet: Sheet, { lines }: Subject, further: readonly string[] = []): ArgumentCells {
  const row = sheet.next;
  ["Argument", "Unit", "Base", ...further].forEach((value, column) =>
    sheet.put(row, column, { value, style: "heading" }),
  );
  const width = widthOf(lines);
  lines.forEach((line, i) => {
    label(sheet, row + 1 + i, line.label, line.unit);
    for (let k = 0; k < width; k++) sheet.put(row + 1 + i, firstValue + k, argumentCell(line, k));
  });
  return {
    block: sheet.at(row + 1, firstValue, row + lines.length, firstValue + width - 1),
    each: lines.map(({ values }, i) =>
      values.every((value) => value === undefined)
        ? undefined
        : sheet.at(row + 1 + i, firstValue, row + 1 + i, firstValue + values.length - 1),
    ),
  };
}

export function label(sheet: Sheet, row: number, words: string, unit = ""): void {
  sheet.put(row, 0, { value: words, style: "label" });
  if (unitWords(unit) !== "") sheet.put(row, 1, { value: unitWords(unit), style: "unit" });
}

/** A cell of an argument. What is not given is an empty text: a blank cell in a range may arrive as 0. */
function argumentCell({ values, formulas, unit }: Line, index: number): CellContent {
  const [value, formula] = [values[index], formulas[index]];
  const numberFormat = excelFormat(unit, value);
  if (formula !== undefined) return { formula, style: "link", numberFormat };
  return value === undefined ? emptyText : input(value, unit);
}

/** A cell that counts as blank wherever it is read. */
export const emptyText: CellContent = { formula: '=""' };

export const input = (value: Exclude<Value, undefined>, unit: string): CellContent => ({
  value,
  style: "input",
  numberFormat: excelFormat(unit, value),
});
