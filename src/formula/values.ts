import type { Address } from "./address";
import { formatGeneral } from "./general-format";
import type { CallNode } from "./nodes";

/** An error that a cell shows. `message` and `from`: what our own function says about it. */
export interface CellError {
  /** "#VALUE!", "#N/A" … */
  readonly error: string;
  readonly message?: string;
  readonly from?: CallNode;
}

/** What a cell holds. null: blank. */
export type Cell = number | string | boolean | null | CellError;

/** Rows of cells, all of one length. */
export type Grid = readonly (readonly Cell[])[];

/** Cells of the workbook: what a reference stands for. */
export interface Area {
  readonly kind: "area";
  readonly address: Address;
  /** From the first cell on; may end early where only blank cells follow. Throws Unknown when they were not read. */
  grid(): Grid;
}

/** Several areas, as (A1:A9,C1:C9) gives. */
export interface Areas {
  readonly kind: "areas";
  readonly areas: readonly Area[];
}

/** A function as a value: a LAMBDA, or the name of a function given to MAP and its kin. */
export interface Callable {
  readonly kind: "callable";
  /** How many arguments it takes, where it says so. */
  readonly parameters?: number;
  apply(given: readonly Value[]): Value;
}

/** What a part of a formula gives. */
export type Value = Cell | Grid | Area | Areas | Callable;

/** Thrown where a formula cannot be evaluated here, which says nothing about what Excel shows. The message is in words. */
export class Unknown extends Error {}

export const failure = (error: string, message?: string): CellError =>
  message === undefined ? { error } : { error, message };

export const notANumber = failure("#NUM!");
export const wrongValue = failure("#VALUE!");
export const divisionByZero = failure("#DIV/0!");
export const notAvailable = failure("#N/A");
export const badReference = failure("#REF!");
export const badCalculation = failure("#CALC!");

export function isError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isGrid(value: Value): value is Grid {
  return Array.isArray(value);
}

export function isArea(value: Value): value is Area {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "area";
}

export function isAreas(value: Value): value is Areas {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "areas";
}

export function isCallable(value: Value): value is Callable {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "callable";
}

/** The cells behind a value: one cell, or a grid of several. Areas and functions have no such content: #VALUE!. */
export function contentOf(value: Value): Cell | Grid {
  if (isArea(value)) {
    const { first, last } = value.address;
    const one = first.row === last.row && first.column === last.column;
    return one ? (value.grid()[0]?.[0] ?? null) : value.grid();
  }
  if (isGrid(value)) return value.length === 1 && value[0]?.length === 1 ? (value[0][0] ?? null) : value;
  if (isAreas(value)) return wrongValue;
  return isCallable(value) ? badCalculation : value;
}

/** The same as rows of cells, one cell as one row of one. */
export function gridOf(value: Value): Grid {
  const content = contentOf(value);
  return isGrid(content) ? content : [[content]];
}

/** The cell of a value that must be a single one; of several, #VALUE!. */
export function cellOf(value: Value): Cell {
  const content = contentOf(value);
  return isGrid(content) ? wrongValue : content;
}

/** Rows and columns that a value has, whole columns and rows at their full length. */
export function shapeOf(value: Value): { readonly rows: number; readonly columns: number } {
  if (isArea(value)) {
    const { first, last } = value.address;
    return { rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
  }
  const grid = gridOf(value);
  return { rows: grid.length, columns: grid[0]?.length ?? 0 };
}

/** Largest array that is worked on. */
const mostCells = 1_000_000;

/** Refuses arrays that would stop the program. */
export function allowSize(rows: number, columns: number): void {
  if (rows * columns > mostCells) throw new Unknown("an array of more than a million cells is not worked on here");
}

/** Most comparisons and the like that one call may need. */
const mostWork = 20_000_000;

/** Refuses calls that go through many cells for each of many others. */
export function allowWork(...factors: readonly number[]): void {
  if (factors.reduce((all, factor) => all * factor, 1) > mostWork) {
    throw new Unknown("it takes too many steps to be worked out here");
  }
}

/** A grid made cell by cell; positions count from 0. */
export function makeGrid(rows: number, columns: number, cell: (row: number, column: number) => Cell): Grid {
  allowSize(rows, columns);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));
}

/**
 * Applies a function of cells to values that may be arrays: single cells, rows and columns are repeated to the size of
 * the others, and where one array is too short the result is #N/A, as in Excel.
 */
export function lift(values: readonly Value[], apply: (cells: Cell[]) => Cell): Value {
  const contents = values.map(contentOf);
  if (!contents.some(isGrid)) return apply(contents as Cell[]);
  const grids = contents.map((content) => (isGrid(content) ? content : [[content]]));
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  return makeGrid(rows, columns, (row, column) => {
    const cells = grids.map((grid, i) => {
      const cell = repeated(grid, row, column);
      return cell === undefined ? unread(values[i] ?? null, row, column) : cell;
    });
    return cells.includes(undefined) ? notAvailable : apply(cells as Cell[]);
  });
}

function repeated(grid: Grid, row: number, column: number): Cell | undefined {
  const line = grid[grid.length === 1 ? 0 : row];
  return line?.[line.length === 1 ? 0 : column];
}

/** Beyond what was read of a long area all cells are blank. */
function unread(value: Value, row: number, column: number): null | undefined {
  if (!isArea(value)) return undefined;
  const { rows, columns } = shapeOf(value);
  return row < rows && column < columns ? null : undefined;
}

/** A cell as a number, as operators and most functions take it; text that is no number gives #VALUE!. */
export function toNumber(cell: Cell): number | CellError {
  if (typeof cell === "number") return cell;
  if (cell === null) return 0;
  if (typeof cell === "boolean") return cell ? 1 : 0;
  return typeof cell === "string" ? (numberInText(cell) ?? wrongValue) : cell;
}

