import fc from "fast-check";
import { call, numberOf, problem, rowsOf } from "./call";
import { amounts, lists, money, part, positive, rate } from "./draw";
import { expectNear } from "./near";

const column = (rows: readonly (readonly unknown[])[], at: number): number[] => rows.map((row) => row[at] as number);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const presentValue = (cash: readonly number[], interest: number): number =>
  cash.reduceRight((later, amount) => (later + amount) / (1 + interest), 0);

/** Cash flows that are never 0, so that a loan can be sculpted to them. */
const cash = amounts(1, 1_000_000, 12);
const coverage = part(1, 3);
/** Cash flow and debt service of as many periods. */
const pairs = lists(2, 1_000_000);

describe("LOANCOVERAGE", () => {
  it("is negative when cash flow is, and 0 without any", () => {
    expect(numberOf("LOANCOVERAGE", -500, 1000)).toBe(-0.5);
    expect(numberOf("LOANCOVERAGE", 0, 1000)).toBe(0);
  });

  it("says which argument will not do, and why", () => {
    expect(problem("LOANCOVERAGE", 500, 0)).toEqual({ code: "#DIV/0!", message: "debtService is 0" });
    expect(problem("LOANCOVERAGE", 500, -1).message).toBe("debtService must be at least 0; it is -1");
    expect(problem("LOANCOVERAGE", "plenty", 1).message).toBe('cashFlow must be a number; it is "plenty"');
  });
});

describe("COVERAGESCHEDULE", () => {
  it("has the coverage of every period, and a cushion that is what cash flow leaves", () => {
    fc.assert(
      fc.property(pairs, ([flows, services]) => {
        rowsOf("COVERAGESCHEDULE", flows, services).forEach(([period, flow, service, cover, cushion], i) => {
          expect([period, flow, service]).toEqual([i + 1, flows![i], services![i]]);
          expect(cover).toBe(service === 0 ? "" : numberOf("LOANCOVERAGE", flow, service));
          expectNear(cushion as number, flows![i]! - services![i]!, 1_000_000);
        });
      }),
    );
  });

  it("takes rows, columns and blocks, read row by row, and a blank cell as 0", () => {
    const block = [
      [120, 110],
      [100, null],
    ];
    const rows = rowsOf("COVERAGESCHEDULE", block, [[80], [80], [80], [80]]);
    expect(column(rows, 1)).toEqual([120, 110, 100, 0]);
    expect(column(rows, 4)).toEqual([40, 30, 20, -80]);
  });

  it("says which range is longer", () => {
    expect(problem("COVERAGESCHEDULE", [1, 2, 3], [1]).message).toBe(
      "debtServices must be as long as cashFlows: it has 1 cell, cashFlows has 3 cells; give ranges of the same length",
    );
  });
});

describe("MINLOANCOVERAGE and AVERAGELOANCOVERAGE", () => {
  it("are the smallest and the mean of the schedule's coverages", () => {
    fc.assert(
      fc.property(pairs, ([flows, services]) => {
        const covers = column(rowsOf("COVERAGESCHEDULE", flows, services), 3).filter(
          (cover) => cover !== ("" as never),
        );
        if (covers.length === 0) return;
        const average = sum(covers) / covers.length;
        expect(numberOf("MINLOANCOVERAGE", flows, services)).toBe(Math.min(...covers));
        expectNear(numberOf("AVERAGELOANCOVERAGE", flows, services), average, Math.max(1, average) * covers.length);
      }),
    );
  });

  it.each(["MINLOANCOVERAGE", "AVERAGELOANCOVERAGE"])("%s has no value when nothing is due", (name) => {
    expect(problem(name, [100, 90], [0, 0])).toEqual({ code: "#DIV/0!", message: "no period has debt service" });
    expect(problem(name, [100, 90], [80]).code).toBe("#VALUE!");
  });
});

