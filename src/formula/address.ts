/** The last row and column of a sheet. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** A cell's place on its sheet, counted from 1. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** One corner of an address; fixed: written with a dollar sign, so that copying leaves it alone. */
export interface Corner extends Position {
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** Where an address lies: which workbook and sheet. All absent: on the sheet of the formula. */
export interface Place {
  /** Another workbook as written up to the closing bracket: "[Book.xlsx]", "C:\models\[Book.xlsx]". */
  readonly book?: string;
  /** A sheet's plain name, without quotes. */
  readonly sheet?: string;
  /** Of a reference through several sheets, the last one. */
  readonly lastSheet?: string;
}

/** A rectangle of cells. The first corner is the upper left, the last the lower right. */
export interface Address extends Place {
  /** How it is written: "B4", "B4:D9", "B:D", "4:9". Whole columns and rows have their outermost cells as corners. */
  readonly shape: "cell" | "area" | "columns" | "rows";
  readonly first: Corner;
  readonly last: Corner;
}

/** "A" for 1, "XFD" for 16,384. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 1 for "A", 16,384 for "xfd"; undefined for what is no column of a sheet. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/i.test(letters)) return undefined;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return column <= lastColumn ? column : undefined;
}

const cellPattern = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;

function cellCorner(text: string): Corner | undefined {
  const [, columnDollar, letters = "", rowDollar, digits] = cellPattern.exec(text) ?? [];
  const column = columnNumber(letters);
  const row = Number(digits);
  if (column === undefined || !(row <= lastRow)) return undefined;
  return { row, column, rowFixed: rowDollar === "$", columnFixed: columnDollar === "$" };
}

/** Whether a text is the address of one cell, such as "H100" or "$b$4". */
export function looksLikeCell(text: string): boolean {
  return cellCorner(text) !== undefined;
}

/** Reads "B4", "$B$4:D9", "A:C", "1:3", each also behind a sheet: "'My sheet'!B4". Undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const exclamation = text.lastIndexOf("!");
  if (exclamation < 0) return parseBody(text);
  const place = parsePlace(text.slice(0, exclamation));
  const body = parseBody(text.slice(exclamation + 1));
  return place && body && { ...place, ...body };
}

/** Reads what stands before the exclamation mark, with or without quotes: "Sheet1", "'It''s'", "[Book.xlsx]Sheet1", "Sheet1:Sheet3". */
export function parsePlace(text: string): Place | undefined {
  const quoted = /^'((?:[^']|'')+)'$/.exec(text)?.[1];
  if (quoted === undefined && text.includes("'")) return undefined;
  const plain = quoted?.replaceAll("''", "'") ?? text;
  const bracket = plain.lastIndexOf("]");
  const [sheet, lastSheet, ...more] = plain.slice(bracket + 1).split(":");
  if (more.length > 0 || (bracket < 0 && !sheet)) return undefined;
  return {
    ...(bracket >= 0 && { book: plain.slice(0, bracket + 1) }),
    ...(sheet && { sheet }),
    ...(lastSheet && { lastSheet }),
  };
}

function parseBody(text: string): Address | undefined {
  const [from = "", to, ...more] = text.split(":");
  if (more.length > 0) return undefined;
  const first = cellCorner(from);
  if (to === undefined) return first && { shape: "cell", first, last: first };
  const last = cellCorner(to);
  if (first && last) return { shape: "area", ...ordered(first, last) };
  return wholeLines(from, to);
}

function wholeLines(from: string, to: string): Address | undefined {
  const [, fromDollar, fromLine = ""] = /^(\$?)([A-Z]{1,3}|[1-9]\d{0,6})$/i.exec(from) ?? [];
  const [, toDollar, toLine = ""] = /^(\$?)([A-Z]{1,3}|[1-9]\d{0,6})$/i.exec(to) ?? [];
  const [firstColumn, secondColumn] = [columnNumber(fromLine), columnNumber(toLine)];
  if (firstColumn !== undefined && secondColumn !== undefined) {
    const first = { row: 1, column: firstColumn, rowFixed: true, columnFixed: fromDollar === "$" };
    const last = { row: lastRow, column: secondColumn, rowFixed: true, columnFixed: toDollar === "$" };
    return { shape: "columns", ...ordered(first, last) };
  }
  const [firstRow, secondRow] = [Number(fromLine || NaN), Number(toLine || NaN)];
  if (!(firstRow <= lastRow && secondRow <= lastRow)) return undefined;
  const first = { row: firstRow, column: 1, rowFixed: fromDollar === "$", columnFixed: true };
  const last = { row: secondRow, column: lastColumn, rowFixed: toDollar === "$", columnFixed: true };
  return { shape: "rows", ...ordered(first, last) };
}

