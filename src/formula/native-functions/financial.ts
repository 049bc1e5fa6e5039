import {
  allowWork,
  type CellError,
  divisionByZero,
  fromNumber,
  gridOf,
  isError,
  notANumber,
  type Value,
} from "../values";
import {
  allNumbers,
  type Arguments,
  free,
  many,
  type NativeFunctions,
  numberAt,
  numbersAmong,
  ofNumbers,
} from "./define";

/** Loans, present values, rates of return and depreciation. What is received is positive, what is paid negative. */
export const financial: NativeFunctions = {
  PMT: ofNumbers(3, 5, (rate, periods, present, future = 0, type = 0) => payment(rate, periods, present, future, type)),
  PV: ofNumbers(3, 5, (rate, periods, paid, future = 0, type = 0) => presentValue(rate, periods, paid, future, type)),
  FV: ofNumbers(3, 5, (rate, periods, paid, present = 0, type = 0) => futureValue(rate, periods, paid, present, type)),
  NPER: ofNumbers(3, 5, (rate, paid, present, future = 0, type = 0) => periodCount(rate, paid, present, future, type)),
  RATE: ofNumbers(3, 6, (periods, paid, present, future = 0, type = 0, guess = 0.1) => {
    if (periods <= 0) return notANumber;
    return rootNear((rate) => futureValue(rate, periods, paid, present, type) + future, guess) ?? notANumber;
  }),
  IPMT: ofNumbers(4, 6, (rate, period, periods, present, future = 0, type = 0) =>
    within(period, periods, () => interestPart(rate, period, periods, present, future, type)),
  ),
  PPMT: ofNumbers(4, 6, (rate, period, periods, present, future = 0, type = 0) =>
    within(period, periods, () => {
      const level = payment(rate, periods, present, future, type);
      return isError(level) ? level : level - interestPart(rate, period, periods, present, future, type);
    }),
  ),
  CUMIPMT: ofNumbers(6, 6, (rate, periods, present, from, to, type) =>
    cumulated(rate, periods, present, from, to, type, "interest"),
  ),
  CUMPRINC: ofNumbers(6, 6, (rate, periods, present, from, to, type) =>
    cumulated(rate, periods, present, from, to, type, "principal"),
  ),
  NPV: free(2, many, (args) => {
    const rate = numberAt(args, 0);
    const flows = numbersAmong(args.values().slice(1));
    if (isError(rate)) return rate;
    if (isError(flows)) return flows;
    return rate === -1 ? divisionByZero : fromNumber(discounted(rate, flows) / (1 + rate));
  }),
  IRR: free(1, 2, (args) => {
    const flows = numbersAmong([args.value(0)]);
    const guess = args.given(1) ? numberAt(args, 1) : 0.1;
    if (isError(flows)) return flows;
    if (isError(guess)) return guess;
    if (!bothSigns(flows)) return notANumber;
    return rootNear((rate) => discounted(rate, flows), guess) ?? notANumber;
  }),
  MIRR: free(3, 3, modifiedReturn),
  XNPV: free(3, 3, (args) => {
    const dated = datedFlows(args.value(1), args.value(2));
    const rate = numberAt(args, 0);
    if (isError(rate)) return rate;
    if (isError(dated)) return dated;
    return rate <= -1 ? notANumber : fromNumber(discountedByDay(rate, dated));
  }),
  XIRR: free(2, 3, (args) => {
    const dated = datedFlows(args.value(0), args.value(1));
    const guess = args.given(2) ? numberAt(args, 2) : 0.1;
    if (isError(dated)) return dated;
    if (isError(guess)) return guess;
    if (!bothSigns(dated.map(({ flow }) => flow))) return notANumber;
    return rootNear((rate) => discountedByDay(rate, dated), guess) ?? notANumber;
  }),
  EFFECT: ofNumbers(2, 2, (nominal, perYear) => {
    const count = Math.trunc(perYear);
    return nominal <= 0 || count < 1 ? notANumber : (1 + nominal / count) ** count - 1;
  }),
  NOMINAL: ofNumbers(2, 2, (effective, perYear) => {
    const count = Math.trunc(perYear);
    return effective <= 0 || count < 1 ? notANumber : count * ((1 + effective) ** (1 / count) - 1);
  }),
  RRI: ofNumbers(3, 3, (periods, present, future) =>
    periods <= 0 || present === 0 ? notANumber : (future / present) ** (1 / periods) - 1,
  ),
  SLN: ofNumbers(3, 3, (cost, salvage, life) => (life === 0 ? divisionByZero : (cost - salvage) / life)),
  SYD: ofNumbers(4, 4, (cost, salvage, life, period) => {
    if (life <= 0 || period < 1 || period > life) return notANumber;
    return ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1));
  }),
  DB: ofNumbers(4, 5, fixedDeclining),
  DDB: ofNumbers(4, 5, (cost, salvage, life, period, factor = 2) => {
    if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) return notANumber;
    return doubleDeclining(cost, salvage, life, period, factor);
  }),
};

