import { partOf } from "../areas";
import {
  allowSize,
  badCalculation,
  type Callable,
  type Cell,
  type CellError,
  compareCells,
  contentOf,
  type Grid,
  gridOf,
  isCallable,
  isError,
  isGrid,
  makeGrid,
  notAvailable,
  shapeOf,
  toBoolean,
  Unknown,
  type Value,
  wrongValue,
} from "../values";
import { allNumbers, type Arguments, booleanAt, free, many, type NativeFunctions, numberAt } from "./define";

/** Making, joining, cutting and sorting arrays, and applying a LAMBDA to them. */
export const array: NativeFunctions = {
  SEQUENCE: free(1, 4, sequence),
  TRANSPOSE: free(1, 1, (args) => turned(gridOf(args.value(0)))),
  TOCOL: free(1, 3, (args) => mapped(inLine(args), (cells) => cells.map((cell) => [cell]))),
  TOROW: free(1, 3, (args) => mapped(inLine(args), (cells) => [cells])),
  VSTACK: free(1, many, (args) => stacked(args.values().map(gridOf))),
  HSTACK: free(1, many, (args) => turned(stacked(args.values().map((value) => turned(gridOf(value)))))),
  TAKE: free(2, 3, (args) => cut(args, kept)),
  DROP: free(2, 3, (args) => cut(args, left)),
  EXPAND: free(2, 4, expanded),
  CHOOSEROWS: free(2, many, (args) => chosen(args, gridOf(args.value(0)))),
  CHOOSECOLS: free(2, many, (args) => mapped(chosen(args, turned(gridOf(args.value(0)))), turned)),
  WRAPROWS: free(2, 3, wrapped),
  WRAPCOLS: free(2, 3, (args) => mapped(wrapped(args), turned)),
  FILTER: free(2, 3, filtered),
  SORT: free(1, 4, sorted),
  SORTBY: free(2, many, sortedBy),
  UNIQUE: free(1, 3, unique),
  MAP: free(2, many, map),
  REDUCE: free(3, 3, (args) => folded(args, (results) => results.at(-1) ?? null)),
  SCAN: free(3, 3, scan),
  BYROW: free(2, 2, (args) => byLine(args, "rows")),
  BYCOL: free(2, 2, (args) => byLine(args, "columns")),
  MAKEARRAY: free(3, 3, made),
};

/** Goes on with a result unless it is an error. */
function mapped<T extends Grid | readonly Cell[]>(result: T | CellError, then: (result: T) => Value): Value {
  return isError(result) ? result : then(result);
}

function turned(grid: Grid): Grid {
  return (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? null));
}

function sequence(args: Arguments): Value {
  const at = (index: number): number | CellError => (args.given(index) ? numberAt(args, index) : 1);
  const numbers = allNumbers([at(0), at(1), at(2), at(3)]);
  if (isError(numbers)) return numbers;
  const [rows, columns] = [Math.trunc(numbers[0] ?? 1), Math.trunc(numbers[1] ?? 1)];
  const [start = 1, step = 1] = numbers.slice(2);
  if (rows < 0 || columns < 0) return wrongValue;
  if (rows === 0 || columns === 0) return badCalculation;
  return makeGrid(rows, columns, (row, column) => start + (row * columns + column) * step);
}

/** All cells one after the other, without those to be ignored: 1 blank cells, 2 errors, 3 both. */
function inLine(args: Arguments): readonly Cell[] | CellError {
  const ignore = args.given(1) ? numberAt(args, 1) : 0;
  const byColumn = args.given(2) ? booleanAt(args, 2) : false;
  if (isError(ignore)) return ignore;
  if (isError(byColumn)) return byColumn;
  const grid = gridOf(args.value(0));
  const skipsBlank = ignore === 1 || ignore === 3;
  const skipsErrors = ignore === 2 || ignore === 3;
  const cells = (byColumn ? turned(grid) : grid)
    .flat()
    .filter((cell) => !(skipsBlank && cell === null) && !(skipsErrors && isError(cell)));
  return cells.length === 0 ? badCalculation : cells;
}

function stacked(grids: readonly Grid[]): Grid {
  const width = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  const rows = grids.flat();
  allowSize(rows.length, width);
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) => (column < row.length ? (row[column] ?? null) : notAvailable)),
  );
}

/** From where and how many lines are left of a length; undefined where none are. */
type Cut = (length: number, count: number) => { from: number; count: number };

const kept: Cut = (length, count) => {
  const size = Math.min(Math.abs(count), length);
  return { from: count < 0 ? length - size : 0, count: size };
};

const left: Cut = (length, count) => {
  const size = Math.max(length - Math.abs(count), 0);
  return { from: count < 0 ? 0 : length - size, count: size };
};