/** Any two opposite corners as upper left and lower right; each side keeps its dollar sign, as Excel does on entry. */
function ordered(one: Corner, other: Corner): { first: Corner; last: Corner } {
  const [top, bottom] = one.row <= other.row ? [one, other] : [other, one];
  const [left, right] = one.column <= other.column ? [one, other] : [other, one];
  return {
    first: { row: top.row, rowFixed: top.rowFixed, column: left.column, columnFixed: left.columnFixed },
    last: { row: bottom.row, rowFixed: bottom.rowFixed, column: right.column, columnFixed: right.columnFixed },
  };
}

/** As a formula spells it: "$B$4:D9", "'My sheet'!A:C". */
export function formatAddress(address: Address): string {
  return formatPlace(address) + formatBody(address);
}

/** "" for the formula's own sheet, else with the exclamation mark: "Sheet1!", "'C:\[Book.xlsx]My sheet'!". */
export function formatPlace({ book = "", sheet = "", lastSheet }: Place): string {
  if (!book && !sheet) return "";
  const sheets = lastSheet === undefined ? [sheet] : [sheet, lastSheet];
  const plain = sheets.every((name) => !name || !needsQuotes(name)) && /^(\[[\p{L}\p{N}_.]+\])?$/u.test(book);
  const text = book + sheets.join(":");
  return plain ? `${text}!` : `'${text.replaceAll("'", "''")}'!`;
}

/** A sheet's name as it stands in a formula: in quotes where Excel wants them. */
export function quoteSheet(name: string): string {
  return needsQuotes(name) ? `'${name.replaceAll("'", "''")}'` : name;
}

function needsQuotes(sheet: string): boolean {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet)) return true;
  return looksLikeCell(sheet) || /^(R\d*(C\d*)?|C\d*|TRUE|FALSE)$/i.test(sheet);
}

function formatBody({ shape, first, last }: Address): string {
  if (shape === "columns") return `${formatColumn(first)}:${formatColumn(last)}`;
  if (shape === "rows") return `${formatRow(first)}:${formatRow(last)}`;
  const start = formatColumn(first) + formatRow(first);
  return shape === "cell" ? start : `${start}:${formatColumn(last)}${formatRow(last)}`;
}

const formatColumn = ({ column, columnFixed }: Corner): string => (columnFixed ? "$" : "") + columnLetters(column);
const formatRow = ({ row, rowFixed }: Corner): string => (rowFixed ? "$" : "") + String(row);

/** The same cells written without dollar signs: equal texts are equal places. */
export function plainAddress(address: Address): Address {
  const plain = (corner: Corner): Corner => ({ ...corner, rowFixed: false, columnFixed: false });
  return { ...address, first: plain(address.first), last: plain(address.last) };
}

/** The address of cells given by their place, as one cell or an area. */
export function addressAt(first: Position, last: Position = first, place: Place = {}): Address {
  const corner = ({ row, column }: Position): Corner => ({ row, column, rowFixed: false, columnFixed: false });
  const one = first.row === last.row && first.column === last.column;
  return { ...placeOf(place), shape: one ? "cell" : "area", ...ordered(corner(first), corner(last)) };
}

/** Only the workbook and sheet of an address. */
export function placeOf({ book, sheet, lastSheet }: Place): Place {
  return {
    ...(book !== undefined && { book }),
    ...(sheet !== undefined && { sheet }),
    ...(lastSheet !== undefined && { lastSheet }),
  };
}

/** Whether two addresses lie on the same sheet, as they are written. Excel does not tell capitals apart in sheet names. */
export function samePlace(one: Place, other: Place): boolean {
  const key = (place: Place): string =>
    [place.book ?? "", place.sheet ?? "", place.lastSheet ?? ""].join("\n").toLowerCase();
  return key(one) === key(other);
}

