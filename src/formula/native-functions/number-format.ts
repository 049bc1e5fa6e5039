import { formatGeneral } from "../general-format";
import { dateOf, Unknown } from "../values";

/**
 * A value as text in a number format, as TEXT gives it in English. Undefined for a date that is not on the calendar.
 * Throws Unknown for what it does not know: fractions, conditions, colors by condition, other languages.
 */
export function formatted(value: number | string, format: string): string | undefined {
  const sections = sectionsOf(format).map(piecesOf);
  if (typeof value === "string") return textIn(value, sections);
  const { section, number } = sectionFor(value, sections);
  if (section.length === 0) return value < 0 && sections.length === 1 ? "-" : "";
  if (section.some(({ kind }) => kind === "date")) return dateIn(section, number);
  return numberIn(section, number);
}

/** A piece of a format: text as it is, a place for a digit, and so on. */
interface Piece {
  readonly kind: "literal" | "digit" | "point" | "comma" | "percent" | "exponent" | "date" | "general" | "text";
  readonly text: string;
}

function sectionsOf(format: string): string[] {
  const sections = [""];
  for (const [piece] of format.matchAll(/"[^"]*"?|\\[^]?|\[[^\]]*\]|[^]/g)) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

const color = /^\[(?:black|white|red|green|blue|yellow|magenta|cyan|color ?\d+)\]$/i;
const currency = /^\[\$([^\]-]*)(?:-[^\]]*)?\]$/;
const elapsed = /^\[(?:h+|m+|s+)\]$/i;
const pieces = /"[^"]*"?|\\[^]?|_[^]?|\*[^]?|\[[^\]]*\]|General|AM\/PM|A\/P|E[+-]|[ymdhs]+|[0#?]|[.,%@/]|[^]/gi;

function piecesOf(section: string): Piece[] {
  return [...section.matchAll(pieces)].flatMap(([text]) => pieceOf(text));
}

