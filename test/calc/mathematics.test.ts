import fc from "fast-check";
import { Decimal } from "../../src/calc/decimal";
import { combinations, roundedDown, roundedUp } from "../../src/calc/mathematics";
import { inverseNormal, normalShare } from "../../src/calc/normal";
import { percentage, plainNumber } from "../../src/calc/number";

describe("the normal distribution", () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1 (15 digits), and its tail in 26.2.
  it.each([
    [0, "0.5"],
    [1, "0.841344746068543"],
    [1.96, "0.975002104851780"],
    [-3, "0.001349898031630"],
  ])("has %d standard deviations at %s", (x, published) => {
    expect(normalShare(new Decimal(x)).toNumber()).toBeCloseTo(Number(published), 14);
  });

  it("keeps its digits far out in the tail", () => {
    // Wichura, Algorithm AS 241 (1988): the quantile of 1e-20 is -9.262340089798409.
    expect(inverseNormal(new Decimal("1e-20")).toNumber()).toBeCloseTo(-9.262340089798409, 13);
    expect(normalShare(new Decimal(-9.262340089798409)).dividedBy("1e-20").toNumber()).toBeCloseTo(1, 12);
  });

  it("turns back into itself", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (share) => {
        const back = normalShare(inverseNormal(new Decimal(share)));
        expect(back.minus(share).abs().dividedBy(share).toNumber()).toBeLessThan(1e-20);
      }),
      { numRuns: 60 },
    );
  });
});

describe("counts", () => {
  const down = (value: number): number => roundedDown.value(new Decimal(value)).toNumber();
  const up = (value: number): number => roundedUp.value(new Decimal(value)).toNumber();

  it("snap to a whole number within 1e-9 before they are rounded", () => {
    expect([down(2.9999999999999996), down(2.99999), up(3.0000000000000004), up(3.00001)]).toEqual([3, 2, 3, 4]);
    expect([down(-0.5), up(-0.5) + 0]).toEqual([-1, 0]);
  });

  it("of combinations follow Pascal's triangle", () => {
    const choose = (n: number, k: number): number => combinations.value(new Decimal(n), new Decimal(k)).toNumber();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (n, k) => {
        expect(choose(n, k)).toBe(choose(n - 1, k - 1) + choose(n - 1, k));
      }),
    );
  });
});

describe("numbers for people", () => {
  it.each([
    [1.6307893020221786, "1.63079"],
    [42_387_226.42, "42,387,226"],
    [-1837.25, "−1,837.25"],
    [0, "0"],
    [0.000012345678, "0.0000123457"],
    [1e21, "1 × 10^21"],
    [4.2e-12, "4.2 × 10^−12"],
  ])("show %d as %s", (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });

  it("show shares as percentages", () => {
    expect([percentage(0.07), percentage(1), percentage(0.564321789)]).toEqual(["7%", "100%", "56.4322%"]);
  });
});
