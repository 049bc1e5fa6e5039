import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

const taken = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 });

describe("TAKEORPAYSCHEDULE", () => {
  it("conserves units: paid units are those taken, in the bank or expired", () => {
    fc.assert(
      fc.property(taken, fc.integer({ min: 0, max: 4 }), (units, periods) => {
        const rows = rowsOf("TAKEORPAYSCHEDULE", units, 100, 0.8, 1, periods) as number[][];
        let [paid, used, expired] = [0, 0, 0];
        for (const row of rows) {
          [paid, used, expired] = [paid + row[5]!, used + row[1]!, expired + row[7]!];
          expectNear(paid, used + row[6]! + expired);
        }
      }),
    );
  });

  it("without make-up is TAKEORPAY period by period", () => {
    fc.assert(
      fc.property(taken, (units) => {
        const rows = rowsOf("TAKEORPAYSCHEDULE", units, 100, 0.8, 2.5, 0, 3) as number[][];
        rows.forEach((row, i) => expectNear(row[5]!, numberOf("TAKEORPAY", 100, 0.8, 2.5, units[i], 3)));
      }),
    );
  });
});

it("TAKEORPAY never falls as more is taken", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (units) => {
      expect(numberOf("TAKEORPAY", 100, 0.8, 2, units + 1)).toBeGreaterThanOrEqual(
        numberOf("TAKEORPAY", 100, 0.8, 2, units),
      );
    }),
  );
  expect(problem("TAKEORPAY", 100, 80, 2, 10).message).toMatch(/looks like a percentage: type 80% or 0\.8/);
});