function pieceOf(text: string): Piece[] {
  const [first = ""] = text;
  const piece = (kind: Piece["kind"], of = text): Piece[] => [{ kind, text: of }];
  if (first === '"') return piece("literal", text.slice(1).replace(/"$/, ""));
  if (first === "\\") return piece("literal", text.slice(1));
  if (first === "_") return piece("literal", " ");
  if (first === "*") throw new Unknown("a format that fills the cell is not written out here");
  if (first === "[") return bracketed(text);
  if (/^general$/i.test(text)) return piece("general");
  if (/^(?:[ymdhs]+|am\/pm|a\/p)$/i.test(text)) return piece("date", text.toLowerCase());
  if (/^e[+-]$/i.test(text)) return piece("exponent");
  if (/^[0#?]$/.test(text)) return piece("digit");
  if (text === ".") return piece("point");
  if (text === ",") return piece("comma");
  if (text === "%") return piece("percent");
  if (text === "@") return piece("text");
  return piece("literal");
}

function bracketed(text: string): Piece[] {
  if (color.test(text)) return [];
  const sign = currency.exec(text)?.[1];
  if (sign !== undefined) return [{ kind: "literal", text: sign }];
  if (elapsed.test(text)) return [{ kind: "date", text: text.toLowerCase() }];
  throw new Unknown(`${text} in a format is not understood here`);
}

function textIn(value: string, sections: readonly (readonly Piece[])[]): string {
  const section = sections[3] ?? sections.findLast((pieces) => pieces.some(({ kind }) => kind === "text"));
  if (!section) return value;
  return section.map(({ kind, text }) => (kind === "text" ? value : text)).join("");
}

/** The second section is for numbers below 0 and writes their sign itself, the third for 0. */
function sectionFor(value: number, sections: readonly Piece[][]): { section: Piece[]; number: number } {
  const [positive = [], negative, zero] = sections.filter(
    (section, i) => i < 3 && !section.some(({ kind }) => kind === "text"),
  );
  if (value < 0 && negative) return { section: negative, number: -value };
  if (value === 0 && zero) return { section: zero, number: value };
  return { section: positive, number: value };
}

function numberIn(section: readonly Piece[], value: number): string {
  const sign = value < 0 ? "-" : "";
  if (section.some(({ kind }) => kind === "general")) return sign + generalIn(section, Math.abs(value));
  if (!section.some(({ kind }) => kind === "digit")) return sign + section.map(({ text }) => text).join("");
  if (section.some((piece, i) => piece.text === "/" && section[i - 1]?.kind === "digit"))
    throw new Unknown("fractions are not written out here");
  const { whole, scale, grouped } = laidOut(section);
  const percents = section.filter(({ kind }) => kind === "percent").length;
  const size = (Math.abs(value) * 100 ** percents) / 1000 ** scale;
  const written = filled(section, whole, grouped, size);
  // Versions of Excel differ in whether -0.004 with two decimals keeps its sign.
  if (sign && !/[1-9]/.test(written)) throw new Unknown("a negative number that rounds to 0 is not written out here");
  return sign + written;
}

function generalIn(section: readonly Piece[], size: number): string {
  const written = formatGeneral(size);
  // Longer numbers are shortened by rules that are written down nowhere.
  if (written.length > 11) throw new Unknown("a long number in the General format is not written out here");
  return section.map(({ kind, text }) => (kind === "general" ? written : text)).join("");
}

/** Where the places before the point end, whether thousands are set apart, and how many commas divide by a thousand. */
function laidOut(section: readonly Piece[]): { whole: number; scale: number; grouped: boolean } {
  const end = section.findIndex(({ kind }) => kind === "point" || kind === "exponent");
  const whole = end < 0 ? section.length : end;
  const last = section.findLastIndex(({ kind }, i) => kind === "digit" && i < whole);
  const lastOfAll = section.findLastIndex(({ kind }) => kind === "digit");
  const grouped = section.some(({ kind }, i) => kind === "comma" && i < last);
  const scale = section.filter(({ kind }, i) => kind === "comma" && ((i > last && i < whole) || i > lastOfAll)).length;
  return { whole, scale, grouped };
}

function filled(section: readonly Piece[], whole: number, grouped: boolean, size: number): string {
  const exponentAt = section.findIndex(({ kind }) => kind === "exponent");
  const end = exponentAt < 0 ? section.length : exponentAt;
  const places = (from: number, to: number): Piece[] => section.slice(from, to).filter(({ kind }) => kind === "digit");
  const decimals = places(whole, end);
  if (exponentAt >= 0 && places(0, whole).length > 1)
    throw new Unknown("a format with steps of powers is not written out here");
  const { digits, exponent } =
    exponentAt < 0 ? { digits: fixed(size, decimals.length), exponent: 0 } : scientific(size, decimals.length);
  const [before = "", after = ""] = digits.split(".");
  const start = wholePart(section.slice(0, whole), before === "0" ? "" : before, grouped);
  const fraction = fractionPart(section.slice(whole, end), after);
  if (exponentAt < 0) return start + fraction;
  const powerSign = exponent < 0 ? "-" : section[exponentAt]?.text.endsWith("+") ? "+" : "";
  const power = wholePart(section.slice(exponentAt + 1), String(Math.abs(exponent)), false);
  return `${start}${fraction}E${powerSign}${power}`;
}

/** With so many decimals, rounded at 15 digits so that 1.005 goes up. */
function fixed(size: number, decimals: number): string {
  const [significand = "0", exponent = "0"] = size.toExponential(14).split("e");
  const steps = Math.round(Number(`${significand}e${String(Number(exponent) + decimals)}`));
  if (steps >= 1e21) throw new Unknown("a number of so many digits is not written out here");
  const padded = formatGeneral(steps).padStart(decimals + 1, "0");
  return decimals > 0 ? `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}` : padded;
}

function scientific(size: number, decimals: number): { digits: string; exponent: number } {
  const [significand = "0", exponent = "0"] = size.toExponential(14).split("e");
  const digits = fixed(Number(significand), decimals);
  if (!digits.startsWith("10")) return { digits, exponent: Number(exponent) };
  return { digits: fixed(1, decimals), exponent: Number(exponent) + 1 };
}

/** Fills the places from the right; digits that find no place stand before the first one. */
function wholePart(section: readonly Piece[], digits: string, grouped: boolean): string {
  const first = section.findIndex(({ kind }) => kind === "digit");
  let [left, text, count] = [digits, "", 0];
  const separated = (digit: string): string => (grouped && count > 0 && count % 3 === 0 ? `${digit},` : digit);
  const put = (digit: string): void => {
    text = separated(digit) + text;
    count++;
  };
  for (let at = section.length - 1; at >= 0; at--) {
    const { kind, text: piece = "" } = section[at] ?? {};
    if (kind === "comma") continue;
    if (kind !== "digit") {
      text = piece + text;
      continue;
    }
    const digit = left.slice(-1) || (piece === "0" ? "0" : piece === "?" ? " " : "");
    left = left.slice(0, -1);
    if (digit) put(digit);
    while (at === first && left) {
      put(left.slice(-1));
      left = left.slice(0, -1);
    }
  }
  return left && first < 0 ? left + text : text;
}

/** Zeros at the end are left out where the place is "#", and become spaces where it is "?". */
function fractionPart(section: readonly Piece[], digits: string): string {
  const needed = digits.replace(/0+$/, "").length;
  let place = 0;
  return section
    .map(({ kind, text }) => {
      if (kind === "point") return ".";
      if (kind === "comma") return "";
      if (kind !== "digit") return text;
      const digit = digits[place++] ?? "0";
      return place <= needed || text === "0" ? digit : text === "?" ? " " : "";
    })
    .join("");
}

const months = "January February March April May June July August September October November December".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const lastSerial = 2_958_465;

function dateIn(section: readonly Piece[], serial: number): string | undefined {
  if (serial < 0 || serial >= lastSerial + 1) return undefined;
  if (section.some(({ kind }) => kind === "digit")) throw new Unknown("parts of seconds are not written out here");
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  if (seconds === 86_400) throw new Unknown("the last half second of a day is not written out here");
  const clock = {
    day: Math.floor(serial),
    total: Math.floor(serial) * 86_400 + seconds,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
  const halves = section.some(({ kind, text }) => kind === "date" && text.includes("/"));
  return section
    .map((piece, i) =>
      piece.kind === "date" ? datePart(piece.text, clock, halves, isMinutes(section, i)) : piece.text,
    )
    .join("");
}

/** "m" is minutes right after hours or right before seconds, else the month. */
function isMinutes(section: readonly Piece[], at: number): boolean {
  const dates = section.flatMap(({ kind, text }, i) => (kind === "date" && !text.includes("/") ? [{ text, i }] : []));
  const place = dates.findIndex(({ i }) => i === at);
  return /h/.test(dates[place - 1]?.text ?? "") || /s/.test(dates[place + 1]?.text ?? "");
}

interface Clock {
  readonly day: number;
  readonly total: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function datePart(code: string, clock: Clock, halves: boolean, minutes: boolean): string {
  const { year, month, day } = dateOf(clock.day);
  const padded = (number: number): string => String(number).padStart(Math.min(code.length, 2), "0");
  const hour = halves ? ((clock.hour + 11) % 12) + 1 : clock.hour;
  switch (code[0]) {
    case "[": {
      const size = { h: 3600, m: 60, s: 1 }[code[1] as "h" | "m" | "s"];
      return String(Math.floor(clock.total / size)).padStart(code.length - 2, "0");
    }
    case "y":
      return code.length <= 2 ? String(year % 100).padStart(2, "0") : String(year).padStart(4, "0");
    case "m":
      if (minutes && code.length <= 2) return padded(clock.minute);
      return named(months[month - 1] ?? "", code.length, month);
    case "d":
      return named(weekdays[(clock.day + 6) % 7] ?? "", code.length, day);
    case "h":
      return padded(hour);
    case "s":
      return padded(clock.second);
    default:
      return code === "a/p" ? (clock.hour < 12 ? "A" : "P") : clock.hour < 12 ? "AM" : "PM";
  }
}

/** One or two letters: the number; three: a short name; four: the name; five: its first letter. */
function named(name: string, letters: number, number: number): string {
  if (letters <= 2) return String(number).padStart(letters, "0");
  return letters === 3 ? name.slice(0, 3) : letters === 5 ? name.slice(0, 1) : name;
}