const numberPattern = /^([-+]?)(\$?)([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d+)?\s*(%?)$/i;

/** The number that a text spells in English: "1,234.5", "12%", "$5", "(3)", "2026-11-20", "12:30". */
export function numberInText(text: string): number | undefined {
  const trimmed = text.trim();
  const bracketed = /^\(([^-+()]+)\)$/.exec(trimmed)?.[1];
  if (bracketed !== undefined) {
    const inner = numberInText(bracketed);
    return inner === undefined ? undefined : -inner;
  }
  const [whole, sign = "", , innerSign = "", digits = "", exponent = "", percent] = numberPattern.exec(trimmed) ?? [];
  if (whole === undefined) return dateInText(trimmed);
  if (sign && innerSign) return undefined;
  const number = Number(digits.replaceAll(",", "") + exponent);
  if (!Number.isFinite(number)) return undefined;
  const signed = sign === "-" || innerSign === "-" ? -number : number;
  return percent ? signed / 100 : signed;
}

/** Only what means the same day in every country; other dates depend on the user's settings. */
function dateInText(text: string): number | undefined {
  const [, year, month, day, clock] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](.+))?$/.exec(text) ?? [];
  if (year !== undefined) {
    const serial = serialOf(Number(year), Number(month), Number(day));
    const { month: actual } = dateOf(serial);
    const time = clock === undefined ? 0 : timeInText(clock);
    return actual === Number(month) && time !== undefined ? serial + time : undefined;
  }
  const time = timeInText(text);
  if (time !== undefined) return time;
  if (datePattern.test(text)) throw new Unknown(`whether "${text}" is a date depends on the settings of the computer`);
  return undefined;
}

/** "3/4/2026", "3-4", "5 March", "Mar 2026": a day, but which one is up to the computer. */
const datePattern =
  /^\d{1,4}[./-]\d{1,4}(?:[./-]\d{1,4})?$|^(?:\d{1,2}[ .-]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .,-]*\d{1,4}(?:[ ,-]+\d{2,4})?$|^\d{1,2}[ .-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

function timeInText(text: string): number | undefined {
  const [, hours, minutes, seconds = "0", half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  if (half === undefined) return (Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600) / 24;
  if (Number(hours) < 1 || Number(hours) > 12) return undefined;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return (hour + Number(minutes) / 60 + Number(seconds) / 3600) / 24;
}

/** A cell as text, as & takes it. */
export function toText(cell: Cell): string | CellError {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return typeof cell === "number" ? formatGeneral(cell) : cell;
}

/** A cell as a condition: 0 is FALSE, any other number TRUE, and the words TRUE and FALSE themselves. */
export function toBoolean(cell: Cell): boolean | CellError {
  if (typeof cell === "boolean") return cell;
  if (cell === null) return false;
  if (typeof cell === "number") return cell !== 0;
  if (typeof cell !== "string") return cell;
  const word = cell.toUpperCase();
  return word === "TRUE" ? true : word === "FALSE" ? false : wrongValue;
}

/** A calculated number as a cell shows it: no NaN, infinity or -0. */
export function fromNumber(number: number): number | CellError {
  if (!Number.isFinite(number)) return notANumber;
  return number === 0 ? 0 : number;
}

/** A number at the 15 digits at which Excel compares. */
export function atFifteenDigits(number: number): number {
  return Number(number.toPrecision(15));
}

const collator = new Intl.Collator("en", { sensitivity: "accent" });

/** Numbers come before text, text before FALSE and TRUE; capitals do not matter. Neither may be an error. */
export function compareCells(left: Cell, right: Cell): number {
  const [one, other] = [blankAs(left, right), blankAs(right, left)];
  const [rank, otherRank] = [rankOf(one), rankOf(other)];
  if (rank !== otherRank) return rank - otherRank;
  if (typeof one === "string") return collator.compare(one, typeof other === "string" ? other : "");
  return compareNumbers(Number(one), Number(other));
}

/** As Excel's = and < do: what agrees in 15 digits is equal. */
function compareNumbers(one: number, other: number): number {
  const difference = one - other;
  // Far apart or the same, the digits need not be counted.
  if (difference === 0 || Math.abs(difference) > 1e-13 * Math.abs(one)) return Math.sign(difference);
  return Math.sign(atFifteenDigits(one) - atFifteenDigits(other));
}

/** A blank cell is whatever it is compared with would be empty: 0, "" or FALSE. */
function blankAs(cell: Cell, beside: Cell): Cell {
  if (cell !== null) return cell;
  return typeof beside === "string" ? "" : typeof beside === "boolean" ? false : 0;
}

const rankOf = (cell: Cell): number => (typeof cell === "number" ? 0 : typeof cell === "string" ? 1 : 2);

const dayInMilliseconds = 86_400_000;

/** Day 1 is 1 January 1900. Excel counts a 29 February 1900, so the days before March 1900 lie one lower. */
export function serialOf(year: number, month: number, day: number): number {
  const days = Math.round(Date.UTC(2000, month - 1 + (year - 2000) * 12, day) / dayInMilliseconds) + 25_569;
  return days < 61 ? days - 1 : days;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a serial number, its time of day left aside. Day 60 is the 29 February 1900 that never was. */
export function dateOf(serial: number): CalendarDay {
  const days = Math.floor(serial);
  if (days === 60) return { year: 1900, month: 2, day: 29 };
  if (days === 0) return { year: 1900, month: 1, day: 0 };
  const date = new Date((days + (days < 60 ? 1 : 0) - 25_569) * dayInMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
