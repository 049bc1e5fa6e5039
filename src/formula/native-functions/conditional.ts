import {
  allowWork,
  type Cell,
  compareCells,
  divisionByZero,
  fromNumber,
  type Grid,
  gridOf,
  isArea,
  isError,
  lift,
  numberInText,
  shapeOf,
  Unknown,
  type Value,
  wrongValue,
} from "../values";
import { type Arguments, free, many, type NativeFunction, type NativeFunctions } from "./define";

/** Counting and summing what meets conditions. */
export const conditional: NativeFunctions = {
  COUNTIF: free(2, 2, (args) => over(args, undefined, [[0, 1]], (cells) => cells.length)),
  COUNTIFS: withPairs(undefined, (cells) => cells.length),
  SUMIF: free(2, 3, (args) => over(args, beside(args), [[0, 1]], (cells) => numbersOnly(cells, sum))),
  SUMIFS: withPairs(0, (cells) => numbersOnly(cells, sum)),
  AVERAGEIF: free(2, 3, (args) => over(args, beside(args), [[0, 1]], (cells) => numbersOnly(cells, average))),
  AVERAGEIFS: withPairs(0, (cells) => numbersOnly(cells, average)),
  MAXIFS: withPairs(0, (cells) => numbersOnly(cells, (numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers)))),
  MINIFS: withPairs(0, (cells) => numbersOnly(cells, (numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers)))),
};

/** The range that SUMIF and AVERAGEIF summarize. Excel takes one of another size beyond its end, to cells that are not read here. */
function beside(args: Arguments): number {
  if (!args.given(2)) return 0;
  const [range, summarized] = [shapeOf(args.value(0)), shapeOf(args.value(2))];
  if (range.rows !== summarized.rows || range.columns !== summarized.columns) {
    throw new Unknown("a range to sum of another size than the range with the conditions is not worked out here");
  }
  return 2;
}

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
const average = (numbers: number[]): Cell => (numbers.length === 0 ? divisionByZero : sum(numbers) / numbers.length);

function numbersOnly(cells: readonly Cell[], summarize: (numbers: number[]) => Cell): Cell {
  const error = cells.find(isError);
  const result = error ?? summarize(cells.filter((cell) => typeof cell === "number"));
  return typeof result === "number" ? fromNumber(result) : result;
}

/** Ranges and their conditions in turn, after the range that is summarized where there is one. */
function withPairs(summarized: 0 | undefined, summarize: (cells: Cell[]) => Cell): NativeFunction {
  const from = summarized === undefined ? 0 : 1;
  return free(from + 2, many, (args) => {
    if ((args.count - from) % 2 !== 0) return wrongValue;
    const pairs: [number, number][] = [];
    for (let i = from; i < args.count; i += 2) pairs.push([i, i + 1]);
    return over(args, summarized, pairs, summarize);
  });
}

/** Conditions may be arrays: then there is a result for each. */
function over(
  args: Arguments,
  summarized: number | undefined,
  pairs: readonly (readonly [range: number, condition: number])[],
  summarize: (cells: Cell[]) => Cell,
): Value {
  const ranges = pairs.map(([range]) => args.value(range));
  const [first = null] = ranges;
  if (!isArea(first)) return isError(first) ? first : wrongValue;
  const { rows, columns } = shapeOf(first);
  if (ranges.some((range) => shapeOf(range).rows !== rows || shapeOf(range).columns !== columns)) return wrongValue;
  const summarizedShape = shapeOf(summarized === undefined ? first : args.value(summarized));
  if (summarizedShape.rows !== rows || summarizedShape.columns !== columns) return wrongValue;
  const grids = ranges.map(gridOf);
  const source = summarized === undefined ? grids[0] : gridOf(args.value(summarized));
  const criteria = pairs.map(([, criterion]) => args.value(criterion));
  allowWork(Math.max(...criteria.map((value) => gridOf(value).flat().length)), (grids[0] ?? []).flat().length);
  return lift(criteria, (conditions) =>
    summarize(meeting(grids, conditions.map(condition), source ?? [], { rows, columns })),
  );
}

