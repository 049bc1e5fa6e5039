import type { Position } from "../address";
import {
  type Cell,
  type CellError,
  contentOf,
  fromNumber,
  isArea,
  isAreas,
  isError,
  isGrid,
  lift,
  toBoolean,
  toNumber,
  toText,
  type Value,
} from "../values";

/** The arguments of a call. Each is evaluated when it is first asked for, so that IF leaves its other branch alone. */
export interface Arguments {
  readonly count: number;
  /** Whether an argument stands there and is not left out. */
  given(index: number): boolean;
  /** Its value; null when left out, as Excel takes it. */
  value(index: number): Value;
  values(): Value[];
  /** The cell of the formula, where known. */
  readonly at: Position | undefined;
}

/** One of Excel's own functions. */
export interface NativeFunction {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  run(args: Arguments): Value;
}

/** Excel's functions by name, in capitals. */
export type NativeFunctions = Readonly<Record<string, NativeFunction>>;

/** As many arguments as Excel allows. */
export const many = 255;

/** A function that looks at its arguments itself. */
export function free(least: number, most: number, run: (args: Arguments) => Value): NativeFunction {
  return { least, most, run };
}

/** A function of single cells, applied to arrays cell by cell. Arguments not given are undefined; errors pass through. */
export function ofCells(least: number, most: number, apply: (...cells: (Cell | undefined)[]) => Cell): NativeFunction {
  return {
    least,
    most,
    run: (args) => lift(args.values(), (cells) => cells.find(isError) ?? apply(...cells)),
  };
}

/** A function of numbers, applied to arrays cell by cell. The calculated number may be NaN: then #NUM!. */
export function ofNumbers(
  least: number,
  most: number,
  apply: (...numbers: number[]) => number | CellError,
): NativeFunction {
  return ofCells(least, most, (...cells) => {
    const numbers = allNumbers(cells as Cell[]);
    if (isError(numbers)) return numbers;
    const result = apply(...numbers);
    return typeof result === "number" ? fromNumber(result) : result;
  });
}

/** Cells as numbers, or the first error among them. */
export function allNumbers(cells: readonly Cell[]): number[] | CellError {
  const numbers = cells.map(toNumber);
  return numbers.find(isError) ?? (numbers as number[]);
}

/** A single argument as a number. */
export function numberAt(args: Arguments, index: number): number | CellError {
  const content = contentOf(args.value(index));
  return toNumber(isGrid(content) ? (content[0]?.[0] ?? null) : content);
}

/** A single argument as a condition. */
export function booleanAt(args: Arguments, index: number): boolean | CellError {
  const content = contentOf(args.value(index));
  return toBoolean(isGrid(content) ? (content[0]?.[0] ?? null) : content);
}

/** A single argument as text. */
export function textAt(args: Arguments, index: number): string | CellError {
  const content = contentOf(args.value(index));
  return toText(isGrid(content) ? (content[0]?.[0] ?? null) : content);
}

/** All cells of a value, row by row, and whether they were written into the call rather than read from cells. */
export function* cellsOf(value: Value): Generator<{ readonly cell: Cell; readonly typed: boolean }> {
  if (isAreas(value)) {
    for (const area of value.areas) yield* cellsOf(area);
    return;
  }
  if (isArea(value) || isGrid(value)) {
    for (const row of isArea(value) ? value.grid() : value) for (const cell of row) yield { cell, typed: false };
    return;
  }
  const content = contentOf(value);
  if (!isGrid(content)) yield { cell: content, typed: true };
}

/**
 * The numbers among the arguments, as SUM takes them: in cells and arrays only numbers count; what is typed as an
 * argument is made a number. The first error ends it.
 */
export function numbersAmong(values: readonly Value[]): number[] | CellError {
  const numbers: number[] = [];
  for (const value of values) {
    for (const { cell, typed } of cellsOf(value)) {
      if (isError(cell)) return cell;
      const number = typed ? toNumber(cell) : cell;
      if (isError(number)) return number;
      if (typeof number === "number") numbers.push(number);
    }
  }
  return numbers;
}

/** A function of all the numbers among its arguments. */
export function ofAllNumbers(summarize: (numbers: number[]) => number | CellError): NativeFunction {
  return free(1, many, (args) => {
    const numbers = numbersAmong(args.values());
    if (isError(numbers)) return numbers;
    const result = summarize(numbers);
    return typeof result === "number" ? fromNumber(result) : result;
  });
}
