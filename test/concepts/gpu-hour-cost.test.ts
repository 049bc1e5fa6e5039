import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { money, part, positive, rate } from "./draw";
import { expectNear } from "./near";

const use = part(0.001);
const gpu = {
  capex: money(60_000),
  life: positive(10),
  use,
  rate,
  power: positive(3),
  pue: part(1, 2),
  price: part(-0.1, 0.3),
  opex: money(5000),
  residual: money(20_000),
};
const arguments_ = fc.tuple(...(Object.values(gpu) as fc.Arbitrary<number>[]));

describe("GPUHOURCOST", () => {
  it("spreads price less resale in equal parts over the used hours when money is free", () => {
    // (35,000 − 5,000) ÷ 5 years = 6,000 a year; with 760 of running cost 6,760, over 8,000 × 0.5 = 4,000 hours.
    expect(numberOf("GPUHOURCOST", 35_000, 5, 0.5, 760, 5000, 0, 8000)).toBe(1.69);
  });

  it("charges what repays the price with interest, the resale included", () => {
    fc.assert(
      fc.property(gpu.capex, fc.integer({ min: 1, max: 20 }), rate, gpu.residual, (capex, life, discount, residual) => {
        const charge = numberOf("GPUHOURCOST", capex, life, 1, 0, residual, discount, 1);
        const growth = 1 + discount;
        let balance = capex;
        for (let year = 1; year <= life; year++) balance = balance * growth - charge;
        expectNear(balance, residual, Math.max(1, capex, residual) * growth ** life * life);
      }),
    );
  });

  it("comes to the equal parts as the rate goes to 0", () => {
    const free = numberOf("GPUHOURCOST", 30_000, 4, 0.7, 900, 3000, 0);
    expect(Math.abs(numberOf("GPUHOURCOST", 30_000, 4, 0.7, 900, 3000, 1e-12) / free - 1)).toBeLessThan(1e-11);
  });

  it("doubles when half of the hours are used", () => {
    fc.assert(
      fc.property(gpu.capex, gpu.life, use, gpu.opex, (capex, life, share, opex) => {
        expectNear(
          numberOf("GPUHOURCOST", capex, life, share / 2, opex),
          2 * numberOf("GPUHOURCOST", capex, life, share, opex),
        );
      }),
    );
  });

  it("falls with use and life, and rises with the rate", () => {
    const cost = (life: number, share: number, discount: number): number =>
      numberOf("GPUHOURCOST", 30_000, life, share, 0, 0, discount);
    expect(cost(4, 0.8, 0.1)).toBeLessThan(cost(4, 0.7, 0.1));
    expect(cost(5, 0.7, 0.1)).toBeLessThan(cost(4, 0.7, 0.1));
    expect(cost(4, 0.7, 0.12)).toBeGreaterThan(cost(4, 0.7, 0.1));
  });

  it("has no value for a GPU that is never used", () => {
    expect(problem("GPUHOURCOST", 30_000, 3, 0)).toEqual({ code: "#DIV/0!", message: "utilization is 0" });
  });

  it("says which argument will not do, and offers the percentage that was meant", () => {
    expect(problem("GPUHOURCOST", 30_000, 3, 85)).toEqual({
      code: "#VALUE!",
      message: "utilization must be at most 1; it is 85. 85 looks like a percentage: type 85% or 0.85",
    });
    expect(problem("GPUHOURCOST", 30_000, 0, 0.5)).toEqual({
      code: "#VALUE!",
      message: "lifeYears must be more than 0; it is 0",
    });
  });
});

describe("LEVELIZEDCOMPUTECOST", () => {
  it("is the cost of a used GPU-hour and the power of an installed one, shared by the used hours", () => {
    fc.assert(
      fc.property(arguments_, ([capex, life, share, discount, power, pue, price, opex, residual]) => {
        const owned = numberOf("GPUHOURCOST", capex, life, share, opex, residual, discount);
        const drawn = (power! * pue! * price!) / share!;
        const scale = Math.max(1, (Math.abs(owned) + Math.abs(drawn)) * 10);
        expectNear(
          numberOf("LEVELIZEDCOMPUTECOST", capex, life, share, discount, power, pue, price, opex, residual),
          owned + drawn,
          scale,
        );
      }),
    );
  });

  it("falls when power is paid to be taken", () => {
    const at = (price: number): number => numberOf("LEVELIZEDCOMPUTECOST", 30_000, 5, 0.8, 0.1, 1.2, 1.25, price);
    expect(at(-0.02)).toBeLessThan(at(0));
  });

  it("does not take a PUE below 1", () => {
    expect(problem("LEVELIZEDCOMPUTECOST", 30_000, 5, 0.8, 0.1, 1.2, 0.9, 0.08).message).toBe(
      "pue must be at least 1; it is 0.9",
    );
  });
});

