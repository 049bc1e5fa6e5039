import { CalculationError } from "../calc/error";
import type { FunctionDefinition } from "../concepts/define";
import { evaluate } from "../concepts/evaluate";

/** How far one argument moves a result. */
export interface Driver {
  readonly name: string;
  /** Change of the result, in its own unit, when the argument rises by a tenth and the others stay. */
  readonly change: number;
  /** Share by which the result changes for each share by which the argument rises; undefined where the result is 0. */
  readonly elasticity: number | undefined;
}

/** The numbers among a call's arguments, those that move the result most first. Empty for a table or an error. */
export function drivers(fn: FunctionDefinition, cells: readonly unknown[]): Driver[] {
  const base = attempt(fn, cells);
  if (base === undefined) return [];
  return Object.entries(fn.parameters)
    .flatMap(([name, parameter], i): Driver[] => {
      if (parameter.kind !== "number" && parameter.kind !== "numbers") return [];
      const change = changeOf(fn, cells, i, parameter.byDefault, base);
      if (change === undefined || change === 0) return [];
      return [{ name, change, elasticity: base === 0 ? undefined : change / base / step }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

const step = 0.1;

/** A tenth up; where the argument may not rise so far, a tenth down with the sign turned. */
function changeOf(
  fn: FunctionDefinition,
  cells: readonly unknown[],
  i: number,
  byDefault: unknown,
  base: number,
): number | undefined {
  const moved = (factor: number): number | undefined => {
    const changed = [...cells];
    while (changed.length <= i) changed.push(undefined);
    changed[i] = scaled(changed[i] ?? byDefault, factor);
    return changed[i] === undefined ? undefined : attempt(fn, changed);
  };
  const up = moved(1 + step);
  if (up !== undefined) return up - base;
  const down = moved(1 - step);
  return down === undefined ? undefined : base - down;
}

function scaled(cell: unknown, factor: number): unknown {
  if (Array.isArray(cell)) return cell.map((one: unknown) => scaled(one, factor) ?? one);
  return typeof cell === "number" ? cell * factor : undefined;
}

function attempt(fn: FunctionDefinition, cells: readonly unknown[]): number | undefined {
  try {
    const result = evaluate(fn, cells);
    return typeof result === "number" ? result : undefined;
  } catch (error) {
    if (error instanceof CalculationError) return undefined;
    throw error;
  }
}
