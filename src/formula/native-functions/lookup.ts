import { partOf } from "../areas";
import {
  allowWork,
  badReference,
  type Cell,
  compareCells,
  contentOf,
  type Grid,
  gridOf,
  isArea,
  isAreas,
  isError,
  isGrid,
  lift,
  makeGrid,
  notAvailable,
  shapeOf,
  toNumber,
  Unknown,
  type Value,
  wrongValue,
} from "../values";
import { wildcards } from "./conditional";
import { type Arguments, booleanAt, free, type NativeFunctions, numberAt } from "./define";

/** Finding things in ranges, and where ranges lie. */
export const lookup: NativeFunctions = {
  INDEX: free(2, 4, index),
  MATCH: free(2, 3, match),
  XMATCH: free(2, 4, xmatch),
  XLOOKUP: free(3, 6, xlookup),
  VLOOKUP: free(3, 4, (args) =>
    tableLookup(
      args,
      (grid) => grid.map((row) => row[0] ?? null),
      (grid, at, line) => grid[at]?.[line],
    ),
  ),
  HLOOKUP: free(3, 4, (args) =>
    tableLookup(
      args,
      (grid) => [...(grid[0] ?? [])],
      (grid, at, line) => grid[line]?.[at],
    ),
  ),
  LOOKUP: free(2, 3, vectorLookup),
  ROWS: free(1, 1, (args) => counted(args.value(0), "rows")),
  COLUMNS: free(1, 1, (args) => counted(args.value(0), "columns")),
  AREAS: free(1, 1, (args) =>
    ((value) => (isAreas(value) ? value.areas.length : isArea(value) ? 1 : wrongValue))(args.value(0)),
  ),
  ROW: free(0, 1, (args) => numbered(args, "row")),
  COLUMN: free(0, 1, (args) => numbered(args, "column")),
};

function counted(value: Value, what: "rows" | "columns"): Value {
  return isError(value) ? value : shapeOf(value)[what];
}

function numbered(args: Arguments, what: "row" | "column"): Value {
  if (args.count === 0) {
    if (!args.at) throw new Unknown("which cell the formula stands in is not known here");
    return args.at[what];
  }
  const value = args.value(0);
  if (!isArea(value)) return isError(value) ? value : wrongValue;
  const { first } = value.address;
  const { rows, columns } = shapeOf(value);
  if (what === "row") return rows === 1 ? first.row : makeGrid(rows, 1, (row) => first.row + row);
  return columns === 1 ? first.column : makeGrid(1, columns, (_, column) => first.column + column);
}

/** A cell, or with 0 for a row or column all of it; of cells of the workbook it gives cells, so that A1:INDEX(…) works. */
function index(args: Arguments): Value {
  const value = areaAt(args.value(0), args);
  if (isError(value)) return value;
  const { rows, columns } = shapeOf(value);
  const alone = args.count === 2;
  if (alone && rows > 1 && columns > 1)
    throw new Unknown("INDEX with one number in a table of several columns is not worked out here");
  const across = alone && rows === 1;
  const [row, column] = across ? [1, args.value(1)] : [args.value(1), alone ? 1 : args.value(2)];
  const [rowContent, columnContent] = [contentOf(row), contentOf(column)];
  if (!isGrid(rowContent) && !isGrid(columnContent)) return picked(value, rowContent, columnContent);
  return lift([rowContent, columnContent], ([one = null, other = null]) => {
    const content = contentOf(picked(value, one, other));
    return isGrid(content) ? (content[0]?.[0] ?? null) : content;
  });
}

function areaAt(value: Value, args: Arguments): Value {
  if (!isAreas(value)) return value;
  const which = args.count > 3 ? numberAt(args, 3) : 1;
  return isError(which) ? which : (value.areas[Math.trunc(which) - 1] ?? badReference);
}

