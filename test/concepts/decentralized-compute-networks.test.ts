import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { money, part } from "./draw";
import { expectNear } from "./near";

it("TAKERATEGROSSUP leaves the operator the ask after the fee", () => {
  fc.assert(
    fc.property(money(10), part(0, 0.9), (ask, rate) =>
      expectNear(numberOf("TAKERATEGROSSUP", ask, rate) * (1 - rate), ask),
    ),
  );
  expect(problem("TAKERATEGROSSUP", 1, 1)).toMatchObject({ code: "#DIV/0!" });
});

it("NODEOPERATORPROFIT adds up, fee and cost being negative", () => {
  fc.assert(
    fc.property(money(5), part(), part(), money(2), (price, use, fee, cost) => {
      const amounts = rowsOf("NODEOPERATORPROFIT", price, use, fee, cost, 730, 10, 0.5).map((row) => row[1] as number);
      expectNear(amounts[0]! + amounts[1]! + amounts[2]! + amounts[3]!, amounts[4]!, 4000);
      expect(amounts[1]).toBeLessThanOrEqual(0);
    }),
  );
});

it("COLLATERALRATIO is worked out by hand", () => {
  expect(numberOf("COLLATERALRATIO", 1000, 0.3, 200)).toBe(1.5);
});
