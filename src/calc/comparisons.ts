import { compare } from "./decimal";
import type { Comparison } from "./operation";
import { infix, levels } from "./text";

const { comparison } = levels;

const compared = (symbol: string, native: string, holds: (sign: number) => boolean): Comparison => ({
  holdsDouble: (left, right) => holds(left - right),
  holds: (left, right) => holds(right.isZero() || left.isZero() ? left.comparedTo(right) : compare(left, right)),
  written: infix(` ${symbol} `, comparison),
  native: infix(native, comparison),
});

export const equal = compared("=", "=", (sign) => sign === 0);
export const unequal = compared("≠", "<>", (sign) => sign !== 0);
export const above = compared(">", ">", (sign) => sign > 0);
export const atLeast = compared("≥", ">=", (sign) => sign >= 0);
export const below = compared("<", "<", (sign) => sign < 0);
export const atMost = compared("≤", "<=", (sign) => sign <= 0);
