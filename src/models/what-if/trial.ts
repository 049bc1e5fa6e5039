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

/** Results for columns of drawn values, one column for each varied argument; NaN where there is none. */
export type Trials = (columns: readonly Float64Array[], results: Float64Array) => void;

/** A function made ready for batches of `size` trials: in native doubles, column by column, where its formula allows it. */
export function trialsOf(base: Base, varied: readonly number[], size: number): Trials {
  const { fn, cells } = base;
  const { formula } = fn;
  if (!(formula instanceof Quantity)) return cellByCell(base, varied);
  const names = varied.map((position) => Object.keys(fn.parameters)[position]!);
  const limits = varied.map((position) => Object.values(fn.parameters)[position]!.limits);
  // Required arguments that are drawn need a value to be read; any that keeps the rules will do.
  const filled = varied.reduce<readonly unknown[]>(
    (all, position, i) => (all[position] === undefined ? withCell(all, position, startOf(limits[i]!)) : all),
    cells,
  );
  const args = inDoubles(readArguments(fn, filled));
  const conditions = Object.values(fn.requirements);
  const batch = compileBatch(formula, conditions, names, args as Arguments, size);
  if (!batch) return within(limits, oneByOne(fn, formula, names, args));
  return within(limits, (columns, results) => {
    const column = batch(Object.fromEntries(names.map((name, i) => [name, columns[i]!])));
    if (typeof column === "number") results.fill(column);
    else results.set(column);
  });
}

/** Draws that break a rule of their argument give no result; counts are drawn as whole numbers. */
function within(limits: readonly Limits[], trials: Trials): Trials {
  return (columns, results) => {
    columns.forEach((column, at) => {
      if (limits[at]!.whole) for (let i = 0; i < column.length; i++) column[i] = Math.round(column[i]!);
    });
    trials(columns, results);
    columns.forEach((column, at) => {
      const { least = -Infinity, most = Infinity, openLeast, openMost } = limits[at]!;
      for (let i = 0; i < column.length; i++) {
        const value = column[i]!;
        if (value < least || value > most || (openLeast && value === least) || (openMost && value === most))
          results[i] = NaN;
      }
    });
  };
}

/** Trial after trial in native doubles: for formulas in which a series depends on what is drawn. */
function oneByOne(
  fn: FunctionDefinition,
  formula: Quantity,
  names: readonly string[],
  args: Record<string, unknown>,
): Trials {
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
  return (columns, results) => {
    for (let i = 0; i < results.length; i++) {
      names.forEach((name, at) => (args[name] = columns[at]![i]));
      results[i] = result();
    }
  };
}

/** For what has no formula in doubles: each trial as a cell would compute it. */
function cellByCell({ fn, cells }: Base, varied: readonly number[]): Trials {
  return (columns, results) => {
    for (let i = 0; i < results.length; i++) {
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
