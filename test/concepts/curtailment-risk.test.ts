import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { part } from "./draw";
import { expectNear } from "./near";

const shares = fc.array(part(), { minLength: 1, maxLength: 6 });

describe("availability", () => {
  it("in series is at most the weakest, in parallel at least the strongest part", () => {
    fc.assert(
      fc.property(shares, (parts) => {
        expect(numberOf("SERIESAVAILABILITY", parts)).toBeLessThanOrEqual(Math.min(...parts));
        expect(numberOf("PARALLELAVAILABILITY", parts)).toBeGreaterThanOrEqual(Math.max(...parts));
      }),
    );
  });

  it("with spares is that of series without one, and of parallel where one is enough", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), part(), (units, availability) => {
        const alike = Array.from({ length: units }, () => availability);
        expectNear(
          numberOf("REDUNDANTAVAILABILITY", units, units, availability),
          numberOf("SERIESAVAILABILITY", alike),
        );
        expectNear(numberOf("REDUNDANTAVAILABILITY", 1, units, availability), numberOf("PARALLELAVAILABILITY", alike));
        expectNear(numberOf("REDUNDANTAVAILABILITY", 0, units, availability), 1);
      }),
    );
  });

  it("of 4 of 5 units is worked out by hand", () => {
    // 5 x 0.9^4 x 0.1 + 0.9^5 = 0.32805 + 0.59049.
    expect(numberOf("REDUNDANTAVAILABILITY", 4, 5, 0.9)).toBe(0.91854);
    expect(problem("REDUNDANTAVAILABILITY", 6, 5, 0.9).message).toBe(
      "required must be at most installed; required is 6, installed is 5",
    );
  });

  it("leaves the rest as downtime", () => {
    fc.assert(fc.property(part(), (share) => expectNear(numberOf("DOWNTIMEHOURS", share) / 8760 + share, 1)));
  });

  it("under curtailment loses hours by their depth, one depth for all or one each", () => {
    // 1 - (40 + 60 x 0.5) / 8,760.
    expectNear(numberOf("CURTAILMENTAVAILABILITY", [40, 60], [1, 0.5]), 1 - 70 / 8760);
    expectNear(numberOf("CURTAILMENTAVAILABILITY", [40, 60], [0.5]), 1 - 50 / 8760);
    expect(problem("CURTAILMENTAVAILABILITY", [8000, 800])).toMatchObject({ code: "#VALUE!" });
  });
});

describe("CURTAILMENTLOSS", () => {
  it("is nothing without hours, and breaks even at the credit that pays for it", () => {
    expect(numberOf("CURTAILMENTLOSS", 50, 0, 900)).toBe(0);
    const loss = numberOf("CURTAILMENTLOSS", 50, 60, 900, 0.5, 60, 8);
    expectNear(numberOf("CURTAILMENTBREAKEVEN", loss, 25_000) * 12 * 25_000, loss, loss);
  });
});

describe("DEMANDRESPONSEPAYMENT", () => {
  it("adds up: payment less penalty is the net payment, per kW the net over the load", () => {
    const [payment, penalty, net, perKw] = rowsOf("DEMANDRESPONSEPAYMENT", 1200, 30, 2.5, 185, 0.95, 0.92, 50).map(
      (row) => row[3] as number,
    );
    expectNear(payment! - penalty!, net!, payment);
    expectNear(perKw! * 1200, net!, payment);
    expect(rowsOf("DEMANDRESPONSEPAYMENT", 0, 30, 2.5, 185)[3]![3]).toBe("");
  });
});