/** (1 + rate)^periods, and the sum of the growth of one payment per period. */
function growth(rate: number, periods: number, type: number): { factor: number; annuity: number } {
  if (rate === 0) return { factor: 1, annuity: periods };
  const factor = (1 + rate) ** periods;
  // expm1 keeps the digits that factor - 1 loses at small rates.
  const gained = rate > -1 ? Math.expm1(periods * Math.log1p(rate)) : factor - 1;
  return { factor, annuity: (gained / rate) * (type === 0 ? 1 : 1 + rate) };
}

function futureValue(rate: number, periods: number, paid: number, present: number, type: number): number {
  const { factor, annuity } = growth(rate, periods, type);
  return -(present * factor + paid * annuity);
}

function presentValue(rate: number, periods: number, paid: number, future: number, type: number): number {
  const { factor, annuity } = growth(rate, periods, type);
  return -(future + paid * annuity) / factor;
}

function payment(rate: number, periods: number, present: number, future: number, type: number): number | CellError {
  if (periods === 0) return notANumber;
  const { factor, annuity } = growth(rate, periods, type);
  return -(future + present * factor) / annuity;
}

function periodCount(rate: number, paid: number, present: number, future: number, type: number): number | CellError {
  if (rate === 0) return paid === 0 ? notANumber : -(present + future) / paid;
  const perPeriod = paid * (type === 0 ? 1 : 1 + rate);
  return Math.log((perPeriod - future * rate) / (perPeriod + present * rate)) / Math.log1p(rate);
}

function within(period: number, periods: number, calculate: () => number | CellError): number | CellError {
  return period < 1 || period >= periods + 1 ? notANumber : calculate();
}

function interestPart(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future: number,
  type: number,
): number {
  const level = payment(rate, periods, present, future, type);
  if (isError(level)) return NaN;
  if (period === 1) return type === 0 ? -present * rate : 0;
  if (type === 0) return futureValue(rate, period - 1, level, present, 0) * rate;
  return (futureValue(rate, period - 2, level, present, 1) - level) * rate;
}

function cumulated(
  rate: number,
  periods: number,
  present: number,
  from: number,
  to: number,
  type: number,
  what: "interest" | "principal",
): number | CellError {
  const [first, last] = [Math.trunc(from), Math.trunc(to)];
  if (
    rate <= 0 ||
    periods <= 0 ||
    present <= 0 ||
    first < 1 ||
    last < first ||
    last > periods ||
    (type !== 0 && type !== 1)
  )
    return notANumber;
  const level = payment(rate, periods, present, 0, type);
  if (isError(level)) return level;
  allowWork(last - first, 100);
  let interest = 0;
  for (let period = first; period <= last; period++) interest += interestPart(rate, period, periods, present, 0, type);
  return what === "interest" ? interest : level * (last - first + 1) - interest;
}

/** The value today of flows the first of which is today. */
function discounted(rate: number, flows: readonly number[]): number {
  return flows.reduceRight((value, flow) => flow + value / (1 + rate), 0);
}

interface DatedFlow {
  readonly flow: number;
  readonly years: number;
}

function datedFlows(flows: Value, days: Value): DatedFlow[] | CellError {
  const [amounts, serials] = [allNumbers(gridOf(flows).flat()), allNumbers(gridOf(days).flat())];
  if (isError(amounts)) return amounts;
  if (isError(serials)) return serials;
  const first = Math.trunc(serials[0] ?? 0);
  if (amounts.length !== serials.length || serials.some((serial) => serial < first)) return notANumber;
  return amounts.map((flow, i) => ({ flow, years: (Math.trunc(serials[i] ?? first) - first) / 365 }));
}

