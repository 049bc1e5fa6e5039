import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { money, part, positive } from "./draw";
import { expectNear } from "./near";

const cost = money(60_000);
const age = positive(12);
const decline = part(-0.3, 0.9);

describe("RESIDUALVALUE", () => {
  it("starts at the cost and falls towards the floor", () => {
    fc.assert(
      fc.property(cost, age, part(0, 1), part(), (price, years, falls, floor) => {
        expect(numberOf("RESIDUALVALUE", price, 0, falls, floor)).toBe(price);
        const value = numberOf("RESIDUALVALUE", price, years, falls, floor);
        expect(value).toBeLessThanOrEqual(price);
        expect(value).toBeGreaterThanOrEqual(price * floor * (1 - 1e-12));
      }),
    );
  });

  it("gives back the decline that IMPLIEDDECLINE reads off it", () => {
    fc.assert(
      fc.property(money(60_000, 1), age, decline, (price, years, falls) => {
        const value = numberOf("RESIDUALVALUE", price, years, falls);
        // A value that has nearly gone says less about its decline.
        expectNear(numberOf("IMPLIEDDECLINE", price, value, years), falls, 100 / years);
      }),
    );
  });

  it("compounds: two spells are one", () => {
    fc.assert(
      fc.property(cost, age, age, decline, (price, first, second, falls) => {
        const middle = numberOf("RESIDUALVALUE", price, first, falls);
        const both = numberOf("RESIDUALVALUE", price, first + second, falls);
        expectNear(numberOf("RESIDUALVALUE", middle, second, falls), both, Math.max(1, both) * 10);
      }),
    );
  });

  it("loses everything at a decline of 100%, but not before the first moment has passed", () => {
    expect(numberOf("RESIDUALVALUE", 30_000, 0, 1)).toBe(30_000);
    expect(numberOf("RESIDUALVALUE", 30_000, 0.5, 1)).toBe(0);
  });

  it("takes a rise as a negative decline", () => {
    expect(numberOf("RESIDUALVALUE", 1000, 2, -0.1)).toBe(1210);
    expect(problem("RESIDUALVALUE", 1000, 2, 30).message).toBe(
      "annualDecline must be at most 1; it is 30. 30 looks like a percentage: type 30% or 0.3",
    );
  });
});

describe("HALFLIFEVALUE", () => {
  it("halves what is above the floor with every half-life", () => {
    // Above a floor of 1,000: 16,000, then 8,000, 4,000, 2,000 after three half-lives.
    expect(numberOf("HALFLIFEVALUE", 17_000, 4.5, 1.5, 1 / 17)).toBeCloseTo(3000, 9);
    expect(numberOf("HALFLIFEVALUE", 16_000, 4.5, 1.5)).toBe(2000);
  });

  it("gives back the half-life that IMPLIEDHALFLIFE reads off it", () => {
    fc.assert(
      fc.property(money(60_000, 1), positive(9), positive(9), (price, years, halfLife) => {
        fc.pre(years / halfLife > 0.01 && years / halfLife < 100);
        const value = numberOf("HALFLIFEVALUE", price, years, halfLife);
        expectNear(numberOf("IMPLIEDHALFLIFE", price, value, years), halfLife, 1000 * halfLife);
      }),
    );
  });

  it("agrees with RESIDUALVALUE at the decline that halves in that time", () => {
    fc.assert(
      fc.property(cost, positive(9), positive(9), part(), (price, years, halfLife, floor) => {
        // A decline close to 100% keeps few digits of what is left.
        fc.pre(halfLife > 0.2);
        const falls = 1 - 0.5 ** (1 / halfLife);
        const expected = numberOf("RESIDUALVALUE", price, years, falls, floor);
        expect(Math.abs(numberOf("HALFLIFEVALUE", price, years, halfLife, floor) - expected)).toBeLessThan(
          1e-9 * Math.max(1, price),
        );
      }),
    );
  });
});

