import { type Address, parseAddress, sizeOf } from "./address";
import { calculate, type Grid, type Result, type ResultCell } from "./calculate";
import type { Scope } from "./interpreter";
import { parse } from "./parse";
import type { Cell } from "./values";

/**
 * What cells would show if a block of formulas stood there, over a sheet that holds all else. Formulas may use
 * cells of the block that stand above or to their left, or further on as long as no circle arises. A text
 * without an equals sign is a constant. Never throws.
 */
export function calculateBlock(rows: readonly (readonly string[])[], corner: string, scope: Scope): Result[][] {
  const first = parseAddress(corner)!.first;
  const [top, left] = [first.row, first.column];
  const results: (Result | undefined)[][] = rows.map((row) => row.map(() => undefined));
  const under = new Set<string>();

  const resultAt = (row: number, column: number): Result => {
    const known = results[row]![column];
    if (known) return known;
    const key = `${row} ${column}`;
    if (under.has(key)) return { kind: "unknown", why: "a cell depends on itself" };
    under.add(key);
    const text = rows[row]![column]!;
    const result: Result = text.startsWith("=")
      ? calculate(parse(text), { ...around, at: { row: top + row, column: left + column } })
      : { kind: "value", value: [[constant(text)]] };
    under.delete(key);
    results[row]![column] = result;
    return result;
  };

  const cellAt = (row: number, column: number): Cell => {
    const result = resultAt(row, column);
    if (result.kind === "value") return result.value[0]?.[0] ?? 0;
    if (result.kind === "error") return { error: result.code };
    throw new Circle();
  };

  /** Cells of the sheet with those of the block over them. */
  const overlaid = (address: Address, grid: Grid | undefined): Grid | undefined => {
    const { rows: height, columns: width } = sizeOf(address);
    const [downFrom, rightFrom] = [address.first.row - top, address.first.column - left];
    const meets =
      address.sheet === undefined &&
      downFrom < rows.length &&
      downFrom + height > 0 &&
      rightFrom < (rows[0]?.length ?? 0) &&
      rightFrom + width > 0;
    if (!meets) return grid;
    // Whole columns and rows are cut off behind the block and what is known of the sheet.
    const [most, widest] = [
      Math.min(height, Math.max(rows.length - downFrom, grid?.length ?? 0)),
      Math.min(width, Math.max((rows[0]?.length ?? 0) - rightFrom, ...(grid ?? []).map((row) => row.length))),
    ];
    return Array.from({ length: most }, (_, down) =>
      Array.from({ length: widest }, (_, right) => {
        const [row, column] = [downFrom + down, rightFrom + right];
        const within = rows[row]?.[column] !== undefined;
        return within ? cellAt(row, column) : (grid?.[down]?.[right] ?? null);
      }),
    );
  };

  const around: Scope = {
    ...scope,
    read(need) {
      const grid = scope.read(need);
      if (need.kind !== "cells") return grid;
      try {
        return overlaid(need.address, grid);
      } catch (problem) {
        if (problem instanceof Circle) return undefined;
        throw problem;
      }
    },
  };
  return rows.map((row, i) => row.map((_, j) => resultAt(i, j)));
}

class Circle extends Error {}

function constant(text: string): ResultCell {
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
