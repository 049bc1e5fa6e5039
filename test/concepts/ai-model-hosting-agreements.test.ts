import fc from "fast-check";
import { numberOf, problem } from "./call";
import { expectNear } from "./near";

it("SLACREDIT takes the lowest threshold missed, and none at a threshold", () => {
  const credit = (uptime: number): number => numberOf("SLACREDIT", uptime, 1000, [0.999, 0.99, 0.95], [0.1, 0.25, 1]);
  expect([1, 0.999, 0.9989, 0.99, 0.98, 0.9].map(credit)).toEqual([0, 0, 100, 100, 250, 1000]);
  expect(problem("SLACREDIT", 0.9, 1000, [0.99], [0.1, 0.2]).message).toMatch(/credits must be as long as thresholds/);
});

it("SLAUPTIME leaves excluded minutes out of both sides", () => {
  // 1 - (60 - 20) / (43,200 - 20).
  expectNear(numberOf("SLAUPTIME", 43_200, 60, 20), 1 - 40 / 43_180);
  expect(problem("SLAUPTIME", 100, 10, 100)).toMatchObject({ code: "#DIV/0!" });
});

describe("REVENUESHARE", () => {
  it("by tiers never jumps, and in one tier is the share of all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (revenue) => {
        const share = (of: number): number => numberOf("REVENUESHARE", of, [0, 1000, 3000], [0.1, 0.2, 0.3]);
        expect(share(revenue + 1) - share(revenue)).toBeLessThanOrEqual(0.3 + 1e-9);
        expectNear(numberOf("REVENUESHARE", revenue, [0], [0.15]), 0.15 * revenue);
      }),
    );
    // 1,000 x 0.1 + 2,000 x 0.2 + 1,000 x 0.3 = 800; flat 4,000 x 0.3 = 1,200.
    expect(numberOf("REVENUESHARE", 4000, [0, 1000, 3000], [0.1, 0.2, 0.3])).toBe(800);
    expect(numberOf("REVENUESHARE", 4000, [0, 1000, 3000], [0.1, 0.2, 0.3], 0, false)).toBe(1200);
  });
});

it("LIABILITYRECOVERY lies between nothing and the cap", () => {
  expect([
    numberOf("LIABILITYRECOVERY", 50, 100, 2, 80),
    numberOf("LIABILITYRECOVERY", 150, 100, 2, 80),
    numberOf("LIABILITYRECOVERY", 900, 100, 2),
  ]).toEqual([0, 70, 200]);
});
