import type { Decimal } from "./decimal";
import type { Spelling, Text } from "./text";
import type { Unit } from "./unit";

/** One operation in all its readings: the unit, the number, the working and the native formula. */
export interface Operation {
  readonly unit: (...operands: Unit[]) => Unit;
  readonly value: (...operands: Decimal[]) => Decimal;
  /** The same in native doubles, in which NaN is an error: for simulation alone. */
  readonly double: (...operands: number[]) => number;
  readonly written: Spelling;
  readonly native: Spelling;
  /** Spelling of two operands in arrays, where Excel's own function would fold the whole array into one number. */
  readonly nativeEach?: Spelling;
  /** The operand that changes nothing, such as 0 in a sum: a default of this value is left out of native formulas. */
  readonly neutral?: { readonly right?: number; readonly left?: number };
}

/** A question about two numbers, answered as a worksheet would: at 15 digits. */
export interface Comparison {
  readonly holds: (left: Decimal, right: Decimal) => boolean;
  readonly holdsDouble: (left: number, right: number) => boolean;
  readonly written: Spelling;
  readonly native: Spelling;
}

/** Many numbers folded into one; further operands follow the numbers. */
export interface Reduction {
  readonly unit: (element: Unit, ...operands: Unit[]) => Unit;
  readonly value: (elements: readonly Decimal[], ...operands: Decimal[]) => Decimal;
  readonly double: (elements: readonly number[], ...operands: number[]) => number;
  /** The first operand is the name of the series, or its numbers. */
  readonly written: Spelling;
  readonly native: Spelling;
  /** The same over the elements for which a condition holds, where the classic functions can say it; an error if there are none. */
  readonly nativeWhere?: (elements: Text, condition: Text) => Text;
  /** Excel's function passes over blank cells, which count as 0 for us: the native formula then adds 0 to the range. */
  readonly skipsBlanks?: boolean;
  /** Whether its numbers fit into the working one by one: "min(1.2, 1.4)". */
  readonly lists?: boolean;
}
