import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CalculationError } from "../../calc/error";
import type { Decimal } from "../../calc/decimal";
import type { Arguments } from "../../calc/compile";
import type { Outcome } from "../../calc/evaluate";
import { count, none } from "../../calc/unit";
import { defineProcedure, type FunctionDefinition } from "../../concepts/define";
import { amount, atLeast, atMost, cells, optional, text, whole } from "../../concepts/parameter";
import { type Base, baseGiven, blockOf, isBlank, positionOf, refused } from "./arguments";
import { type Draw, drawOf } from "./distributions";
import { percentiles } from "./percentiles";
import { Shares } from "./shares";
import { trialsOf } from "./trial";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

/** Draws of one stream. The result depends on the seed alone, not on how the blocks are shared out. */
const blockSize = 1024;

const reported = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

export const simulate = defineProcedure({
  name: "SIMULATE",
  title: "Monte Carlo",
  summary:
    "Spills the distribution of a function's result when arguments are uncertain; the same seed always gives the same answer.",
  aliases: ["Monte Carlo", "simulation", "risk analysis", "P90"],
  parameters: {
    function: text(theFunction),
    arguments: cells(theArguments),
    distributions: cells(
      "One row for each uncertain argument: its name, then normal or lognormal (mean, standard deviation), triangular or beta-PERT (low, mode, high) or uniform (low, high).",
    ),
    trials: optional(10_000, amount(count, "Number of draws.", whole, atLeast(100), atMost(1_000_000))),
    seed: optional(1, amount(count, "Start of the random sequence.", whole, atLeast(0), atMost(2_147_483_647))),
    threshold: optional(
      null,
      amount(none, "Level whose probability is reported: the share of results below it; none when left out."),
    ),
  },
  columns: { measure: "text", value: "mixed" },
  example: {
    function: "GPUHOURCOST",
    arguments: [30_000, 3, 0.7],
    distributions: [
      ["utilization", "triangular", 0.4, 0.7, 0.9],
      ["capex", "normal", 30_000, 2_000, ""],
    ],
    trials: 1000,
  },
  sources: [
    "Blackman and Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47(4), 2021 (xoroshiro128+)",
    "Wichura, Algorithm AS 241, Applied Statistics 37(3), 1988 (normal quantiles)",
  ],
  related: ["SENSITIVITY", "TORNADO", "COVERAGERISK"],
  inWords:
    "for each trial every uncertain argument is drawn by inverse transform and the function computed in native doubles; measures are over the trials that gave a result, percentiles as PERCENTILE.INC",
  native: { none: noNativeWhatIf },
  calculate(args) {
    const calculation = simulation(args);
    for (;;) {
      const step = calculation.next();
      if (step.done) return step.value;
    }
  },
  slices: (args) => simulation(args),
});

function* simulation(args: Arguments): Generator<undefined, Outcome[][]> {
  const number = (name: string): number => (args[name] as Decimal).toNumber();
  const base = baseGiven(args["function"], args["arguments"]);
  const uncertain = uncertainOf(base, blockOf(args["distributions"]));
  const threshold = args["threshold"] === undefined ? undefined : number("threshold");
  const trials = number("trials");
  const results = yield* drawn(base, uncertain, trials, number("seed"));
  yield;
  return measures(results, trials - results.length, threshold);
}

/** The results themselves, for who draws them. Rows of distributions as in a cell. */
export function sample(
  fn: FunctionDefinition,
  cells: readonly unknown[],
  rows: unknown[][],
  trials: number,
  seed: number,
): Generator<undefined, Float64Array> {
  const base = { fn, cells };
  return drawn(base, uncertainOf(base, rows), trials, seed);
}

interface Uncertain {
  readonly position: number;
  readonly draw: Draw;
}

function uncertainOf({ fn }: Base, rows: unknown[][]): Uncertain[] {
  const parameters = Object.values(fn.parameters);
  const found = rows.flatMap((row, i): Uncertain[] => {
    if (row.every(isBlank)) return [];
    const position = positionOf(fn, row[0], "distributions");
    if (parameters[position]!.kind !== "number")
      throw refused("distributions", `must name number arguments; ${String(row[0])} takes a range or a word`);
    return [{ position, draw: drawOf(row.slice(1), i + 1) }];
  });
  const twice = found.find(({ position }, i) => found.findIndex((one) => one.position === position) < i);
  if (twice)
    throw refused(
      "distributions",
      `must name each argument once; ${Object.keys(fn.parameters)[twice.position]!} is there twice`,
    );
  if (found.length === 0)
    throw refused("distributions", "must have at least one row: an argument, a distribution and its parameters");
  return found;
}

/** The results of the trials that gave one. */
function* drawn(
  base: Base,
  uncertain: readonly Uncertain[],
  trials: number,
  seed: number,
): Generator<undefined, Float64Array> {
  const positions = uncertain.map(({ position }) => position);
  const all = trialsOf(base, positions, blockSize);
  const columns = uncertain.map(() => new Float64Array(blockSize));
  const block = new Float64Array(blockSize);
  const results = new Float64Array(trials);
  const stream = xoroshiro128plus(seed);
  let good = 0;
  for (let done = 0; done < trials; done += blockSize) {
    // Away from the first numbers, which are alike for neighbouring seeds, and to the block's own stretch of the sequence.
    stream.jump();
    const shares = new Shares(stream.getState());
    uncertain.forEach(({ draw }, at) => {
      shares.fill(columns[at]!);
      draw(columns[at]!);
    });
    const until = Math.min(blockSize, trials - done);
    for (let from = 0; from < until; from += all.step) {
      all.run(columns, block, from);
      yield;
    }
    good = keep(block, until, results, good);
  }
  return results.subarray(0, good);
}

/** Adds what is neither an error nor beyond the largest number to the results; says how many there are then. */
function keep(block: Float64Array, until: number, results: Float64Array, good: number): number {
  let count = good;
  for (let i = 0; i < until; i++) {
    const result = block[i]!;
    // Written over by the next one unless it counts: quicker than a choice.
    results[count] = result;
    if (result - result === 0) count++;
  }
  return count;
}

/** The measures of the results of trials; `errors` had none. */
export function measures(results: Float64Array, errors: number, threshold: number | undefined): Outcome[][] {
  const count = results.length;
  if (count === 0)
    throw new CalculationError("notAvailable", "no trial gave a result: the draws break the rules of the arguments");
  let [sum, squares, below] = [0, 0, 0];
  for (let i = 0; i < count; i++) sum += results[i]!;
  const mean = sum / count;
  for (let i = 0; i < count; i++) squares += (results[i]! - mean) ** 2;
  if (threshold !== undefined) for (let i = 0; i < count; i++) if (results[i]! < threshold) below++;
  const levels = percentiles(results, reported);
  return [
    ["Measure", "Value"],
    ["Mean", shown(mean)],
    ["Standard deviation", count > 1 ? shown(Math.sqrt(squares / (count - 1))) : ""],
    ...reported.map((share, i): Outcome[] => [`P${Math.round(share * 100)}`, shown(levels[i]!)]),
    ["Trials that gave an error", errors],
    ...(threshold === undefined ? [] : [["Probability below the threshold", below / count]]),
  ];
}

const shown = (measure: number): Outcome =>
  Number.isFinite(measure) ? measure : new CalculationError("invalidNumber", "the number is too large for a cell");