describe("LOANLIFECOVERAGE", () => {
  it("is the present value of cash flow and reserve over the debt", () => {
    fc.assert(
      fc.property(cash, rate, money(1_000_000, 1), money(100_000), (flows, interest, debt, reserve) => {
        const expected = (presentValue(flows, interest) + reserve) / debt;
        expectNear(numberOf("LOANLIFECOVERAGE", flows, interest, debt, reserve), expected);
      }),
    );
  });

  it("equals the coverage of every period under a sculpted loan", () => {
    fc.assert(
      fc.property(cash, rate, coverage, (flows, interest, cover) => {
        const debt = numberOf("DEBTCAPACITY", flows, interest, cover);
        expectNear(numberOf("LOANLIFECOVERAGE", flows, interest, debt), cover);
      }),
    );
  });

  it("has no value without debt", () => {
    expect(problem("LOANLIFECOVERAGE", [120, 110], 0.06, 0)).toEqual({ code: "#DIV/0!", message: "debt is 0" });
  });
});

describe("DEBTCAPACITY", () => {
  it("is the present value of the sculpted debt service", () => {
    fc.assert(
      fc.property(cash, rate, coverage, part(), (flows, interest, cover, tax) => {
        const debt = numberOf("DEBTCAPACITY", flows, interest, cover, tax);
        const schedule = rowsOf("SCULPTEDSCHEDULE", flows, interest, cover, null, tax, true);
        expectNear(presentValue(column(schedule, 5), interest), debt);
      }),
    );
  });

  it("falls with the rate and the coverage, and rises with the tax saved", () => {
    const debt = (interest: number, cover: number, tax: number): number =>
      numberOf("DEBTCAPACITY", [120, 110, 100, 90], interest, cover, tax);
    expect(debt(0.07, 1.3, 0.2)).toBeLessThan(debt(0.06, 1.3, 0.2));
    expect(debt(0.06, 1.4, 0.2)).toBeLessThan(debt(0.06, 1.3, 0.2));
    expect(debt(0.06, 1.3, 0.3)).toBeGreaterThan(debt(0.06, 1.3, 0.2));
  });

  it("is the plain sum over the coverage at a rate of 0, whatever the tax", () => {
    fc.assert(
      fc.property(cash, coverage, part(), (flows, cover, tax) => {
        expectNear(numberOf("DEBTCAPACITY", flows, 0, cover, tax), sum(flows) / cover);
      }),
    );
  });

  it("does not take a coverage below 1", () => {
    expect(problem("DEBTCAPACITY", [120], 0.06, 0.9).message).toBe("coverage must be at least 1; it is 0.9");
  });
});

describe("SCULPTEDSCHEDULE", () => {
  it("repays its capacity to exactly 0, with the same coverage in every period", () => {
    fc.assert(
      fc.property(cash, rate, coverage, part(), (flows, interest, cover, tax) => {
        const rows = rowsOf("SCULPTEDSCHEDULE", flows, interest, cover, null, tax, true);
        expect(rows.at(-1)![4]).toBe(0);
        expect(rows[0]![1]).toBe(numberOf("DEBTCAPACITY", flows, interest, cover, tax));
        for (const row of rows) if (row[6] !== "") expectNear(row[6] as number, cover);
        expectNear(sum(column(rows, 3)), rows[0]![1] as number);
      }),
    );
  });

  it("hands each closing balance on, and pays interest on the opening one", () => {
    fc.assert(
      fc.property(cash, rate, coverage, money(2_000_000), (flows, interest, cover, debt) => {
        const rows = rowsOf("SCULPTEDSCHEDULE", flows, interest, cover, debt, 0, true);
        rows.forEach(([, opening, paid, principal, closing, service], i) => {
          expect(opening).toBe(i === 0 ? debt : rows[i - 1]![4]);
          const size = Math.max(1, opening as number);
          expectNear(paid as number, (opening as number) * interest, size);
          expectNear((opening as number) - (principal as number), closing as number, size);
          expectNear((paid as number) + (principal as number), service as number, size);
        });
      }),
    );
  });

  it("repays a smaller debt early, after which there is no coverage to show", () => {
    const rows = rowsOf("SCULPTEDSCHEDULE", [120, 110, 100, 90], 0.06, 1.3, 100);
    expect(rows.slice(2).map((row) => row.slice(1))).toEqual([
      [0, 0, 0, 0, 0, ""],
      [0, 0, 0, 0, 0, ""],
    ]);
  });

  it("leaves a balance of a debt above capacity", () => {
    expect(rowsOf("SCULPTEDSCHEDULE", [120, 110, 100, 90], 0.06, 1.3, 300).at(-1)![4]).toBeGreaterThan(0);
  });

  it("says what to do when cash flow does not cover the interest, and adds it to the balance when allowed", () => {
    expect(problem("SCULPTEDSCHEDULE", [10, 500], 0.1, 1.25, 300)).toEqual({
      code: "#N/A",
      message:
        "the cash flow of a period does not cover the interest at this coverage: lower debt or coverage, or set allowNegativeAmortization to TRUE",
    });
    // Interest 30, service 10 ÷ 1.25 = 8: 22 are added to the 300.
    expect(rowsOf("SCULPTEDSCHEDULE", [10, 500], 0.1, 1.25, 300, 0, true)[0]).toEqual([1, 300, 30, -22, 322, 8, 1.25]);
  });
});

