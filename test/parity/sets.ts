import { CalculationError, worksheetErrors } from "../../src/calc/error";
import { exampleCells, type FunctionDefinition } from "../../src/concepts/define";
import { type CellValue, evaluate } from "../../src/concepts/evaluate";
import { isRequired, type Parameter } from "../../src/concepts/parameter";

/** Random arguments for one call, by parameter name; undefined is one left out. Lists are ranges. */
export type ArgumentSet = Readonly<
  Record<string, number | string | boolean | readonly (number | string)[] | undefined>
>;

export interface Call {
  readonly args: ArgumentSet;
  readonly result: CellValue | CellValue[][];
  /** Whether the result is an error code. */
  readonly failed: boolean;
}

/** A small generator of random numbers, so that every run asks the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Sets of arguments around the example that break no rule. */
export function calls(fn: FunctionDefinition, count: number, random: () => number): Call[] {
  const found: Call[] = [];
  for (let tries = 0; found.length < count && tries < count * 40; tries++) {
    const call = attempt(fn, argumentsFor(fn, random));
    if (call) found.push(call);
  }
  return found;
}

function attempt(fn: FunctionDefinition, args: ArgumentSet): Call | undefined {
  const cells = Object.keys(fn.parameters).map((name) => (Array.isArray(args[name]) ? [args[name]] : args[name]));
  try {
    return { args, result: evaluate(fn, cells), failed: false };
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return error.code === "invalidValue" ? undefined : { args, result: worksheetErrors[error.code], failed: true };
  }
}

function argumentsFor(fn: FunctionDefinition, random: () => number): ArgumentSet {
  const example = exampleCells(fn);
  const length = 3 + Math.floor(random() * 4);
  const entries = Object.entries(fn.parameters).map(([name, parameter], i) => {
    if (!isRequired(parameter) && random() < 0.4) return [name, undefined] as const;
    return [name, valueFor(parameter, base(example[i] ?? parameter.byDefault), length, random)] as const;
  });
  return special(fn.name, Object.fromEntries(entries), random);
}

/** Example values as numbers to vary: a range gives its cells. */
const base = (example: unknown): number[] | undefined => {
  const flat = (Array.isArray(example) ? example.flat(2) : [example]).filter(
    (cell): cell is number => typeof cell === "number",
  );
  return flat.length > 0 ? flat : undefined;
};

function valueFor(
  parameter: Parameter,
  around: number[] | undefined,
  length: number,
  random: () => number,
): ArgumentSet[string] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (parameter.words) return pick(parameter.words);
  if (parameter.kind === "boolean") return random() < 0.5;
  if (parameter.kind === "numbers")
    return Array.from({ length }, (_, i) => numberNear(parameter, around?.[i % around.length], random));
  return numberNear(parameter, around && pick(around), random);
}

function numberNear(parameter: Parameter, around: number | undefined, random: () => number): number {
  const { least = -Infinity, most = Infinity, openLeast, openMost, whole } = parameter.limits;
  if (random() < 0.08 && least === 0 && !openLeast) return 0;
  const unitShare = most <= 1 && least >= 0;
  const raw = unitShare ? least + random() * (most - least) : (around || 1) * (0.3 + random() * 2);
  const rounded = whole ? Math.max(1, Math.round(raw)) : Number(raw.toPrecision(4));
  const inside = Math.min(openMost ? most - 1e-3 : most, Math.max(openLeast ? least + 1e-3 : least, rounded));
  return whole ? Math.round(inside) : inside;
}

const rising = (list: unknown): number[] =>
  [...(list as number[])].sort((a, b) => a - b).map((value, i) => Number((value + i * 0.01).toPrecision(6)));

/** Where arguments only make sense together. */
function special(name: string, args: Record<string, ArgumentSet[string]>, random: () => number): ArgumentSet {
  // 0^0 is 1 for us and #NUM! in Excel: a value that keeps nothing from the first day on.
  if (name === "GENERATIONVALUE" && args["valueKeptPerGeneration"] === 0) args["valueKeptPerGeneration"] = 0.01;
  for (const sorted of ["terms", "tierFloors"]) if (args[sorted]) args[sorted] = rising(args[sorted]);
  // A period without cash after the debt is repaid leaves binary dust in the catalogue's formula, which it then divides by.
  if (name === "SCULPTEDSCHEDULE") args["cashFlows"] = (args["cashFlows"] as number[]).map((cash) => cash || 1);
  // Schedules stay short, so that a whole run takes minutes.
  for (const size of ["periods", "years"]) {
    const value = args[size];
    if (typeof value === "number" && value > 12)
      args[size] = name.includes("SCHEDULE") || name.includes("CURVE") ? 2 + Math.floor(random() * 8) : value;
  }
  if (typeof args["periodsPerYear"] === "number" && name.includes("SCHEDULE"))
    args["periodsPerYear"] = 1 + Math.floor(random() * 4);
  if (name === "SLACREDIT") {
    args["thresholds"] = [0.95, 0.99, 0.999].map((level) => level - Math.floor(random() * 3) / 1000);
    args["credits"] = [0.5, 0.25, 0.1];
    args["uptime"] = Number((0.94 + random() * 0.07).toFixed(4));
  }
  return args;
}
