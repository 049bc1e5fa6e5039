import { generalNumber } from "../../src/playground/grid/general-number";

describe("a number in General format", () => {
  // What Excel shows in a wide column.
  it.each([
    [0, "0"],
    [1.6307893020221786, "1.630789302"],
    [1 / 3, "0.333333333"],
    [-1 / 3, "-0.333333333"],
    [0.1 + 0.2, "0.3"],
    [100, "100"],
    [1234.5678, "1234.5678"],
    [12345678901, "12345678901"],
    [123456789012, "1.23457E+11"],
    [1e15, "1E+15"],
    [0.0001, "0.0001"],
    [0.00001, "0.00001"],
    [0.0000123456789, "1.23457E-05"],
    [-2.5e-10, "-2.5E-10"],
    [99999999999.5, "1E+11"],
  ])("shows %d as %s", (value, text) => {
    expect(generalNumber(value)).toBe(text);
  });

  it("rounds decimals where there is less room", () => {
    expect(generalNumber(1.6307893020221786, 8)).toBe("1.630789");
    expect(generalNumber(-1.6307893020221786, 8)).toBe("-1.63079");
    expect(generalNumber(20.9, 3)).toBe("21");
  });

  it("never cuts the whole part", () => {
    expect(generalNumber(123456, 3)).toBe("123456");
  });
});
