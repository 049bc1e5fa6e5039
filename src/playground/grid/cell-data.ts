/** Between the engine's cells and what the Office emulation says and hears. Knows no sheet. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderData, ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { BorderLook, CellInput, Look, Value } from "../office/grid";
import { typedNumber } from "./typed-number";

const errors =
  /^#(VALUE!|N\/A|DIV\/0!|NUM!|NULL!|NAME\?|REF!|SPILL!|CALC!|CYCLE!|CONNECT!|BLOCKED!|UNKNOWN!|BUSY!|GETTING_DATA|ERROR!)$/;

/** Whether a cell's text is an error. */
export function isError(text: unknown): text is string {
  return typeof text === "string" && errors.test(text);
}

/** What a cell holds. */
export function valueOf(cell: Nullable<ICellData>): Value {
  const value = cell?.v;
  if (value === undefined || value === null || value === "") return cell?.f && value === "" ? "" : null;
  if (cell?.t === CellValueType.BOOLEAN) return value === true || Number(value) === 1;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  if (cell?.t === CellValueType.NUMBER && Number.isFinite(Number(value))) return Number(value);
  return isError(value) && cell?.t !== CellValueType.FORCE_STRING ? { error: value } : value;
}

/** What is put into the engine for what a program writes, read as if it were typed. */
export function dataFor(input: CellInput): ICellData {
  if (typeof input === "number") return constant(input, CellValueType.NUMBER);
  if (typeof input === "boolean")
    return constant(input ? BooleanNumber.TRUE : BooleanNumber.FALSE, CellValueType.BOOLEAN);
  if (input === null || input === "") return { v: null, f: null, si: null, p: null };
  if (input.startsWith("=") && input.length > 1) return { f: input, si: null, v: null, p: null };
  if (input.startsWith("'")) return text(input.slice(1));
  if (/^(true|false)$/i.test(input)) return dataFor(input.toLowerCase() === "true");
  const number = typedNumber(input);
  if (number)
    return { ...constant(number.value, CellValueType.NUMBER), ...(number.format && { s: format(number.format) }) };
  return text(input);
}

function constant(value: number | string, type: CellValueType): ICellData {
  return { v: value, t: type, f: null, si: null, p: null };
}

/** Text that would be read as something else is marked, so that editing it leaves it text. */
function text(value: string): ICellData {
  const looksOtherwise = value.startsWith("=") || typedNumber(value) !== undefined || isError(value);
  return constant(value, looksOtherwise ? CellValueType.FORCE_STRING : CellValueType.STRING);
}

/** A number format as style; General is none. */
export function format(pattern: string): IStyleData {
  return { n: pattern === "" || pattern === "General" ? null : { pattern } };
}

const alignments = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const verticalAlignments = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM };

/** The engine's style for a look; what the look leaves open stays as it is. */
export function styleFor(look: Look): IStyleData {
  const style: IStyleData = {};
  if (given(look.bold)) style.bl = flag(look.bold);
  if (given(look.italic)) style.it = flag(look.italic);
  if (given(look.underline)) style.ul = { s: flag(look.underline) };
  if (given(look.color)) style.cl = { rgb: look.color };
  if (given(look.size)) style.fs = look.size;
  if (given(look.font)) style.ff = look.font;
  if (given(look.fill)) style.bg = look.fill === "" ? null : { rgb: look.fill };
  if (given(look.alignment)) style.ht = alignments[look.alignment];
  if (given(look.verticalAlignment)) style.vt = verticalAlignments[look.verticalAlignment];
  if (given(look.wrap)) style.tb = look.wrap ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED;
  if (given(look.indent)) style.pd = { l: 2 + look.indent * 9 };
  return style;
}

function given<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** The look that a style gives; the sheet's own style fills what it leaves open. */
export function lookOf(style: Nullable<IStyleData>): Look {
  return {
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s === BooleanNumber.TRUE,
    color: style?.cl?.rgb ?? "#000000",
    size: style?.fs ?? 10,
    font: style?.ff ?? "Segoe UI",
    fill: style?.bg?.rgb ?? "",
    alignment: named(alignments, style?.ht) ?? "General",
    verticalAlignment: named(verticalAlignments, style?.vt) ?? "Bottom",
    wrap: style?.tb === WrapStrategy.WRAP,
    indent: Math.max(0, Math.round(((style?.pd?.l ?? 2) - 2) / 9)),
  };
}

function named<Name extends string>(names: Readonly<Record<Name, number>>, value: Nullable<number>): Name | undefined {
  return (Object.keys(names) as Name[]).find((name) => names[name] === value);
}

/** The looks of several cells as one: null where they differ. */
export function commonLook(looks: readonly Look[]): Look {
  const [first, ...others] = looks;
  if (!first) return lookOf(undefined);
  const entries = Object.entries(first).map(([key, value]) => [
    key,
    others.every((other) => other[key as keyof Look] === value) ? (value as unknown) : null,
  ]);
  return Object.fromEntries(entries) as Look;
}

const lineStyles: Readonly<Record<BorderLook["style"], BorderStyleTypes>> = {
  none: BorderStyleTypes.NONE,
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
};

export function borderFor(border: BorderLook, side: keyof IBorderData): IStyleData {
  if (border.style === "none") return { bd: { [side]: null } };
  return { bd: { [side]: { s: lineStyles[border.style], cl: { rgb: border.color } } } };
}
