import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { money } from "./draw";
import { expectNear } from "./near";

const lease = fc.tuple(
  fc.integer({ min: 1, max: 500 }),
  fc.integer({ min: 0, max: 10 }),
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 0, max: 3 }),
  fc.integer({ min: 1, max: 12 }),
);

describe("LEASESCHEDULE", () => {
  it("ends with no deferred rent, and recognizes as much as is paid", () => {
    fc.assert(
      fc.property(lease, ([rent, percent, years, free, periods]) => {
        fc.pre(free < years * periods);
        const rows = rowsOf("LEASESCHEDULE", rent, percent / 100, years, free, periods) as number[][];
        expect(rows.at(-1)![3]).toBe(0);
        const sum = (column: number): number => rows.reduce((all, row) => all + row[column]!, 0);
        expect(Math.abs(sum(1) - sum(2)) / Math.max(1, sum(1))).toBeLessThan(1e-10);
        expectNear(numberOf("STRAIGHTLINERENT", rent, percent / 100, years, free, periods), rows[0]![2]!);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a lease without rent", () => {
    expect(problem("LEASESCHEDULE", 100, 0, 1, 12, 12)).toMatchObject({ code: "#VALUE!" });
  });
});

it("NETEFFECTIVERENT without interest is STRAIGHTLINERENT, and of a level lease the rent itself", () => {
  fc.assert(
    fc.property(lease, ([rent, percent, years, free, periods]) => {
      fc.pre(free < years * periods);
      expectNear(
        numberOf("NETEFFECTIVERENT", rent, percent / 100, years, free, periods),
        numberOf("STRAIGHTLINERENT", rent, percent / 100, years, free, periods),
      );
      expectNear(numberOf("NETEFFECTIVERENT", rent, 0, years, 0, periods, 0, 0.09), rent, rent);
    }),
    { numRuns: 60 },
  );
});

it("COLOBILL adds up to COLOCOST, with overage and a capped PUE", () => {
  fc.assert(
    fc.property(money(1000, 1), money(300), money(1500), (contracted, rate, draw) => {
      const args = [contracted, rate, draw, 0.07, 1.5, 250, 20, 1.3];
      const amounts = rowsOf("COLOBILL", ...args).map((row) => row[3] as number);
      expectNear(amounts[0]! + amounts[1]! + amounts[2]! + amounts[3]!, amounts[4]!, 1e6);
      expectNear(numberOf("COLOCOST", ...args), amounts[4]!, 1e6);
    }),
  );
});
