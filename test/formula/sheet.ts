import { type Address, parseAddress, sizeOf } from "../../src/formula/address";
import { calculate, type Cell, type Grid, type Scope } from "../../src/formula/calculate";
import type { Need } from "../../src/formula/needs";
import { parse } from "../../src/formula/parse";

/** A small sheet: rows of cells from A1 on; null is blank, and so is everything beyond. */
export function sheetOf(rows: Grid, names: Readonly<Record<string, Cell | Grid | { address: Address }>> = {}): Scope {
  const block = (address: Address): Grid => {
    const { first } = address;
    const { rows: height, columns: width } = sizeOf(address);
    const below = rows.slice(first.row - 1, first.row - 1 + height);
    return below.map((row) => row.slice(first.column - 1, first.column - 1 + width));
  };
  return {
    read: (need: Need) => (need.kind === "cells" && need.address.sheet === undefined ? block(need.address) : undefined),
    name: (name) => (Object.hasOwn(names, name) ? names[name] : undefined),
    at: { row: 2, column: 6 },
  };
}

/** The address of cells, for names that stand for them. */
export function at(text: string): { address: Address } {
  const address = parseAddress(text);
  if (!address) throw new Error(`${text} is no address`);
  return { address };
}

/** What a formula comes to, in short: a value, rows of values, the text of an error, or "unknown: why". */
export function outcome(formula: string, scope: Scope = sheetOf([])): unknown {
  const result = calculate(parse(formula), scope);
  if (result.kind === "error") return result.code;
  if (result.kind === "unknown") return `unknown: ${result.why}`;
  const rows = result.value.map((row) => row.map((cell) => (typeof cell === "object" ? cell.error : cell)));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

/** Expects the outcomes of formulas; numbers to as many digits as the documentation prints. */
export function expectOutcomes(cases: readonly (readonly [formula: string, expected: unknown])[], scope?: Scope): void {
  it.each(cases)("%s is %j", (formula, expected) => {
    const actual = outcome(formula, scope);
    if (typeof expected === "number" && typeof actual === "number") {
      const printed = /\.(\d+)$/.exec(String(expected))?.[1]?.length ?? 0;
      const tolerance = Number.isInteger(expected) ? 1e-9 * Math.max(1, Math.abs(expected)) : 0.5001 * 10 ** -printed;
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);
    } else {
      expect(actual).toEqual(expected);
    }
  });
}
