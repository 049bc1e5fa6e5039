import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { amounts, lists, money, part, rate } from "./draw";
import { expectNear } from "./near";

const growthOf = (interest: number, years: number): number => (1 + interest) ** years;

describe("EQUIVALENTANNUALCOST", () => {
  it("is the level cost with the same present value", () => {
    fc.assert(
      fc.property(
        money(),
        amounts(-1000, 90_000, 12),
        rate,
        money(100_000, -1000),
        (cost, costs, interest, salvage) => {
          const level = numberOf("EQUIVALENTANNUALCOST", cost, costs, interest, salvage);
          const present = (amount: number, years: number): number => amount / growthOf(interest, years);
          const spent = cost + costs.reduce((sum, one, i) => sum + present(one, i + 1), 0);
          const levelled = costs.reduce((sum, _, i) => sum + present(level, i + 1), 0);
          expectNear(levelled, spent - present(salvage, costs.length), 1_000_000 * costs.length);
        },
      ),
    );
  });

  it("adds a cost that is the same in every year as it is", () => {
    fc.assert(
      fc.property(money(), fc.integer({ min: 1, max: 12 }), money(50_000), rate, (cost, years, running, interest) => {
        const without = numberOf("EQUIVALENTANNUALCOST", cost, Array(years).fill(0), interest);
        const withIt = numberOf("EQUIVALENTANNUALCOST", cost, Array(years).fill(running), interest);
        expectNear(withIt - without, running, 1_000_000);
      }),
    );
  });

  it("is the capital charge of GPUHOURCOST when nothing else is spent", () => {
    expect(numberOf("EQUIVALENTANNUALCOST", 30_000, [0, 0, 0, 0], 0.1, 3000)).toBe(
      numberOf("GPUHOURCOST", 30_000, 4, 1, 0, 3000, 0.1, 1),
    );
  });

  it("is the plain average at a rate of 0", () => {
    // (100 + 10 + 20 + 30 − 40) ÷ 3
    expect(numberOf("EQUIVALENTANNUALCOST", 100, [10, 20, 30], 0, 40)).toBe(40);
  });
});

describe("ECONOMICLIFE", () => {
  const machine = fc.tuple(money(100_000), lists(2, 30_000), rate);

  it("has the equivalent annual cost of every life", () => {
    fc.assert(
      fc.property(machine, ([cost, [costs, salvages], interest]) => {
        rowsOf("ECONOMICLIFE", cost, costs, salvages, interest).forEach(([year, , equivalent], i) => {
          expect(year).toBe(i + 1);
          expect(equivalent).toBe(
            numberOf("EQUIVALENTANNUALCOST", cost, costs!.slice(0, i + 1), interest, salvages![i]),
          );
        });
      }),
    );
  });

  it("has marginal costs that are worth as much as the equivalent annual cost of their years", () => {
    fc.assert(
      fc.property(machine, ([cost, [costs, salvages], interest]) => {
        const rows = rowsOf("ECONOMICLIFE", cost, costs, salvages, interest) as number[][];
        const marginal = rows.map((row) => row[1]!);
        rows.forEach(([, , equivalent], i) => {
          const level = numberOf("EQUIVALENTANNUALCOST", 0, marginal.slice(0, i + 1), interest);
          expectNear(level, equivalent!, 1_000_000);
        });
      }),
    );
  });

  it("marks the first year of the lowest cost, the one that BESTREPLACEMENTYEAR gives", () => {
    fc.assert(
      fc.property(machine, ([cost, [costs, salvages], interest]) => {
        const rows = rowsOf("ECONOMICLIFE", cost, costs, salvages, interest);
        const best = rows.filter((row) => row[3] === true).map(([year]) => year);
        expect(best).toEqual([numberOf("BESTREPLACEMENTYEAR", cost, costs, salvages, interest)]);
        const lowest = Math.min(...rows.map((row) => row[2] as number));
        expectNear(rows[(best[0] as number) - 1]![2] as number, lowest);
      }),
    );
  });

  it("follows a worked example", () => {
    // At 0%: a year costs 1,000 − 600 + 100 = 500; two (1,000 − 300 + 300) ÷ 2 = 500; three (1,000 − 100 + 750) ÷ 3 = 550.
    expect(rowsOf("ECONOMICLIFE", 1000, [100, 200, 450], [600, 300, 100], 0)).toEqual([
      [1, 500, 500, true],
      [2, 500, 500, false],
      [3, 650, 550, false],
    ]);
  });

  it("says which range is longer", () => {
    const words = {
      code: "#VALUE!",
      message:
        "salvages must be as long as annualCosts: it has 1 cell, annualCosts has 2 cells; give ranges of the same length",
    };
    expect(problem("ECONOMICLIFE", 1000, [100, 200], [600], 0.1)).toEqual(words);
    expect(problem("BESTREPLACEMENTYEAR", 1000, [100, 200], [600], 0.1)).toEqual(words);
  });
});

describe("BESTREPLACEMENTYEAR", () => {
  it("is the last year when costs never rise, and the first when a new one keeps its value for a year", () => {
    expect(numberOf("BESTREPLACEMENTYEAR", 1000, [100, 100, 100], [0, 0, 0], 0.1)).toBe(3);
    expect(numberOf("BESTREPLACEMENTYEAR", 1000, [100, 100, 100], [1000, 500, 0], 0.1)).toBe(1);
  });

  it("is not put off by the last digits of costs that are the same", () => {
    // Each year the value falls by a third of the price and running costs rise by nothing: all lives cost the same.
    expect(numberOf("BESTREPLACEMENTYEAR", 0.3, [0.1, 0.1, 0.1], [0.2, 0.1, 0], 0)).toBe(1);
  });
});

describe("REPLACEMENTYEAR", () => {
  it("is the first year in which keeping costs more", () => {
    fc.assert(
      fc.property(amounts(0, 30_000), money(30_000), (keeping, challenger) => {
        const first = keeping.findIndex((cost) => cost > challenger);
        if (first < 0) expect(problem("REPLACEMENTYEAR", keeping, challenger).code).toBe("#N/A");
        else expect(numberOf("REPLACEMENTYEAR", keeping, challenger)).toBe(first + 1);
      }),
    );
  });

  it("keeps equipment that costs the same, and says when it never costs more", () => {
    expect(problem("REPLACEMENTYEAR", [100, 100], 100)).toEqual({
      code: "#N/A",
      message: "keeping the old equipment never costs more than challengerCost",
    });
  });
});

describe("SHUTDOWNPRICE", () => {
  it("is what LEVELIZEDCOMPUTECOST asks for an hour of a GPU that was free", () => {
    fc.assert(
      fc.property(part(0, 3), part(1, 2), part(-0.1, 0.3), (power, pue, price) => {
        expectNear(
          numberOf("SHUTDOWNPRICE", power, pue, price),
          numberOf("LEVELIZEDCOMPUTECOST", 0, 5, 1, 0.1, power, pue, price),
        );
      }),
    );
  });

  it("may be negative when power is paid to be taken", () => {
    expect(numberOf("SHUTDOWNPRICE", 1, 1.25, -0.08, 0.04)).toBe(-0.06);
  });
});
