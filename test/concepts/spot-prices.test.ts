import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

describe("FORWARDCURVE", () => {
  const curve = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 100, max: 500 })), {
    minLength: 1,
    maxLength: 6,
  });

  it("reprices its inputs: forward rates weighted by their annuities give each term's rate back", () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 0, max: 15 }), (pairs, percent) => {
        const rate = percent / 100;
        const terms = pairs.reduce<number[]>((all, [step]) => [...all, (all.at(-1) ?? 0) + step], []);
        const rates = pairs.map(([, cents]) => cents / 100);
        const annuity = (t: number): number => (rate === 0 ? t : (1 - (1 + rate) ** -t) / rate);
        let paid = 0;
        (rowsOf("FORWARDCURVE", terms, rates, rate) as number[][]).forEach(([from, to, forward], i) => {
          paid += forward! * (annuity(to!) - annuity(from!));
          expect(Math.abs(paid / annuity(to!) - rates[i]!)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it("needs terms that increase", () => {
    expect(problem("FORWARDCURVE", [1, 1], [2, 2])).toMatchObject({ code: "#VALUE!" });
    expect(problem("FORWARDRATE", 2, 1, 2, 1)).toMatchObject({ code: "#VALUE!" });
  });
});

describe("PRICEINDEX", () => {
  it("lies between the lowest and the highest quote, and is the mean without trimming", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 45 }),
        (quotes, percent) => {
          const index = numberOf("PRICEINDEX", quotes, undefined, percent / 100);
          expect(index).toBeGreaterThanOrEqual(Math.min(...quotes) - 1e-9);
          expect(index).toBeLessThanOrEqual(Math.max(...quotes) + 1e-9);
          expectNear(numberOf("PRICEINDEX", quotes), quotes.reduce((a, b) => a + b, 0) / quotes.length);
        },
      ),
    );
  });
});

describe("CHECKPOINTINTERVAL", () => {
  it("is where SPOTEFFECTIVERATE is lowest", () => {
    // Young's interval: the square root of 2 x 50 x 0.25 is 5 hours.
    expect(numberOf("CHECKPOINTINTERVAL", 50, 0.25)).toBe(5);
    const best = numberOf("SPOTEFFECTIVERATE", 1, 50, 0.25);
    for (const interval of [3, 4.9, 5.1, 8])
      expect(numberOf("SPOTEFFECTIVERATE", 1, 50, 0.25, 0, interval)).toBeGreaterThan(best);
    // By hand: 1 / (1 - 0.25/5 - 2.5/50) = 1 / 0.9.
    expectNear(best, 1 / 0.9);
    expect(problem("SPOTEFFECTIVERATE", 1, 1, 2)).toMatchObject({ code: "#N/A" });
  });
});

it("PRICEVOLATILITY of a steady growth is 0, and of two steps is worked out by hand", () => {
  expect(numberOf("PRICEVOLATILITY", [100, 110, 121])).toBeCloseTo(0, 12);
  // Returns +x and -x have a sample deviation of x times the square root of 2; over 12 periods times that of 12.
  expectNear(numberOf("PRICEVOLATILITY", [100, 110, 100]), Math.log(1.1) * Math.SQRT2 * Math.sqrt(12));
  expect(problem("PRICEVOLATILITY", [1, 2])).toMatchObject({ code: "#DIV/0!" });
});

it("SPOTJOBCOST rounds up to whole billing increments, but not binary dust", () => {
  expect(numberOf("SPOTJOBCOST", 1.1, 10, 1, 0, 0, 1)).toBe(20);
  expect(numberOf("SPOTJOBCOST", 0.1 + 0.2, 10, 1, 0, 0, 0.1)).toBeCloseTo(3, 12);
});
