import fc from "fast-check";
import { functionNamed } from "../../src/concepts";
import { explain } from "../../src/formula/explain";
import { numberOf, problem, rowsOf } from "./call";
import { amounts, lists, money, part, positive, rate } from "./draw";
import { expectNear } from "./near";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe("LOANTOVALUE", () => {
  it("is the loan over the collateral, and may exceed 1", () => {
    // 600,000 ÷ 800,000, and 900,000 on the same collateral.
    expect(numberOf("LOANTOVALUE", 600_000, 800_000)).toBe(0.75);
    expect(numberOf("LOANTOVALUE", 900_000, 800_000)).toBe(1.125);
  });

  it("has no value without collateral", () => {
    expect(problem("LOANTOVALUE", 600_000, 0)).toEqual({ code: "#DIV/0!", message: "collateralValue is 0" });
  });
});

describe("BORROWINGBASE", () => {
  const pool = lists(2, 1_000_000);

  it("lends the advance rate on what is eligible, class by class", () => {
    fc.assert(
      fc.property(pool, part(), ([values, ineligibles], advance) => {
        const eligible = values!.map((value, i) => Math.max(0, value - ineligibles![i]!));
        const base = numberOf("BORROWINGBASE", values, Array(values!.length).fill(advance), ineligibles);
        expectNear(base, sum(eligible) * advance, 1_000_000 * values!.length);
      }),
    );
  });

  it("counts everything when nothing is said to be ineligible", () => {
    fc.assert(
      fc.property(pool, part(), ([values], advance) => {
        const rates = Array(values!.length).fill(advance);
        expect(numberOf("BORROWINGBASE", values, rates)).toBe(
          numberOf("BORROWINGBASE", values, rates, Array(values!.length).fill(0)),
        );
      }),
    );
  });

  it("is never below 0 nor above the commitment", () => {
    expect(numberOf("BORROWINGBASE", [100], [0.5], [0], 80)).toBe(0);
    expect(numberOf("BORROWINGBASE", [100], [0.5], [0], 0, 40)).toBe(40);
    expect(numberOf("BORROWINGBASE", [100], [0.5], [0], 0, 0)).toBe(0);
    expect(numberOf("BORROWINGBASE", [100, 50], [0.5, 0.2], [300, 0])).toBe(10);
  });

  it("does not spread one cell over several classes", () => {
    expect(problem("BORROWINGBASE", [100, 200], [0.5, 0.5], [10]).message).toContain(
      "ineligibles must be as long as values: it has 1 cell, values has 2 cells",
    );
    expect(problem("BORROWINGBASE", [100, 200], [0.5]).code).toBe("#VALUE!");
  });

  it("says which cell will not do", () => {
    expect(problem("BORROWINGBASE", [100, 200], [0.5, 75]).message).toBe(
      "advanceRates cell 2 must be at most 1; it is 75. 75 looks like a percentage: type 75% or 0.75",
    );
  });
});

describe("GPULOANLIMIT", () => {
  it("takes the lower of the two limits", () => {
    // Depreciated cost: 1,000 × (5 − 2) ÷ 5 = 600, of which 0.8 are 480. Contracts: 3 × 200 ÷ 1.25 = 480 at a rate of 0.
    expect(numberOf("GPULOANLIMIT", 1000, 5, 2, 0.8, [200, 200, 200], 0, 1.25)).toBe(480);
    expect(numberOf("GPULOANLIMIT", 1000, 5, 3, 0.8, [200, 200, 200], 0, 1.25)).toBe(320);
    expect(numberOf("GPULOANLIMIT", 1000, 5, 2, 0.8, [200, 200], 0, 1.25)).toBe(320);
  });

  it("never exceeds the debt capacity of the contracts, nor the advance on the book value", () => {
    fc.assert(
      fc.property(
        fc.tuple(money(1_000_000), positive(9), positive(9), part(), amounts(0, 200_000), rate, part(1, 3)),
        ([cost, life, age, advance, cash, interest, coverage]) => {
          const limit = numberOf("GPULOANLIMIT", cost, life, age, advance, cash, interest, coverage);
          const byContracts = numberOf("DEBTCAPACITY", cash, interest, coverage);
          const byCollateral = numberOf("BOOKVALUE", cost, life, age) * advance;
          expectNear(limit, Math.min(byContracts, byCollateral), 1_000_000);
        },
      ),
    );
  });

  it("is 0 when the life is over", () => {
    expect(numberOf("GPULOANLIMIT", 1000, 5, 6, 0.8, [200], 0, 1.25)).toBe(0);
  });
});