describe("LOANSCHEDULE", () => {
  const style = fc.constantFrom("annuity", "straight", "bullet");
  const terms = fc
    .tuple(money(1_000_000), rate, fc.integer({ min: 1, max: 60 }), style, part(), fc.nat(59))
    .map(([debt, interest, periods, kind, balloon, free]) => ({
      debt,
      periods,
      given: [debt, interest, periods, kind, balloon, free % periods] as const,
      free: free % periods,
      kind,
      balloon,
      interest,
    }));

  it("repays exactly the debt and closes at exactly 0", () => {
    fc.assert(
      fc.property(terms, ({ debt, periods, given }) => {
        const rows = rowsOf("LOANSCHEDULE", ...given);
        expect(rows).toHaveLength(periods);
        expect(rows.at(-1)![5]).toBe(0);
        expectNear(sum(column(rows, 4)), debt, Math.max(1, debt) * periods);
      }),
    );
  });

  it("has payments whose present value is the debt", () => {
    fc.assert(
      fc.property(terms, ({ debt, interest, given }) => {
        expectNear(presentValue(column(rowsOf("LOANSCHEDULE", ...given), 2), interest), debt);
      }),
    );
  });

  it("pays interest only for as long as agreed", () => {
    fc.assert(
      fc.property(terms, ({ given, free }) => {
        expect(column(rowsOf("LOANSCHEDULE", ...given), 4).slice(0, free)).toEqual(Array(free).fill(0));
      }),
    );
  });

  it("has level payments in an annuity, and equal principal in a straight loan", () => {
    expect(new Set(column(rowsOf("LOANSCHEDULE", 42_000_000, 0.06, 12), 2)).size).toBe(1);
    expect(column(rowsOf("LOANSCHEDULE", 1200, 0.06, 12, "straight"), 4)).toEqual(Array(12).fill(100));
  });

  it("comes to equal principal as the rate goes to 0", () => {
    const free = rowsOf("LOANSCHEDULE", 1200, 0, 12);
    expect(free).toEqual(rowsOf("LOANSCHEDULE", 1200, 0, 12, "straight"));
    column(rowsOf("LOANSCHEDULE", 1200, 1e-12, 12), 4).forEach((principal) => expect(principal).toBeCloseTo(100, 7));
  });

  it("agrees with LOANSIZING: the level payment of its loan is the cash flow over the coverage", () => {
    const loan = rowsOf("LOANSIZING", 1_000_000, 1.25, 0.0675, 20, 1e12, 1)[0]![1];
    expectNear(rowsOf("LOANSCHEDULE", loan, 0.0675, 20)[0]![2] as number, 800_000);
  });

  it("wants more periods than interest-only periods", () => {
    expect(problem("LOANSCHEDULE", 1000, 0.06, 12, "annuity", 0, 12).message).toBe(
      "interestOnlyPeriods must be below periods; periods is 12, interestOnlyPeriods is 12",
    );
    expect(problem("LOANSCHEDULE", 1000, 0.06, 12.5).message).toBe("periods must be a whole number; it is 12.5");
    expect(problem("LOANSCHEDULE", 1000, 0.06, 1201).message).toBe("periods must be at most 1,200; it is 1,201");
  });
});