describe("GENERATIONVALUE", () => {
  it("steps down on the day a generation ships, and not between", () => {
    // After two generations of two years 0.6² of 25,000 is left.
    expect([3.99, 4, 5.99].map((years) => numberOf("GENERATIONVALUE", 25_000, years, 2, 0.6))).toEqual([
      15_000, 9000, 9000,
    ]);
  });

  it("counts a generation that the dust of a calculation would miss", () => {
    // 0.1 + 0.7 is 0.7999999999999999 in doubles: two generations of 0.4 all the same.
    expect(numberOf("GENERATIONVALUE", 10_000, 0.1 + 0.7, 0.4, 0.5)).toBe(2500);
  });

  it("declines besides as RESIDUALVALUE does", () => {
    fc.assert(
      fc.property(cost, age, positive(5), part(), decline, (price, years, cadence, kept, falls) => {
        const stepped = numberOf("GENERATIONVALUE", price, years, cadence, kept);
        const expected = numberOf("RESIDUALVALUE", stepped, years, falls);
        expectNear(
          numberOf("GENERATIONVALUE", price, years, cadence, kept, falls),
          expected,
          Math.max(1, expected) * 10,
        );
      }),
    );
  });

  it("is the cost before the first step, and worthless after it when nothing is kept", () => {
    expect(numberOf("GENERATIONVALUE", 25_000, 1.5, 2, 0)).toBe(25_000);
    expect(numberOf("GENERATIONVALUE", 25_000, 2, 2, 0)).toBe(0);
  });
});

describe("BOOKVALUE", () => {
  it("falls by the same amount each year, and stays at the residual", () => {
    // (30,000 − 6,000) ÷ 4 = 6,000 a year.
    expect([0, 1, 2, 3, 4, 9].map((years) => numberOf("BOOKVALUE", 30_000, 4, years, 6000))).toEqual([
      30_000, 24_000, 18_000, 12_000, 6000, 6000,
    ]);
  });

  it("depreciates nothing when the residual is not below the cost", () => {
    expect(numberOf("BOOKVALUE", 5000, 4, 3, 6000)).toBe(5000);
  });

  it("stays between the residual and the cost", () => {
    fc.assert(
      fc.property(cost, positive(9), age, part(), (price, life, years, share) => {
        const residual = price * share;
        const value = numberOf("BOOKVALUE", price, life, years, residual);
        expect(value).toBeGreaterThanOrEqual(residual);
        expect(value).toBeLessThanOrEqual(price);
      }),
    );
  });
});

describe("RESIDUALCURVE", () => {
  it("has the value of every year, and falls that add up to the whole fall", () => {
    fc.assert(
      fc.property(cost, fc.integer({ min: 1, max: 30 }), decline, part(), (price, years, falls, floor) => {
        const rows = rowsOf("RESIDUALCURVE", price, years, falls, floor);
        expect(rows).toHaveLength(years + 1);
        rows.forEach(([year, value, , share]) => {
          expect(value).toBe(numberOf("RESIDUALVALUE", price, year, falls, floor));
          expectNear((share as number) * price, value as number);
        });
        const fell = rows.slice(1).reduce((sum, row) => sum + (row[2] as number), 0);
        const end = rows.at(-1)![1] as number;
        expectNear(fell, price - end, Math.max(1, price, end) * years);
        expect(rows[0]![2]).toBe("");
      }),
    );
  });

  it("shows between 1 and 100 whole years", () => {
    expect(problem("RESIDUALCURVE", 500, 101, 0.2).message).toBe("years must be at most 100; it is 101");
    expect(problem("RESIDUALCURVE", 500, 2.5, 0.2).message).toBe("years must be a whole number; it is 2.5");
    expect(rowsOf("RESIDUALCURVE", 500, 2.9999999999999996, 0.2)).toHaveLength(4);
  });
});

