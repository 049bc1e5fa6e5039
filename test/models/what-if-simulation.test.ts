/** What SIMULATE is made of: its draws, its percentiles, and its slices. */
import fc from "fast-check";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { CalculationError } from "../../src/calc/error";
import { inverseNormalDouble } from "../../src/calc/normal-double";
import { exampleCells } from "../../src/concepts/define";
import { evaluate, evaluateInSlices } from "../../src/concepts/evaluate";
import { allFunctions, whatIf } from "../../src/models/what-if";
import { betaQuantile } from "../../src/models/what-if/beta";
import { drawOf } from "../../src/models/what-if/distributions";
import { percentiles } from "../../src/models/what-if/percentiles";
import { Shares } from "../../src/models/what-if/shares";
import { sample } from "../../src/models/what-if/simulate";
import { inSlices } from "../../src/models/what-if/slices";

const simulate = whatIf.find(({ name }) => name === "SIMULATE")!;

/** As PERCENTILE.INC, by sorting. */
function sortedPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const lower = Math.floor(rank);
  return sorted[lower]! + ((sorted[lower + 1] ?? sorted[lower]!) - sorted[lower]!) * (rank - lower);
}

describe("shares", () => {
  it("are those of pure-rand's own generator, one after the other, over several columns", () => {
    for (const seed of [0, 1, 42, 2 ** 31 - 1]) {
      const generator = xoroshiro128plus(seed);
      const shares = new Shares(generator.getState());
      const column = new Float64Array(500);
      for (let turn = 0; turn < 3; turn++) {
        shares.fill(column);
        expect([...column]).toEqual(Array.from(column, () => uniformFloat64(generator) + 2 ** -54));
      }
    }
  });
});

describe("percentiles", () => {
  const shares = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];
  const agree = (values: number[]) =>
    expect(percentiles(Float64Array.from(values), shares)).toEqual(shares.map((one) => sortedPercentile(values, one)));

  it("are those of the sorted numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 3000 }), agree),
      { numRuns: 100 },
    );
  });

  // Ties, a few numbers far out, tails without end: where bins or pivots go wrong.
  it.each([
    ["three values", (i: number) => i % 3],
    ["one value", () => 7],
    ["rising", (i: number) => i],
    ["falling", (i: number) => -i],
    ["one far out", (i: number) => (i === 5 ? 1e300 : Math.sin(i))],
    ["a long tail", (i: number) => Math.exp(40 * Math.abs(Math.sin(i * i)))],
    ["both tails", (i: number) => Math.tan(i * 1.234567)],
  ])("hold for %s", (_, value) => {
    for (const count of [1, 2, 100, 1024, 5000, 40_000]) agree(Array.from({ length: count }, (__, i) => value(i)));
  });
});

describe("quantiles", () => {
  // Table values of the standard normal distribution: 1.2815515655446004 and so on (NIST/SEMATECH e-Handbook, 1.3.6.7.1).
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798409],
  ])("of the normal distribution at %p", (share, value) => {
    expect(inverseNormalDouble(share)).toBeCloseTo(value, 12);
  });

  // By Simpson's rule over the density, apart from the series and polynomials of the quantile.
  it.each([
    [1, 5],
    [1.5, 4.5],
    [2.2, 3.8],
    [3, 3],
    [4.999, 1.001],
  ])("of beta(%p, %p) have their share below them", (a, b) => {
    const quantile = betaQuantile(a, b);
    const density = (x: number) => x ** (a - 1) * (1 - x) ** (b - 1);
    // With x = sin² the ends lose their steepness.
    const integral = (to: number) => {
      const end = Math.asin(Math.sqrt(to));
      const steps = 4000;
      const at = (i: number) => {
        const angle = (end * i) / steps;
        return density(Math.sin(angle) ** 2) * 2 * Math.sin(angle) * Math.cos(angle);
      };
      let sum = at(0) + at(steps);
      for (let i = 1; i < steps; i++) sum += at(i) * (i % 2 ? 4 : 2);
      return (sum * end) / steps / 3;
    };
    const whole = integral(1);
    let before = 0;
    for (const share of [0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.999]) {
      const x = quantile(share);
      expect(integral(x) / whole).toBeCloseTo(share, 9);
      expect(x).toBeGreaterThan(before);
      before = x;
    }
  });

  it("rise, for every distribution", () => {
    for (const row of [
      ["normal", 10, 2],
      ["lognormal", 10, 2],
      ["triangular", 1, 2, 5],
      ["triangular", 1, 1, 5],
      ["uniform", 1, 5],
      ["beta-PERT", 1, 2, 5],
      ["beta-PERT", 1, 5, 5],
    ]) {
      const column = Float64Array.from({ length: 9999 }, (_, i) => (i + 1) / 10_000);
      drawOf(row, 1)(column);
      column.forEach((value, i) => expect(i === 0 || value >= column[i - 1]!).toBe(true));
    }
  });
});

