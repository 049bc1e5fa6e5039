import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { part, positive } from "./draw";
import { expectNear } from "./near";

const flops = fc.integer({ min: 1, max: 1000 }).map((n) => n * 1e22);
const share = part(0.05, 1);

it("TRAININGDAYS and TRAININGGPUHOURS are one run seen twice, and TRAININGCOST its rent", () => {
  fc.assert(
    fc.property(
      flops,
      fc.integer({ min: 1, max: 100_000 }),
      share,
      share,
      positive(10),
      (work, gpus, mfu, goodput, rate) => {
        const days = numberOf("TRAININGDAYS", work, gpus, 989, mfu, goodput);
        const hours = numberOf("TRAININGGPUHOURS", work, 989, mfu, goodput);
        expectNear(days * 24 * gpus, hours);
        expectNear(numberOf("TRAININGCOST", work, 989, mfu, rate, goodput), hours * rate);
      },
    ),
  );
});

it("GPUSFORDEADLINE meets the deadline, and one GPU fewer does not", () => {
  fc.assert(
    fc.property(flops, fc.integer({ min: 1, max: 365 }), share, (work, days, mfu) => {
      const gpus = numberOf("GPUSFORDEADLINE", work, days, 989, mfu);
      expect(numberOf("TRAININGDAYS", work, gpus, 989, mfu)).toBeLessThanOrEqual(days * (1 + 1e-9));
      if (gpus > 1) expect(numberOf("TRAININGDAYS", work, gpus - 1, 989, mfu)).toBeGreaterThan(days);
    }),
  );
  expect(problem("GPUSFORDEADLINE", 1e24, 10, 989, 0)).toMatchObject({ code: "#DIV/0!", message: "mfu is 0" });
});

it("MFU is the share that TRAININGDAYS takes it for", () => {
  // A run at this MFU works tokens off at the rate from which the MFU was measured.
  const mfu = numberOf("MFU", 500_000, 70e9, 512, 989);
  const days = numberOf("TRAININGDAYS", numberOf("TRAININGFLOPS", 70e9, 1e12), 512, 989, mfu);
  expectNear(days * 86_400 * 500_000, 1e12, 1e12);
});

describe("COMPUTEOPTIMAL", () => {
  it("spends the compute it was given, on twenty tokens a parameter", () => {
    fc.assert(
      fc.property(flops, (work) => {
        const [[, parameters], [, tokens]] = rowsOf("COMPUTEOPTIMAL", work) as [[string, number], [string, number]];
        expectNear(numberOf("TRAININGFLOPS", parameters, tokens), work, work);
        expectNear(tokens / parameters, 20);
      }),
    );
  });
});

describe("AMORTIZEDTRAININGCOST", () => {
  it("adds up to its total, and its shares to 1", () => {
    const rows = rowsOf("AMORTIZEDTRAININGCOST", 24_875, 57e6, 400, 1.25, 0.0806, 1.75) as [string, number, number][];
    const [chips, interconnect, energy, total] = rows.map(([, usd]) => usd) as [number, number, number, number];
    expectNear(chips + interconnect + energy, total, total);
    expectNear(rows[0]![2] + rows[1]![2] + rows[2]![2], 1);
    // The interconnect is its share of chips and interconnect together.
    expectNear(interconnect / (chips + interconnect), 0.19);
  });

  it("leaves the shares empty where nothing is spent", () => {
    expect(rowsOf("AMORTIZEDTRAININGCOST", 0, 0, 0, 1, 0).map((row) => row[2])).toEqual(["", "", "", ""]);
  });
});

it("TRAININGENERGY and TRAININGCARBON are worked out by hand", () => {
  // 1,000 GPU-hours x 700 W x 1.2 = 840 kWh; at 0.4 kg/kWh 336 kg.
  expect(numberOf("TRAININGENERGY", 1000, 700, 1.2)).toBe(0.84);
  expect(numberOf("TRAININGCARBON", 0.84, 0.4)).toBe(0.336);
});