describe("CASHSWEEP", () => {
  const loan = fc.tuple(money(1_000_000), rate, lists(2, 200_000), part());

  it("never repays more than is owed, and stays at 0 once it is repaid", () => {
    fc.assert(
      fc.property(loan, ([debt, interest, [payments, spare], swept]) => {
        const rows = rowsOf("CASHSWEEP", debt, interest, payments, spare, swept);
        const closings = column(rows, 5);
        for (const closing of closings) expect(closing).toBeGreaterThanOrEqual(0);
        const repaid = closings.indexOf(0);
        if (repaid >= 0) for (const row of rows.slice(repaid + 1)) expect(row.slice(1)).toEqual([0, 0, 0, 0, 0]);
      }),
    );
  });

  it("hands the balance on: opening less scheduled principal less sweep", () => {
    fc.assert(
      fc.property(loan, ([debt, interest, [payments, spare], swept]) => {
        const rows = rowsOf("CASHSWEEP", debt, interest, payments, spare, swept);
        rows.forEach(([, opening, , scheduled, sweep, closing], i) => {
          expect(opening).toBe(i === 0 ? debt : rows[i - 1]![5]);
          const left = (opening as number) - (scheduled as number) - (sweep as number);
          expectNear(left, closing as number, Math.max(1, opening as number));
        });
      }),
    );
  });

  it("is the plain loan schedule when nothing is swept", () => {
    const plain = rowsOf("LOANSCHEDULE", 1000, 0.06, 8, "straight");
    const unswept = rowsOf("CASHSWEEP", 1000, 0.06, column(plain, 2), Array(8).fill(500), 0);
    column(unswept, 5).forEach((closing, i) => expect(closing).toBeCloseTo(plain[i]![5] as number, 9));
  });

  it("adds interest that a payment does not cover, and sweeps nothing from a shortfall", () => {
    // Interest 100, payment 40: 60 are added.
    expect(rowsOf("CASHSWEEP", 1000, 0.1, [40], [-50])).toEqual([[1, 1000, 100, -60, 0, 1060]]);
  });

  it("says which range is longer", () => {
    expect(problem("CASHSWEEP", 1000, 0.1, [40, 40], [10]).message).toContain(
      "excessCash must be as long as scheduledPayments",
    );
  });
});

describe("AVERAGELIFE", () => {
  it("is the term of a bullet loan, and half a period over half the term of a straight one", () => {
    expect(numberOf("AVERAGELIFE", column(rowsOf("LOANSCHEDULE", 900, 0.06, 7, "bullet"), 4))).toBe(7);
    expect(numberOf("AVERAGELIFE", column(rowsOf("LOANSCHEDULE", 700, 0.06, 7, "straight"), 4))).toBe(4);
  });

  it("is shorter with a sweep", () => {
    const rows = rowsOf("CASHSWEEP", 1000, 0.06, [250, 250, 250, 250, 250], [50, 50, 50, 50, 50]);
    const principals = rows.map((row) => (row[3] as number) + (row[4] as number));
    const unswept = column(rowsOf("CASHSWEEP", 1000, 0.06, [250, 250, 250, 250, 250], [0, 0, 0, 0, 0]), 3);
    expect(numberOf("AVERAGELIFE", principals)).toBeLessThan(numberOf("AVERAGELIFE", unswept));
  });

  it("grows with the length of a period", () => {
    fc.assert(
      fc.property(amounts(1, 1000), positive(2), (principals, years) => {
        expectNear(numberOf("AVERAGELIFE", principals, years), numberOf("AVERAGELIFE", principals) * years);
      }),
    );
  });

  it("has no value when the principals add up to 0", () => {
    expect(problem("AVERAGELIFE", [10, -10])).toEqual({ code: "#DIV/0!", message: "sum(principals) is 0" });
  });
});

