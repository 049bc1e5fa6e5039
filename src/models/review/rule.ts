import { evaluate } from "../../concepts/evaluate";
import { CalculationError } from "../../calc/error";
import { functionNamed, namespace } from "../../concepts";
import { replaceCall } from "../../formula/calls";
import type { Cell } from "../../formula/values";
import { nameOf } from "./units";
import type { Book, FormulaCell, Given, ReviewCall, Spot } from "./book";

/** What may be lost, gained or missing, where our functions can tell. */
export interface AtStake {
  readonly value: number;
  readonly unit: string;
  /** What it is: "too much power cost". */
  readonly what: string;
}

/** What a rule says of a cell. */
export interface Draft {
  /** Where it stands. */
  readonly cell: Spot;
  /** What is wrong with this cell's own numbers, in plain words. */
  readonly words: string;
  readonly atStake?: AtStake | undefined;
  /** A formula for the cell, over the cells it names already. */
  readonly proposal?: string | undefined;
}

/** A mistake of the field that a workbook can hold. Rules warn, they never block. */
export interface Rule {
  /** Kept in workbooks, so that what was called no mistake stays so. */
  readonly id: string;
  readonly title: string;
  /** What it looks for, in a sentence. */
  readonly looksFor: string;
  /** Slug of the lesson that explains it. */
  readonly lesson: string;
  /** Where its threshold comes from; absent where it has none. */
  readonly evidence?: string;
  /** Looks at one cell with a formula. */
  cell?(cell: FormulaCell, book: Book): readonly Draft[];
  /** Looks at the workbook as a whole. */
  book?(book: Book): readonly Draft[];
}

/** A number that an argument comes to; undefined where it is left out or no number. */
export function numberOf(given: Given | undefined): number | undefined {
  const value = given?.value;
  return typeof value === "number" ? value : undefined;
}

/** The numbers of a range; blanks and texts are left out. */
export function numbersOf(given: Given | undefined): number[] {
  const value = given?.value;
  if (typeof value === "number") return [value];
  return Array.isArray(value)
    ? (value as Cell[][]).flat().filter((cell): cell is number => typeof cell === "number")
    : [];
}

type Row = readonly (number | string | boolean)[];

/** What a call would give with other arguments: a number, a table, or nothing where there is no result. */
export function with_(call: ReviewCall, changes: Readonly<Record<string, unknown>> = {}): unknown {
  if (!call.complete) return undefined;
  const cells = Object.keys(call.fn.parameters).map((name, i) => (name in changes ? changes[name] : call.cells[i]));
  return worked(call.fn.name, cells);
}

/** The same where it is a number. */
export function numberWith(call: ReviewCall, changes: Readonly<Record<string, unknown>> = {}): number | undefined {
  const value = with_(call, changes);
  return typeof value === "number" ? value : undefined;
}

/** The unit of what a call gives; "" for a table. */
export const resultUnit = ({ fn }: ReviewCall): string => (fn.returns ? nameOf(fn.returns.unit) : "");

/** A function of ours on values. */
export function worked(name: string, cells: readonly unknown[]): unknown {
  try {
    return evaluate(functionNamed(name)!, cells);
  } catch (problem) {
    if (problem instanceof CalculationError) return undefined;
    throw problem;
  }
}

export function workedNumber(name: string, ...cells: readonly unknown[]): number | undefined {
  const value = worked(name, cells);
  return typeof value === "number" ? value : undefined;
}

/** A column of a table that a function gave, without its header. */
export function columnOf(table: unknown, title: string): number[] {
  if (!Array.isArray(table)) return [];
  const [header = [], ...rows] = table as Row[];
  const at = header.findIndex((one) => String(one).toLowerCase() === title.toLowerCase());
  return at < 0 ? [] : rows.map((row) => row[at]).filter((cell): cell is number => typeof cell === "number");
}

/** The cell's formula with other texts for some arguments of a call. */
export function rewritten(cell: FormulaCell, call: ReviewCall, changes: Readonly<Record<string, string>>): string {
  return replaceCall(cell.formula, call.node, callText(call.fn.name, argumentTexts(call, changes)));
}

/** The texts of a call's arguments, some of them others. */
export function argumentTexts(call: ReviewCall, changes: Readonly<Record<string, string>> = {}): string[] {
  return Object.keys(call.fn.parameters).map((name) => changes[name] ?? call.given[name]?.text ?? "");
}

export function callText(name: string, texts: readonly string[]): string {
  const end = texts.findLastIndex((text) => text !== "");
  return `${namespace}.${name}(${texts.slice(0, end + 1).join(",")})`;
}

/** A text as a factor of a product. */
export const factor = (text: string): string =>
  /[+\-=<>&]/.test(text.slice(1)) || /^[+-]/.test(text) ? `(${text})` : text;

/** The money that a call's result is in, as the workbook says it: "USD thousand". */
export function moneyOf(cell: FormulaCell, call?: ReviewCall): string {
  const units = [cell.around.unit, ...Object.values(call?.given ?? {}).map(({ around }) => around.unit)];
  return units.find((unit) => unit?.kind === "money")?.text ?? "USD";
}

/** Whether another call of the same function on the same argument is the one that a rule asks for: then the two are compared on purpose. */
export function hasSibling(
  book: Book,
  cell: FormulaCell,
  call: ReviewCall,
  on: string,
  is: (other: ReviewCall) => boolean,
): boolean {
  const mine = call.given[on];
  return book.own.some((home) =>
    home.calls.some((other) => {
      const its = other.given[on];
      if (other === call || other.fn !== call.fn || !mine || !its) return false;
      const alike =
        mine.area && its.area
          ? mine.area.sheet === its.area.sheet && shownAddress(mine) === shownAddress(its)
          : home.sheet === cell.sheet && mine.text === its.text;
      return alike && is(other);
    }),
  );
}

const shownAddress = ({ area }: Given): string =>
  area ? `${area.first.row},${area.first.column},${area.last.row},${area.last.column}` : "";

const formats: Intl.NumberFormat[] = [];

/** A number in words: thousands apart, as many decimals as tell something. */
export function said(value: number, unit = ""): string {
  if (unit === "share") return `${said(Number((value * 100).toPrecision(6)))}%`;
  const size = Math.abs(value);
  const places = size >= 1000 ? 0 : Math.min(6, Math.max(0, 3 - Math.floor(Math.log10(size || 1))));
  const text = (formats[places] ??= new Intl.NumberFormat("en-US", { maximumFractionDigits: places })).format(size);
  return `${value < 0 ? "−" : ""}${text}${unit === "" ? "" : ` ${unit}`}`;
}

/** An argument as the reader knows it: its label, or its text. */
export const titled = (given: Given): string =>
  given.around.label === "" ? given.text || given.name : `“${given.around.label}”`;

/** A money difference worth naming. */
export function stake(value: number | undefined, unit: string, what: string): AtStake | undefined {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) < 1e-9) return undefined;
  return { value: Math.abs(value), unit, what };
}
