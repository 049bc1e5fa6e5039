import type { Result } from "../../formula/calculate";
import type { Value } from "../workbook";

/** A rectangle of values, as cells show them. */
export type Shown = readonly (readonly Value[])[];

/** Two numbers count as equal when they differ by less than this part of them. */
export const closest = 1e-9;

/** Beside the largest number of a table, a rest of rounding such as a balance of 0.00000001 counts as nothing. */
const rounding = 1e-13;

/** What a formula that was worked out shows; undefined where that cannot be told. */
export function shownBy(result: Result): Shown | undefined {
  if (result.kind === "unknown") return undefined;
  return result.kind === "error" ? [[{ error: result.code }]] : result.value;
}

/** Whether two rectangles show the same: numbers to nine digits and more, an error for an error, all else exactly. */
export function same(one: Shown, other: Shown): boolean {
  if (one.length !== other.length) return false;
  const numbers = [...one, ...other].flat().filter((value): value is number => typeof value === "number");
  const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  return one.every((row, i) => {
    const others = other[i]!;
    return row.length === others.length && row.every((value, j) => sameValue(value, others[j]!, largest * rounding));
  });
}

function sameValue(one: Value, other: Value, least: number): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= Math.max(closest * Math.max(Math.abs(one), Math.abs(other)), least);
  }
  const [left, right] = [one ?? "", other ?? ""];
  if (typeof left === "object" || typeof right === "object") return typeof left === typeof right;
  return left === right;
}