describe("COLLATERALSCHEDULE", () => {
  const decline = part(-0.3, 0.9);
  const loan = fc.tuple(
    amounts(0, 1_000_000),
    money(1_000_000, 1),
    decline,
    part(),
    fc.constantFrom(undefined, 1, 2, 4, 12),
  );

  it("has a value that follows RESIDUALVALUE, with a limit and a shortfall that follow from it", () => {
    fc.assert(
      fc.property(loan, ([balances, cost, falls, advance, perYear]) => {
        rowsOf("COLLATERALSCHEDULE", balances, cost, falls, advance, perYear).forEach((row, i) => {
          const [period, balance, value, loanToValue, limit, shortfall] = row as number[];
          expect([period, balance]).toEqual([i + 1, balances[i]]);
          expectNear(value!, numberOf("RESIDUALVALUE", cost, (i + 1) / (perYear ?? 1), falls), 1_000_000 * 10);
          expectNear(loanToValue! * value!, balance!, 1_000_000);
          expectNear(limit!, value! * advance);
          expectNear(shortfall!, Math.max(0, balance! - limit!), 1_000_000 * 10);
        });
      }),
    );
  });

  it("reaches exactly the yearly value after twelve months", () => {
    const rows = rowsOf("COLLATERALSCHEDULE", Array(24).fill(0), 1000, 0.3, 0.8, 12);
    expect([rows[11]![2], rows[23]![2]]).toEqual([700, 490]);
  });

  it("sees no shortfall in a balance at the limit", () => {
    expect(rowsOf("COLLATERALSCHEDULE", Array(12).fill(560), 1000, 0.3, 0.8, 12).at(-1)).toEqual([
      12, 560, 700, 0.8, 560, 0,
    ]);
  });

  it("has no loan to value once the collateral is worth nothing", () => {
    expect(rowsOf("COLLATERALSCHEDULE", [50], 1000, 1, 0.8)).toEqual([[1, 50, 0, "", 0, 50]]);
  });
});

describe("MANDATORYPREPAYMENT", () => {
  it("brings the balance down to the lower limit", () => {
    fc.assert(
      fc.property(money(), money(), money(), (balance, contracts, collateral) => {
        const paid = numberOf("MANDATORYPREPAYMENT", balance, contracts, collateral);
        expectNear(balance - paid, Math.min(balance, contracts, collateral), 1_000_000);
      }),
    );
  });

  it("is 0 within both limits", () => {
    // Limits 120 and 105: the lower one is 5 above the balance, and then 30 below it.
    expect(numberOf("MANDATORYPREPAYMENT", 100, 120, 105)).toBe(0);
    expect(numberOf("MANDATORYPREPAYMENT", 100, 120, 70)).toBe(30);
  });
});

describe("COVENANTTEST", () => {
  it("measures headroom on the right side of the covenant", () => {
    expect(rowsOf("COVENANTTEST", [1.5, 1], 1.25)).toEqual([
      [1, 1.5, 1.25, 0.25, true],
      [2, 1, 1.25, -0.25, false],
    ]);
    expect(rowsOf("COVENANTTEST", [0.5, 1], 0.75, "at most")).toEqual([
      [1, 0.5, 0.75, 0.25, true],
      [2, 1, 0.75, -0.25, false],
    ]);
  });

  it("passes over blank cells and text, and keeps their place", () => {
    expect(rowsOf("COVENANTTEST", [[1.5], [null], [""], ["n/a"], [1]], 1.25)).toEqual([
      [1, 1.5, 1.25, 0.25, true],
      [2, "", 1.25, "", ""],
      [3, "", 1.25, "", ""],
      [4, "", 1.25, "", ""],
      [5, 1, 1.25, -0.25, false],
    ]);
  });

  it("passes a loan sculpted to the covenant in every period", () => {
    fc.assert(
      fc.property(amounts(1, 1_000_000, 12), rate, part(1, 3), (cash, interest, coverage) => {
        const ratios = rowsOf("SCULPTEDSCHEDULE", cash, interest, coverage, null, 0, true).map((row) => row[6]);
        for (const [, ratio, , , pass] of rowsOf("COVENANTTEST", ratios, coverage))
          expect(pass).toBe(ratio === "" ? "" : true);
        expect(problem("COVENANTBREACH", ratios, coverage).code).toBe("#N/A");
      }),
    );
  });

  it("allows a billionth, and no more", () => {
    expect(rowsOf("COVENANTTEST", [1.199999999, 1.199999998], 1.2).map((row) => row[4])).toEqual([true, false]);
    expect(numberOf("COVENANTBREACH", [1.199999999, 1.199999998], 1.2)).toBe(2);
  });

  it("explains a period that is tested, and one that is not", () => {
    const passes = (row: number) =>
      explain(functionNamed("COVENANTTEST")!, [[[1.5], [""]], 1.25], row).steps.find(({ name }) => name === "pass");
    expect(passes(1)).toMatchObject({ formula: "distance from the covenant ≥ −0.000000001", value: "TRUE" });
    expect(passes(2)).toMatchObject({ formula: "left empty", value: "empty" });
  });

  it("names the words it knows", () => {
    expect(problem("COVENANTTEST", [1], 1, "above").message).toBe(
      'direction must be one of at least, at most; it is "above"',
    );
  });
});

