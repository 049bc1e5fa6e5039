import { CalculationError } from "../../src/calc/error";
import { constant, max, type Condition, type Quantity, when } from "../../src/calc/quantity";
import { generate, type Series, together } from "../../src/calc/series";
import { none, usd } from "../../src/calc/unit";
import { defineFunction, defineTable } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import { amount, atLeast, atMost, choice, flag, optional, series, text, whole } from "../../src/concepts/parameter";
import { nativeFormula } from "../../src/formula/native";

const shared = { title: "Test", summary: "", example: {}, sources: [] };
const returns = { unit: none, description: "", means: "" };
const list = (...numbers: (number | string | null)[]): unknown[][] => [numbers];

/** A function of ranges a and b, b being optional. */
const ofSeries = (calculate: (args: { a: Series; b: Series; n: Quantity }) => Quantity) =>
  defineFunction({
    ...shared,
    name: "TEST",
    parameters: {
      a: series(none, ""),
      b: optional(null, series(none, "", { oneForAll: true })),
      n: optional(1, amount(none, "")),
    },
    returns,
    calculate,
  });

const problem = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof CalculationError) return error.message;
    throw error;
  }
  return "no problem";
};

describe("series", () => {
  const runs = (calculate: Parameters<typeof ofSeries>[0], ...cells: unknown[]): unknown =>
    evaluate(ofSeries(calculate), cells);

  it("are walked side by side, and their position counts from 1", () => {
    expect(
      runs(
        ({ a, b }) =>
          together({ a, b })
            .map((row) => row.a.times(row.b).times(row.position))
            .sum(),
        list(2, 3),
        list(5, 7),
      ),
    ).toBe(2 * 5 + 3 * 7 * 2);
  });

  it("let one cell stand for all where they may", () => {
    expect(
      runs(
        ({ a, b }) =>
          together({ a, b })
            .map((row) => row.a.times(row.b))
            .sum(),
        list(2, 3, 4),
        list(10),
      ),
    ).toBe(90);
  });

  it("say which range is how long when lengths differ", () => {
    const product = ofSeries(({ a, b }) =>
      together({ a, b })
        .map((row) => row.a.times(row.b))
        .sum(),
    );
    expect(problem(() => evaluate(product, [list(2, 3, 4), list(1, 2)]))).toBe(
      "b must be as long as a: it has 2 cells, a has 3 cells; give it one cell or as many",
    );
  });

  it("take a number instead of a range left out", () => {
    const weighted = ({ a, b }: { a: Series; b: Series }) =>
      together({ a, b: b.otherwise(1) })
        .map((row) => row.a.times(row.b))
        .sum();
    expect([runs(weighted, list(2, 3)), runs(weighted, list(2, 3), list(1, 10))]).toEqual([5, 32]);
  });

  it("nest: for each element a fold over all elements", () => {
    const pairs = ({ a }: { a: Series }) =>
      together({ one: a })
        .map(({ one }) =>
          together({ other: a })
            .where(({ other }) => other.isMoreThan(one))
            .count(),
        )
        .sum();
    expect(runs(pairs, list(1, 3, 2))).toBe(3);
    expect(nativeFormula(ofSeries(pairs), { a: "A1:A3" })).toBe(
      "=SUM(MAP(A1:A3,LAMBDA(item_a,SUM(IF(A1:A3>item_a,1,0)))))",
    );
  });

  it("may be folded inside a fold of the same walk", () => {
    const belowMean = ({ a }: { a: Series }): Quantity => {
      const walked = together({ a });
      const mean = walked.map((row) => row.a).mean();
      return walked
        .where((row) => row.a.isLessThan(mean))
        .map((row) => row.a)
        .sum();
    };
    expect(runs(belowMean, list(5, 1, 2, 4))).toBe(1 + 2);
  });

  it("have ranks, the smallest first", () => {
    expect([1, 2, 3, 4].map((rank) => runs(({ a }) => a.ranked(rank), list(5, 1, 2, 2)))).toEqual([1, 2, 2, 5]);
  });

  it("run, shift, and are cut", () => {
    expect(runs(({ a }) => a.runningSum().at(3), list(1, 2, 3))).toBe(6);
    expect(runs(({ a }) => a.runningProduct().last(), list(1, 2, 3, 4))).toBe(24);
    expect(runs(({ a }) => a.shifted(9).sum(), list(1, 2, 3))).toBe(12);
    expect(runs(({ a }) => a.between(2, 3).sum(), list(1, 2, 3, 4))).toBe(5);
    expect(runs(({ a }) => a.between(0, 9).sum(), list(1, 2))).toBe(3);
  });

  it("are generated from a formula", () => {
    expect(runs(({ n }) => generate(n, (k) => k.times(k)).sum(), list(0), undefined, 4)).toBe(30);
  });

  it("count a blank cell as 0, also in the native formula", () => {
    const mean = ofSeries(({ a }) => a.mean());
    expect(evaluate(mean, [list(2, null, 4)])).toBe(2);
    expect(nativeFormula(mean, { a: "A1:C1" }, { withBlanks: new Set(["a"]) })).toBe("=AVERAGE(A1:C1+0)");
    expect(nativeFormula(mean, { a: "A1:C1" })).toBe("=AVERAGE(A1:C1)");
  });

  it("fold none to #DIV/0! unless told otherwise", () => {
    const above = (row: { a: Quantity }) => row.a.isMoreThan(10);
    expect(
      problem(() =>
        runs(
          ({ a }) =>
            together({ a })
              .where(above)
              .map((row) => row.a)
              .mean(),
          list(1),
        ),
      ),
    ).toBe("there is nothing to take");
    expect(
      runs(
        ({ a }) =>
          together({ a })
            .where(above)
            .map((row) => row.a)
            .mean({ ifNone: -1 }),
        list(1),
      ),
    ).toBe(-1);
  });

  it("are read row by row, whatever the shape", () => {
    expect(
      runs(
        ({ a }) => a.at(3),
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toBe(3);
    expect(runs(({ a }) => a.at(2), [[1], [2]])).toBe(2);
    expect(runs(({ a }) => a.sum(), 7)).toBe(7);
  });

  it("of a whole column end with its last entry", () => {
    const column = Array.from({ length: 1_048_576 }, (_, i) => [i < 3 ? i + 1 : null]);
    expect(runs(({ a }) => a.count(), column)).toBe(3);
  });
});

describe("tables", () => {
  const bank = defineTable({
    ...shared,
    name: "BANK",
    parameters: { paid: series(usd, "") },
    columns: { period: none, paid: usd, over: "truth" },
    carried: { saved: usd },
    calculate: ({ paid }, { rowsOf }) =>
      rowsOf({ amount: paid }, ({ position, amount, above }) => {
        const saved = above.saved.otherwise(0).plus(amount);
        return { period: position, paid: amount, over: saved.isMoreThan(constant(3, usd)), saved };
      }),
  });

  it("carry numbers from row to row without showing them", () => {
    expect(evaluate(bank, [list(2, 2)])).toEqual([
      ["Period", "Paid", "Over"],
      [1, 2, false],
      [2, 2, true],
    ]);
    expect(nativeFormula(bank, { paid: "A1:A2" })).toMatch(/^=TAKE\(REDUCE\(.*,,3\)$/);
  });

  it("leave out a line whose condition does not hold", () => {
    const lines = defineTable({
      ...shared,
      name: "LINES",
      parameters: { a: amount(none, ""), b: optional(null, amount(none, "")) },
      columns: { measure: "text", value: none },
      calculate: ({ a, b }, table) =>
        table.lines([
          { measure: "a", value: a },
          { only: b.isGiven, line: { measure: "b", value: b } },
        ]),
    });
    expect(evaluate(lines, [1])).toEqual([
      ["Measure", "Value"],
      ["A", 1],
    ]);
    expect(evaluate(lines, [1, 2])).toEqual([
      ["Measure", "Value"],
      ["A", 1],
      ["B", 2],
    ]);
    expect(nativeFormula(lines, { a: "A1" })).toBe('=VSTACK({"Measure","Value"},HSTACK("A",A1))');
  });

  it("keep a gap in a range that may have gaps", () => {
    const gaps = defineTable({
      ...shared,
      name: "GAPS",
      parameters: { a: series(none, "", { gaps: true }) },
      columns: { value: none },
      calculate: ({ a }, { rowsOf }) => rowsOf({ a }, (row) => ({ value: when(row.a.isGiven, row.a.times(2), -1) })),
    });
    expect(evaluate(gaps, [list(1, null, "", 3)])).toEqual([["Value"], [2], [-1], [-1], [6]]);
  });
});

describe("arguments", () => {
  const all = defineFunction({
    ...shared,
    name: "ALL",
    parameters: {
      share: amount(none, "", atLeast(0), atMost(1)),
      count: optional(1, amount(none, "", whole)),
      word: optional("one", choice(["one", "Two"], "")),
      yes: optional(false, flag("")),
    },
    returns,
    calculate: ({ share, count, word, yes }) =>
      max(share, 0)
        .times(count)
        .plus(when(word.is("Two"), 100, 0))
        .plus(when(yes, 1000, 0)),
  });

  it("are taken as people type them", () => {
    expect(evaluate(all, [" 7% ", "2", " two ", "true"])).toBe(1100.14);
    expect(evaluate(all, [[[0.5]], 2.0000000000000004])).toBe(1);
    expect(evaluate(all, [null])).toBe(0);
  });

  it.each([
    [["high"], 'share must be a number; it is "high"'],
    [[85], "share must be at most 1; it is 85. 85 looks like a percentage: type 85% or 0.85"],
    [[-1], "share must be at least 0; it is -1"],
    [[0.5, 1.5], "count must be a whole number; it is 1.5"],
    [[0.5, 1, "three"], 'word must be one of one, Two; it is "three"'],
    [[0.5, 1, "one", "maybe"], 'yes must be TRUE or FALSE; it is "maybe"'],
    [[[[1, 2]]], "share must be one cell; it is a range of 2 cells"],
    [[{}], "share must be a number; it is something else"],
  ])("%j is refused: %s", (cells, words) => {
    expect(problem(() => evaluate(all, cells as unknown[]))).toBe(words);
  });

  it("that are names of cells ask for quotes", () => {
    expect(problem(() => text("").read(0, "gpu"))).toBe(
      'gpu must be a text; it is 0. A name such as H100 is also a cell address: put the name in quotes, "H100"',
    );
  });
});

describe("results", () => {
  const ratio = defineFunction({
    ...shared,
    name: "RATIO",
    parameters: { a: amount(none, ""), b: amount(none, ""), c: amount(none, "") },
    returns,
    calculate: ({ a, b, c }) => a.dividedBy(b.times(c).as("base")),
  });

  it("are one double, never -0", () => {
    expect(Object.is(evaluate(ratio, [0, -1, 1]), 0)).toBe(true);
    expect(evaluate(ratio, [0.1, 3, 1])).toBe(0.1 / 3);
  });

  it("that are too large are #NUM!, and a zero divisor is named", () => {
    expect(problem(() => evaluate(ratio, [1e308, 1e-308, 1]))).toBe("the result is too large for a cell");
    expect(problem(() => evaluate(ratio, [1, 2, 0]))).toBe("c is 0");
  });

  it("compare as a worksheet does, at 15 digits", () => {
    const same = defineFunction({
      ...shared,
      name: "SAME",
      parameters: { a: amount(none, ""), b: amount(none, "") },
      returns,
      calculate: ({ a, b }) => when(a.isAtLeast(b) as Condition, 1, 0),
    });
    expect([evaluate(same, [1.3, 1.3000000000000003]), evaluate(same, [1.3, 1.30000000000001])]).toEqual([1, 0]);
  });

  it("keep a constant as it is written", () => {
    const one = defineFunction({
      ...shared,
      name: "ONE",
      parameters: { a: amount(none, "") },
      returns,
      calculate: ({ a }) => a.times(constant(0.1)),
    });
    expect(evaluate(one, [3])).toBe(0.3);
  });
});
