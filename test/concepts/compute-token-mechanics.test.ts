import fc from "fast-check";
import { numberOf, rowsOf } from "./call";
import { part, positive } from "./draw";
import { expectNear } from "./near";

it("burning and minting is neutral at the break-even spend", () => {
  fc.assert(
    fc.property(positive(1000), positive(10), part(0.1, 1), (emission, price, burn) => {
      const spend = numberOf("BURNMINTBREAKEVEN", emission, price, burn);
      const [row] = rowsOf("BURNMINTSCHEDULE", 1e6, [emission], [spend], [price], burn) as number[][];
      expectNear(row![4]!, 1e6, 1e6);
    }),
  );
  expectNear(numberOf("BURNMINTNET", 1000, 0.5, 2, 0.5, 2), 0);
});

it("BURNMINTSCHEDULE never burns more than there is, and each row opens as the last closed", () => {
  const rows = rowsOf("BURNMINTSCHEDULE", 100, [10, 10], [1e6, 0], [1, 1]) as number[][];
  expect(rows[0]).toEqual([1, 100, 10, 110, 0]);
  expect(rows[1]).toEqual([2, 0, 10, 0, 10]);
});

it("EMISSIONSCHEDULE stops at its cap, and its cumulative column is the running sum", () => {
  fc.assert(
    fc.property(
      positive(100),
      part(0, 0.9),
      fc.integer({ min: 1, max: 20 }),
      positive(300),
      (first, fall, periods, cap) => {
        const rows = rowsOf("EMISSIONSCHEDULE", first, fall, periods, 4, cap) as number[][];
        let sum = 0;
        for (const [, emission, cumulative] of rows) {
          sum += emission!;
          expectNear(sum, cumulative!);
          expect(cumulative).toBeLessThanOrEqual(cap * (1 + 1e-12));
        }
      },
    ),
  );
});

it("HALVINGSCHEDULE halves, and never emits twice its first era", () => {
  const rows = rowsOf("HALVINGSCHEDULE", 50, 4, 12) as number[][];
  expect(rows.map((row) => row[1])).toEqual([50, 50, 50, 50, 25, 25, 25, 25, 12.5, 12.5, 12.5, 12.5]);
  expect(rows.at(-1)![2]).toBe(350);
});

it("STAKINGYIELD is nothing in real terms where all is bonded", () => {
  expect(numberOf("STAKINGYIELD", 0.08, 1, 0, 0, true)).toBe(0);
  // 0.1 x 0.9 x 0.95 / 0.5.
  expectNear(numberOf("STAKINGYIELD", 0.1, 0.5, 0.05, 0.1), 0.171);
});
