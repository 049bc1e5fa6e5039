import { Decimal } from "../../calc/decimal";
import { CalculationError } from "../../calc/error";
import { plainNumber } from "../../calc/number";
import { none } from "../../calc/unit";
import { defineProcedure } from "../../concepts/define";
import { amount, cells, nameOrNumber, text } from "../../concepts/parameter";
import { type Base, baseGiven, numberIn, outcome, positionOf, refused, withCell } from "./arguments";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

/** Into how many parts a bracket is cut to see where the result crosses the target. */
const parts = 256;

export const solve = defineProcedure({
  name: "SOLVE",
  title: "Solve for an argument",
  summary:
    "Returns the value of one argument at which a function's result equals a target: what must be true for the target to hold.",
  aliases: ["goal seek", "break-even", "implied", "what must be true"],
  parameters: {
    function: text(theFunction),
    arguments: cells(theArguments),
    argument: nameOrNumber("Argument that is sought: its name or position."),
    target: amount(none, "Result that the function must reach."),
    low: amount(none, "Smallest value of the argument."),
    high: amount(none, "Largest value of the argument."),
  },
  returns: {
    unit: none,
    description:
      "Where several values reach the target, the one nearest the base value. To the last bit: the neighbouring numbers of a cell miss the target on either side.",
    means: "The target is reached at {result}.",
  },
  example: {
    function: "GPUHOURCOST",
    arguments: [30_000, 3, 0.7],
    argument: "utilization",
    target: 1.5,
    low: 0.1,
    high: 1,
  },
  sources: [
    "Brent, Algorithms for Minimization without Derivatives, 1973, ch. 4 (a root is proved by opposite signs at its ends)",
  ],
  related: ["SENSITIVITY", "BREAKEVENUTILIZATION"],
  inWords:
    "the value in the bracket at which result − target changes its sign, found by halving until no number lies between its ends",
  native: { none: noNativeWhatIf },
  calculate(args) {
    const base = baseGiven(args["function"], args["arguments"]);
    const position = positionOf(base.fn, args["argument"], "argument");
    const [target, low, high] = ["target", "low", "high"].map((name) => (args[name] as Decimal).toNumber()) as [
      number,
      number,
      number,
    ];
    const parameter = Object.values(base.fn.parameters)[position]!;
    if (parameter.kind !== "number") throw refused("argument", `must be a number argument of ${base.fn.name}`);
    if (low >= high)
      throw new CalculationError(
        "invalidValue",
        `low must be below high; low is ${plainNumber(low)}, high is ${plainNumber(high)}`,
        "low",
      );
    return new Decimal(new Search(base, position, target, parameter.limits.whole ?? false).between(low, high));
  },
});

/** Where one argument makes the result equal a target. */
class Search {
  private readonly near: number;

  constructor(
    private readonly base: Base,
    private readonly position: number,
    private readonly target: number,
    private readonly whole: boolean,
  ) {
    const given = base.cells[position] ?? Object.values(base.fn.parameters)[position]!.byDefault;
    this.near = typeof given === "number" ? given : NaN;
  }

  between(low: number, high: number): number {
    const points = this.whole ? wholeNumbers(low, high) : evenly(low, high);
    const misses = points.map((at) => ({ at, miss: this.miss(at) }));
    const known = misses.filter((one): one is { at: number; miss: number } => one.miss !== undefined);
    const roots = known.filter(({ miss }) => miss === 0).map(({ at }) => at);
    if (!this.whole) {
      for (let i = 1; i < misses.length; i++) {
        const [before, after] = [misses[i - 1]!, misses[i]!];
        if (before.miss === undefined || after.miss === undefined || before.miss * after.miss >= 0) continue;
        const root = this.halved(before.at, after.at, before.miss);
        if (root !== undefined) roots.push(root);
      }
    }
    const best = this.nearest(roots);
    if (best !== undefined) return best;
    throw new CalculationError("notAvailable", this.notReached(known, low, high));
  }

  /** How far the result misses the target; undefined where there is no result. */
  private miss(at: number): number | undefined {
    const result = numberIn(outcome(this.base.fn, withCell(this.base.cells, this.position, at)));
    return result === undefined ? undefined : result - this.target;
  }

  /** Halves a bracket with opposite signs until its ends are neighbours; undefined where the sign turns by a jump, not by a root. */
  private halved(from: number, to: number, missFrom: number): number | undefined {
    let [a, b, missA] = [from, to, missFrom];
    let missB = this.miss(to)!;
    for (let step = 0; step < 200; step++) {
      const middle = a + (b - a) / 2;
      if (middle === a || middle === b) break;
      const miss = this.miss(middle);
      if (miss === undefined) return undefined;
      if (miss === 0) return this.centred(middle);
      if (miss * missA > 0) [a, missA] = [middle, miss];
      else [b, missB] = [middle, miss];
    }
    const closest = Math.abs(missA) <= Math.abs(missB) ? a : b;
    const allowed = 1e-9 * Math.max(Math.abs(this.target), Math.abs(missFrom), 1e-12);
    return Math.min(Math.abs(missA), Math.abs(missB)) <= allowed ? closest : undefined;
  }

  /** Among the few numbers that give the target exactly, the shortest: 0.75 rather than 0.7500000000000001. */
  private centred(root: number): number {
    const shorter = Number(root.toPrecision(15));
    return this.miss(shorter) === 0 ? shorter : root;
  }

  private nearest(roots: readonly number[]): number | undefined {
    if (roots.length === 0) return undefined;
    if (Number.isNaN(this.near)) return roots[0];
    return roots.reduce((best, one) => (Math.abs(one - this.near) < Math.abs(best - this.near) ? one : best));
  }

  private notReached(known: readonly { at: number; miss: number }[], low: number, high: number): string {
    const name = Object.keys(this.base.fn.parameters)[this.position]!;
    const where = `for ${name} between ${plainNumber(low)} and ${plainNumber(high)}`;
    if (known.length === 0) return `${this.base.fn.name} has no result ${where}: check the other arguments`;
    const results = known.map(({ miss }) => miss + this.target);
    const whole = this.whole ? ` at a whole number` : "";
    return `the result does not reach ${plainNumber(this.target)}${whole} ${where}: it runs from ${plainNumber(Math.min(...results))} to ${plainNumber(Math.max(...results))}`;
  }
}

const evenly = (low: number, high: number): number[] =>
  Array.from({ length: parts + 1 }, (_, i) => (i === parts ? high : low + ((high - low) * i) / parts));

function wholeNumbers(low: number, high: number): number[] {
  const [from, to] = [Math.ceil(low), Math.floor(high)];
  if (to - from >= 10_000)
    throw refused("high", "must be within 10,000 whole numbers of low, as the argument takes whole numbers only");
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