function discountedByDay(rate: number, flows: readonly DatedFlow[]): number {
  return flows.reduce((sum, { flow, years }) => sum + flow / (1 + rate) ** years, 0);
}

const bothSigns = (flows: readonly number[]): boolean =>
  flows.some((flow) => flow > 0) && flows.some((flow) => flow < 0);

function modifiedReturn(args: Arguments): Value {
  const flows = numbersAmong([args.value(0)]);
  const [borrowing, investing] = [numberAt(args, 1), numberAt(args, 2)];
  if (isError(flows)) return flows;
  if (isError(borrowing)) return borrowing;
  if (isError(investing)) return investing;
  if (!bothSigns(flows)) return divisionByZero;
  const spent = discounted(
    borrowing,
    flows.map((flow) => Math.min(flow, 0)),
  );
  const periods = flows.length - 1;
  const earned =
    discounted(
      investing,
      flows.map((flow) => Math.max(flow, 0)),
    ) *
    (1 + investing) ** periods;
  return fromNumber((earned / -spent) ** (1 / periods) - 1);
}

/** The rate at which a value is 0: Newton's steps from the guess, and where they go astray a search outwards from it. */
function rootNear(value: (rate: number) => number, guess: number): number | undefined {
  if (guess <= -1) return undefined;
  const near = newton(value, guess) ?? bisected(value, guess);
  return near === undefined || Math.abs(near) < 1e-14 ? near && 0 : near;
}

function newton(value: (rate: number) => number, guess: number): number | undefined {
  let rate = guess;
  for (let step = 0; step < 60; step++) {
    const width = Math.max(Math.abs(rate), 1e-2) * 1e-6;
    const here = value(rate);
    const slope = (value(rate + width) - value(rate - width)) / (2 * width);
    const next = rate - here / slope;
    if (!Number.isFinite(next) || next <= -1) return undefined;
    if (Math.abs(next - rate) <= 1e-13 * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  return undefined;
}

function bisected(value: (rate: number) => number, guess: number): number | undefined {
  const rates = [
    -0.999999, -0.99, -0.9, -0.75, -0.5, -0.3, -0.2, -0.1, -0.05, -0.01, 0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10,
    100, 1000, 1e5,
  ];
  const brackets = rates.slice(1).map((high, i) => [rates[i] ?? 0, high] as const);
  const [nearest] = brackets
    .filter(([low, high]) => value(low) * value(high) <= 0)
    .sort(([a], [b]) => Math.abs(a - guess) - Math.abs(b - guess));
  if (!nearest) return undefined;
  let [low, high] = nearest;
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); step++) {
    const middle = (low + high) / 2;
    if (value(low) * value(middle) <= 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

/** The rate is rounded to three digits, as Excel does; the first year has so many months, the last the rest. */
function fixedDeclining(cost: number, salvage: number, life: number, period: number, months = 12): number | CellError {
  const [years, year, first] = [Math.trunc(life), Math.trunc(period), Math.trunc(months)];
  if (cost < 0 || salvage < 0 || years < 1 || year < 1 || first < 1 || first > 12) return notANumber;
  if (year > years + (first < 12 ? 1 : 0)) return notANumber;
  if (cost === 0) return 0;
  const rate = Math.round((1 - (salvage / cost) ** (1 / years)) * 1000) / 1000;
  allowWork(year);
  let [taken, amount] = [0, 0];
  for (let at = 1; at <= year; at++) {
    const part = at === 1 ? first / 12 : at === years + 1 ? (12 - first) / 12 : 1;
    amount = (cost - taken) * rate * part;
    taken += amount;
  }
  return amount;
}

function doubleDeclining(cost: number, salvage: number, life: number, period: number, factor: number): number {
  const rate = Math.min(factor / life, 1);
  const before = rate === 1 ? (period === 1 ? cost : 0) : cost * (1 - rate) ** (period - 1);
  const after = cost * (1 - rate) ** period;
  return Math.max(before - Math.max(after, salvage), 0);
}
