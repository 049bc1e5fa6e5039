import { compileBatch } from "../../calc/batch";
import { type Argument, type Arguments, Compiler, frameOf } from "../../calc/compile";
import { Decimal } from "../../calc/decimal";
import { CalculationError } from "../../calc/error";
import { doubles } from "../../calc/numbers";
import { Quantity } from "../../calc/quantity";
import type { FunctionDefinition } from "../../concepts/define";
import { readArguments } from "../../concepts/evaluate";
import type { Limits } from "../../concepts/parameter";
import { type Base, numberIn, outcome, withCell } from "./arguments";

/** A function made ready for columns of drawn values, one column for each varied argument. */
export interface Trials {
  /** How many trials at once: the results from `from` on, NaN where there is none. */
  readonly step: number;
  run(columns: readonly Float64Array[], results: Float64Array, from: number): void;
}

/** How many trials one by one before others may have their turn: of the slowest functions each takes a millisecond. */
const fewTrials = 16;

/** A function made ready for batches of `size` trials: in native doubles, column by column, where its formula allows it. */
export function trialsOf(base: Base, varied: readonly number[], size: number): Trials {
  const { fn, cells } = base;
  const { formula } = fn;
  const names = varied.map((position) => Object.keys(fn.parameters)[position]!);
  const limits = varied.map((position) => Object.values(fn.parameters)[position]!.limits);
  if (!(formula instanceof Quantity)) return within(limits, fewTrials, cellByCell(base, varied));
  // Required arguments that are drawn need a value to be read; any that keeps the rules will do.
  const filled = varied.reduce<readonly unknown[]>(
    (all, position, i) => (all[position] === undefined ? withCell(all, position, startOf(limits[i]!)) : all),
    cells,
  );
  const args = inDoubles(readArguments(fn, filled));
  const conditions = Object.values(fn.requirements);
  const batch = compileBatch(formula, conditions, names, args as Arguments, size);
  if (!batch) return within(limits, fewTrials, oneByOne(fn, formula, names, args));
  return within(limits, size, (columns, results) => {
    const column = batch(Object.fromEntries(names.map((name, i) => [name, columns[i]!])));
    if (typeof column === "number") results.fill(column);
    else results.set(column);
  });
}

type Run = (columns: readonly Float64Array[], results: Float64Array, from: number, to: number) => void;

/** Draws that break a rule of their argument give no result; counts are drawn as whole numbers. */
function within(limits: readonly Limits[], step: number, run: Run): Trials {
  return {
    step,
    run(columns, results, from) {
      const to = Math.min(from + step, results.length);
      columns.forEach((column, at) => {
        if (limits[at]!.whole) for (let i = from; i < to; i++) column[i] = Math.round(column[i]!);
      });
      run(columns, results, from, to);
      columns.forEach((column, at) => refuse(column, results, limits[at]!, from, to));
    },
  };
}

function refuse(column: Float64Array, results: Float64Array, limits: Limits, from: number, to: number): void {
  const { least = -Infinity, most = Infinity } = limits;
  if (least === -Infinity && most === Infinity) return;
  const [openLeast, openMost] = [limits.openLeast ?? false, limits.openMost ?? false];
  for (let i = from; i < to; i++) {
    const value = column[i]!;
    if (!(openLeast ? value > least : value >= least) || !(openMost ? value < most : value <= most)) results[i] = NaN;
  }
}

/** Trial after trial in native doubles: for formulas in which a series depends on what is drawn. */
function oneByOne(
  fn: FunctionDefinition,
  formula: Quantity,
  names: readonly string[],
  args: Record<string, unknown>,
): Run {
  const requirements = Object.values(fn.requirements);
  const compiler = new Compiler([formula, ...requirements], doubles);
  const run = compiler.quantity(formula);
  const checks = requirements.map((condition) => compiler.condition(condition));
  const result = (): number => {
    const frame = frameOf<number>(args as never);
    try {
      for (const check of checks) if (!check(frame)) return NaN;
      return run(frame);
    } catch (error) {
      if (error instanceof CalculationError) return NaN;
      throw error;
    }
  };
  return (columns, results, from, to) => {
    for (let i = from; i < to; i++) {
      names.forEach((name, at) => (args[name] = columns[at]![i]));
      results[i] = result();
    }
  };
}

/** For what has no formula in doubles: each trial as a cell would compute it. */
function cellByCell({ fn, cells }: Base, varied: readonly number[]): Run {
  return (columns, results, from, to) => {
    for (let i = from; i < to; i++) {
      const drawn = varied.reduce<readonly unknown[]>(
        (all, position, at) => withCell(all, position, columns[at]![i]),
        cells,
      );
      results[i] = numberIn(outcome(fn, drawn)) ?? NaN;
    }
  };
}

const inDoubles = (args: Arguments): Record<string, unknown> =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, inDouble(value)]));

function inDouble(value: Argument): unknown {
  if (value instanceof Decimal) return value.toNumber();
  return Array.isArray(value) ? (value as readonly Decimal[]).map((one) => one.toNumber()) : value;
}

const startOf = ({ least = 1, most = Infinity, openLeast }: Limits): number =>
  Math.min(most, openLeast ? least + 1 : Math.max(least, 1));
