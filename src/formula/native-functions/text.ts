import {
  type Cell,
  type CellError,
  isError,
  numberInText,
  toNumber,
  toText,
  type Value,
  wrongValue,
  gridOf,
} from "../values";
import { wildcards } from "./conditional";
import {
  type Arguments,
  booleanAt,
  cellsOf,
  free,
  many,
  type NativeFunction,
  type NativeFunctions,
  ofCells,
} from "./define";
import { formatted } from "./number-format";

/** Excel's longest text. */
const longestText = 32_767;

/** Joining, cutting and writing text. */
export const text: NativeFunctions = {
  CONCAT: free(1, many, (args) => joined(args.values().map(textsOf), () => "")),
  CONCATENATE: ofCells(1, many, (...cells) => {
    const parts = cells.map((cell) => toText(cell ?? null));
    return joined([parts], () => "");
  }),
  TEXTJOIN: free(3, many, textJoin),
  LEFT: ofTexts(1, 2, (whole, [count = 1]) => (count < 0 ? wrongValue : whole.slice(0, count))),
  RIGHT: ofTexts(1, 2, (whole, [count = 1]) => (count < 0 ? wrongValue : count === 0 ? "" : whole.slice(-count))),
  MID: ofTexts(3, 3, (whole, [start = 1, count = 0]) =>
    start < 1 || count < 0 ? wrongValue : whole.slice(start - 1, start - 1 + count),
  ),
  LEN: ofTexts(1, 1, (whole) => whole.length),
  UPPER: ofTexts(1, 1, (whole) => whole.toUpperCase()),
  LOWER: ofTexts(1, 1, (whole) => whole.toLowerCase()),
  PROPER: ofTexts(1, 1, (whole) =>
    whole.toLowerCase().replaceAll(/(^|[^\p{L}])(\p{L})/gu, (found) => found.toUpperCase()),
  ),
  TRIM: ofTexts(1, 1, (whole) => whole.replaceAll(/ +/g, " ").replaceAll(/^ | $/g, "")),
  REPT: ofTexts(2, 2, (whole, [times = 0]) =>
    times < 0 || whole.length * times > longestText ? wrongValue : whole.repeat(times),
  ),
  EXACT: ofCells(2, 2, (one = null, other = null) => both(one, other, (first, second) => first === second)),
  FIND: positionOf((whole, sought, from) => whole.indexOf(sought, from)),
  SEARCH: positionOf((whole, sought, from) => {
    const pattern = new RegExp(wildcards(sought).source.slice(1, -1).replaceAll("[^]*", "[^]*?"), "iu");
    const at = whole.slice(from).search(pattern);
    return at < 0 ? -1 : at + from;
  }),
  SUBSTITUTE: ofCells(3, 4, substituted),
  REPLACE: ofCells(4, 4, replaced),
  VALUE: ofCells(1, 1, (cell = null) =>
    typeof cell === "string"
      ? (numberInText(cell) ?? wrongValue)
      : typeof cell === "boolean"
        ? wrongValue
        : (cell ?? 0),
  ),
  T: ofCells(1, 1, (cell = null) => (typeof cell === "string" ? cell : "")),
  TEXT: ofCells(2, 2, written),
  CHAR: ofCells(1, 1, (cell = null) => {
    const code = toNumber(cell);
    if (isError(code)) return code;
    return code >= 1 && code < 128 ? String.fromCharCode(Math.trunc(code)) : wrongValue;
  }),
  UNICHAR: ofCells(1, 1, (cell = null) => {
    const code = toNumber(cell);
    if (isError(code)) return code;
    return code >= 1 && code <= 0x10ffff ? String.fromCodePoint(Math.trunc(code)) : wrongValue;
  }),
};

/** A function of a text and whole numbers after it. */
function ofTexts(least: number, most: number, apply: (whole: string, numbers: number[]) => Cell): NativeFunction {
  return ofCells(least, most, (first = null, ...rest) => {
    const whole = toText(first);
    const numbers = rest.map((cell) => toNumber(cell ?? null));
    if (isError(whole)) return whole;
    return numbers.find(isError) ?? apply(whole, (numbers as number[]).map(Math.trunc));
  });
}

