import type { FunctionDefinition } from "../../concepts/define";
import type { Parameter } from "../../concepts/parameter";
import { acceleratorNamed, nearestAccelerators } from "../../data/matching";
import { addressAt, formatAddress, parseAddress, sizeOf } from "../../formula/address";
import type { ReadArgument, ReadCall } from "../cell-reading";
import type { Problem } from "../computation";
import { isShare, unitWords } from "../format";
import type { Place } from "../workbook";

export type Better = number | string | boolean;

/** Values that may stand in the place of one that will not do, the likeliest first; none where nothing tells which. */
export function betterValues(parameter: Parameter, value: unknown, problem: Problem): Better[] {
  const likely = proposed(parameter, value, problem);
  return [...new Set(likely)].filter((one) => isAllowed(parameter, one));
}

function proposed(parameter: Parameter, value: unknown, { better }: Problem): Better[] {
  if (better !== undefined) return [better];
  switch (parameter.kind) {
    case "number":
    case "numbers":
      if (typeof value === "number") return [nearestAllowed(parameter, value)];
      return typeof value === "string" ? numbersMeant(value, parameter) : [];
    case "boolean":
      return typeof value === "string" ? truthsMeant(value) : [];
    case "text":
      return typeof value === "string" && parameter.words ? nearestWords(value, parameter.words) : [];
    default:
      return [];
  }
}

function isAllowed(parameter: Parameter, value: Better): boolean {
  try {
    parameter.read(value, "value");
    return true;
  } catch {
    return false;
  }
}

/** The allowed value next to one out of range. Where the limit itself is not allowed there is none, and what is returned is refused. */
function nearestAllowed({ limits }: Parameter, value: number): number {
  const { least = -Infinity, most = Infinity, whole } = limits;
  const inside = Math.min(most, Math.max(least, value));
  return whole ? Math.min(Math.floor(most), Math.max(Math.ceil(least), Math.round(inside))) : inside;
}

/** "$2.40", "3 years", "45 %": one number with its own unit beside it, and nothing that could be a scale. */
function numbersMeant(text: string, { unit }: Parameter): number[] {
  const [, before = "", digits, after = ""] =
    /^\s*([^\d.+-]*?)\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)\s*([^\d]*?)\s*$/.exec(text) ?? [];
  if (!digits || !/\d/.test(digits)) return [];
  const plain = digits.replaceAll(",", "");
  const name = unitWords(unit).toLowerCase();
  const known = new Set([
    "",
    "$",
    "usd",
    name,
    `${name}s`,
    ...(name.startsWith("usd") ? [name.replace("usd", "$")] : []),
  ]);
  const [first, last] = [before.toLowerCase().trim(), after.toLowerCase().trim()];
  if (first !== "" && first !== "$" && first !== "usd") return [];
  if (isMoney(first) && !name.startsWith("usd")) return [];
  if (isShare(unit) && last === "%") return [Number(`${plain}e-2`)];
  return known.has(last) && !(isMoney(last) && !name.startsWith("usd")) ? [Number(plain)] : [];
}

const isMoney = (word: string): boolean => word === "$" || word === "usd";

function truthsMeant(text: string): boolean[] {
  const word = text.trim().toLowerCase();
  if (["yes", "y", "on"].includes(word)) return [true];
  return ["no", "n", "off"].includes(word) ? [false] : [];
}

/** The one word that is nearest, at most two letters away, or the one that begins so. */
function nearestWords(text: string, words: readonly string[]): string[] {
  const given = text.trim().toLowerCase();
  const begun = words.filter((word) => given.length > 1 && word.toLowerCase().startsWith(given));
  if (begun.length === 1) return begun;
  const ranked = words
    .map((word) => ({ word, distance: lettersApart(given, word.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = ranked;
  const isNear = first && first.distance <= 2 && first.distance < first.word.length / 2;
  return isNear && first.distance < (second?.distance ?? Infinity) ? [first.word] : [];
}

/** Letters to add, drop or change to come from one word to another. */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...one].slice(0, 60).entries()) {
    const next = [i + 1];
    for (const [j, there] of [...other].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === there ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** The names of the table that an unknown GPU's name may have meant. The function says that it is unknown, not the argument. */
export function nearestNames(fn: FunctionDefinition, message: string, argument: ReadArgument): string[] {
  const isAbout = message.startsWith(`${argument.argument.name} "`) && message.includes("is not in the table");
  if (!isAbout || typeof argument.value !== "string" || fn.parameters[argument.argument.name]?.words) return [];
  return nearestAccelerators(argument.value).map(({ name }) => name);
}

/** A GPU's name without quotes, which Excel takes for the address of a blank cell. */
export function nameWithoutQuotes({ argument, text, value }: ReadArgument): string | undefined {
  const isBlank = value === null || value === undefined || value === "" || value === 0;
  return argument.kind === "text" && isBlank && parseAddress(text)?.shape === "cell" && acceleratorNamed(text)
    ? text.toUpperCase()
    : undefined;
}

/** The cell that is to blame: of a range, the one that the message counts. */
export function blamedCell(from: Place, message: string): Place | undefined {
  const area = parseAddress(from.address);
  if (!area) return undefined;
  const { columns, rows } = sizeOf(area);
  if (rows * columns === 1) return from;
  const at = Number(/\bcell (\d+) must\b/.exec(message)?.[1]) - 1;
  if (!(at >= 0 && at < rows * columns)) return undefined;
  const { row, column } = area.first;
  const cell = { row: row + Math.floor(at / columns), column: column + (at % columns) };
  return { sheet: from.sheet, address: formatAddress(addressAt(cell)) };
}

/** The value of the cell that is to blame. */
export function blamedValue(value: unknown, message: string): unknown {
  if (!Array.isArray(value)) return value;
  const flat = value.flat() as unknown[];
  const at = Number(/\bcell (\d+) must\b/.exec(message)?.[1]) - 1;
  return flat.length === 1 ? flat[0] : flat[at];
}

/** The call's arguments with another value in the place of one, for what the cell would then show. */
export function withValue(call: ReadCall, name: string, value: Better, message: string): unknown[] {
  const at = Number(/\bcell (\d+) must\b/.exec(message)?.[1]) - 1;
  return call.arguments.map(({ argument, value: before }) => {
    if (argument.name !== name) return before;
    if (!Array.isArray(before)) return value;
    let i = 0;
    return (before as unknown[][]).map((row) =>
      row.map((one) => (i++ === at || before.flat().length === 1 ? value : one)),
    );
  });
}

/** A value as it is written in a formula, or typed into a cell. */
export const asConstant = (value: Better): string =>
  typeof value === "string"
    ? `"${value.replaceAll('"', '""')}"`
    : typeof value === "boolean"
      ? String(value).toUpperCase()
      : String(value);

export const asTypedValue = (value: Better): string => (typeof value === "string" ? value : asConstant(value));