function cut(args: Arguments, toCut: Cut): Value {
  const value = args.value(0);
  const { rows, columns } = shapeOf(value);
  const whole = (length: number): { from: number; count: number } => ({ from: 0, count: length });
  const numbers = allNumbers([1, 2].map((at) => (args.given(at) ? numberAt(args, at) : null)));
  if (isError(numbers)) return numbers;
  const [rowCount = 0, columnCount = 0] = numbers.map(Math.trunc);
  const down = args.given(1) ? toCut(rows, rowCount) : whole(rows);
  const across = args.given(2) ? toCut(columns, columnCount) : whole(columns);
  if (down.count === 0 || across.count === 0) return badCalculation;
  return partOf(value, down.from, across.from, down.count, across.count);
}

function expanded(args: Arguments): Value {
  const grid = gridOf(args.value(0));
  const width = grid[0]?.length ?? 0;
  const size = allNumbers([args.given(1) ? numberAt(args, 1) : grid.length, args.given(2) ? numberAt(args, 2) : width]);
  if (isError(size)) return size;
  const [rows = 0, columns = 0] = size.map(Math.trunc);
  if (rows < grid.length || columns < width) return wrongValue;
  const pad = args.given(3) ? (gridOf(args.value(3))[0]?.[0] ?? null) : notAvailable;
  return makeGrid(rows, columns, (row, column) =>
    row < grid.length && column < width ? (grid[row]?.[column] ?? null) : pad,
  );
}

function chosen(args: Arguments, grid: Grid): Grid | CellError {
  const places = allNumbers(
    args
      .values()
      .slice(1)
      .flatMap((value) => gridOf(value).flat()),
  );
  if (isError(places)) return places;
  const lines = places.map((place) => grid.at(place > 0 ? Math.trunc(place) - 1 : Math.trunc(place)));
  return places.some((place) => Math.trunc(place) === 0) || lines.includes(undefined) ? wrongValue : (lines as Grid);
}

function wrapped(args: Arguments): Grid | CellError {
  const cells = gridOf(args.value(0));
  const size = numberAt(args, 1);
  if (isError(size)) return size;
  if (cells.length > 1 && (cells[0]?.length ?? 0) > 1) return wrongValue;
  const [line, width] = [cells.flat(), Math.trunc(size)];
  if (width < 1) return wrongValue;
  const pad = args.given(2) ? (gridOf(args.value(2))[0]?.[0] ?? null) : notAvailable;
  return makeGrid(Math.ceil(line.length / width), width, (row, column) => {
    const at = row * width + column;
    return at < line.length ? (line[at] ?? null) : pad;
  });
}

function filtered(args: Arguments): Value {
  const [grid, include] = [gridOf(args.value(0)), gridOf(args.value(1))];
  const byRow = include.length === grid.length && include[0]?.length === 1;
  const byColumn = include.length === 1 && include[0]?.length === grid[0]?.length;
  if (!byRow && !byColumn) return include.flat().find(isError) ?? wrongValue;
  const answers = include.flat().map(toBoolean);
  const error = answers.find(isError);
  if (error) return error;
  const result = byRow
    ? grid.filter((_, row) => answers[row] === true)
    : grid.map((row) => row.filter((_, column) => answers[column] === true));
  if (result.length > 0 && (result[0]?.length ?? 0) > 0) return result;
  return args.given(2) ? args.value(2) : badCalculation;
}

/** Numbers, text, FALSE and TRUE, errors; blank cells stay last in both directions. */
function inOrder(one: Cell, other: Cell, direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (isError(one) || isError(other)) return direction * (Number(isError(one)) - Number(isError(other)));
  return direction * compareCells(one, other);
}

interface Key {
  readonly cells: readonly Cell[];
  readonly direction: number;
}

function inOrderOf(lines: Grid, keys: readonly Key[]): Grid {
  const places = lines.map((_, place) => place);
  places.sort((one, other) => {
    for (const { cells, direction } of keys) {
      const order = inOrder(cells[one] ?? null, cells[other] ?? null, direction);
      if (order !== 0) return order;
    }
    return one - other;
  });
  return places.map((place) => lines[place] ?? []);
}

function sorted(args: Arguments): Value {
  const byColumn = args.given(3) ? booleanAt(args, 3) : false;
  if (isError(byColumn)) return byColumn;
  const grid = gridOf(args.value(0));
  const lines = byColumn ? turned(grid) : grid;
  const indexes = allNumbers(args.given(1) ? gridOf(args.value(1)).flat() : [1]);
  const directions = allNumbers(args.given(2) ? gridOf(args.value(2)).flat() : [1]);
  if (isError(indexes)) return indexes;
  if (isError(directions)) return directions;
  if (directions.some((direction) => Math.abs(direction) !== 1)) return wrongValue;
  if (indexes.some((place) => place < 1 || Math.trunc(place) > (lines[0]?.length ?? 0))) return wrongValue;
  const keys = indexes.map((place, i) => ({
    cells: lines.map((line) => line[Math.trunc(place) - 1] ?? null),
    direction: directions[i] ?? directions[0] ?? 1,
  }));
  const result = inOrderOf(lines, keys);
  return byColumn ? turned(result) : result;
}

