import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

it("REQUIREDRENT is the rent at which YIELDONCOST is the target", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 300 }),
      (percent, occupied, opex) => {
        const rent = numberOf("REQUIREDRENT", 11e6, percent / 100, occupied / 100, opex);
        expectNear(numberOf("YIELDONCOST", rent, 11e6, occupied / 100, opex), percent / 100);
      },
    ),
  );
  expect(problem("REQUIREDRENT", 11e6, 0.1, 0)).toMatchObject({ code: "#DIV/0!" });
});

it("WALT lies between the shortest and the longest lease", () => {
  // (10 x 5 + 30 x 9) / 40 = 8.
  expect(numberOf("WALT", [10, 30], [5, 9])).toBe(8);
  expect(problem("WALT", [0, 0], [5, 9])).toMatchObject({ code: "#DIV/0!" });
  expect(problem("WALT", [1, 2], [5])).toMatchObject({ code: "#VALUE!" });
});

it("RAMPREVENUE raises the rate once a year", () => {
  const rows = rowsOf("RAMPREVENUE", [1, 2, 2, 2, 3], 100, 0.03, 4) as number[][];
  expect(rows.map((row) => row[2])).toEqual([100, 100, 100, 100, 103]);
  // 2 MW x 1,000 x 100 x 3 months.
  expect(rows[1]![3]).toBe(600_000);
});
