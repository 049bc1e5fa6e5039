import { exampleCells } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import type { Metadata } from "../../src/excel/metadata";
import { allFunctions as functions } from "../../src/models/what-if";
import { built } from "./dist";
import { callInRuntime, codes, type Outcome } from "./microsoft-runtime";

const metadata = JSON.parse(built("functions.json")) as Metadata;

/** Excel always sends as many arguments as are declared; what was left out is null. */
function full(name: string, given: readonly unknown[]): unknown[] {
  const count = metadata.functions.find(({ id }) => id === name)!.parameters.length;
  return Array.from({ length: count }, (_, i) => given[i] ?? null);
}

const outcomeOf = async (name: string, ...args: unknown[]): Promise<Outcome> =>
  (await callInRuntime([[name, full(name, args)]]))[0]!;

describe("the shipped functions.js in Microsoft's runtime", () => {
  it("gives each function's example exactly as our own evaluation does", async () => {
    const outcomes = await callInRuntime(functions.map((fn) => [fn.name, full(fn.name, exampleCells(fn))]));
    expect(outcomes).toEqual(functions.map((fn) => ({ value: evaluate(fn, exampleCells(fn)) })));
  });

  // 30,000 over three years of 8,760 hours, seven tenths of them used: 10,000/6,132.
  it("prices a GPU-hour", async () => {
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, 0.7)).toEqual({ value: 10_000 / 6132 });
  });

  it("says which argument will not do, and why", async () => {
    const outcome = await outcomeOf("GPUHOURCOST", 30_000, 3, 85);
    expect(outcome).toMatchObject({ code: codes.invalidValue });
    expect(outcome).toHaveProperty("words", expect.stringMatching(/^utilization must be at most 1; it is 85/));
  });

  it("shows #DIV/0! for an undefined ratio", async () => {
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, 0)).toMatchObject({ code: codes.divisionByZero });
  });

  it("spills a rectangle with one header row, without gaps", async () => {
    const tables = functions.filter(({ kind }) => kind === "table");
    expect(tables).not.toHaveLength(0);
    const outcomes = await callInRuntime(tables.map((fn) => [fn.name, full(fn.name, exampleCells(fn))]));
    for (const outcome of outcomes) {
      const rows = (outcome as { value: unknown[][] }).value;
      expect(rows.length).toBeGreaterThan(1);
      expect(rows[0]!.every((header) => typeof header === "string")).toBe(true);
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      expect(rows.flat().filter((cell) => cell === null || cell === undefined)).toEqual([]);
    }
  });

  it("takes what is left out at its default, in the middle and at the end", async () => {
    const written = await outcomeOf("GPUHOURCOST", 30_000, 3, 0.7, 0, 0, 0, 8760);
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, 0.7, null, null, 0)).toEqual(written);
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, 0.7)).toEqual(written);
  });

  it("takes a blank cell, which arrives as 0, for 0 and not for the default", async () => {
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, 0.7, 0, 0, 0, 0)).toMatchObject({
      code: codes.invalidValue,
      words: "hoursPerYear must be more than 0; it is 0",
    });
  });

  it("does not take what Excel adds to a call for an argument", async () => {
    const [short] = await callInRuntime([["GPUHOURCOST", [30_000, 3, 0.7]]]);
    expect(short).toEqual({ value: 10_000 / 6132 });
  });

  it("takes the number out of a data type", async () => {
    const rich = { type: "Double", basicType: "Double", basicValue: 0.7, numberFormat: "0%" };
    expect(await outcomeOf("GPUHOURCOST", 30_000, 3, rich)).toEqual({ value: 10_000 / 6132 });
  });

  it("knows every function of functions.json and no other", async () => {
    const ids = metadata.functions.map(({ id }) => id);
    expect(ids).toEqual(functions.map(({ name }) => name));
    const unknown = await callInRuntime([["NOSUCHFUNCTION", []]]);
    expect(unknown).toEqual([{ code: codes.plainError, words: "" }]);
  });

  it("keeps an error of a grid in its cell, with its words", async () => {
    const outcome = await outcomeOf("SENSITIVITY", "GPUHOURCOST", [[30_000, 3, 0.7]], "utilization", [[0.5], [2]]);
    const rows = (outcome as { value: unknown[][] }).value;
    expect(rows[1]).toEqual([0.5, 10_000 / 4380]);
    expect(rows[2]![1]).toMatchObject({
      type: "Error",
      basicValue: "#VALUE!",
      message: expect.stringContaining("utilization must be at most 1; it is 2") as unknown,
    });
  });

  it("says what range a result reaches where no argument gives the target", async () => {
    expect(await outcomeOf("SOLVE", "GPUHOURCOST", [[30_000, 3, 0.7]], "utilization", 0.5, 0.5, 1)).toMatchObject({
      code: codes.notAvailable,
      words: expect.stringMatching(/does not reach 0\.5/) as unknown,
    });
  });

  // Computed in slices and answered later: 300,000 trials of a function that has to be computed trial by trial.
  it("answers a long simulation later, with what it gives at once", async () => {
    const flows = [
      [120, 110, 100],
      [0.08, "", ""],
      [200, "", ""],
    ];
    const cells = ["LOANLIFECOVERAGE", flows, [["rate", "uniform", 0.07, 0.09]], 300_000, 4];
    const fn = functions.find(({ name }) => name === "SIMULATE")!;
    const [long, short] = await callInRuntime([
      ["SIMULATE", full("SIMULATE", cells)],
      ["GPUHOURCOST", full("GPUHOURCOST", [30_000, 3, 0.7])],
    ]);
    expect(short).toEqual({ value: 10_000 / 6132 });
    expect(long).toEqual({ value: evaluate(fn, cells) });
  }, 60_000);

  it("answers 10,000 calls of one recalculation within five seconds, each with its own result", async () => {
    const calls = Array.from({ length: 10_000 }, (_, i) => ["GPUHOURCOST", full("GPUHOURCOST", [i, 2, 0.5])] as const);
    const start = performance.now();
    const outcomes = await callInRuntime(calls);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(outcomes.map((outcome) => ("value" in outcome ? outcome.value : outcome))).toEqual(
      calls.map((_, i) => i / 2 / 4380),
    );
  }, 20_000);
});
