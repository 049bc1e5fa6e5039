import fc from "fast-check";
import { numberOf, problem } from "./call";
import { part } from "./draw";
import { expectNear } from "./near";

it("COLOCOSTPERKWH is COLOALLINRATE spread over the energy", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), part(0.05, 1), (rate, load) => {
      expectNear(
        numberOf("COLOCOSTPERKWH", rate, load, 1.3, 0.07) * load * 730,
        numberOf("COLOALLINRATE", rate, load, 1.3, 0.07),
      );
    }),
  );
  expect(problem("COLOCOSTPERKWH", 100, 0, 1.3, 0.07)).toMatchObject({ code: "#DIV/0!" });
});

it("MONTHSOFSUPPLY clears a year's absorption in twelve months, and never while it grows", () => {
  expect(numberOf("MONTHSOFSUPPLY", 200, 200)).toBe(12);
  expect(problem("MONTHSOFSUPPLY", 200, -1)).toMatchObject({ code: "#N/A" });
  expect(problem("MONTHSOFSUPPLY", 200, 0)).toMatchObject({ code: "#DIV/0!" });
});
