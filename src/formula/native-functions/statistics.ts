import { Decimal } from "../../calc/decimal";
import { inverseNormal, normalShare } from "../../calc/normal";
import {
  allowWork,
  type CellError,
  divisionByZero,
  fromNumber,
  gridOf,
  isError,
  lift,
  notANumber,
  notAvailable,
  toBoolean,
  toNumber,
  shapeOf,
  type Value,
} from "../values";
import {
  type Arguments,
  cellsOf,
  free,
  many,
  type NativeFunctions,
  numberAt,
  numbersAmong,
  ofAllNumbers,
  ofCells,
  ofNumbers,
} from "./define";

const standardDeviation = ofAllNumbers((numbers) => root(variance(numbers, 1)));
const deviationOfAll = ofAllNumbers((numbers) => root(variance(numbers, 0)));
const sampleVariance = ofAllNumbers((numbers) => variance(numbers, 1));
const varianceOfAll = ofAllNumbers((numbers) => variance(numbers, 0));
const percentile = free(2, 2, (args) => atShares(args, inclusive));
const quartile = free(2, 2, (args) => atShares(args, (sorted, quarter) => inclusive(sorted, Math.trunc(quarter) / 4)));
const ranked = free(2, 3, rank);

/** Averages, spreads, ranks and distributions. */
export const statistics: NativeFunctions = {
  AVERAGE: ofAllNumbers(mean),
  MIN: ofAllNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MAX: ofAllNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  COUNT: free(1, many, (args) => countNumbers(args)),
  COUNTA: free(1, many, (args) => count(args, (cell) => cell !== null)),
  COUNTBLANK: free(1, 1, countBlank),
  MEDIAN: ofAllNumbers((numbers) => (numbers.length === 0 ? notANumber : inclusive(ascending(numbers), 0.5))),
  GEOMEAN: ofAllNumbers((numbers) => positive(numbers, () => Math.exp(total(numbers.map(Math.log)) / numbers.length))),
  HARMEAN: ofAllNumbers((numbers) =>
    positive(numbers, () => numbers.length / total(numbers.map((number) => 1 / number))),
  ),
  "STDEV.S": standardDeviation,
  STDEV: standardDeviation,
  "STDEV.P": deviationOfAll,
  STDEVP: deviationOfAll,
  "VAR.S": sampleVariance,
  VAR: sampleVariance,
  "VAR.P": varianceOfAll,
  VARP: varianceOfAll,
  "PERCENTILE.INC": percentile,
  PERCENTILE: percentile,
  "PERCENTILE.EXC": free(2, 2, (args) => atShares(args, exclusive)),
  "QUARTILE.INC": quartile,
  QUARTILE: quartile,
  SMALL: free(2, 2, (args) => atShares(args, (sorted, place) => nth(sorted, place))),
  LARGE: free(2, 2, (args) => atShares(args, (sorted, place) => nth(sorted, sorted.length + 1 - Math.ceil(place)))),
  RANK: ranked,
  "RANK.EQ": ranked,
  CORREL: free(2, 2, (args) =>
    ofPairs(args, (p) => (p.xx === 0 || p.yy === 0 ? divisionByZero : p.xy / Math.sqrt(p.xx * p.yy))),
  ),
  SLOPE: free(2, 2, (args) => ofPairs(args, (p) => (p.yy === 0 ? divisionByZero : p.xy / p.yy))),
  INTERCEPT: free(2, 2, (args) =>
    ofPairs(args, (p) => (p.yy === 0 ? divisionByZero : p.meanX - (p.xy / p.yy) * p.meanY)),
  ),
  "NORM.S.DIST": ofCells(2, 2, (x = null, cumulative = null) => normal(x, 0, 1, cumulative)),
  "NORM.DIST": ofCells(4, 4, (x = null, average = null, spread = null, cumulative = null) =>
    normal(x, average, spread, cumulative),
  ),
  "NORM.S.INV": ofNumbers(1, 1, (share) => quantile(share, 0, 1)),
  "NORM.INV": ofNumbers(3, 3, quantile),
  "LOGNORM.DIST": ofCells(4, 4, logNormal),
  "LOGNORM.INV": ofNumbers(3, 3, (share, average, spread) => {
    const logarithm = quantile(share, average, spread);
    return isError(logarithm) ? logarithm : Math.exp(logarithm);
  }),
  "BINOM.DIST": ofCells(4, 4, binomial),
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const root = (number: number | CellError): number | CellError => (isError(number) ? number : Math.sqrt(number));

function mean(numbers: readonly number[]): number | CellError {
  return numbers.length === 0 ? divisionByZero : total(numbers) / numbers.length;
}

function variance(numbers: readonly number[], fewer: 0 | 1): number | CellError {
  if (numbers.length <= fewer) return divisionByZero;
  const average = total(numbers) / numbers.length;
  return total(numbers.map((number) => (number - average) ** 2)) / (numbers.length - fewer);
}

function positive(numbers: readonly number[], summarize: () => number): number | CellError {
  return numbers.length === 0 || numbers.some((number) => number <= 0) ? notANumber : summarize();
}

/** Errors are passed over in cells, and so is typed text that is no number. */
function countNumbers(args: Arguments): number {
  let found = 0;
  for (const value of args.values()) {
    for (const { cell, typed } of cellsOf(value)) {
      if (typeof (typed && !isError(cell) ? toNumber(cell) : cell) === "number") found++;
    }
  }
  return found;
}

function count(args: Arguments, counts: (cell: Value) => boolean): number {
  let found = 0;
  for (const value of args.values()) for (const { cell, typed } of cellsOf(value)) if (typed || counts(cell)) found++;
  return found;
}

function countBlank(args: Arguments): number {
  const { rows, columns } = shapeOf(args.value(0));
  const filled = [...cellsOf(args.value(0))].filter(({ cell }) => cell !== null && cell !== "").length;
  return rows * columns - filled;
}

/** A function of the sorted numbers of its first argument and a number, which may be an array. */
function atShares(args: Arguments, pick: (sorted: number[], share: number) => number | CellError): Value {
  const numbers = numbersAmong([args.value(0)]);
  if (isError(numbers)) return numbers;
  const sorted = ascending(numbers);
  return lift([args.value(1)], ([cell = null]) => {
    const share = toNumber(cell);
    if (isError(share)) return share;
    const result = pick(sorted, share);
    return isError(result) ? result : fromNumber(result);
  });
}

function inclusive(sorted: readonly number[], share: number): number | CellError {
  if (sorted.length === 0 || share < 0 || share > 1) return notANumber;
  return between(sorted, share * (sorted.length - 1));
}

function exclusive(sorted: readonly number[], share: number): number | CellError {
  const place = share * (sorted.length + 1) - 1;
  return place < 0 || place > sorted.length - 1 || share <= 0 || share >= 1 ? notANumber : between(sorted, place);
}

function between(sorted: readonly number[], place: number): number {
  const below = Math.floor(place);
  const [low = NaN, high = low] = sorted.slice(below, below + 2);
  return low + (place - below) * (high - low);
}

function nth(sorted: readonly number[], place: number): number | CellError {
  return sorted[Math.ceil(place) - 1] ?? notANumber;
}

function rank(args: Arguments): Value {
  const numbers = numbersAmong([args.value(1)]);
  const order = args.count > 2 ? numberAt(args, 2) : 0;
  if (isError(numbers)) return numbers;
  if (isError(order)) return order;
  allowWork(gridOf(args.value(0)).flat().length, numbers.length);
  return lift([args.value(0)], ([cell = null]) => {
    const number = toNumber(cell);
    if (isError(number)) return number;
    if (!numbers.includes(number)) return notAvailable;
    return numbers.filter((other) => (order === 0 ? other > number : other < number)).length + 1;
  });
}

interface Pairs {
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Sums over two ranges side by side; pairs with a cell that is no number are left out. */
function ofPairs(args: Arguments, summarize: (pairs: Pairs) => number | CellError): Value {
  const [one, other] = [gridOf(args.value(0)).flat(), gridOf(args.value(1)).flat()];
  const error = [...one, ...other].find(isError);
  if (error) return error;
  if (one.length !== other.length) return notAvailable;
  const pairs = one.flatMap((x, i) => {
    const y = other[i];
    return typeof x === "number" && typeof y === "number" ? [[x, y] as const] : [];
  });
  if (pairs.length === 0) return divisionByZero;
  const meanX = total(pairs.map(([x]) => x)) / pairs.length;
  const meanY = total(pairs.map(([, y]) => y)) / pairs.length;
  const result = summarize({
    meanX,
    meanY,
    xx: total(pairs.map(([x]) => (x - meanX) ** 2)),
    yy: total(pairs.map(([, y]) => (y - meanY) ** 2)),
    xy: total(pairs.map(([x, y]) => (x - meanX) * (y - meanY))),
  });
  return isError(result) ? result : fromNumber(result);
}

type Given = Parameters<typeof toNumber>[0];

function normal(x: Given, average: Given, spread: Given, cumulative: Given): number | CellError {
  const [value, middle, deviation, isShare] = [toNumber(x), toNumber(average), toNumber(spread), toBoolean(cumulative)];
  if (isError(value)) return value;
  if (isError(middle)) return middle;
  if (isError(deviation)) return deviation;
  if (isError(isShare)) return isShare;
  if (deviation <= 0) return notANumber;
  const distance = (value - middle) / deviation;
  if (isShare) return fromNumber(normalShare(new Decimal(distance)).toNumber());
  return fromNumber(Math.exp((-distance * distance) / 2) / (deviation * Math.sqrt(2 * Math.PI)));
}

function quantile(share: number, average: number, spread: number): number | CellError {
  if (share <= 0 || share >= 1 || spread <= 0) return notANumber;
  return average + spread * inverseNormal(new Decimal(share)).toNumber();
}

function logNormal(
  x: Given = null,
  average: Given = null,
  spread: Given = null,
  cumulative: Given = null,
): number | CellError {
  const value = toNumber(x);
  if (isError(value)) return value;
  if (value <= 0) return notANumber;
  const result = normal(Math.log(value), average, spread, cumulative);
  const isShare = toBoolean(cumulative);
  return isError(result) || isShare === true ? result : fromNumber(result / value);
}

function binomial(
  successes: Given = null,
  trials: Given = null,
  share: Given = null,
  cumulative: Given = null,
): number | CellError {
  const [k, n, p, isShare] = [toNumber(successes), toNumber(trials), toNumber(share), toBoolean(cumulative)];
  if (isError(k)) return k;
  if (isError(n)) return n;
  if (isError(p)) return p;
  if (isError(isShare)) return isShare;
  const [wins, count] = [Math.trunc(k), Math.trunc(n)];
  if (wins < 0 || wins > count || p < 0 || p > 1) return notANumber;
  allowWork(isShare ? wins + 1 : 1, count);
  let sum = 0;
  for (let i = isShare ? 0 : wins; i <= wins; i++) sum += exactly(i, count, p);
  return fromNumber(Math.min(sum, 1));
}

/** The chance of exactly so many successes, by factors of moderate size so that nothing overflows on the way. */
function exactly(wins: number, count: number, share: number): number {
  const smaller = Math.min(wins, count - wins);
  let [chance, winsLeft, lossesLeft] = [1, wins, count - wins];
  for (let i = 1; i <= smaller; i++) {
    chance *= (count - smaller + i) / i;
    while (chance > 1 && winsLeft + lossesLeft > 0)
      chance *= winsLeft > 0 ? (winsLeft--, share) : (lossesLeft--, 1 - share);
  }
  return chance * share ** winsLeft * (1 - share) ** lossesLeft;
}
