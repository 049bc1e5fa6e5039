import {
  allowWork,
  atFifteenDigits,
  type CellError,
  divisionByZero,
  fromNumber,
  isError,
  isGrid,
  contentOf,
  makeGrid,
  notANumber,
  shapeOf,
  toNumber,
  type Value,
  wrongValue,
  gridOf,
} from "../values";
import { type Arguments, free, many, type NativeFunctions, numbersAmong, ofAllNumbers, ofNumbers } from "./define";

/** Arithmetic, rounding, powers, angles and sums. */
export const math: NativeFunctions = {
  ABS: ofNumbers(1, 1, Math.abs),
  SIGN: ofNumbers(1, 1, Math.sign),
  SQRT: ofNumbers(1, 1, Math.sqrt),
  EXP: ofNumbers(1, 1, Math.exp),
  LN: ofNumbers(1, 1, (number) => (number > 0 ? Math.log(number) : notANumber)),
  LOG: ofNumbers(1, 2, (number, base = 10) => logarithm(number, base)),
  LOG10: ofNumbers(1, 1, (number) => logarithm(number, 10)),
  POWER: ofNumbers(2, 2, raised),
  INT: ofNumbers(1, 1, Math.floor),
  TRUNC: ofNumbers(1, 2, (number, digits = 0) => rounded(number, digits, Math.floor)),
  ROUND: ofNumbers(2, 2, (number, digits) => rounded(number, digits, Math.round)),
  ROUNDUP: ofNumbers(2, 2, (number, digits) => rounded(number, digits, Math.ceil)),
  ROUNDDOWN: ofNumbers(2, 2, (number, digits) => rounded(number, digits, Math.floor)),
  MROUND: ofNumbers(2, 2, toMultiple),
  CEILING: ofNumbers(2, 2, (number, step) => upTo(number, step, Math.ceil)),
  FLOOR: ofNumbers(2, 2, (number, step) =>
    step === 0 && number !== 0 ? divisionByZero : upTo(number, step, Math.floor),
  ),
  "CEILING.MATH": ofNumbers(1, 3, (number, step = 1, mode = 0) => withMode(number, step, mode, Math.ceil)),
  "FLOOR.MATH": ofNumbers(1, 3, (number, step = 1, mode = 0) => withMode(number, step, mode, Math.floor)),
  MOD: ofNumbers(2, 2, (number, divisor) =>
    divisor === 0 ? divisionByZero : number - divisor * Math.floor(number / divisor),
  ),
  QUOTIENT: ofNumbers(2, 2, (number, divisor) => (divisor === 0 ? divisionByZero : Math.trunc(number / divisor))),
  EVEN: ofNumbers(1, 1, (number) => Math.sign(number) * Math.ceil(Math.abs(number) / 2) * 2),
  ODD: ofNumbers(1, 1, (number) => (number < 0 ? -1 : 1) * (Math.ceil((Math.abs(number) - 1) / 2) * 2 + 1)),
  FACT: ofNumbers(1, 1, (number) => (number < 0 ? notANumber : product(1, Math.trunc(number)))),
  COMBIN: ofNumbers(2, 2, (number, chosen) => combinations(Math.trunc(number), Math.trunc(chosen))),
  PERMUT: ofNumbers(2, 2, (number, chosen) => permutations(Math.trunc(number), Math.trunc(chosen))),
  PI: free(0, 0, () => Math.PI),
  SIN: ofNumbers(1, 1, Math.sin),
  COS: ofNumbers(1, 1, Math.cos),
  TAN: ofNumbers(1, 1, Math.tan),
  ASIN: ofNumbers(1, 1, Math.asin),
  ACOS: ofNumbers(1, 1, Math.acos),
  ATAN: ofNumbers(1, 1, Math.atan),
  ATAN2: ofNumbers(2, 2, (x, y) => (x === 0 && y === 0 ? divisionByZero : Math.atan2(y, x))),
  SINH: ofNumbers(1, 1, Math.sinh),
  COSH: ofNumbers(1, 1, Math.cosh),
  TANH: ofNumbers(1, 1, Math.tanh),
  DEGREES: ofNumbers(1, 1, (radians) => (radians / Math.PI) * 180),
  RADIANS: ofNumbers(1, 1, (degrees) => (degrees / 180) * Math.PI),
  SUM: ofAllNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  SUMSQ: ofAllNumbers((numbers) => numbers.reduce((sum, number) => sum + number * number, 0)),
  PRODUCT: ofAllNumbers((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((all, number) => all * number, 1))),
  GCD: free(1, many, (args) => wholeNumbers(args, (numbers) => numbers.reduce(greatestDivisor, 0))),
  LCM: free(1, many, (args) => wholeNumbers(args, (numbers) => numbers.reduce(leastMultiple, 1))),
  SUMPRODUCT: free(1, many, sumOfProducts),
  MMULT: free(2, 2, (args) => matrixProduct(args.value(0), args.value(1))),
};

