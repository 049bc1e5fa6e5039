import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { expectNear } from "./near";

it("DEMANDSTATS: peak to average and load factor are each other's inverse", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 20 }), (usage) => {
      const value = new Map(
        rowsOf("DEMANDSTATS", usage).map(([name, number]) => [String(name).toLowerCase(), number as number]),
      );
      expectNear(value.get("peak to average")! * value.get("load factor")!, 1);
      expect(value.get("p50")!).toBeLessThanOrEqual(value.get("p90")!);
      expect(value.get("peak")).toBe(Math.max(...usage));
    }),
  );
  expect(rowsOf("DEMANDSTATS", [7])[5]![1]).toBe("");
});

describe("OPTIMALCAPACITY", () => {
  it("is the mean where both errors cost the same, and rises with the cost of a shortfall", () => {
    expect(numberOf("OPTIMALCAPACITY", 100, 20, 1, 1)).toBe(100);
    expect(numberOf("OPTIMALCAPACITY", 100, 20, 2, 1)).toBeGreaterThan(100);
    // The normal quantile of 0.975 is 1.959963984540054 (Abramowitz and Stegun).
    expect(numberOf("OPTIMALCAPACITY", 100, 10, 0.975, 0.025)).toBeCloseTo(119.5996398454, 9);
    expect(problem("OPTIMALCAPACITY", 100, 10, 1, 0)).toMatchObject({ code: "#N/A" });
    expect(problem("OPTIMALCAPACITY", 100, 10, 0, 0)).toMatchObject({ code: "#DIV/0!" });
  });
});

describe("COVERAGERISK", () => {
  it("without volatility is certain, and with it half of the outcomes lie below the median", () => {
    const certain = rowsOf("COVERAGERISK", 200, 0, 50, 100, 1.2);
    expect(certain.map((row) => row[1])).toEqual([1.5, 1.5, 1.5, 1.5, 0, 0]);
    const median = rowsOf("COVERAGERISK", 200, 0.3, 50, 100)[2]![1] as number;
    expectNear(rowsOf("COVERAGERISK", 200, 0.3, 50, 100, median)[4]![1] as number, 0.5);
  });
});
