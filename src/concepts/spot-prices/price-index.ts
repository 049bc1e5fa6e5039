import { type Decimal, one, zero } from "../../calc/decimal";
import { CalculationError } from "../../calc/error";
import { gpuHour, none, usd } from "../../calc/unit";
import { defineProcedure } from "../define";
import { atLeast, lessThan, optional, series, share } from "../parameter";

export const priceIndex = defineProcedure({
  name: "PRICEINDEX",
  title: "Trimmed price index",
  summary:
    "Returns the weighted average of a set of quotes after cutting the extremes; use it to build one market price from many.",
  aliases: ["trimmed mean", "benchmark price", "reference rate", "blended rate", "weighted average", "index"],
  parameters: {
    prices: series(usd.per(gpuHour), "Price quotes.", atLeast(0)),
    weights: optional(
      null,
      series(none, "Weight of each quote, such as its volume; leave out to weigh all equally.", atLeast(0)),
    ),
    trimShare: optional(0, share("Share of the total weight cut at each end.", atLeast(0), lessThan(0.5))),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "Compare it with the index of the day before under the same quotes, weights and cut. Far from the untrimmed average, a few odd quotes were driving that one.",
    means: "The quotes stand for a market price of {result}, with {trimShare} of the weight cut at each end.",
  },
  example: { prices: [2.1, 2.3, 2.4, 2.6, 4.9], trimShare: 0.2 },
  sources: ["Compute Tightness Index"],
  related: ["PRICEVOLATILITY", "FORWARDCURVE"],
  inWords:
    "sum of price × counted weight ÷ ((1 − 2 × trim share) × total weight), where quotes are sorted by price and of the running weight only the part between trim share and 1 − trim share of the total counts",
  native: {
    formula:
      "=LET(p,TOCOL(prices),w,IF(COUNT(weights)=0,0*p+1,TOCOL(weights)),x,SORTBY(p,p),y,SORTBY(w,p),top,SCAN(0,y,LAMBDA(a,b,a+b)),all,SUM(y),kept,IF(top<(1-trimShare)*all,top,(1-trimShare)*all)-IF(top-y>trimShare*all,top-y,trimShare*all),SUM(x*IF(kept>0,kept,0))/((1-2*trimShare)*all))",
  },
  calculate(args) {
    const prices = args["prices"] as readonly Decimal[];
    const weights = (args["weights"] as readonly Decimal[] | undefined) ?? prices.map(() => one);
    const trim = args["trimShare"] as Decimal;
    if (weights.length !== prices.length) {
      throw new CalculationError(
        "invalidValue",
        `weights must be as long as prices: it has ${cells(weights.length)}, prices has ${cells(prices.length)}; give ranges of the same length`,
        "weights",
      );
    }
    const total = weights.reduce((sum, weight) => sum.plus(weight), zero);
    if (total.isZero()) throw new CalculationError("divisionByZero", "weights add up to 0");
    const [from, to] = [trim.times(total), one.minus(trim).times(total)];
    // Prices are doubles as they come, and doubles sort much faster.
    const quotes = prices
      .map((price, i) => ({ price, weight: weights[i]!, size: price.toNumber() }))
      .sort((a, b) => a.size - b.size);
    let below = zero;
    let sum = zero;
    for (const { price, weight } of quotes) {
      const above = below.plus(weight);
      const counted = (above.lessThan(to) ? above : to).minus(below.greaterThan(from) ? below : from);
      if (counted.isPositive()) sum = sum.plus(price.times(counted));
      below = above;
    }
    return sum.dividedBy(to.minus(from));
  },
});

const cells = (number: number): string => `${number} ${number === 1 ? "cell" : "cells"}`;