function logarithm(number: number, base: number): number | CellError {
  if (number <= 0 || base <= 0) return notANumber;
  if (base === 1) return divisionByZero;
  if (base === 10) return Math.log10(number);
  return base === 2 ? Math.log2(number) : Math.log(number) / Math.log(base);
}

function raised(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent <= 0) return exponent === 0 ? notANumber : divisionByZero;
  return base ** exponent;
}

/** Rounds the size of a number at so many decimals; at 15 digits, so that 1.005 is not just below the half. */
function rounded(number: number, digits: number, round: (size: number) => number): number {
  const places = Math.trunc(digits);
  const [significand = "0", exponent = "0"] = Math.abs(number).toExponential(14).split("e");
  const size = round(Number(`${significand}e${String(Number(exponent) + places)}`));
  if (!Number.isFinite(size)) return number;
  const [whole = "0", power = "0"] = String(size).split("e");
  return Math.sign(number) * Number(`${whole}e${String(Number(power) - places)}`);
}

function toMultiple(number: number, step: number): number | CellError {
  if (number === 0 || step === 0) return 0;
  if (number > 0 !== step > 0) return notANumber;
  return Math.round(atFifteenDigits(number / step)) * step;
}

function upTo(number: number, step: number, round: (count: number) => number): number | CellError {
  if (number === 0 || step === 0) return 0;
  return number > 0 && step < 0 ? notANumber : round(atFifteenDigits(number / step)) * step;
}

/** The step's sign does not matter; with a mode negative numbers are rounded the other way. */
function withMode(number: number, step: number, mode: number, round: (count: number) => number): number {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const count = atFifteenDigits(number / size);
  return (number < 0 && mode !== 0 ? -round(-count) : round(count)) * size;
}

function product(from: number, to: number): number {
  let all = 1;
  for (let factor = from; factor <= to && Number.isFinite(all); factor++) all *= factor;
  return all;
}

function combinations(number: number, chosen: number): number | CellError {
  if (number < 0 || chosen < 0 || chosen > number) return notANumber;
  const smaller = Math.min(chosen, number - chosen);
  let all = 1;
  for (let i = 1; i <= smaller && Number.isFinite(all); i++) all = (all * (number - smaller + i)) / i;
  return Math.round(all);
}

function permutations(number: number, chosen: number): number | CellError {
  return number <= 0 || chosen < 0 || chosen > number ? notANumber : product(number - chosen + 1, number);
}

function wholeNumbers(args: Arguments, summarize: (numbers: number[]) => number): Value {
  const numbers = numbersAmong(args.values());
  if (isError(numbers)) return numbers;
  const whole = numbers.map(Math.trunc);
  return whole.some((number) => number < 0) ? notANumber : fromNumber(summarize(whole));
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

function leastMultiple(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : (one / greatestDivisor(one, other)) * other;
}

/** Ranges must have one shape; what is not a number counts as 0. */
function sumOfProducts(args: Arguments): Value {
  const values = args.values();
  const alone = values.length === 1 ? contentOf(values[0] ?? null) : undefined;
  if (alone !== undefined && !isGrid(alone)) return toNumber(alone);
  const { rows, columns } = shapeOf(values[0] ?? null);
  if (values.some((value) => shapeOf(value).rows !== rows || shapeOf(value).columns !== columns)) return wrongValue;
  const grids = values.map(gridOf);
  const [height, width] = [
    Math.max(...grids.map((grid) => grid.length)),
    Math.max(...grids.map((grid) => grid[0]?.length ?? 0)),
  ];
  let sum = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const factors = grids.map((grid) => grid[row]?.[column] ?? null);
      const error = factors.find(isError);
      if (error) return error;
      sum += factors.reduce<number>((all, factor) => all * (typeof factor === "number" ? factor : 0), 1);
    }
  }
  return fromNumber(sum);
}

function matrixProduct(left: Value, right: Value): Value {
  const [one, other] = [gridOf(left), gridOf(right)];
  const error = [...one.flat(), ...other.flat()].find(isError);
  if (error) return error;
  if ([...one.flat(), ...other.flat()].some((cell) => typeof cell !== "number") || one[0]?.length !== other.length)
    return wrongValue;
  allowWork(one.length, other.length, other[0]?.length ?? 0);
  return makeGrid(one.length, other[0]?.length ?? 0, (row, column) => {
    const terms = (one[row] ?? []).map((cell, i) => Number(cell) * Number(other[i]?.[column]));
    return fromNumber(terms.reduce((sum, term) => sum + term, 0));
  });
}
