import { CalculationError } from "../../src/calc/error";
import { inverseNormalDouble, normalShareDouble } from "../../src/calc/normal-double";
import { exampleCells } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import { whatIf } from "../../src/models/what-if";
import { betaQuantile } from "../../src/models/what-if/beta";
import { numberOf } from "../concepts/call";

const tool = (name: string) => whatIf.find((fn) => fn.name === name)!;
const run = (name: string, ...cells: unknown[]): unknown => evaluate(tool(name), cells);
const base = [[30_000, 3, 0.7]];

function problem(name: string, ...cells: unknown[]): string {
  try {
    run(name, ...cells);
  } catch (error) {
    if (error instanceof CalculationError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("SENSITIVITY", () => {
  it("is the function itself in every cell", () => {
    const grid = run("SENSITIVITY", "gpuhourcost", base, "utilization", [[0.5], [0.7]], 2, [[3, 4]]) as unknown[][];
    expect(grid[0]).toEqual(["Cost of a used GPU-hour", 3, 4]);
    expect(grid[2]).toEqual([0.7, numberOf("GPUHOURCOST", 30_000, 3, 0.7), numberOf("GPUHOURCOST", 30_000, 4, 0.7)]);
  });

  it("keeps an error in its cell", () => {
    const grid = run("SENSITIVITY", "GPUHOURCOST", base, "utilization", [[0], [2]]) as unknown[][];
    expect(grid[1]![1]).toMatchObject({ code: "divisionByZero", message: "utilization is 0" });
    expect(grid[2]![1]).toMatchObject({ code: "invalidValue" });
  });

  it("says what is wrong with the call", () => {
    expect(problem("SENSITIVITY", "GPUHOURCOSTS", base, "utilization", [[1]])).toMatch(
      /"GPUHOURCOSTS" is none\. Did you mean GPUHOURCOST/,
    );
    expect(problem("SENSITIVITY", "GPUHOURCOST", base, "rent", [[1]])).toMatch(
      /must be an argument of GPUHOURCOST by name or position/,
    );
    const many = Array.from({ length: 400 }, (_, i) => [i + 1]);
    expect(problem("SENSITIVITY", "GPUHOURCOST", base, "capex", many, "lifeYears", many)).toMatch(
      /at most 100,000 results; they give 160,000/,
    );
    expect(problem("SENSITIVITY", "LOANSCHEDULE", base, "debt", [[1]])).toMatch(/returns a table/);
  });
});

describe("TORNADO", () => {
  it("sorts by swing and leaves out what is not varied", () => {
    const rows = (run("TORNADO", "GPUHOURCOST", base, [[25_000, "", 0.5]], [[35_000, "", 0.9]]) as unknown[][]).slice(
      1,
    );
    expect(rows.map(([name]) => name)).toEqual(["utilization", "capex"]);
    for (const [, , , low, high, swing] of rows) expect(swing).toBe(Math.abs((high as number) - (low as number)));
  });
});

describe("SOLVE", () => {
  it("finds the argument to the last bit: the function gives the target there", () => {
    const utilization = run("SOLVE", "GPUHOURCOST", base, "utilization", 1.5, 0.1, 1) as number;
    expect(numberOf("GPUHOURCOST", 30_000, 3, utilization)).toBeCloseTo(1.5, 14);
    expect(utilization).toBeCloseTo(10_000 / 8760 / 1.5, 14);
  });

  it("says what range the result reaches where it does not reach the target", () => {
    expect(problem("SOLVE", "GPUHOURCOST", base, "utilization", 0.5, 0.5, 1)).toMatch(
      /does not reach 0\.5 for utilization between 0\.5 and 1: it runs from 1\.14155 to 2\.28311/,
    );
  });
});

describe("SCENARIOS", () => {
  it("compares each scenario with the base", () => {
    const table = [
      ["", "utilization"],
      ["weak", 0.35],
      ["same", ""],
    ];
    const rows = (run("SCENARIOS", "GPUHOURCOST", base, table) as unknown[][]).slice(1);
    expect(rows.map(([name, , , share]) => [name, Math.round((share as number) * 1e9) / 1e9])).toEqual([
      ["Base", 1],
      ["weak", 2],
      ["same", 1],
    ]);
  });
});

describe("SIMULATE", () => {
  const simulate = (trials: number, seed: number, ...row: unknown[]): Map<string, number> =>
    new Map((run("SIMULATE", "PUEPOWER", [[1000, 1.5]], [row], trials, seed, 1500) as [string, number][]).slice(1));

  it("gives the same answer for the same seed and another for another", () => {
    const row = ["itKw", "normal", 1000, 50];
    expect(simulate(5000, 3, ...row)).toEqual(simulate(5000, 3, ...row));
    expect(simulate(5000, 3, ...row).get("Mean")).not.toBe(simulate(5000, 4, ...row).get("Mean"));
  });

  // Moments of each distribution in closed form, times the PUE of 1.5; the sample's are within five standard errors.
  it.each([
    ["normal", [1000, 50], 1000, 50],
    ["lognormal", [1000, 200], 1000, 200],
    ["uniform", [400, 1600], 1000, 1200 / Math.sqrt(12)],
    [
      "triangular",
      [400, 800, 1800],
      1000,
      Math.sqrt((400 ** 2 + 800 ** 2 + 1800 ** 2 - 400 * 800 - 400 * 1800 - 800 * 1800) / 18),
    ],
    ["beta-PERT", [400, 1000, 1600], 1000, 1200 * Math.sqrt((3 * 3) / (36 * 7))],
  ])("draws from the %s distribution", (name, parameters, mean, deviation) => {
    const found = simulate(20_000, 1, "itKw", name, ...parameters);
    expect(Math.abs(found.get("Mean")! / 1.5 - mean)).toBeLessThan((5 * deviation) / Math.sqrt(20_000));
    expect(found.get("Standard deviation")! / 1.5 / deviation).toBeCloseTo(1, 1);
  });

  it("counts draws that break a rule as errors", () => {
    const found = simulate(1000, 1, "pue", "uniform", 0.5, 1.5);
    expect(found.get("Trials that gave an error")).toBeGreaterThan(400);
  });

  it("runs formulas with series one by one, to the same mean", () => {
    const cells = [
      [
        [120, 110, 100],
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
      ].map((row, i) => (i === 1 ? [0.08, "", ""] : i === 2 ? [200, "", ""] : row)),
    ];
    const table = run("SIMULATE", "LOANLIFECOVERAGE", cells[0], [["rate", "uniform", 0.07, 0.09]], 500) as [
      string,
      number,
    ][];
    const middle = numberOf("LOANLIFECOVERAGE", [120, 110, 100], 0.08, 200);
    expect(table[1]![1]).toBeCloseTo(middle, 2);
  });
});

describe("quantiles in doubles", () => {
  it("turn back into their share", () => {
    for (const share of [1e-12, 0.001, 0.2, 0.5, 0.77, 0.9999])
      expect(normalShareDouble(inverseNormalDouble(share)) / share).toBeCloseTo(1, 9);
  });

  it("of the beta distribution are those known in closed form", () => {
    // Beta(a, 1) has the distribution function x^a; Beta(1, b) has 1 − (1 − x)^b.
    expect(betaQuantile(3, 1)(0.2)).toBeCloseTo(0.2 ** (1 / 3), 12);
    expect(betaQuantile(1, 4)(0.7)).toBeCloseTo(1 - 0.3 ** (1 / 4), 12);
    expect(betaQuantile(3, 3)(0.5)).toBeCloseTo(0.5, 12);
  });
});

it("every tool computes its own example", () => {
  for (const fn of whatIf) expect(() => evaluate(fn, exampleCells(fn))).not.toThrow();
});
