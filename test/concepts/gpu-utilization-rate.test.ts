import { problem, rowsOf } from "./call";
import { expectNear } from "./near";

describe("UTILIZATIONWATERFALL", () => {
  it("multiplies the shares of the steps to the share of installed", () => {
    const rows = rowsOf("UTILIZATIONWATERFALL", 1000, 730, 0.03, 560_000, 470_000, 0.9);
    let product = 1;
    for (const [, , previous, installed] of rows) {
      product *= previous === "" ? 1 : (previous as number);
      expectNear(product, installed as number);
    }
    expect(rows.map((row) => row[1])).toEqual([730_000, 708_100, 560_000, 470_000, 423_000]);
  });

  it("leaves a share of nothing empty and says what will not do", () => {
    expect(rowsOf("UTILIZATIONWATERFALL", 10, 10, 0, 0, 0)[3]![2]).toBe("");
    expect(problem("UTILIZATIONWATERFALL", 10, 10, 3, 1, 1).message).toMatch(
      /looks like a percentage: type 3% or 0\.03/,
    );
  });
});
