import { Decimal, snapped, snappedDouble, zero } from "./decimal";
import { UnitError } from "./error";
import { naturalLogarithm } from "./logarithm";
import { inverseNormal, normalShare as shareBelow } from "./normal";
import { inverseNormalDouble, normalShareDouble } from "./normal-double";
import type { Operation } from "./operation";
import { atom, call, levels, type Spelling, wrapped, words } from "./text";
import { none, Unit } from "./unit";

const plain =
  (doing: string) =>
  (operand: Unit | undefined): Unit => {
    Unit.shared(doing, operand!, none);
    return none;
  };

export const minimum: Operation = {
  unit: (...all) => Unit.shared("compare", ...all),
  value: (...all) => all.reduce((a, b) => (b.lessThan(a) ? b : a)),
  double: Math.min,
  written: call("min", ", "),
  native: call("MIN"),
  nativeEach: (a, b) => atom(`IF(${a.text}<${b.text},${a.text},${b.text})`),
};

export const maximum: Operation = {
  unit: (...all) => Unit.shared("compare", ...all),
  value: (...all) => all.reduce((a, b) => (b.greaterThan(a) ? b : a)),
  double: Math.max,
  written: call("max", ", "),
  native: call("MAX"),
  nativeEach: (a, b) => atom(`IF(${a.text}>${b.text},${a.text},${b.text})`),
};

/** The whole number below, after snapping: a count. */
export const roundedDown: Operation = {
  unit: (a) => a,
  value: (a) => snapped(a).floor(),
  double: (a) => Math.floor(snappedDouble(a)),
  written: words("{0} rounded down"),
  native: (a) => atom(`INT(ROUND(${a.text},9))`),
};

export const roundedUp: Operation = {
  unit: (a) => a,
  value: (a) => snapped(a).ceil(),
  double: (a) => Math.ceil(snappedDouble(a)),
  written: words("{0} rounded up"),
  native: (a) => atom(`ROUNDUP(ROUND(${a.text},9),0)`),
};

const raised: (symbol: string) => Spelling = (symbol) => (base, exponent) => ({
  text: `${wrapped(base, levels.atom)}${symbol}${wrapped(exponent, levels.atom)}`,
  level: levels.power,
});

/** base^exponent of plain numbers, with 0^0 = 1 */
export const power: Operation = {
  unit: (base, exponent) => {
    if (!base.equals(none) || !exponent.equals(none))
      throw new UnitError(`cannot raise ${String(base)} to the power ${String(exponent)}`);
    return none;
  },
  value: (base, exponent) => base.pow(exponent),
  double: (base, exponent) => base ** exponent,
  written: raised("^"),
  native: raised("^"),
};

export const squareRoot: Operation = {
  unit: (a) => a.squareRoot(),
  value: (a) => a.sqrt(),
  double: (a) => Math.sqrt(a),
  written: words("square root of {0}"),
  native: call("SQRT"),
};

export const logarithm: Operation = {
  unit: plain("take the logarithm of"),
  value: (a) => naturalLogarithm(a),
  double: (a) => Math.log(a),
  written: call("ln", ", "),
  native: call("LN"),
};

/** e^x */
export const exponential: Operation = {
  unit: plain("take the exponential of"),
  value: (a) => a.exp(),
  double: (a) => Math.exp(a),
  written: call("exp", ", "),
  native: call("EXP"),
};

let lastRow: { readonly n: number; readonly ways: readonly Decimal[] } | undefined;

/** The ways to choose 0, 1, 2, … up to half of n. A sum over a distribution asks for one row many times. */
function pascalRow(n: number): readonly Decimal[] {
  if (lastRow?.n === n) return lastRow.ways;
  const ways = [new Decimal(1)];
  for (let k = 1; k <= n / 2; k++) ways.push(ways[k - 1]!.times(n - k + 1).dividedBy(k));
  lastRow = { n, ways };
  return ways;
}

/** In how many ways `chosen` of `all` can be picked. */
export const combinations: Operation = {
  unit: () => none,
  value: (all, chosen) => {
    const [n, k] = [all.toNumber(), chosen.toNumber()];
    return k < 0 || k > n ? zero : pascalRow(n)[Math.min(k, n - k)]!;
  },
  double: (all, chosen) => {
    const least = Math.min(chosen, all - chosen);
    let ways = least < 0 ? 0 : 1;
    for (let step = 1; step <= least; step++) ways = (ways * (all - least + step)) / step;
    return Math.round(ways);
  },
  written: words("ways to choose {1} of {0}"),
  native: call("COMBIN"),
};

/** How many standard deviations above the mean a share of outcomes lies. */
export const normalQuantile: Operation = {
  unit: plain("take the normal quantile of"),
  value: (share) => inverseNormal(share),
  double: (share) => inverseNormalDouble(share),
  written: words("normal quantile of {0}"),
  native: call("NORM.S.INV"),
};

/** Share of a standard normal distribution below a number. */
export const normalShare: Operation = {
  unit: plain("take the normal share of"),
  value: (x) => shareBelow(x),
  double: (x) => normalShareDouble(x),
  written: words("normal share below {0}"),
  native: (x) => atom(`NORM.S.DIST(${x.text},TRUE)`),
};
