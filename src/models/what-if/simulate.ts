import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CalculationError } from "../../calc/error";
import type { Decimal } from "../../calc/decimal";
import type { Outcome } from "../../calc/evaluate";
import { count, none } from "../../calc/unit";
import { defineProcedure } from "../../concepts/define";
import { amount, atLeast, atMost, cells, optional, text, whole } from "../../concepts/parameter";
import { type Base, baseGiven, blockOf, isBlank, positionOf, refused } from "./arguments";
import { quantileOf, type Quantile } from "./distributions";
import { trialsOf } from "./trial";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

/** Draws of one stream. The result depends on the seed alone, not on how the blocks are shared out. */
const blockSize = 1024;
/** Half the step of the shares drawn: never 0 and never 1. */
const halfStep = 2 ** -54;

const shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

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
    const number = (name: string): number => (args[name] as Decimal).toNumber();
    const base = baseGiven(args["function"], args["arguments"]);
    const uncertain = uncertainOf(base, blockOf(args["distributions"]));
    const { results, errors } = drawn(base, uncertain, number("trials"), number("seed"));
    return measures(results, errors, args["threshold"] === undefined ? undefined : number("threshold"));
  },
});

interface Uncertain {
  readonly position: number;
  readonly quantile: Quantile;
}

function uncertainOf({ fn }: Base, rows: unknown[][]): Uncertain[] {
  const parameters = Object.values(fn.parameters);
  const found = rows.flatMap((row, i): Uncertain[] => {
    if (row.every(isBlank)) return [];
    const position = positionOf(fn, row[0], "distributions");
    if (parameters[position]!.kind !== "number")
      throw refused("distributions", `must name number arguments; ${String(row[0])} takes a range or a word`);
    return [{ position, quantile: quantileOf(row.slice(1), i + 1) }];
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

function drawn(
  base: Base,
  uncertain: readonly Uncertain[],
  trials: number,
  seed: number,
): { results: Float64Array; errors: number } {
  const run = trialsOf(
    base,
    uncertain.map(({ position }) => position),
    blockSize,
  );
  const columns = uncertain.map(() => new Float64Array(blockSize));
  const block = new Float64Array(blockSize);
  const results = new Float64Array(trials);
  const stream = xoroshiro128plus(seed);
  let good = 0;
  for (let done = 0; done < trials; done += blockSize) {
    // Away from the first numbers, which are alike for neighbouring seeds, and to the block's own stretch of the sequence.
    stream.jump();
    const random = stream.clone();
    uncertain.forEach(({ quantile }, at) => {
      const column = columns[at]!;
      for (let i = 0; i < blockSize; i++) column[i] = quantile(uniformFloat64(random) + halfStep);
    });
    run(columns, block);
    const until = Math.min(blockSize, trials - done);
    for (let i = 0; i < until; i++) if (Number.isFinite(block[i])) results[good++] = block[i]!;
  }
  return { results: results.subarray(0, good), errors: trials - good };
}

function measures(results: Float64Array, errors: number, threshold: number | undefined): Outcome[][] {
  if (results.length === 0)
    throw new CalculationError("notAvailable", "no trial gave a result: the draws break the rules of the arguments");
  const mean = results.reduce((sum, one) => sum + one, 0) / results.length;
  const squares = results.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const sorted = results.slice().sort();
  return [
    ["Measure", "Value"],
    ["Mean", mean],
    ["Standard deviation", results.length > 1 ? Math.sqrt(squares / (results.length - 1)) : ""],
    ...shares.map((share): Outcome[] => [`P${Math.round(share * 100)}`, quantileAt(sorted, share)]),
    ["Trials that gave an error", errors],
    ...(threshold === undefined
      ? []
      : [["Probability below the threshold", results.filter((one) => one < threshold).length / results.length]]),
  ];
}

/** As PERCENTILE.INC. */
function quantileAt(sorted: Float64Array, share: number): number {
  const rank = share * (sorted.length - 1);
  const lower = Math.floor(rank);
  const from = sorted[lower]!;
  return from + ((sorted[lower + 1] ?? from) - from) * (rank - lower);
}
