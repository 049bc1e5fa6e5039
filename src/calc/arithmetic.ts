import { one } from "./decimal";
import { CalculationError, UnitError } from "./error";
import type { Operation } from "./operation";
import { infix, levels, type Spelling, wrapped } from "./text";
import { none, Unit } from "./unit";

const { sum, product, power } = levels;

export const plus: Operation = {
  unit: (a, b) => Unit.shared("add", a, b),
  value: (a, b) => a.plus(b),
  double: (a, b) => a + b,
  written: infix(" + ", sum, sum),
  native: infix("+", sum, sum),
  neutral: { left: 0, right: 0 },
};

export const minus: Operation = {
  unit: (a, b) => Unit.shared("subtract", a, b),
  value: (a, b) => a.minus(b),
  double: (a, b) => a - b,
  written: infix(" − ", sum),
  native: infix("-", sum),
  neutral: { right: 0 },
};

export const times: Operation = {
  unit: (a, b) => a.times(b),
  value: (a, b) => a.times(b),
  double: (a, b) => a * b,
  written: infix(" × ", product, product),
  native: infix("*", product, product),
  neutral: { left: 1, right: 1 },
};

export const dividedBy: Operation = {
  unit: (a, b) => a.per(b),
  value: (a, b) => {
    if (b.isZero()) throw new CalculationError("divisionByZero", "the divisor is 0");
    return a.dividedBy(b);
  },
  double: (a, b) => (b === 0 ? NaN : a / b),
  written: infix(" ÷ ", product),
  native: infix("/", product),
  neutral: { right: 1 },
};

/** A yearly rate compounds over years, a rate per period over periods: together they have no unit. */
const compounding = (rate: Unit | undefined, time: Unit | undefined): Unit => {
  if (rate!.times(time!).equals(none)) return none;
  throw new UnitError(
    `cannot compound ${rate!.isNone ? "a plain rate" : String(rate)} over ${time!.isNone ? "a plain number of periods" : String(time)}`,
  );
};

const factor =
  (sign: string): Spelling =>
  (rate, time) => ({
    text: `(1${sign}${wrapped(rate, product)})^${wrapped(time, levels.atom)}`,
    level: power,
  });

/** (1 + rate)^time */
export const growth: Operation = {
  unit: compounding,
  value: (rate, time) => one.plus(rate).pow(time),
  double: (rate, time) => (1 + rate) ** time,
  written: factor(" + "),
  native: factor("+"),
};

/** (1 − rate)^time, with 0^0 = 1 */
export const decline: Operation = {
  unit: compounding,
  value: (rate, time) => one.minus(rate).pow(time),
  double: (rate, time) => (1 - rate) ** time,
  written: factor(" − "),
  native: factor("-"),
};