function both(one: Cell, other: Cell, apply: (first: string, second: string) => Cell): Cell {
  const [first, second] = [toText(one), toText(other)];
  return isError(first) ? first : isError(second) ? second : apply(first, second);
}

/** Where a text stands in another, counted from 1. */
function positionOf(find: (whole: string, sought: string, from: number) => number): NativeFunction {
  return ofCells(2, 3, (sought = null, within = null, start = 1) => {
    const from = toNumber(start);
    if (isError(from)) return from;
    return both(sought, within, (part, whole) => {
      if (from < 1 || from > whole.length + 1) return wrongValue;
      const at = find(whole, part, Math.trunc(from) - 1);
      return at < 0 ? wrongValue : at + 1;
    });
  });
}

function limited(whole: string): Cell {
  return whole.length > longestText ? wrongValue : whole;
}

function textsOf(value: Value): (string | CellError)[] {
  return [...cellsOf(value)].map(({ cell }) => toText(cell));
}

function joined(lists: readonly (string | CellError)[][], between: (place: number) => string): Cell {
  const parts = lists.flat();
  const error = parts.find(isError);
  if (error) return error;
  const texts = parts.filter((part) => typeof part === "string");
  return limited(texts.map((part, i) => (i === 0 ? part : between(i - 1) + part)).join(""));
}

function textJoin(args: Arguments): Value {
  const given = gridOf(args.value(0)).flat().map(toText);
  const skipsEmpty = args.given(1) ? booleanAt(args, 1) : true;
  const error = given.find(isError);
  if (error) return error;
  const delimiters = given.filter((delimiter) => typeof delimiter === "string");
  if (isError(skipsEmpty)) return skipsEmpty;
  const parts = args.values().slice(2).flatMap(textsOf);
  const kept = skipsEmpty ? parts.filter((part) => part !== "") : parts;
  return joined([kept], (place) => delimiters[place % delimiters.length] ?? "");
}

function substituted(cell: Cell = null, old: Cell = null, fresh: Cell = null, which?: Cell): Cell {
  const [whole, sought, instead] = [toText(cell), toText(old), toText(fresh)];
  if (isError(whole)) return whole;
  if (isError(sought)) return sought;
  if (isError(instead)) return instead;
  if (sought === "") return whole;
  if (which === undefined) return limited(whole.replaceAll(sought, () => instead));
  const place = toNumber(which);
  if (isError(place)) return place;
  if (place < 1) return wrongValue;
  const parts = whole.split(sought);
  const cut = Math.trunc(place);
  if (cut >= parts.length) return whole;
  return limited(parts.slice(0, cut).join(sought) + instead + parts.slice(cut).join(sought));
}

function replaced(cell: Cell = null, start: Cell = null, count: Cell = null, fresh: Cell = null): Cell {
  const [from, length] = [toNumber(start), toNumber(count)];
  if (isError(from)) return from;
  if (isError(length)) return length;
  if (from < 1 || length < 0) return wrongValue;
  const at = Math.trunc(from) - 1;
  return both(cell, fresh, (whole, instead) =>
    limited(whole.slice(0, at) + instead + whole.slice(at + Math.trunc(length))),
  );
}

function written(cell: Cell = null, format: Cell = null): Cell {
  const pattern = toText(format);
  if (isError(pattern)) return pattern;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  const value = typeof cell === "string" ? (numberLike(cell) ?? cell) : (cell ?? 0);
  if (isError(value)) return value;
  return pattern === "" ? "" : (formatted(value, pattern) ?? wrongValue);
}

/** Text that spells a number is formatted as that number. */
const numberLike = (cell: string): number | undefined => (/^\s*[-+$(.]*\d/.test(cell) ? numberInText(cell) : undefined);
