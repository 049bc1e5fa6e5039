import { addressAt, formatAddress, parseAddress, plainAddress, type Address } from "../formula/address";
import { type Place, WorkbookError } from "../taskpane/workbook";

/** A rectangle as the Excel API counts: from 0. */
export interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** "'My sheet'!$B$4:D9", as ranges tell their address, taken apart. */
export function placeOf(address: string): Place {
  const parsed = parsed1(address);
  const { sheet = "", book: _book, lastSheet: _lastSheet, ...body } = plainAddress(parsed);
  return { sheet, address: formatAddress(body) };
}

export function boxOf(address: string): Box {
  const { first, last } = parsed1(address);
  return {
    row: first.row - 1,
    column: first.column - 1,
    rows: last.row - first.row + 1,
    columns: last.column - first.column + 1,
  };
}

export function addressOf({ row, column, rows, columns }: Box): string {
  return formatAddress(addressAt({ row: row + 1, column: column + 1 }, { row: row + rows, column: column + columns }));
}

/** Whether an address takes in whole rows or columns. */
export function isUnbounded(address: string): boolean {
  const { shape } = parsed1(address);
  return shape === "columns" || shape === "rows";
}

function parsed1(address: string): Address {
  const parsed = parseAddress(address);
  if (!parsed) throw new WorkbookError("notFound", `“${address}” is not the address of cells.`);
  return parsed;
}
