import {
  type Cell,
  compareCells,
  contentOf,
  isArea,
  isError,
  isGrid,
  lift,
  notAvailable,
  toBoolean,
  toNumber,
  type Value,
  wrongValue,
} from "../values";
import { type Arguments, cellsOf, free, many, type NativeFunctions, ofCells } from "./define";

/** Choices, conditions, and questions about what a value is. */
export const logic: NativeFunctions = {
  IF: free(2, 3, choose),
  IFS: free(2, many, firstTrue),
  SWITCH: free(3, many, matching),
  CHOOSE: free(2, many, chosen),
  IFERROR: free(2, 2, (args) => instead(args, isError)),
  IFNA: free(2, 2, (args) => instead(args, isNotAvailable)),
  AND: free(1, many, (args) => combined(args, (conditions) => conditions.every(Boolean))),
  OR: free(1, many, (args) => combined(args, (conditions) => conditions.some(Boolean))),
  XOR: free(1, many, (args) => combined(args, (conditions) => conditions.filter(Boolean).length % 2 === 1)),
  NOT: ofCells(1, 1, (cell = null) => {
    const condition = toBoolean(cell);
    return isError(condition) ? condition : !condition;
  }),
  TRUE: free(0, 0, () => true),
  FALSE: free(0, 0, () => false),
  NA: free(0, 0, () => notAvailable),
  N: free(1, 1, (args) =>
    lift([args.value(0)], ([cell = null]) => (isError(cell) ? cell : typeof cell === "string" ? 0 : toNumber(cell))),
  ),
  ISNUMBER: question((cell) => typeof cell === "number"),
  ISTEXT: question((cell) => typeof cell === "string"),
  ISNONTEXT: question((cell) => typeof cell !== "string"),
  ISLOGICAL: question((cell) => typeof cell === "boolean"),
  ISBLANK: question((cell) => cell === null),
  ISERROR: question(isError),
  ISERR: question((cell) => isError(cell) && !isNotAvailable(cell)),
  ISNA: question(isNotAvailable),
  ISREF: free(1, 1, (args) => isArea(args.value(0))),
};

function question(holds: (cell: Cell) => boolean): NativeFunctions[string] {
  return free(1, 1, (args) => lift([args.value(0)], ([cell = null]) => holds(cell)));
}

function isNotAvailable(cell: Cell): boolean {
  return isError(cell) && cell.error === "#N/A";
}

function choose(args: Arguments): Value {
  const yes = (): Value => args.value(1);
  const no = (): Value => (args.count > 2 ? args.value(2) : false);
  const condition = contentOf(args.value(0));
  if (!isGrid(condition)) return decided(toBoolean(condition), yes, no);
  const answers = condition.flat().map(toBoolean);
  return lift(
    [condition, answers.includes(true) ? yes() : null, answers.includes(false) ? no() : null],
    ([test = null, one = null, other = null]) => {
      const holds = toBoolean(test);
      return isError(holds) ? holds : holds ? one : other;
    },
  );
}

function decided(condition: ReturnType<typeof toBoolean>, yes: () => Value, no: () => Value): Value {
  return isError(condition) ? condition : condition ? yes() : no();
}

function firstTrue(args: Arguments): Value {
  for (let i = 0; i + 1 < args.count; i += 2) {
    const condition = contentOf(args.value(i));
    if (isGrid(condition)) return eachFirstTrue(args, i);
    const holds = toBoolean(condition);
    if (isError(holds)) return holds;
    if (holds) return args.value(i + 1);
  }
  return notAvailable;
}

function eachFirstTrue(args: Arguments, from: number): Value {
  return lift(args.values().slice(from), (cells) => {
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const holds = toBoolean(cells[i] ?? null);
      if (isError(holds)) return holds;
      if (holds) return cells[i + 1] ?? null;
    }
    return notAvailable;
  });
}

function matching(args: Arguments): Value {
  const subject = contentOf(args.value(0));
  if (isGrid(subject)) return lift(args.values(), eachMatching);
  if (isError(subject)) return subject;
  let i = 1;
  for (; i + 1 < args.count; i += 2) {
    const candidate = contentOf(args.value(i));
    if (isGrid(candidate)) return lift(args.values(), eachMatching);
    if (isError(candidate)) return candidate;
    if (compareCells(subject, candidate) === 0) return args.value(i + 1);
  }
  return i < args.count ? args.value(i) : notAvailable;
}

function eachMatching([subject = null, ...rest]: Cell[]): Cell {
  if (isError(subject)) return subject;
  let i = 0;
  for (; i + 1 < rest.length; i += 2) {
    const candidate = rest[i] ?? null;
    if (isError(candidate)) return candidate;
    if (compareCells(subject, candidate) === 0) return rest[i + 1] ?? null;
  }
  return i < rest.length ? (rest[i] ?? null) : notAvailable;
}

function chosen(args: Arguments): Value {
  const index = contentOf(args.value(0));
  const position = (cell: Cell): number | undefined => {
    const number = toNumber(cell);
    return !isError(number) && number >= 1 && number < args.count ? Math.trunc(number) : undefined;
  };
  if (!isGrid(index)) {
    if (isError(index)) return index;
    const at = position(index);
    return at === undefined ? wrongValue : args.value(at);
  }
  return lift([index, ...args.values().slice(1)], ([which = null, ...options]) => {
    if (isError(which)) return which;
    const at = position(which);
    return at === undefined ? wrongValue : (options[at - 1] ?? null);
  });
}

function instead(args: Arguments, isReplaced: (cell: Cell) => boolean): Value {
  const value = args.value(0);
  const content = contentOf(value);
  if (!isGrid(content)) return isReplaced(content) ? args.value(1) : value;
  if (!content.some((row) => row.some(isReplaced))) return value;
  return lift([content, args.value(1)], ([cell = null, other = null]) => (isReplaced(cell) ? other : cell));
}

function combined(args: Arguments, combine: (conditions: boolean[]) => boolean): Value {
  const conditions: boolean[] = [];
  for (const value of args.values()) {
    for (const { cell, typed } of cellsOf(value)) {
      if (isError(cell)) return cell;
      if (!typed && (cell === null || typeof cell === "string")) continue;
      const condition = toBoolean(cell);
      if (isError(condition)) return condition;
      conditions.push(condition);
    }
  }
  return conditions.length === 0 ? wrongValue : combine(conditions);
}
