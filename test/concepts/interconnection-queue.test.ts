import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

const stages = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 100 })), {
  minLength: 1,
  maxLength: 8,
});
const split = (pairs: [number, number][]): [number[], number[]] => [
  pairs.map(([months]) => months),
  pairs.map(([, percent]) => percent / 100),
];

describe("QUEUESTAGES", () => {
  it("finishes no more often than it is reached, and elapses all months", () => {
    fc.assert(
      fc.property(stages, (pairs) => {
        const [months, probabilities] = split(pairs);
        const rows = rowsOf("QUEUESTAGES", months, probabilities) as number[][];
        rows.forEach(([, reach, finish], i) => {
          expect(finish).toBeLessThanOrEqual(reach!);
          expect(reach).toBe(i === 0 ? 1 : rows[i - 1]![2]);
        });
        expectNear(
          rows.at(-1)![3]!,
          months.reduce((a, b) => a + b, 0),
        );
      }),
    );
  });
});

describe("QUEUEEXPECTEDMONTHS", () => {
  it("is the months of the stages, weighted by the chance to reach them", () => {
    // By hand: 9 + 0.7 x 14 + 0.42 x 10 = 23.
    expectNear(numberOf("QUEUEEXPECTEDMONTHS", [9, 14, 10], [0.7, 0.6, 0.8], false), 23);
    expect(numberOf("QUEUEEXPECTEDMONTHS", [9, 14, 10], [0.7, 0.6, 0.8], true)).toBe(33);
  });

  it("never completes where a probability is 0", () => {
    expect(problem("QUEUEEXPECTEDMONTHS", [9, 14], [0.7, 0])).toMatchObject({ code: "#N/A" });
    expect(numberOf("QUEUEEXPECTEDMONTHS", [9, 14], [0.7, 0], false)).toBeCloseTo(9 + 0.7 * 14, 12);
  });
});

describe("QUEUEPROBABILITY", () => {
  it("is half of the completion probability at the median, nothing at 0, and rises", () => {
    expect(numberOf("QUEUEPROBABILITY", 48, 0.3, 48)).toBe(0.15);
    expect(numberOf("QUEUEPROBABILITY", 0, 0.3, 48)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (months) => {
        expect(numberOf("QUEUEPROBABILITY", months + 1, 0.3, 48)).toBeGreaterThan(
          numberOf("QUEUEPROBABILITY", months, 0.3, 48),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe("DELAYCOST", () => {
  it("adds rent, carry and damages for each month", () => {
    // By hand: 12 x (10 x 1,000 x 150 + 60,000,000 x 0.08 / 12 + 5,000) = 12 x 1,905,000.
    expect(numberOf("DELAYCOST", 10, 150, 12, 60e6, 0.08, 5000)).toBe(22_860_000);
  });
});

it("says which range is longer", () => {
  expect(problem("QUEUEEXPECTEDCAPACITY", [1, 2, 3], [0.5])).toEqual({
    code: "#VALUE!",
    message:
      "probabilities must be as long as megawatts: it has 1 cell, megawatts has 3 cells; give ranges of the same length",
  });
});