describe("IMPLIEDDECLINE", () => {
  it("is negative when the price rose, 0 when it stayed, and 1 when nothing is left", () => {
    expect(numberOf("IMPLIEDDECLINE", 100, 121, 2)).toBe(-0.1);
    expect(numberOf("IMPLIEDDECLINE", 100, 100, 3)).toBe(0);
    expect(numberOf("IMPLIEDDECLINE", 100, 0, 3)).toBe(1);
  });
});

describe("IMPLIEDHALFLIFE", () => {
  it("counts the halvings between two prices", () => {
    // From 80 to 10 are three halvings, in six years.
    expect(numberOf("IMPLIEDHALFLIFE", 80, 10, 6)).toBe(2);
  });

  it("has no answer when the price did not fall, and says so", () => {
    expect(problem("IMPLIEDHALFLIFE", 8, 8, 2)).toEqual({
      code: "#N/A",
      message: "the price did not fall, so it never halves at this pace: priceNow must be below priceThen",
    });
  });
});

describe("PARITYVALUE", () => {
  it("makes the old GPU's work cost as much as the new one's", () => {
    fc.assert(
      fc.property(money(60_000), positive(5), positive(9), positive(9), money(2), money(2), (price, ratio, ...rest) => {
        const [newYears, oldYears, newRunning, oldRunning] = rest;
        const [newHours, oldHours] = [newYears * 8760, oldYears * 8760];
        const old = numberOf("PARITYVALUE", price, ratio, newHours, oldHours, newRunning, oldRunning);
        const byNew = (price / newHours + newRunning) / ratio;
        expectNear(old / oldHours + oldRunning, byNew, Math.max(1, byNew, oldRunning) * 10);
      }),
    );
  });

  it("is the new price for the same GPU with the same hours ahead", () => {
    expect(numberOf("PARITYVALUE", 40_000, 1, 35_000, 35_000, 0.25, 0.25)).toBe(40_000);
  });

  it("is negative when the old GPU costs more to run than the new one costs in all", () => {
    // New: 10,000 ÷ 40,000 = 0.25 an hour, twice the work: 0.125. Old: 0.2 to run. (0.125 − 0.2) × 10,000.
    expect(numberOf("PARITYVALUE", 10_000, 2, 40_000, 10_000, 0, 0.2)).toBe(-750);
  });
});

describe("DEPRECIATIONCHANGE", () => {
  it("spreads what is left over the new life, and restates nothing", () => {
    fc.assert(
      fc.property(cost, positive(9), positive(9), age, part(), (price, oldLife, longer, years, share) => {
        const newLife = years + longer;
        const residual = price * share;
        const [life, left, carrying, charge] = rowsOf("DEPRECIATIONCHANGE", price, oldLife, newLife, years, residual);
        expect(life!.slice(1, 3)).toEqual([oldLife, newLife]);
        expect(carrying!.slice(1)).toEqual([
          numberOf("BOOKVALUE", price, oldLife, years, residual),
          numberOf("BOOKVALUE", price, oldLife, years, residual),
          0,
        ]);
        const spread = (charge![2] as number) * (left![2] as number);
        expectNear(spread, (carrying![1] as number) - residual, Math.max(1, price) * 100);
        for (const [, before, after, change] of [life!, left!, carrying!, charge!])
          expectNear(change as number, (after as number) - (before as number), Math.max(1, price) * 100);
      }),
    );
  });

  it("charges nothing any more to what is fully depreciated, before and after", () => {
    expect(rowsOf("DEPRECIATIONCHANGE", 30_000, 4, 8, 5, 3000)).toEqual([
      ["Life, years", 4, 8, 4],
      ["Years left", 0, 3, 3],
      ["Carrying amount", 3000, 3000, 0],
      ["Charge a year", 0, 0, 0],
    ]);
  });

  it("wants a new life that is not over yet", () => {
    expect(problem("DEPRECIATIONCHANGE", 30_000, 4, 5, 5)).toEqual({
      code: "#VALUE!",
      message: "newLifeYears must be more than ageYears; newLifeYears is 5, ageYears is 5",
    });
  });
});