/** Rows and columns of an address. */
export function sizeOf({ first, last }: Address): { readonly rows: number; readonly columns: number } {
  return { rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
}

/** "A1:$B$2" from "A1" and "$B$2": the area between two cells, as it is written. */
export function areaBetween(one: Address, other: Address): Address {
  return { ...placeOf(one), shape: "area", ...ordered(one.first, other.first) };
}

/** The smallest rectangle that holds both, as the operator ":" gives; undefined on different sheets. */
export function boundingAddress(one: Address, other: Address): Address | undefined {
  // The second may stand without the sheet of the first: Sheet1!A1:B2.
  if (!samePlace(one, other) && !samePlace(other, {})) return undefined;
  return clipped(one, Math.min, Math.max, one, other);
}

/** The cells that two addresses share, as the operator " " gives; undefined when there are none. */
export function commonAddress(one: Address, other: Address): Address | undefined {
  if (!samePlace(one, other)) return undefined;
  const common = clipped(one, Math.max, Math.min, one, other);
  return common.first.row <= common.last.row && common.first.column <= common.last.column ? common : undefined;
}

type Choice = (...values: number[]) => number;

function clipped(place: Place, start: Choice, end: Choice, one: Address, other: Address): Address {
  const first = {
    row: start(one.first.row, other.first.row),
    column: start(one.first.column, other.first.column),
    rowFixed: false,
    columnFixed: false,
  };
  const last = {
    row: end(one.last.row, other.last.row),
    column: end(one.last.column, other.last.column),
    rowFixed: false,
    columnFixed: false,
  };
  return { ...placeOf(place), shape: shapeOf(first, last), first, last };
}

function shapeOf(first: Position, last: Position): Address["shape"] {
  if (first.row === 1 && last.row === lastRow) return "columns";
  if (first.column === 1 && last.column === lastColumn) return "rows";
  return first.row === last.row && first.column === last.column ? "cell" : "area";
}

/** Whether all cells of one address lie within another, on the same sheet as written. */
export function contains(outer: Address, inner: Address): boolean {
  return (
    samePlace(outer, inner) &&
    outer.first.row <= inner.first.row &&
    outer.first.column <= inner.first.column &&
    outer.last.row >= inner.last.row &&
    outer.last.column >= inner.last.column
  );
}

/**
 * The address after its formula was copied so many rows down and columns right: what has no dollar sign moves along.
 * Undefined where it would leave the sheet; Excel shows #REF! there.
 */
export function movedAddress(address: Address, rows: number, columns: number): Address | undefined {
  const { shape } = address;
  const moved = (corner: Corner): Corner => ({
    ...corner,
    row: corner.rowFixed || shape === "columns" ? corner.row : corner.row + rows,
    column: corner.columnFixed || shape === "rows" ? corner.column : corner.column + columns,
  });
  const [first, last] = [moved(address.first), moved(address.last)];
  if (![first, last].every(onSheet)) return undefined;
  return { ...address, ...ordered(first, last) };
}

function onSheet({ row, column }: Position): boolean {
  return row >= 1 && row <= lastRow && column >= 1 && column <= lastColumn;
}

/** In R1C1 style, seen from a cell: "R[-2]C", "R3C4:R[1]C4". Formulas copied down or across look alike in it. */
export function toR1C1(address: Address, seenFrom: Position): string {
  const { shape, first, last } = address;
  const row = (corner: Corner): string => lineR1C1("R", corner.row, corner.rowFixed, seenFrom.row);
  const column = (corner: Corner): string => lineR1C1("C", corner.column, corner.columnFixed, seenFrom.column);
  const write =
    shape === "columns" ? column : shape === "rows" ? row : (corner: Corner) => row(corner) + column(corner);
  const [start, end] = [write(first), write(last)];
  const single = shape === "cell" || (shape !== "area" && start === end);
  return formatPlace(address) + (single ? start : `${start}:${end}`);
}

function lineR1C1(letter: "R" | "C", at: number, fixed: boolean, from: number): string {
  if (fixed) return letter + String(at);
  return at === from ? letter : `${letter}[${String(at - from)}]`;
}

/** Reads R1C1 style, seen from a cell; undefined for what is none or lies off the sheet. */
export function fromR1C1(text: string, seenFrom: Position): Address | undefined {
  const exclamation = text.lastIndexOf("!");
  const place = exclamation < 0 ? {} : parsePlace(text.slice(0, exclamation));
  const parts = text.slice(exclamation + 1).split(":");
  const ends = parts.map((part) => /^(R(?:\d+|\[-?\d+\])?)?(C(?:\d+|\[-?\d+\])?)?$/i.exec(part));
  const start = ends[0];
  const end = ends[1] ?? start;
  if (!place || parts.length > 2 || !start || !end || ends.includes(null) || !parts[0]) return undefined;
  const shape = start[1] && start[2] ? (parts.length === 1 ? "cell" : "area") : start[1] ? "rows" : "columns";
  if (Boolean(start[1]) !== Boolean(end[1]) || Boolean(start[2]) !== Boolean(end[2])) return undefined;
  const corner = (part: RegExpExecArray, emptyRow: number, emptyColumn: number): Corner => {
    const row = readLine(part[1], seenFrom.row, emptyRow);
    const column = readLine(part[2], seenFrom.column, emptyColumn);
    return { row: row.at, rowFixed: row.fixed, column: column.at, columnFixed: column.fixed };
  };
  const corners = ordered(corner(start, 1, 1), corner(end, lastRow, lastColumn));
  return onSheet(corners.first) && onSheet(corners.last) ? { ...place, shape, ...corners } : undefined;
}

function readLine(text: string | undefined, from: number, whole: number): { at: number; fixed: boolean } {
  if (!text) return { at: whole, fixed: true };
  const number = text.slice(1);
  if (number === "") return { at: from, fixed: false };
  return number.startsWith("[")
    ? { at: from + Number(number.slice(1, -1)), fixed: false }
    : { at: Number(number), fixed: true };
}
