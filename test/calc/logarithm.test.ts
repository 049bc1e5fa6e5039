import * as fc from "fast-check";
import { Decimal } from "../../src/calc/decimal";
import { naturalLogarithm } from "../../src/calc/logarithm";

/** The library's own logarithm with many digits to spare. */
const reference = (x: Decimal): Decimal => new (Decimal.clone({ precision: 60 }))(x).ln();

const relativeError = (x: Decimal): number => {
  const exact = reference(x);
  return naturalLogarithm(x).minus(exact).dividedBy(exact).abs().toNumber();
};

const quotients = fc
  .tuple(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }))
  .map(([a, b]) => new Decimal(a).dividedBy(b))
  .filter((x) => !x.equals(1));

describe("the natural logarithm", () => {
  it("has 33 right digits for any quotient of prices", () => {
    fc.assert(fc.property(quotients, (x) => relativeError(x) < 1e-33));
  });

  it("keeps its digits where it is near 0", () => {
    for (const x of ["1.0000000000000002", "0.9999999999999999", "1.000000001", "0.99"])
      expect(relativeError(new Decimal(x))).toBeLessThan(1e-33);
  });

  it("has 33 right digits for the smallest and the largest double, and beyond", () => {
    for (const x of ["5e-324", "1.7976931348623157e308", "1e-400", "1e400"])
      expect(relativeError(new Decimal(x))).toBeLessThan(1e-33);
  });

  it("is 0 for 1, and has no number for 0 and below", () => {
    expect(naturalLogarithm(new Decimal(1)).toNumber()).toBe(0);
    expect(naturalLogarithm(new Decimal(0)).toNumber()).toBe(-Infinity);
    expect(naturalLogarithm(new Decimal(-1)).toNumber()).toBeNaN();
  });
});