describe("LOANSIZING", () => {
  const terms = fc.tuple(money(1_000_000, -1000), part(0.5, 3), rate, positive(30), money(9_000_000), part(0, 1));

  it("takes the smallest loan, and marks the tests that bind", () => {
    fc.assert(
      fc.property(terms, fc.option(part(0.01, 0.5), { nil: undefined }), (given, debtYield) => {
        const rows = rowsOf("LOANSIZING", ...given, debtYield);
        const tests = rows.slice(0, -1);
        const smallest = Math.min(...column(tests, 1));
        expect(rows.at(-1)).toEqual(["Loan size", smallest, ""]);
        for (const [, loan, binds] of tests) if (binds) expectNear(loan as number, smallest);
        expect(tests.some(([, , binds]) => binds)).toBe(true);
        expect(tests).toHaveLength(debtYield === undefined ? 2 : 3);
      }),
    );
  });

  it("marks both tests that allow the same loan", () => {
    // At a rate of 0, 10 periods of 125 ÷ 1.25 carry 1,000, as does half of 2,000.
    expect(rowsOf("LOANSIZING", 125, 1.25, 0, 10, 2000, 0.5)).toEqual([
      ["Coverage", 1000, true],
      ["Loan to value", 1000, true],
      ["Loan size", 1000, ""],
    ]);
  });

  it("lends nothing on a negative cash flow", () => {
    expect(rowsOf("LOANSIZING", -5, 1.25, 0.06, 10, 2000, 0.5, 0.1).at(-1)).toEqual(["Loan size", 0, ""]);
  });

  it("sizes by coverage as DEBTCAPACITY does for level cash flow", () => {
    fc.assert(
      fc.property(
        money(1000, 1),
        rate,
        part(1, 3),
        fc.integer({ min: 1, max: 30 }),
        (flow, interest, cover, periods) => {
          const byCoverage = rowsOf("LOANSIZING", flow, cover, interest, periods, 0, 0)[0]![1] as number;
          expectNear(byCoverage, numberOf("DEBTCAPACITY", Array(periods).fill(flow), interest, cover));
        },
      ),
    );
  });
});

describe("DEBTSERVICERESERVE", () => {
  const services = amounts(0, 100_000);
  /** The definition itself: every later payment by the part of it that lies within sight. */
  const target = (due: readonly number[], sight: number, period: number): number =>
    sum(due.slice(period).map((amount, i) => amount * Math.min(1, Math.max(0, sight - i))));

  it("holds what is due within sight, parts of a period in proportion", () => {
    fc.assert(
      fc.property(services, part(0, 40), fc.constantFrom(1, 2, 4, 12), (due, months, perYear) => {
        const rows = rowsOf("DEBTSERVICERESERVE", due, months, perYear);
        expect(column(rows, 0)).toEqual(Array.from({ length: due.length + 1 }, (_, i) => i));
        const sight = (months * perYear) / 12;
        column(rows, 1).forEach((held, i) => expectNear(held, target(due, sight, i), 100_000 * due.length));
      }),
    );
  });

  it("ends at exactly 0, and holds nothing when nothing is asked for", () => {
    fc.assert(
      fc.property(services, part(0, 40), (due, months) => {
        expect(rowsOf("DEBTSERVICERESERVE", due, months, 12).at(-1)![1]).toBe(0);
        expect(new Set(column(rowsOf("DEBTSERVICERESERVE", due, 0), 1))).toEqual(new Set([0]));
      }),
    );
  });

  it("holds all that is left when it looks beyond the end", () => {
    expect(column(rowsOf("DEBTSERVICERESERVE", [100, 60, 40], 1200), 1)).toEqual([200, 100, 40, 0]);
  });

  it("takes half of the next year for six months", () => {
    expect(column(rowsOf("DEBTSERVICERESERVE", [100, 60], 6), 1)).toEqual([50, 30, 0]);
  });

  it("does not lose a period to the dust of a calculation", () => {
    // 0.1 × 3 × 40 is 12.000000000000002 in doubles.
    expect(call("DEBTSERVICERESERVE", [100, 60], 0.1 * 3 * 40)).toEqual([
      ["Period", "Target"],
      [0, expect.closeTo(100, 9)],
      [1, 60],
      [2, 0],
    ]);
  });
});