function sortedBy(args: Arguments): Value {
  const grid = gridOf(args.value(0));
  const keys: Key[] = [];
  const shapes = new Set<boolean>();
  for (let i = 1; i < args.count; i += 2) {
    const by = gridOf(args.value(i));
    const direction = args.given(i + 1) ? numberAt(args, i + 1) : 1;
    if (isError(direction)) return direction;
    if (Math.abs(direction) !== 1) return wrongValue;
    const down = by.length === grid.length && by[0]?.length === 1;
    if (!down && !(by.length === 1 && by[0]?.length === grid[0]?.length)) return wrongValue;
    shapes.add(down);
    keys.push({ cells: by.flat(), direction });
  }
  if (shapes.size > 1) return wrongValue;
  return shapes.has(true) ? inOrderOf(grid, keys) : turned(inOrderOf(turned(grid), keys));
}

function unique(args: Arguments): Value {
  const byColumn = args.given(1) ? booleanAt(args, 1) : false;
  const once = args.given(2) ? booleanAt(args, 2) : false;
  if (isError(byColumn)) return byColumn;
  if (isError(once)) return once;
  const grid = gridOf(args.value(0));
  const lines = byColumn ? turned(grid) : grid;
  const keyed = lines.map((line) => ({ line, key: line.map(keyOf).join("\u0001") }));
  const times = new Map<string, number>();
  for (const { key } of keyed) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const result = keyed
    .filter(({ key }) => (once ? times.get(key) === 1 : !seen.has(key) && seen.add(key)))
    .map(({ line }) => line);
  if (result.length === 0) return badCalculation;
  return byColumn ? turned(result) : result;
}

function keyOf(cell: Cell): string {
  if (isError(cell)) return `error ${cell.error}`;
  return cell === null ? "number 0" : `${typeof cell} ${String(cell).toLowerCase()}`;
}

function lambdaAt(args: Arguments, index: number): Callable | CellError {
  const value = args.value(index);
  return isCallable(value) ? value : isError(value) ? value : wrongValue;
}

/** What a LAMBDA gives for one cell of an array must be one cell. */
function cellFrom(value: Value): Cell {
  const content = contentOf(value);
  return isGrid(content) ? badCalculation : content;
}

function map(args: Arguments): Value {
  const lambda = lambdaAt(args, args.count - 1);
  if (isError(lambda)) return lambda;
  const grids = args.values().slice(0, -1).map(gridOf);
  const rows = Math.max(...grids.map((grid) => grid.length));
  const columns = Math.max(...grids.map((grid) => grid[0]?.length ?? 0));
  return makeGrid(rows, columns, (row, column) => {
    const cells = grids.map((grid) => grid[row]?.[column]);
    return cells.includes(undefined) ? notAvailable : cellFrom(lambda.apply(cells as Cell[]));
  });
}

/** All results on the way from the start through the cells. */
function folded(args: Arguments, finish: (results: Value[]) => Value): Value {
  const lambda = lambdaAt(args, 2);
  if (isError(lambda)) return lambda;
  if (!args.given(0)) throw new Unknown("without a start value it is not worked out here");
  const results: Value[] = [args.value(0)];
  for (const cell of gridOf(args.value(1)).flat()) results.push(lambda.apply([results.at(-1) ?? null, cell]));
  return finish(results);
}

function scan(args: Arguments): Value {
  const { rows, columns } = shapeOf(gridOf(args.value(1)));
  return folded(args, ([, ...results]) =>
    makeGrid(rows, columns, (row, column) => cellFrom(results[row * columns + column] ?? null)),
  );
}

function byLine(args: Arguments, what: "rows" | "columns"): Value {
  const lambda = lambdaAt(args, 1);
  if (isError(lambda)) return lambda;
  const value = args.value(0);
  if (isError(value)) return value;
  const { rows, columns } = shapeOf(value);
  if (what === "rows") return makeGrid(rows, 1, (row) => cellFrom(lambda.apply([partOf(value, row, 0, 1, columns)])));
  return makeGrid(1, columns, (_, column) => cellFrom(lambda.apply([partOf(value, 0, column, rows, 1)])));
}

function made(args: Arguments): Value {
  const lambda = lambdaAt(args, 2);
  const size = allNumbers([numberAt(args, 0), numberAt(args, 1)]);
  if (isError(lambda)) return lambda;
  if (isError(size)) return size;
  const [rows = 0, columns = 0] = size.map(Math.trunc);
  if (rows < 1 || columns < 1) return wrongValue;
  return makeGrid(rows, columns, (row, column) => cellFrom(lambda.apply([row + 1, column + 1])));
}
