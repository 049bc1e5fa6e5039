import {
  type CalendarDay,
  type CellError,
  dateOf,
  isError,
  notANumber,
  serialOf,
  toNumber,
  toText,
  wrongValue,
} from "../values";
import { type NativeFunctions, ofCells, ofNumbers } from "./define";

/** Days and times as serial numbers. */
export const date: NativeFunctions = {
  DATE: ofNumbers(3, 3, (year, month, day) => {
    const full = Math.trunc(year) + (year < 1900 && year >= 0 ? 1900 : 0);
    return onCalendar(serialOf(full, Math.trunc(month), Math.trunc(day)));
  }),
  TIME: ofNumbers(3, 3, (hour, minute, second) => {
    const seconds = Math.trunc(hour) * 3600 + Math.trunc(minute) * 60 + Math.trunc(second);
    return seconds < 0 ? notANumber : (seconds % 86_400) / 86_400;
  }),
  YEAR: ofNumbers(1, 1, (serial) => ofDay(serial, ({ year }) => year)),
  MONTH: ofNumbers(1, 1, (serial) => ofDay(serial, ({ month }) => month)),
  DAY: ofNumbers(1, 1, (serial) => ofDay(serial, ({ day }) => day)),
  HOUR: ofNumbers(1, 1, (serial) => ofClock(serial, (seconds) => Math.floor(seconds / 3600) % 24)),
  MINUTE: ofNumbers(1, 1, (serial) => ofClock(serial, (seconds) => Math.floor(seconds / 60) % 60)),
  SECOND: ofNumbers(1, 1, (serial) => ofClock(serial, (seconds) => seconds % 60)),
  WEEKDAY: ofNumbers(1, 2, weekday),
  DAYS: ofNumbers(2, 2, (end, start) => Math.trunc(end) - Math.trunc(start)),
  EDATE: ofNumbers(2, 2, (serial, months) => ofDay(serial, (day) => onCalendar(monthsLater(day, Math.trunc(months))))),
  EOMONTH: ofNumbers(2, 2, (serial, months) =>
    ofDay(serial, ({ year, month }) => onCalendar(serialOf(year, month + Math.trunc(months) + 1, 1) - 1)),
  ),
  YEARFRAC: ofNumbers(2, 3, (start, end, basis = 0) =>
    yearFraction(Math.trunc(start), Math.trunc(end), Math.trunc(basis)),
  ),
  DATEDIF: ofCells(3, 3, (start = null, end = null, unit = null) => {
    const [from, to, what] = [toNumber(start), toNumber(end), toText(unit)];
    if (isError(from)) return from;
    if (isError(to)) return to;
    return isError(what) ? what : difference(Math.trunc(from), Math.trunc(to), what.toUpperCase());
  }),
};

const lastSerial = 2_958_465;

function onCalendar(serial: number): number | CellError {
  return serial < 0 || serial > lastSerial ? notANumber : serial;
}

function ofDay(serial: number, part: (day: CalendarDay) => number | CellError): number | CellError {
  const day = onCalendar(Math.trunc(serial));
  return serial < 0 || isError(day) ? notANumber : part(dateOf(day));
}

function ofClock(serial: number, part: (seconds: number) => number): number | CellError {
  return serial < 0 || serial > lastSerial + 1 ? notANumber : part(Math.round((serial - Math.floor(serial)) * 86_400));
}

/** Kinds 1 and 17 start on Sunday, 2 and 11 on Monday … 16 on Saturday; 3 counts Monday as 0. */
function weekday(serial: number, kind = 1): number | CellError {
  if (serial < 0) return notANumber;
  const sinceSunday = (Math.trunc(serial) + 6) % 7;
  const first =
    kind === 1 || kind === 17 ? 0 : kind === 2 || kind === 3 ? 1 : kind >= 11 && kind <= 16 ? kind - 10 : undefined;
  if (first === undefined) return notANumber;
  return ((sinceSunday - first + 7) % 7) + (kind === 3 ? 0 : 1);
}

function monthsLater({ year, month, day }: CalendarDay, months: number): number {
  const lastDay = dateOf(serialOf(year, month + months + 1, 1) - 1).day;
  return serialOf(year, month + months, Math.min(day, lastDay));
}

function difference(from: number, to: number, unit: string): number | CellError {
  if (from < 0 || from > to) return notANumber;
  const [start, end] = [dateOf(from), dateOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
  if (unit === "D") return to - from;
  if (unit === "M") return months;
  if (unit === "Y") return Math.floor(months / 12);
  return unit === "YM" ? months % 12 : wrongValue;
}

/** Bases: 0 US 30/360, 1 actual/actual, 2 actual/360, 3 actual/365, 4 European 30/360. */
function yearFraction(one: number, other: number, basis: number): number | CellError {
  const [from, to] = one <= other ? [one, other] : [other, one];
  if (from < 0 || isError(onCalendar(to))) return notANumber;
  switch (basis) {
    case 0:
      return days360(dateOf(from), dateOf(to), "US") / 360;
    case 1:
      return (to - from) / averageYear(from, to);
    case 2:
      return (to - from) / 360;
    case 3:
      return (to - from) / 365;
    case 4:
      return days360(dateOf(from), dateOf(to), "European") / 360;
    default:
      return notANumber;
  }
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const endsFebruary = ({ year, month, day }: CalendarDay): boolean => month === 2 && day === (isLeap(year) ? 29 : 28);

function days360(start: CalendarDay, end: CalendarDay, method: "US" | "European"): number {
  let [startDay, endDay] = [start.day, end.day];
  if (method === "European") {
    [startDay, endDay] = [Math.min(startDay, 30), Math.min(endDay, 30)];
  } else {
    if (endsFebruary(start)) {
      if (endsFebruary(end)) endDay = 30;
      startDay = 30;
    }
    if (endDay === 31 && startDay >= 30) endDay = 30;
    if (startDay === 31) startDay = 30;
  }
  return (end.year - start.year) * 360 + (end.month - start.month) * 30 + (endDay - startDay);
}

/** Within a year 366 days when the 29 February falls in it; beyond, the mean length of the calendar years touched. */
function averageYear(from: number, to: number): number {
  const [start, end] = [dateOf(from), dateOf(to)];
  const withinYear =
    start.year === end.year ||
    (end.year === start.year + 1 && (start.month > end.month || (start.month === end.month && start.day >= end.day)));
  if (!withinYear) {
    return (serialOf(end.year + 1, 1, 1) - serialOf(start.year, 1, 1)) / (end.year - start.year + 1);
  }
  if (start.year === end.year) return isLeap(start.year) ? 366 : 365;
  const passes = [start.year, end.year].some((year) => {
    const leapDay = serialOf(year, 2, 29);
    return isLeap(year) && leapDay >= from && leapDay <= to;
  });
  return passes ? 366 : 365;
}
