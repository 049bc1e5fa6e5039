/** Addresses of cells in A1 style. */

/** A rectangle; all four bounds belong to it and count from 0. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** How many rows and columns a sheet has. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** A → 0, AA → 26. */
export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 1, 1 → B2. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** B2, or B2:D4; whole columns and rows as A:C and 1:3. */
export function boxAddress(box: Box, size?: Size): string {
  if (size && box.top === 0 && box.bottom === size.rows - 1) return `${columnName(box.left)}:${columnName(box.right)}`;
  if (size && box.left === 0 && box.right === size.columns - 1) return `${box.top + 1}:${box.bottom + 1}`;
  const first = cellAddress(box.top, box.left);
  const last = cellAddress(box.bottom, box.right);
  return first === last ? first : `${first}:${last}`;
}

/** A sheet's name as it stands before an address: quoted where it must be. */
export function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^R\d*C\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits "'My sheet'!A1" into its sheet, undefined when there is none, and the address behind it. */
export function splitSheet(address: string): { sheet: string | undefined; address: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address.trim());
  if (!match) return { sheet: undefined, address: address.trim() };
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2], address: match[3] ?? "" };
}

/** Reads A1, $B$2:C3, A:C and 1:3, without a sheet; undefined when it is no address or lies outside the sheet. */
export function parseAddress(address: string, size: Size): Box | undefined {
  const corner = String.raw`\$?([A-Z]{1,3})?\$?(\d{1,7})?`;
  const match = new RegExp(`^${corner}(?::${corner})?$`, "i").exec(address.trim());
  if (!match) return undefined;
  const [, firstColumn, firstRow, lastColumn, lastRow] = match;
  const isRange = address.includes(":");
  if (!firstColumn && !firstRow) return undefined;
  if (!isRange && !(firstColumn && firstRow)) return undefined;
  if (isRange && (!firstColumn !== !lastColumn || !firstRow !== !lastRow)) return undefined;
  const left = firstColumn ? columnNumber(firstColumn) : 0;
  const top = firstRow ? Number(firstRow) - 1 : 0;
  const right = lastColumn ? columnNumber(lastColumn) : firstColumn && !isRange ? left : size.columns - 1;
  const bottom = lastRow ? Number(lastRow) - 1 : firstRow && !isRange ? top : size.rows - 1;
  const box = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
  const inside = box.top >= 0 && box.bottom < size.rows && box.right < size.columns;
  return inside ? box : undefined;
}

export function rowCount(box: Box): number {
  return box.bottom - box.top + 1;
}

export function columnCount(box: Box): number {
  return box.right - box.left + 1;
}
