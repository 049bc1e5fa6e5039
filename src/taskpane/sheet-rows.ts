import { columnLetters, columnNumber } from "../formula/address";
import { substitute } from "../formula/calls";
import type { CellContent, CellStyle, Content } from "./workbook";

/** A row of a block to insert: label, unit, value, and further values to the right. */
export interface SheetRow {
  /** What formulas of other rows call this row's value. */
  readonly id?: string;
  readonly label: string;
  readonly unit?: string;
  readonly value?: SheetValue;
  /** Over ids, without an equals sign; our functions with or without their namespace. */
  readonly formula?: string;
  /** Ids of series that the formula takes one element of for each column. */
  readonly each?: readonly string[];
  readonly numberFormat?: string;
  readonly style?: CellStyle;
  /** Rows and columns of the table that the formula spills. */
  readonly spills?: readonly [rows: number, columns: number];
}

export type SheetValue =
  | number
  | string
  | boolean
  | readonly (number | string | boolean | null)[]
  | readonly (readonly (number | string | boolean | null)[])[];

/** A block with a heading, as the pane inserts it. */
export interface SheetPlan {
  readonly sheetName: string;
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly SheetRow[];
}

const firstValueColumn = 2;

/**
 * The block as cells, with its upper left corner at `corner`: columns label, unit, value, and to the right the
 * further elements of a series. Ids in formulas become the addresses their values land on, and our functions get
 * their namespace.
 */
export function layOut(plan: SheetPlan, corner: string): Content {
  const origin = positionOf(corner);
  const top = plan.note === undefined ? 1 : 2;
  const places = new Map<string, Span>();
  const lengths = new Map<string, number>();
  let line = top;
  const lines = plan.rows.map((row) => {
    const start = line;
    const grid = gridOf(row, lengths);
    if (row.id) {
      places.set(row.id, {
        row: origin.row + start,
        column: origin.column + firstValueColumn,
        rows: grid.rows,
        columns: grid.columns,
      });
      lengths.set(row.id, grid.columns);
    }
    line += Math.max(grid.rows, row.spills?.[0] ?? 1);
    return start;
  });
  const rows: (CellContent | null)[][] = Array.from({ length: line }, () => []);
  rows[0] = [{ value: plan.title, style: "title" }];
  if (plan.note !== undefined) rows[1] = [{ value: plan.note, style: "note" }];
  plan.rows.forEach((row, i) => write(row, rows, lines[i]!, places, lengths));
  const spills = plan.rows.flatMap(({ spills: size }, i) =>
    size ? [{ row: lines[i]!, column: firstValueColumn, rows: size[0], columns: size[1] }] : [],
  );
  return { rows, columnWidths: [34, 16, 14], ...(spills.length > 0 ? { spills } : {}) };
}

interface Span {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

function write(
  row: SheetRow,
  rows: (CellContent | null)[][],
  line: number,
  places: ReadonlyMap<string, Span>,
  lengths: ReadonlyMap<string, number>,
): void {
  const format = row.numberFormat === undefined ? {} : { numberFormat: row.numberFormat };
  const first: (CellContent | null)[] = [
    { value: row.label, style: row.style === "heading" ? "heading" : "label" },
    row.unit ? { value: row.unit, style: "unit" } : null,
  ];
  if (row.formula !== undefined) {
    const { formula } = row;
    const style = row.style ?? "calculation";
    const columns = row.each ? gridOf(row, lengths).columns : 1;
    for (let column = 0; column < columns; column++) {
      const addresses = [...places].map(
        ([id, span]) =>
          [id, addressIn(span, row.each?.includes(id) ? column : undefined, row.each !== undefined)] as const,
      );
      first.push({ formula: `=${substitute(formula, Object.fromEntries(addresses))}`, style, ...format });
    }
    rows[line] = first;
    return;
  }
  const grid = valuesOf(row.value);
  grid.forEach((values, i) => {
    const cells = values.map((value): CellContent | null =>
      value === null ? null : { value, style: row.style ?? "input", ...format },
    );
    rows[line + i] = i === 0 ? [...first, ...cells] : [null, null, ...cells];
  });
  if (grid.length === 0) rows[line] = first;
}

function gridOf(
  row: SheetRow,
  lengths: ReadonlyMap<string, number>,
): { readonly rows: number; readonly columns: number } {
  if (row.each) return { rows: 1, columns: Math.max(1, ...row.each.map((id) => lengths.get(id) ?? 1)) };
  if (row.formula !== undefined) return { rows: 1, columns: 1 };
  const grid = valuesOf(row.value);
  return { rows: Math.max(1, grid.length), columns: Math.max(1, ...grid.map((values) => values.length)) };
}

function valuesOf(value: SheetValue | undefined): readonly (readonly (number | string | boolean | null)[])[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [[value as number]];
  const list = value as readonly unknown[];
  return Array.isArray(list[0]) ? (list as readonly (readonly number[])[]) : [list as readonly number[]];
}

/** The address of a value, of one of its elements, or of all of it. In a row of like formulas whole series and single cells keep their column. */
function addressIn({ row, column, rows, columns }: Span, element: number | undefined, fixed: boolean): string {
  const at = (across: number, down: number, dollar: string) =>
    `${dollar}${columnLetters(column + across)}${row + down}`;
  if (element !== undefined) return at(element, 0, "");
  const dollar = fixed ? "$" : "";
  return rows * columns === 1 ? at(0, 0, dollar) : `${at(0, 0, dollar)}:${at(columns - 1, rows - 1, dollar)}`;
}

function positionOf(corner: string): { readonly row: number; readonly column: number } {
  const [, letters = "A", digits = "1"] = /^\$?([A-Z]{1,3})\$?(\d+)/i.exec(corner) ?? [];
  return { row: Number(digits), column: columnNumber(letters) ?? 1 };
}
