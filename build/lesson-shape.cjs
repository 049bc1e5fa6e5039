/**
 * Readers of plain data: each takes a value and the place where it stands, and returns what the lesson keeps
 * or says what the author should do.
 */

/** What is wrong with a lesson, where, and what to do about it. */
class LessonError extends Error {}

function fail(place, words) {
  throw new LessonError(`${place}: ${words}`);
}

const absent = (value) => value === undefined || value === null;

/** A map with exactly these keys. A reader made by `optional` may miss. */
function record(readers) {
  const keys = Object.keys(readers);
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      fail(place, `write a map with the keys ${keys.join(", ")}`);
    for (const key of Object.keys(value)) {
      if (!(key in readers)) fail(place, `unknown key "${key}": ${suggestion(key, keys)}`);
    }
    const result = {};
    for (const [key, reader] of Object.entries(readers)) {
      const inside = `${place}.${key}`;
      if (!absent(value[key])) result[key] = reader(value[key], inside);
      else if (reader.otherwise) Object.assign(result, valueOr(key, reader.otherwise()));
      else fail(inside, "is missing: add it (docs/lessons.md shows the block)");
    }
    return result;
  };
}

const valueOr = (key, value) => (value === undefined ? {} : { [key]: value });

/** A reader for a key that may be left out; `value` then stands in its place, or nothing. */
function optional(reader, value) {
  return Object.assign((given, place) => reader(given, place), { otherwise: () => value });
}

function suggestion(word, known) {
  const near = nearest(word, known);
  return near ? `did you mean "${near}"?` : `the keys here are ${known.join(", ")}`;
}

/** The known word that differs by the fewest letters, if by few. */
function nearest(word, known) {
  const [best] = known
    .map((other) => [distance(word.toLowerCase(), other.toLowerCase()), other])
    .sort((a, b) => a[0] - b[0]);
  return best && best[0] <= Math.max(1, Math.floor(word.length / 3)) ? best[1] : undefined;
}

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

function words(value, place) {
  if (typeof value !== "string") fail(place, `write a text in double quotes (it is ${describe(value)})`);
  if (!value.trim()) fail(place, "is empty: write it");
  if (/[<>]|\[\[|[{}]/.test(value)) fail(place, "is shown as it stands: no markup, no {id}, no [[term]] here");
  return value.trim();
}

/** What people read after a number; empty for shares shown in percent and plain numbers. */
const unit = (value, place) => (value === "" ? "" : words(value, place));

/** Words that may be numbers to YAML, such as the year 2025. */
const label = (value, place) => words(typeof value === "number" ? String(value) : value, place);

function matching(pattern, wanted) {
  return (value, place) => {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !pattern.test(text)) fail(place, `must be ${wanted} (it is ${describe(value)})`);
    return text;
  };
}

function oneOf(...choices) {
  return (value, place) =>
    choices.includes(value) ? value : fail(place, `must be one of ${choices.join(", ")} (it is ${describe(value)})`);
}

function number(value, place) {
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : fail(place, `must be a number (it is ${describe(value)})`);
}

function wholeNumber(low, high) {
  return (value, place) =>
    Number.isInteger(value) && value >= low && value <= high
      ? value
      : fail(place, `must be a whole number from ${low} to ${high} (it is ${describe(value)})`);
}

function list(reader, least = 0, most = Infinity) {
  return (value, place) => {
    if (!Array.isArray(value)) fail(place, `write a list (it is ${describe(value)})`);
    if (value.length < least || value.length > most) {
      const wanted = least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
      fail(place, `needs ${wanted} entries (it has ${value.length})`);
    }
    return value.map((entry, i) => reader(entry, `${place}[${i + 1}]`));
  };
}

function mapOf(reader) {
  return (value, place) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) fail(place, "write a map");
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, reader(entry, `${place}.${key}`)]));
  };
}

/** A number, a word, true or false, or a list of numbers. */
function cellValue(value, place) {
  if (Array.isArray(value)) return list(number, 1)(value, place);
  return ["number", "string", "boolean"].includes(typeof value)
    ? value
    : fail(place, "must be a number, a text, true, false or a list of numbers");
}

const describe = (value) => (value === undefined ? "missing" : JSON.stringify(value));

const slug = matching(/^[a-z]+(-[a-z]+)*$/, "lower-case words joined by hyphens");
const date = matching(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "a date such as 2026-11-20");
const looseDate = matching(
  /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  "a date such as 2025, 2025-06 or 2025-06-30",
);
const address = matching(/^https?:\/\/[^\s<>"{}]+$/, "an address that begins with https:// or http://");
const functionName = matching(/^[A-Z]+$/, "a function's name in capitals, without COMPUTE.");
const format = matching(
  /^(\d%?|general|text)$/,
  'a format: decimals such as 2, decimals of a percentage such as "1%", general or text',
);

/** Not a cell address either: `rate1` is one in Excel. */
function id(value, place) {
  if (typeof value !== "string" || !/^[a-z][A-Za-z0-9]*$/.test(value))
    fail(place, `must be an id in camelCase (it is ${describe(value)})`);
  if (/^[a-z]{1,3}\d+$/i.test(value)) fail(place, `"${value}" looks like a cell address: spell it out`);
  if (/^(true|false)$/.test(value)) fail(place, `"${value}" is a value: choose another id`);
  return value;
}

module.exports = {
  LessonError,
  address,
  cellValue,
  date,
  fail,
  format,
  functionName,
  id,
  label,
  list,
  looseDate,
  mapOf,
  nearest,
  number,
  oneOf,
  optional,
  record,
  slug,
  unit,
  wholeNumber,
  words,
};