describe("COVENANTBREACH", () => {
  it("is the first period that COVENANTTEST fails", () => {
    const cells = fc.array(fc.oneof(part(0.5, 2), fc.constant("")), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(cells, part(0.5, 2), fc.constantFrom("at least", "at most"), (ratios, covenant, direction) => {
        const failed = rowsOf("COVENANTTEST", ratios, covenant, direction).findIndex((row) => row[4] === false);
        if (failed < 0) expect(problem("COVENANTBREACH", ratios, covenant, direction).code).toBe("#N/A");
        else expect(numberOf("COVENANTBREACH", ratios, covenant, direction)).toBe(failed + 1);
      }),
    );
  });

  it("says that a covenant is never broken", () => {
    expect(problem("COVENANTBREACH", [1.4, "", 1.3], 1.2)).toEqual({
      code: "#N/A",
      message: "the covenant is never broken",
    });
  });
});

describe("COVENANTHEADROOM", () => {
  it("brings coverage down to the covenant when revenue falls by so much", () => {
    fc.assert(
      fc.property(money(), money(1_000_000, 1), part(0.5, 2), money(1_000_000, 1), part(0.01), (...given) => {
        const [cash, service, covenant, revenue, margin] = given;
        const fall = numberOf("COVENANTHEADROOM", cash, service, covenant, revenue, margin);
        const left = cash - fall * revenue * margin;
        expectNear(left, covenant * service, Math.max(1, cash, covenant * service) * 10);
      }),
    );
  });

  it("is negative when the covenant is broken already", () => {
    expect(numberOf("COVENANTHEADROOM", 100, 100, 1.25, 500)).toBe(-0.05);
  });

  it("names what is 0", () => {
    expect(problem("COVENANTHEADROOM", 100, 80, 1.2, 0)).toEqual({ code: "#DIV/0!", message: "revenue is 0" });
    expect(problem("COVENANTHEADROOM", 100, 80, 1.2, 500, 0)).toEqual({ code: "#DIV/0!", message: "cashMargin is 0" });
  });
});

describe("EQUITYCURE", () => {
  it("restores the covenant, by cash or by prepayment", () => {
    fc.assert(
      fc.property(money(1_000_000, -1000), money(1_000_000, 1), part(0.5, 2), (cash, service, covenant) => {
        const [added, repaid] = ["cash", "prepayment"].map((method) =>
          numberOf("EQUITYCURE", cash, service, covenant, method),
        ) as [number, number];
        const scale = Math.max(1, Math.abs(cash), covenant * service) * 10;
        if (added === 0) return expect(cash).toBeGreaterThanOrEqual(covenant * service * (1 - 1e-12));
        expectNear(cash + added, covenant * service, scale);
        return expectNear(covenant * (service - repaid), cash, scale);
      }),
    );
  });

  it("asks for nothing while the covenant holds", () => {
    expect(numberOf("EQUITYCURE", 130, 100, 1.25)).toBe(0);
    expect(numberOf("EQUITYCURE", 100, 100, 1.25)).toBe(25);
    expect(numberOf("EQUITYCURE", 100, 100, 1.25, "prepayment")).toBe(20);
  });
});

describe("LIQUIDATIONRECOVERY", () => {
  it("takes haircut, cost and delay off the value", () => {
    // 200 × 0.6 × 0.9 = 108; a year at 8% makes 100 of it, half of a loan of 200.
    expect(numberOf("LIQUIDATIONRECOVERY", 200, 0.4, 0.1, 200, 12, 0.08)).toBe(0.5);
  });

  it("never recovers more than the loan, nor less than nothing", () => {
    fc.assert(
      fc.property(money(), part(), part(), money(1_000_000, 1), part(0, 36), rate, (...given) => {
        const recovered = numberOf("LIQUIDATIONRECOVERY", ...given);
        expect(recovered).toBeGreaterThanOrEqual(0);
        expect(recovered).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("recovers less the longer it takes", () => {
    const after = (months: number): number => numberOf("LIQUIDATIONRECOVERY", 100, 0.3, 0.05, 90, months, 0.1);
    expect(after(6)).toBeLessThan(after(3));
    expect(after(0)).toBe(numberOf("LIQUIDATIONRECOVERY", 100, 0.3, 0.05, 90));
  });

  it("has no value without a loan", () => {
    expect(problem("LIQUIDATIONRECOVERY", 100, 0.3, 0.05, 0)).toEqual({ code: "#DIV/0!", message: "balance is 0" });
  });
});
