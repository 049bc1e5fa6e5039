import fc from "fast-check";
import { numberOf, problem } from "./call";
import { money, part, positive } from "./draw";
import { expectNear } from "./near";

it("GROSSMARGIN and MARKUPONCOST turn into each other", () => {
  fc.assert(
    fc.property(money(1e6, 1), money(1e6, 1), (revenue, cost) => {
      const margin = numberOf("GROSSMARGIN", revenue, cost);
      expectNear(margin / (1 - margin), numberOf("MARKUPONCOST", revenue, cost), Math.max(1, revenue / cost) ** 2);
    }),
  );
});

describe("TOKENREVENUE", () => {
  it("bills cached tokens at their own price and the rest at the full one", () => {
    // (10 - 4) x 2 + 4 x 0.5 + 3 x 8 = 38.
    expect(numberOf("TOKENREVENUE", 10, 3, 2, 8, 4, 0.5)).toBe(38);
    expect(problem("TOKENREVENUE", 1, 1, 1, 1, 2).message).toBe(
      "cachedMillions must be at most inputMillions; inputMillions is 1, cachedMillions is 2",
    );
  });
});

it("TRAININGINFERENCECROSSOVER serves as much compute as training took", () => {
  fc.assert(
    fc.property(positive(1e6), positive(12), positive(4), (tokens, training, inference) => {
      expectNear(
        numberOf("TRAININGINFERENCECROSSOVER", tokens, training, inference) * inference,
        tokens * training,
        tokens * training,
      );
    }),
  );
});

it("SELFHOSTBREAKEVEN is the utilization at which SERVINGCOST is the price", () => {
  fc.assert(
    fc.property(positive(5), fc.integer({ min: 100, max: 9000 }), (price, speed) => {
      const share = numberOf("SELFHOSTBREAKEVEN", price, 1, speed);
      if (share <= 1) expectNear(numberOf("SERVINGCOST", 1, 1, speed, share), price);
    }),
  );
});

it("COSTPERSUCCESS pays for the failures", () => {
  fc.assert(
    fc.property(positive(10), part(0.01, 1), (cost, rate) =>
      expectNear(numberOf("COSTPERSUCCESS", cost, rate) * rate, cost),
    ),
  );
});
