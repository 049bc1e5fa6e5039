import fc from "fast-check";
import { call, numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

const usage = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 });

it("BREAKEVENUTILIZATION and BREAKEVENRENTALPRICE turn into each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 30_000 }), fc.integer({ min: 5, max: 100 }), (fixed, percent) => {
      const price = numberOf("BREAKEVENRENTALPRICE", fixed, percent / 100, 0.2);
      expectNear(numberOf("BREAKEVENUTILIZATION", price, fixed, 0.2), percent / 100);
    }),
  );
  expect(problem("BREAKEVENUTILIZATION", 0.2, 11_000, 0.2)).toMatchObject({ code: "#N/A" });
});

describe("COMMITMENTBILL", () => {
  it("adds up, and its rate is EFFECTIVERENTALRATE", () => {
    fc.assert(
      fc.property(usage, fc.integer({ min: 0, max: 200 }), (hours, commitment) => {
        const rows = rowsOf("COMMITMENTBILL", hours, commitment, 1.68, 2.4) as [string, number, number, number][];
        expectNear(rows[0]![3] + rows[1]![3] + rows[2]![3], rows[3]![3]);
        const used = hours.reduce((a, b) => a + b, 0);
        if (used > 0) expectNear(numberOf("EFFECTIVERENTALRATE", hours, commitment, 1.68, 2.4) * used, rows[3]![3]);
      }),
    );
  });
});

it("OPTIMALCOMMITMENT is the cheapest of all commitments", () => {
  fc.assert(
    fc.property(usage, (hours) => {
      const bill = (commitment: number): number =>
        (rowsOf("COMMITMENTBILL", hours, commitment, 1.68, 2.4)[3] as number[])[3]!;
      const best = bill(numberOf("OPTIMALCOMMITMENT", hours, 1.68, 2.4));
      for (const other of [...hours, 0, 77]) expect(best).toBeLessThanOrEqual(bill(other) + 1e-9);
    }),
    { numRuns: 50 },
  );
  expect(numberOf("OPTIMALCOMMITMENT", [5, 6], 3, 2)).toBe(0);
});

describe("RENTALPAYBACK", () => {
  it("at a flat price is price over cash a year", () => {
    // 35,000 / (8,760 x 0.75 x 1.95).
    expectNear(numberOf("RENTALPAYBACK", 35_000, 2.4, 0.75, 0.45), 35_000 / (8760 * 0.75 * 1.95));
    expect(numberOf("RENTALPAYBACK", 0, 2.4, 0.75)).toBe(0);
  });
  it("is longer when prices fall, and never when they fall too fast", () => {
    expect(numberOf("RENTALPAYBACK", 35_000, 2.4, 0.75, 0.45, 0.15)).toBeGreaterThan(
      numberOf("RENTALPAYBACK", 35_000, 2.4, 0.75, 0.45),
    );
    expect(problem("RENTALPAYBACK", 35_000, 2.4, 0.75, 0.45, 0.25)).toMatchObject({ code: "#N/A" });
  });
});

it("RENTALYIELD and RESERVEDBREAKEVEN are worked out by hand", () => {
  // (2 x 8,760 x 0.5 - 760) / 40,000 = 0.2.
  expect(call("RENTALYIELD", 2, 0.5, 40_000, 760)).toBe(0.2);
  expect(call("RESERVEDBREAKEVEN", 3.2, 2.08)).toBe(0.65);
});