describe("GPUHOURCOSTSTACK", () => {
  it("has parts that add up to the levelized cost, and shares that add up to 1", () => {
    fc.assert(
      fc.property(arguments_, (given) => {
        const rows = rowsOf("GPUHOURCOSTSTACK", ...given);
        const costs = rows.map((row) => row[1] as number);
        const [total] = costs.slice(-1) as [number];
        const size = Math.max(...costs.map(Math.abs), 1e-9);
        expectNear(
          costs.slice(0, 4).reduce((sum, cost) => sum + cost, 0),
          total,
          size,
        );
        expect(total).toBe(numberOf("LEVELIZEDCOMPUTECOST", ...given));
        if (total !== 0) {
          const shares = rows.slice(0, 4).reduce((sum, row) => sum + (row[2] as number), 0);
          expectNear(shares, 1, size / Math.abs(total));
        }
      }),
    );
  });

  it("has no idle time, to the last bit, when every hour is used", () => {
    fc.assert(
      fc.property(gpu.capex, gpu.life, rate, gpu.price, (capex, life, discount, price) => {
        expect(rowsOf("GPUHOURCOSTSTACK", capex, life, 1, discount, 0.7, 1.3, price, 1234.5)[3]![1]).toBe(0);
      }),
    );
  });

  it("gives idle time the share of hours that are idle", () => {
    fc.assert(
      fc.property(use, (share) => {
        expectNear(rowsOf("GPUHOURCOSTSTACK", 30_000, 5, share, 0.1, 1.2, 1.25, 0.08)[3]![2] as number, 1 - share);
      }),
    );
  });

  it("leaves the shares empty when there is nothing to share", () => {
    const rows = rowsOf("GPUHOURCOSTSTACK", 0, 5, 0.8, 0.1, 0, 1.25, 0.08);
    expect(rows.map((row) => row[2])).toEqual(["", "", "", "", ""]);
  });
});

describe("EFFECTIVEGPUHOUR", () => {
  it("is the listed rate when all hours are useful and nothing comes on top", () => {
    fc.assert(fc.property(money(100), (listed) => expect(numberOf("EFFECTIVEGPUHOUR", listed, 1)).toBe(listed)));
  });

  it("counts idle time, lost work and overhead", () => {
    // 4 × 1.05 = 4.2 a listed hour; 0.8 × 0.75 = 0.6 of the hours are useful.
    expect(numberOf("EFFECTIVEGPUHOUR", 4, 0.8, 0.75, 0.05)).toBe(7);
  });

  it("names what is 0", () => {
    expect(problem("EFFECTIVEGPUHOUR", 4, 0.8, 0)).toEqual({ code: "#DIV/0!", message: "goodput is 0" });
    expect(problem("EFFECTIVEGPUHOUR", 4, 0)).toEqual({ code: "#DIV/0!", message: "utilization is 0" });
  });
});

describe("GPUHOURRATE", () => {
  const hours = { second: 1 / 3600, minute: 1 / 60, hour: 1, day: 24, month: 730, year: 8760 };

  it("gives one price for the same quote in any billing unit", () => {
    fc.assert(
      fc.property(money(1000), fc.integer({ min: 1, max: 16 }), (hourly, gpus) => {
        for (const [unit, length] of Object.entries(hours))
          expectNear(numberOf("GPUHOURRATE", hourly * length, gpus, unit), hourly / gpus);
      }),
    );
  });

  it("counts a month as it is told", () => {
    expect(numberOf("GPUHOURRATE", 1440, 1, "month", 720)).toBe(2);
  });

  it("reads the unit without regard to case, and lists the units otherwise", () => {
    expect(numberOf("GPUHOURRATE", 48, 1, " DAY ")).toBe(2);
    expect(problem("GPUHOURRATE", 48, 1, "week").message).toBe(
      'unit must be one of second, minute, hour, day, month, year; it is "week"',
    );
  });
});

describe("RENTALBILL", () => {
  it("is the same for twice the GPUs in half of the hours", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), money(1000), money(20), (gpus, time, price) => {
        expectNear(numberOf("RENTALBILL", 2 * gpus, time, price), numberOf("RENTALBILL", gpus, 2 * time, price));
      }),
    );
  });

  it("agrees with the hourly rate of one GPU of the instance", () => {
    // A node of 8 GPUs at 24 an hour is 3 a GPU-hour; 8 GPUs for 730 hours cost 24 × 730.
    expect(numberOf("RENTALBILL", 8, 730, numberOf("GPUHOURRATE", 24, 8))).toBe(17_520);
  });
});
