/** How numbers look on screen. Nothing here rounds left of the decimal point, so sums can be checked by hand. */

/** Significant digits shown unless the reader asks for more or fewer. */
export const usualDigits = 6;

export interface Shown {
  /** As read: "1.63079", "75%", "−0.164". */
  readonly text: string;
  /** What follows in muted type: "USD/GPU-hour"; empty where there is none. */
  readonly unit: string;
  /** All digits, for hover and for copying. */
  readonly full: string;
}

/** A unit as this module needs it; `calc/unit.ts` has them. */
export interface NamedUnit {
  toString(): string;
}

const minus = "−";

/** Units of a number without dimension, which say nothing after it. */
const unspoken = new Set(["", "count", "share", "number"]);

/** A number with at most `digits` significant digits, thousands separated, as the steps of a working write it too. */
export function formatNumber(value: number, digits = usualDigits): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "no number" : value > 0 ? "∞" : `${minus}∞`;
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9) return powerOfTen(value, digits);
  const exponent = Math.floor(Math.log10(size));
  const places = Math.min(20, Math.max(0, digits - 1 - exponent));
  return signed(value, size.toLocaleString("en-US", { maximumFractionDigits: places }));
}

/** A share as a percentage: 0.75 reads 75%. */
export function formatShare(value: number, digits = usualDigits): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  // Shortened, because 0.07 * 100 is 7.000000000000001.
  return `${formatNumber(Number((value * 100).toPrecision(12)), digits)}%`;
}

/** A number and its unit, as people read them. */
export function show(value: unknown, unit: NamedUnit | string = "", digits = usualDigits): Shown {
  if (typeof value !== "number") return { text: showOther(value), unit: "", full: showOther(value) };
  const name = String(unit);
  if (isShare(name)) return { text: formatShare(value, digits), unit: unitWords(name), full: fullNumber(value) };
  return { text: formatNumber(value, digits), unit: unitWords(name), full: fullNumber(value) };
}

/** Number and unit in one line of text. */
export function showText(value: unknown, unit: NamedUnit | string = "", digits = usualDigits): string {
  const { text, unit: after } = show(value, unit, digits);
  return after ? `${text} ${after}` : text;
}

/** A change with its sign: "+0.1405", "−0.0896", "0". */
export function showChange(value: number, unit: NamedUnit | string = "", digits = 4): string {
  const { text } = show(value, unit, digits);
  return value > 0 ? `+${text}` : text;
}

/** Whether numbers in this unit are read as percentages. */
export function isShare(unit: NamedUnit | string): boolean {
  return /^share\b/.test(String(unit));
}

/** What stands after a number: "share/year" reads "per year", since the percent sign says the rest. */
export function unitWords(unit: NamedUnit | string): string {
  const name = String(unit);
  if (unspoken.has(name)) return "";
  if (name === "ratio") return "times";
  const over = /^(?:share|1)\/(.+)$/.exec(name)?.[1];
  return over ? `per ${over}` : name;
}

/** What a field says about its unit, where even a share is named. */
export function fieldUnit(unit: NamedUnit | string): string {
  return String(unit) === "share" ? "share" : unitWords(unit);
}

/** Every digit that tells the double from its neighbors; what Copy puts on the clipboard. */
export function fullNumber(value: number): string {
  return Object.is(value, -0) ? "0" : String(value);
}

/** A number as it would be typed into a field of this unit: thousands separated, nothing rounded. */
export function typed(value: unknown, unit: NamedUnit | string = ""): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  if (typeof value !== "number") return "";
  if (isShare(unit)) {
    const percent = Number((value * 100).toPrecision(15));
    return `${grouped(percent)}%`;
  }
  return grouped(value);
}

/** A cell's number format in Excel's own code for a result in this unit. */
export function excelFormat(unit: NamedUnit | string, value?: unknown): string {
  if (isShare(unit)) return "0.0%";
  if (typeof value !== "number") return "General";
  const size = Math.abs(value);
  if (Number.isInteger(value)) return size >= 1000 ? "#,##0" : "0";
  if (size >= 1000) return "#,##0.00";
  return size >= 1 ? "#,##0.0000" : "0.000000";
}

function grouped(value: number): string {
  const plain = fullNumber(Math.abs(value));
  if (plain.includes("e")) return signed(value, plain);
  // By text: toLocaleString would drop digits of a small number.
  const [whole = "", decimals] = plain.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return signed(value, decimals === undefined ? separated : `${separated}.${decimals}`);
}

function powerOfTen(value: number, digits: number): string {
  const [mantissa, exponent] = Math.abs(value)
    .toExponential(digits - 1)
    .split("e");
  return signed(value, `${Number(mantissa)} × 10^${String(Number(exponent)).replace("-", minus)}`);
}

function signed(value: number, size: string): string {
  return value < 0 && /[1-9]/.test(size) ? minus + size : size;
}

function showOther(value: unknown): string {
  if (value === undefined || value === null || value === "") return "blank";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value : "several values";
}