function picked(value: Value, row: Cell, column: Cell): Value {
  const [rowNumber, columnNumber] = [toNumber(row), toNumber(column)];
  if (isError(rowNumber)) return rowNumber;
  if (isError(columnNumber)) return columnNumber;
  const [top, left] = [Math.trunc(rowNumber), Math.trunc(columnNumber)];
  const { rows, columns } = shapeOf(value);
  if (top < 0 || left < 0) return wrongValue;
  if (top > rows || left > columns) return badReference;
  return partOf(value, Math.max(top - 1, 0), Math.max(left - 1, 0), top === 0 ? rows : 1, left === 0 ? columns : 1);
}

type Position = number | undefined;

/** Cells of one row or column in order; undefined for a block. */
function lineOf(value: Value): readonly Cell[] | undefined {
  const grid = gridOf(value);
  return grid.length === 1 ? grid[0] : (grid[0]?.length ?? 0) === 1 ? grid.map((row) => row[0] ?? null) : undefined;
}

function match(args: Arguments): Value {
  const line = lineOf(args.value(1));
  const order = args.count > 2 ? numberAt(args, 2) : 1;
  if (isError(order)) return order;
  if (!line) return notAvailable;
  return found(args.value(0), line, (sought) => {
    if (order === 0) return equalTo(line, sought, true);
    return order > 0 ? lastUpTo(line, sought) : lastDownTo(line, sought);
  });
}

function xmatch(args: Arguments): Value {
  const line = lineOf(args.value(1));
  const search = searching(args, 2);
  if (isError(search)) return search;
  return line ? found(args.value(0), line, (sought) => search(line, sought)) : wrongValue;
}

/** Positions counted from 1, of each value that is looked for. */
function found(sought: Value, line: readonly Cell[], find: (sought: Cell) => Position): Value {
  allowWork(gridOf(sought).flat().length, line.length);
  return lift([sought], ([cell = null]) => {
    if (isError(cell)) return cell;
    const at = find(cell ?? 0);
    return at === undefined ? notAvailable : at + 1;
  });
}

function xlookup(args: Arguments): Value {
  const line = lineOf(args.value(1));
  const search = searching(args, 4);
  if (isError(search)) return search;
  if (!line) return wrongValue;
  const result = args.value(2);
  const { rows, columns } = shapeOf(result);
  const down = shapeOf(args.value(1)).columns === 1;
  if ((down ? rows : columns) !== (down ? shapeOf(args.value(1)).rows : shapeOf(args.value(1)).columns))
    return wrongValue;
  const otherwise = (): Value => (args.given(3) ? args.value(3) : notAvailable);
  const pick = (at: number): Value => (down ? partOf(result, at, 0, 1, columns) : partOf(result, 0, at, rows, 1));
  const content = contentOf(args.value(0));
  if (!isGrid(content)) {
    if (isError(content)) return content;
    const at = search(line, content ?? 0);
    return at === undefined ? otherwise() : pick(at);
  }
  allowWork(content.flat().length, line.length);
  return lift([content], ([cell = null]) => {
    if (isError(cell)) return cell;
    const at = search(line, cell ?? 0);
    const value = contentOf(at === undefined ? otherwise() : pick(at));
    return isGrid(value) ? (value[0]?.[0] ?? null) : value;
  });
}

type Search = (line: readonly Cell[], sought: Cell) => Position;

/** How XMATCH and XLOOKUP look, by their match mode and search mode. */
function searching(args: Arguments, from: number): Search | Extract<Cell, object> {
  const mode = args.given(from) ? numberAt(args, from) : 0;
  const direction = args.given(from + 1) ? numberAt(args, from + 1) : 1;
  if (isError(mode)) return mode;
  if (isError(direction)) return direction;
  if (![-1, 0, 1, 2].includes(mode) || ![-2, -1, 1, 2].includes(direction)) return wrongValue;
  const backwards = direction < 0;
  return (line, sought) => {
    const exact = equalTo(line, sought, mode === 2, backwards);
    return exact ?? (mode === 1 || mode === -1 ? nearest(line, sought, mode, backwards) : undefined);
  };
}

