import { Decimal, one, zero } from "./decimal";
import { CalculationError, UnitError } from "./error";
import type { Reduction } from "./operation";
import { atom, call, type Spelling, type Text, words } from "./text";
import { none } from "./unit";

const some = (elements: readonly Decimal[]): readonly Decimal[] => {
  if (elements.length === 0) throw new CalculationError("divisionByZero", "there is nothing to take");
  return elements;
};
const total = (elements: readonly Decimal[]): Decimal => {
  let result = zero;
  for (const element of elements) result = result.plus(element);
  return result;
};
const totalDouble = (elements: readonly number[]): number => {
  let result = 0;
  for (const element of elements) result += element;
  return result;
};
const average = (elements: readonly Decimal[]): Decimal => total(some(elements)).dividedBy(elements.length);
const same = <Unit>(unit: Unit): Unit => unit;

const sortings = new WeakMap<readonly Decimal[], readonly Decimal[]>();

/** The numbers of one list from the smallest up: sorted once, however many ranks are asked for. */
function sortedOf(all: readonly Decimal[]): readonly Decimal[] {
  let sorted = sortings.get(all);
  if (!sorted) {
    // Doubles sort much faster; decimals decide between those that are equal as doubles.
    const doubles = new Map(all.map((element) => [element, element.toNumber()]));
    sorted = [...all].sort((a, b) => doubles.get(a)! - doubles.get(b)! || a.comparedTo(b));
    sortings.set(all, sorted);
  }
  return sorted;
}

const listed =
  (name: string): Spelling =>
  (elements) =>
    atom(`${name}(${elements.text})`);

/** Excel's IF over arrays: what does not count is FALSE, which these functions pass over. */
const chosen =
  (name: string, ...more: Text[]) =>
  (elements: Text, condition: Text): Text =>
    call(name)(call("IF")(condition, elements), ...more);

export const sumOf: Reduction = {
  unit: same,
  value: total,
  double: totalDouble,
  written: listed("sum"),
  native: call("SUM"),
  lists: true,
};
export const countOf: Reduction = {
  unit: () => none,
  value: ({ length }) => new Decimal(length),
  double: ({ length }) => length,
  written: words("number of {0}"),
  native: call("ROWS"),
};
export const meanOf: Reduction = {
  unit: same,
  value: average,
  double: (all) => totalDouble(all) / all.length,
  written: listed("average"),
  native: call("AVERAGE"),
  nativeWhere: chosen("AVERAGE"),
  skipsBlanks: true,
  lists: true,
};
export const smallestOf: Reduction = {
  unit: same,
  value: (all) => Decimal.min(...some(all)),
  double: (all) => (all.length === 0 ? NaN : Math.min(...all)),
  written: listed("min"),
  native: call("MIN"),
  nativeWhere: chosen("SMALL", atom("1")),
  skipsBlanks: true,
  lists: true,
};
export const largestOf: Reduction = {
  unit: same,
  value: (all) => Decimal.max(...some(all)),
  double: (all) => (all.length === 0 ? NaN : Math.max(...all)),
  written: listed("max"),
  native: call("MAX"),
  nativeWhere: chosen("LARGE", atom("1")),
  skipsBlanks: true,
  lists: true,
};

export const productOf: Reduction = {
  unit: (element) => {
    if (!element.equals(none)) throw new UnitError(`cannot take the product of ${String(element)}`);
    return none;
  },
  value: (all) => all.reduce((a, b) => a.times(b), one),
  double: (all) => all.reduce((a, b) => a * b, 1),
  written: listed("product"),
  native: call("PRODUCT"),
  skipsBlanks: true,
  lists: true,
};

/** Sample standard deviation (n − 1); #DIV/0! for fewer than two numbers. */
export const deviationOf: Reduction = {
  unit: same,
  value: (all) => {
    const mean = average(all);
    if (all.length < 2) throw new CalculationError("divisionByZero", "a standard deviation needs at least two numbers");
    return total(all.map((element) => element.minus(mean).pow(2)))
      .dividedBy(all.length - 1)
      .sqrt();
  },
  double: (all) => {
    const mean = totalDouble(all) / all.length;
    return Math.sqrt(totalDouble(all.map((element) => (element - mean) ** 2)) / (all.length - 1));
  },
  written: words("standard deviation of {0}"),
  native: call("STDEV.S"),
  skipsBlanks: true,
};

/** As PERCENTILE.INC: linear between the two nearest ranks. */
export const quantileOf: Reduction = {
  unit: same,
  value: (all, share) => {
    const sorted = sortedOf(some(all));
    const rank = share.times(sorted.length - 1);
    const lower = rank.floor().toNumber();
    const [from, to = from] = [sorted[lower]!, sorted[lower + 1]];
    return from.plus(to.minus(from).times(rank.minus(lower)));
  },
  double: (all, share) => {
    const sorted = [...all].sort((a, b) => a - b);
    const rank = share * (sorted.length - 1);
    const lower = Math.floor(rank);
    const from = sorted[lower] ?? NaN;
    return from + ((sorted[lower + 1] ?? from) - from) * (rank - lower);
  },
  written: words("{1} quantile of {0}"),
  native: call("PERCENTILE.INC"),
  skipsBlanks: true,
};

/** The number at a rank, 1 being the smallest. */
export const rankedOf: Reduction = {
  unit: same,
  value: (all, rank) => {
    const element = sortedOf(all)[rank.toNumber() - 1];
    if (!element)
      throw new CalculationError("notAvailable", `there is no rank ${String(rank)} among ${all.length} numbers`);
    return element;
  },
  double: (all, rank) => [...all].sort((a, b) => a - b)[rank - 1] ?? NaN,
  written: words("number {1} of {0} by size"),
  native: call("SMALL"),
  skipsBlanks: true,
};

/** Worth at the start of amounts one period apart, the first of them one period from now. */
export const presentValueOf: Reduction = {
  unit: (amount, rate) => {
    if (!rate.equals(none)) throw new UnitError(`a rate per period has no unit, not ${String(rate)}`);
    return amount;
  },
  value: (amounts, rate) => {
    // All amounts at the end of the last period, then one division: dividing period by period takes three times as long.
    const step = one.plus(rate);
    return amounts.reduce((sofar, amount) => sofar.times(step).plus(amount), zero).dividedBy(step.pow(amounts.length));
  },
  double: (amounts, rate) => amounts.reduceRight((later, amount) => (later + amount) / (1 + rate), 0),
  written: words("present value of {0} at {1}"),
  native: (amounts, rate) => atom(`NPV(${rate.text},${amounts.text})`),
  skipsBlanks: true,
};

export const elementOf: Reduction = {
  unit: same,
  value: (all, position) => {
    const element = all[position.toNumber() - 1];
    if (!element) throw new CalculationError("notAvailable", `there is no element ${String(position)}`);
    return element;
  },
  double: (all, position) => all[position - 1] ?? NaN,
  written: words("{0}({1})"),
  native: call("INDEX"),
};

export const firstOf: Reduction = {
  unit: same,
  value: (all) => some(all)[0]!,
  double: (all) => all[0] ?? NaN,
  written: words("first of {0}"),
  native: (all) => atom(`INDEX(${all.text},1)`),
};

export const lastOf: Reduction = {
  unit: same,
  value: (all) => some(all).at(-1)!,
  double: (all) => all.at(-1) ?? NaN,
  written: words("last of {0}"),
  native: (all) => atom(`TAKE(${all.text},-1)`),
};
