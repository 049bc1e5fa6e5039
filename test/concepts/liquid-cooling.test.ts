import fc from "fast-check";
import { numberOf, problem } from "./call";
import { part, positive } from "./draw";
import { expectNear } from "./near";

it("COOLANTFLOW carries the heat that COOLANTHEAT gives back", () => {
  fc.assert(
    fc.property(positive(2000), positive(40), fc.constantFrom("water", "pg25"), (heat, rise, fluid) => {
      expectNear(numberOf("COOLANTHEAT", numberOf("COOLANTFLOW", heat, rise, fluid), rise, fluid), heat);
    }),
  );
  // 100 kW at 10 K in water: 100 x 60 / (4.18 x 0.99 x 10) = 144.99 L/min.
  expectNear(numberOf("COOLANTFLOW", 100, 10), 6000 / 41.382);
});

it("AIRFLOW needs thousands of times the volume of water", () => {
  // 10 kW at 12 K: 36,000 / (1.2 x 1.006 x 12).
  expectNear(numberOf("AIRFLOW", 10, 12), 36_000 / 14.4864);
  expect((numberOf("AIRFLOW", 10, 12) * 1000) / 60 / numberOf("COOLANTFLOW", 10, 12)).toBeGreaterThan(3000);
});

it("BLENDEDPUE lies between the PUE of all air and of all liquid", () => {
  fc.assert(
    fc.property(part(), (share) => {
      const pue = numberOf("BLENDEDPUE", share, 0.3, 0.08, 0.05);
      expect(pue).toBeLessThanOrEqual(1.35 + 1e-12);
      expect(pue).toBeGreaterThanOrEqual(1.13 - 1e-12);
    }),
  );
});

it("COOLINGPAYBACK is the premium over the saving, 0 without a premium, never without a saving", () => {
  // 1,000 kW x (1.4 - 1.2) x 8,760 x 0.08 = 140,160 a year.
  expectNear(numberOf("COOLINGPAYBACK", 280_320, 1000, 1.4, 1.2, 0.08), 2);
  expect(numberOf("COOLINGPAYBACK", 0, 1000, 1.2, 1.4, 0.08)).toBe(0);
  expect(problem("COOLINGPAYBACK", 1, 1000, 1.2, 1.4, 0.08)).toMatchObject({ code: "#N/A" });
  expect(problem("COOLINGPAYBACK", 1, 10, 1.4, 1.2, 0.08, 20)).toMatchObject({ code: "#VALUE!" });
});

it("CDUCOUNT and PUMPPOWER are worked out by hand", () => {
  expect(numberOf("CDUCOUNT", 1000, 400)).toBe(4);
  expect(numberOf("CDUCOUNT", 1200.0000000000002, 400, 0)).toBe(3);
  // 600 L/min x 200 kPa / (60,000 x 0.5) = 4 kW.
  expect(numberOf("PUMPPOWER", 600, 200)).toBe(4);
});