/** The cells of the source where all conditions hold. Beyond what was read, cells are blank. */
function meeting(
  grids: readonly Grid[],
  conditions: readonly ((cell: Cell) => boolean)[],
  source: Grid,
  full: { readonly rows: number; readonly columns: number },
): Cell[] {
  const found: Cell[] = [];
  const height = Math.max(...grids.map((grid) => grid.length), source.length);
  const width = Math.max(...[...grids, source].map((grid) => grid[0]?.length ?? 0));
  for (let row = 0; row < Math.min(height, full.rows); row++) {
    for (let column = 0; column < Math.min(width, full.columns); column++) {
      const holds = conditions.every((isMet, i) => isMet(grids[i]?.[row]?.[column] ?? null));
      if (holds) found.push(source[row]?.[column] ?? null);
    }
  }
  const blanks = full.rows * full.columns - Math.min(height, full.rows) * Math.min(width, full.columns);
  if (blanks > 0 && conditions.every((isMet) => isMet(null)))
    found.push(...Array.from({ length: Math.min(blanks, 100_000) }, () => null));
  return found;
}

/** What COUNTIF and its kin understand: a value, or a text such as ">=5", "<>x", "GB*". */
export function condition(criterion: Cell): (cell: Cell) => boolean {
  if (typeof criterion !== "string") {
    const sought = criterion ?? 0;
    if (isError(sought)) return (cell) => isError(cell) && cell.error === sought.error;
    return (cell) => sameValue(cell, sought);
  }
  const [, operator = "", text = ""] = /^(<>|<=|>=|=|<|>)?([^]*)$/.exec(criterion) ?? [];
  const sought = valueOf(text);
  if (operator === "" || operator === "=") return equality(sought, text, operator === "=");
  if (operator === "<>") {
    const equal = equality(sought, text, true);
    return (cell) => !equal(cell);
  }
  return (cell) => {
    if (cell === null || isError(cell) || typeof cell !== typeof sought) return false;
    const order = compareCells(cell, sought);
    return (
      (operator.startsWith("<") && order < 0) ||
      (operator.startsWith(">") && order > 0) ||
      (operator.endsWith("=") && order === 0)
    );
  };
}

/** "=" alone asks for blank cells, no criterion at all for blank cells and empty texts. */
function equality(sought: Cell, text: string, strict: boolean): (cell: Cell) => boolean {
  if (text === "") return (cell) => cell === null || (!strict && cell === "");
  if (typeof sought !== "string") return (cell) => sameValue(cell, sought);
  const pattern = wildcards(text);
  return (cell) => typeof cell === "string" && pattern.test(cell);
}

/** A number is also met by the text that spells it. */
function sameValue(cell: Cell, sought: Cell): boolean {
  if (typeof cell === "string" && typeof sought === "number") return numberLike(cell) === sought;
  return cell !== null && !isError(cell) && typeof cell === typeof sought && compareCells(cell, sought) === 0;
}

function valueOf(text: string): Cell {
  const number = numberLike(text);
  if (number !== undefined) return number;
  return /^(TRUE|FALSE)$/i.test(text) ? text.toUpperCase() === "TRUE" : text;
}

const numberLike = (text: string): number | undefined => (/\d/.test(text) ? numberInText(text) : undefined);

/** "?" is any character, "*" any text, "~" takes away their meaning. The whole text must fit; capitals do not matter. */
export function wildcards(text: string): RegExp {
  if (
    text
      .replaceAll(/~[*?~]/g, "")
      .replaceAll(/\*+/g, "*")
      .split("*").length > 4
  ) {
    throw new Unknown("a pattern of more than three stars is not worked out here");
  }
  const source = text.replaceAll(
    /~([*?~])|(\*+|\?)|([.+^${}()|[\]\\/])/g,
    (_, kept: string, wild: string, special: string) => {
      if (wild) return wild.startsWith("*") ? "[^]*" : "[^]";
      return `\\${kept || special}`;
    },
  );
  return new RegExp(`^${source}$`, "iu");
}
