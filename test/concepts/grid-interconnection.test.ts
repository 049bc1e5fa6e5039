import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { part } from "./draw";
import { expectNear } from "./near";

const peaks = fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 24 });

it("BILLINGDEMAND never bills less than the meter, the ratchet or the minimum, and DEMANDCHARGE prices it", () => {
  fc.assert(
    fc.property(peaks, part(), fc.integer({ min: 0, max: 12 }), (metered, ratchet, lookback) => {
      const rows = rowsOf("BILLINGDEMAND", metered, ratchet, lookback, 4000, 0.5) as number[][];
      rows.forEach(([, peak, billed], i) => {
        const before = metered.slice(Math.max(0, i - lookback), i);
        expectNear(billed!, Math.max(peak!, ratchet * Math.max(0, ...before), 2000), 6000);
      });
      const billed = rows.reduce((sum, row) => sum + row[2]!, 0);
      expectNear(numberOf("DEMANDCHARGE", metered, 12, ratchet, lookback, 4000, 0.5), billed * 12, 1e6);
    }),
  );
  expect(problem("DEMANDCHARGE", [1, 2, 3], [1, 2]).message).toMatch(/give it one cell or as many$/);
});

it("LOADFACTOR and EFFECTIVEPOWERRATE spread the demand charge over the energy", () => {
  // 730,000 kWh from a peak of 2,000 kW is half of the hours; 10 a kW over 365 hours.
  expect(numberOf("LOADFACTOR", 730_000, 2000)).toBe(0.5);
  expectNear(numberOf("EFFECTIVEPOWERRATE", 0.05, 10, 0.5), 0.05 + 10 / 365);
  expect(problem("LOADFACTOR", 2_000_000, 2000)).toMatchObject({ code: "#VALUE!" });
});

it("POWERFACTORCORRECTION is nothing for the same power factor, and Pythagoras otherwise", () => {
  expect(numberOf("POWERFACTORCORRECTION", 400, 0.9, 0.9)).toBe(0);
  // 0.8 means 0.75 kVAr for each kW, 1 means none.
  expect(numberOf("POWERFACTORCORRECTION", 400, 0.8, 1)).toBe(300);
  expect(numberOf("APPARENTPOWER", 400, 0.8)).toBe(500);
});

it("INTERCONNECTIONADDER repays the cost over the years", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 15 }), (years, percent) => {
      const monthly = numberOf("INTERCONNECTIONADDER", 300, percent / 100, years);
      const rate = percent / 100;
      const factor = rate === 0 ? years : (1 - (1 + rate) ** -years) / rate;
      expect(Math.abs(monthly * 12 * factor - 300)).toBeLessThan(1e-9);
    }),
  );
});
