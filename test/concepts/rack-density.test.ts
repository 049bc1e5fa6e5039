import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { positive } from "./draw";
import { expectNear } from "./near";

it("STRANDEDPOWER is what RACKSSUPPORTED racks leave", () => {
  fc.assert(
    fc.property(positive(5000), positive(200), fc.integer({ min: 0, max: 100 }), (power, rack, spaces) => {
      const racks = numberOf("RACKSSUPPORTED", power, rack, spaces);
      expectNear(numberOf("STRANDEDPOWER", power, spaces, rack), power - racks * rack, power);
    }),
  );
});

it("RACKSNEEDED hold all GPUs, one rack fewer does not", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 144 }), (gpus, each) => {
      const racks = numberOf("RACKSNEEDED", gpus, each);
      expect(racks * each).toBeGreaterThanOrEqual(gpus);
      expect((racks - 1) * each).toBeLessThan(gpus);
    }),
  );
});

it("RACKPOWER is worked out by hand, for one and three phases only", () => {
  // 400 V x 32 A x square root of 3 x 0.8 / 1,000.
  expectNear(numberOf("RACKPOWER", 400, 32), (400 * 32 * Math.sqrt(3) * 0.8) / 1000);
  expect(numberOf("RACKPOWER", 230, 10, 1, 1)).toBe(2.3);
  expect(problem("RACKPOWER", 400, 32, 2)).toMatchObject({ code: "#VALUE!" });
});

it("SITECAPACITY and GPUSPERMEGAWATT agree on a site of one megawatt", () => {
  // A rack of 120 kW for 72 GPUs is 120/72 kW a GPU.
  const gpus = rowsOf("SITECAPACITY", 1, 1.25, 120, 72)[2]![1] as number;
  expectNear(numberOf("GPUSPERMEGAWATT", 1.25, 120 / 72), gpus);
});
