import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { lists, money } from "./draw";
import { expectNear } from "./near";

describe("settlements", () => {
  it("are the same money with opposite signs for the two parties", () => {
    fc.assert(
      fc.property(money(1000), money(100), money(150), (volume, strike, market) => {
        expectNear(
          numberOf("PPASETTLEMENT", volume, strike, market),
          -numberOf("PPASETTLEMENT", volume, strike, market, 1, "generator"),
        );
      }),
    );
  });

  it("of a schedule are those of its periods, and cumulative their sum", () => {
    fc.assert(
      fc.property(lists(2, 100), ([volumes, prices]) => {
        const rows = rowsOf("PPASETTLEMENTS", volumes, 50, prices) as number[][];
        let sum = 0;
        rows.forEach((row, i) => {
          expectNear(row[3]!, numberOf("PPASETTLEMENT", volumes![i], 50, prices![i]));
          expectNear(row[4]!, (sum += row[3]!), 1e6);
        });
      }),
    );
  });
});

it("CAPTURERATE is 1 where production is flat", () => {
  fc.assert(
    fc.property(fc.array(money(100, 1), { minLength: 1, maxLength: 24 }), (prices) => {
      expectNear(
        numberOf(
          "CAPTURERATE",
          prices.map(() => 5),
          prices,
        ),
        1,
      );
    }),
  );
  // (10 x 20 + 30 x 40) / 40 = 35 over a mean of 30.
  expect(numberOf("CAPTUREPRICE", [10, 30], [20, 40])).toBe(35);
  expect(problem("CAPTURERATE", [0, 0], [20, 40])).toMatchObject({ code: "#DIV/0!" });
});

it("BASISCOST and SHAPECOST are worked out by hand", () => {
  // 10 x (50 - 45) + 20 x (40 - 42) = 10.
  expect(numberOf("BASISCOST", [10, 20], [50, 40], [45, 42])).toBe(10);
  // Mean price 30: (5 - 8) x -10 + (5 - 2) x 10 = 60.
  expect(numberOf("SHAPECOST", [5, 5], [8, 2], [20, 40])).toBe(60);
  expect(numberOf("SHAPECOST", [5, 5], [5, 5], [20, 40])).toBe(0);
});

it("HOURLYMATCH counts no hour twice", () => {
  // min(10, 20) + min(10, 0) over 20.
  expect(numberOf("HOURLYMATCH", [10, 10], [20, 0])).toBe(0.5);
});

it("LEVELIZEDPRICE of a flat price is that price, and an escalator raises it", () => {
  fc.assert(
    fc.property(money(100, 1), fc.integer({ min: 1, max: 30 }), (price, years) => {
      expectNear(numberOf("LEVELIZEDPRICE", price, 0, years, 0.08, 0.005), price);
      expect(numberOf("LEVELIZEDPRICE", price, 0.02, years, 0.08)).toBeGreaterThanOrEqual(price * (1 - 1e-12));
    }),
  );
});