describe("slices", () => {
  const flows = [
    [120, 110, 100],
    [0.08, "", ""],
    [200, "", ""],
  ];
  // One function in batches, one trial by trial in doubles.
  const calls: [string, unknown[]][] = [
    ["a formula", exampleCells(simulate)],
    ["a formula with series", ["LOANLIFECOVERAGE", flows, [["rate", "uniform", 0.07, 0.09]], 3000, 2]],
  ];

  it.each(calls)("give what one go gives: %s", (_, cells) => {
    const sliced = evaluateInSlices(simulate, cells);
    let pauses = 0;
    for (;;) {
      const step = sliced.next();
      if (step.done) {
        expect(step.value).toEqual(evaluate(simulate, cells));
        break;
      }
      pauses++;
    }
    expect(pauses).toBeGreaterThan(0);
  });

  it("depend on the seed alone: more trials begin with the same ones", () => {
    const run = (trials: number): number[] => {
      const drawn = sample(
        allFunctions.find(({ name }) => name === "PUEPOWER")!,
        [1000, 1.5],
        [["itKw", "normal", 1000, 50]],
        trials,
        7,
      );
      for (;;) {
        const step = drawn.next();
        if (step.done) return [...step.value];
      }
    };
    expect(run(5000).slice(0, 1500)).toEqual(run(1500));
  });

  it("answer at once what is short, later what is long, in turns that end", async () => {
    function* work(rounds: number): Generator<undefined, number> {
      for (let i = 0; i < rounds; i++) {
        const end = performance.now() + 2;
        while (performance.now() < end);
        yield;
      }
      return rounds;
    }
    expect(inSlices(work(1))).toBe(1);
    const long = inSlices(work(100));
    expect(long).toBeInstanceOf(Promise);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    // What comes while another waits, waits too.
    const next = inSlices(work(2));
    expect(next).toBeInstanceOf(Promise);
    expect(await Promise.all([long, next])).toEqual([100, 2]);
    clearInterval(timer);
    // 200 ms of work in turns of 40 leave others several.
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  it("pass on what is thrown", async () => {
    // eslint-disable-next-line require-yield
    function* failing(): Generator<undefined, number> {
      throw new CalculationError("notAvailable", "nothing");
    }
    expect(() => inSlices(failing())).toThrow("nothing");
    function* failingLater(): Generator<undefined, number> {
      const end = performance.now() + 60;
      while (performance.now() < end) yield;
      throw new CalculationError("notAvailable", "later");
    }
    await expect(inSlices(failingLater())).rejects.toThrow("later");
  });
});

describe("the tools with anything a cell can hold", () => {
  const junk: unknown[] = [
    undefined,
    null,
    "",
    "x",
    0,
    -1,
    2.5,
    1e308,
    NaN,
    true,
    [[]],
    [[1, "a"]],
    [["utilization", "normal", 1, 2]],
  ];

  const isCell = (cell: unknown): boolean =>
    cell instanceof CalculationError || typeof cell === "string" || typeof cell === "boolean" || Number.isFinite(cell);

  it.each(whatIf.map((fn): [string, (typeof whatIf)[number]] => [fn.name, fn]))(
    "%s throws a calculation error or gives cells",
    (_, fn) => {
      const wrong = Object.keys(fn.parameters).flatMap((name, at) =>
        junk.flatMap((value) => {
          const cells = exampleCells(fn);
          cells[at] = value;
          try {
            const result: unknown = evaluate(fn, cells);
            return [result].flat(2).every(isCell) ? [] : [[name, value, result]];
          } catch (error) {
            return error instanceof CalculationError && error.message !== "" ? [] : [[name, value, error]];
          }
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  it("refuse each other: a tool varies functions of the topics only", () => {
    for (const fn of whatIf) {
      const cells = exampleCells(fn);
      cells[0] = "SOLVE";
      expect(() => evaluate(fn, cells)).toThrow(/is itself a what-if tool/);
    }
  });
});