/** Numbers must agree to the last bit here, unlike with "=". */
function order(cell: Cell, sought: Cell): number | undefined {
  if (cell === null || sought === null || isError(cell) || typeof cell !== typeof sought) return undefined;
  return typeof cell === "number" ? cell - Number(sought) : compareCells(cell, sought);
}

function equalTo(line: readonly Cell[], sought: Cell, wild: boolean, backwards = false): Position {
  const pattern = wild && typeof sought === "string" && /[*?~]/.test(sought) ? wildcards(sought) : undefined;
  const isMatch = (cell: Cell): boolean =>
    pattern ? typeof cell === "string" && pattern.test(cell) : order(cell, sought) === 0;
  const at = backwards ? line.findLastIndex(isMatch) : line.findIndex(isMatch);
  return at < 0 ? undefined : at;
}

/** The next smaller (-1) or larger (1) cell, wherever it stands. */
function nearest(line: readonly Cell[], sought: Cell, side: number, backwards: boolean): Position {
  let best: Position;
  line.forEach((cell, i) => {
    const distance = order(cell, sought);
    if (distance === undefined || Math.sign(distance) !== side) return;
    const against = best === undefined ? undefined : order(cell, line[best] ?? null);
    if (against === undefined || against * side < 0 || (against === 0 && backwards)) best = i;
  });
  return best;
}

/** Halving, as Excel does in what should be sorted upwards: the last cell that is not larger. */
function lastUpTo(line: readonly Cell[], sought: Cell): Position {
  const comparable = line.flatMap((cell, i) => {
    const difference = order(cell, sought);
    return difference === undefined ? [] : [{ i, difference }];
  });
  let [low, high] = [0, comparable.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((comparable[middle]?.difference ?? NaN) <= 0) low = middle + 1;
    else high = middle;
  }
  return comparable[low - 1]?.i;
}

/** In what should be sorted downwards: the last cell that is not smaller, up to the first that is. */
function lastDownTo(line: readonly Cell[], sought: Cell): Position {
  let best: Position;
  for (const [i, cell] of line.entries()) {
    const difference = order(cell, sought);
    if (difference === undefined) continue;
    if (difference < 0) break;
    best = i;
    if (difference === 0) break;
  }
  return best;
}

function tableLookup(
  args: Arguments,
  keysOf: (grid: Grid) => Cell[],
  cellAt: (grid: Grid, at: number, line: number) => Cell | undefined,
): Value {
  const grid = gridOf(args.value(1));
  const near = args.count > 3 ? booleanAt(args, 3) : true;
  if (isError(near)) return near;
  const keys = keysOf(grid);
  allowWork(gridOf(args.value(0)).flat().length, keys.length);
  return lift([args.value(0), args.value(2)], ([sought = null, line = null]) => {
    const number = toNumber(line);
    if (isError(sought)) return sought;
    if (isError(number)) return number;
    if (number < 1) return wrongValue;
    const at = near ? lastUpTo(keys, sought ?? 0) : equalTo(keys, sought ?? 0, true);
    const inside = cellAt(grid, 0, Math.trunc(number) - 1) !== undefined;
    if (!inside) return badReference;
    return at === undefined ? notAvailable : (cellAt(grid, at, Math.trunc(number) - 1) ?? null);
  });
}

function vectorLookup(args: Arguments): Value {
  const [line, results] = [lineOf(args.value(1)), lineOf(args.value(args.count > 2 ? 2 : 1))];
  if (!line || !results) throw new Unknown("LOOKUP in a block of cells is not worked out here");
  return lift([args.value(0)], ([sought = null]) => {
    if (isError(sought)) return sought;
    const at = lastUpTo(line, sought ?? 0);
    return at === undefined ? notAvailable : (results[at] ?? null);
  });
}
