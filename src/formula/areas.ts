import { type Address, addressAt, sizeOf } from "./address";
import { allowSize, type Area, type Grid, isArea, gridOf, type Value } from "./values";

/** Areas up to this size are filled up with the blank cells that were not read. */
const filledSize = 20_000;

/** Cells read, at the size of their address unless that is very long. */
export function filled(grid: Grid, address: Address): Grid {
  const { rows, columns } = sizeOf(address);
  const full = rows * columns <= filledSize;
  const height = full ? rows : Math.max(1, Math.min(grid.length, rows));
  const width = full ? columns : Math.max(1, ...grid.map((row) => Math.min(row.length, columns)));
  if (grid.length === height && grid.every((row) => row.length === width)) return grid;
  allowSize(height, width);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => grid[row]?.[column] ?? null),
  );
}

/** Cells of an address, read when they are first asked for. */
export function areaOf(address: Address, read: () => Grid): Area {
  return { kind: "area", address, grid: once(() => filled(read(), address)) };
}

/** Part of an area, without reading again. */
export function areaWithin(area: Area, address: Address): Area {
  const { first } = area.address;
  const [top, left] = [address.first.row - first.row, address.first.column - first.column];
  const { rows, columns } = sizeOf(address);
  return areaOf(address, () =>
    area
      .grid()
      .slice(top, top + rows)
      .map((row) => row.slice(left, left + columns)),
  );
}

/** A rectangle within a value, counted from 0: of cells of the workbook, still cells of the workbook. */
export function partOf(value: Value, top: number, left: number, rows: number, columns: number): Value {
  if (!isArea(value))
    return gridOf(value)
      .slice(top, top + rows)
      .map((row) => row.slice(left, left + columns));
  const { first } = value.address;
  const start = { row: first.row + top, column: first.column + left };
  const end = { row: start.row + rows - 1, column: start.column + columns - 1 };
  return areaWithin(value, addressAt(start, end, value.address));
}

/** Makes something when it is first asked for, and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
