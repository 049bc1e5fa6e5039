import { Decimal } from "./decimal";
import type { Comparison, Operation, Reduction } from "./operation";

/** The arithmetic that a compiled formula runs on. Functions never see it, so it can be exchanged without touching one. */
export interface Numbers<N> {
  /** A blank cell on its way through. */
  readonly empty: N;
  readonly constant: (value: Decimal) => N;
  readonly whole: (value: number) => N;
  readonly toNumber: (value: N) => number;
  readonly isZero: (value: N) => boolean;
  readonly operation: (operation: Operation) => (...operands: N[]) => N;
  readonly comparison: (comparison: Comparison) => (left: N, right: N) => boolean;
  readonly reduction: (reduction: Reduction) => (elements: readonly N[], ...operands: N[]) => N;
}

/** An empty cell on its way through the arithmetic: blank in a table, or a cell of a range that holds no number. */
export const empty = new Decimal(NaN);

/** Decimals of 34 digits: what every cell is computed in. */
export const decimals: Numbers<Decimal> = {
  empty,
  constant: (value) => value,
  whole: (value) => new Decimal(value),
  toNumber: (value) => value.toNumber(),
  isZero: (value) => value.isZero(),
  operation: (operation) => operation.value,
  comparison: (comparison) => comparison.holds,
  reduction: (reduction) => reduction.value,
};

/** Native doubles: for simulation alone, where hundreds of thousands of results make one answer. */
export const doubles: Numbers<number> = {
  empty: NaN,
  constant: (value) => value.toNumber(),
  whole: (value) => value,
  toNumber: (value) => value,
  isZero: (value) => value === 0,
  operation: (operation) => operation.double,
  comparison: (comparison) => comparison.holdsDouble,
  reduction: (reduction) => reduction.double,
};
