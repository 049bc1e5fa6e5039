import { type Decimal, one, zero } from "../../calc/decimal";
import { CalculationError } from "../../calc/error";
import type { Arguments } from "../../calc/evaluate";
import { plainNumber } from "../../calc/number";
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
    const { quotes, counted } = trimmed(args);
    return sumOf(quotes.map(({ price, part }) => price.times(part))).dividedBy(counted);
  },
  working(args) {
    const { quotes, total, trim, counted } = trimmed(args);
    const sum = sumOf(quotes.map(({ price, part }) => price.times(part)));
    const [all, cut, kept, product] = [total, trim.times(total), counted, sum].map(plainNumber);
    return [
      {
        name: "quotes by price, and what of their weight is counted",
        formula: "the running weight between trim share × total weight and (1 − trim share) × total weight",
        numbers: "",
        value: "",
        unit: "",
        table: {
          columns: ["Price", "Weight", "Counted weight"],
          rows: quotes.map(({ price, weight, part }) => [price, weight, part].map(plainNumber)),
        },
      },
      {
        name: "counted weight",
        formula: "(1 − 2 × trim share) × total weight",
        numbers: `${all} − 2 × ${cut}`,
        value: kept!,
        unit: "",
      },
      {
        name: "price index",
        formula: "sum of price × counted weight ÷ counted weight",
        numbers: `${product} ÷ ${kept}`,
        value: plainNumber(sum.dividedBy(counted)),
        unit: usd.per(gpuHour).toString(),
      },
    ];
  },
});

interface Quote {
  readonly price: Decimal;
  readonly weight: Decimal;
  /** What of the weight is counted. */
  readonly part: Decimal;
}

/** The quotes by price, with the extremes of the weight cut off. */
function trimmed(args: Arguments): {
  readonly quotes: readonly Quote[];
  readonly total: Decimal;
  readonly trim: Decimal;
  readonly counted: Decimal;
} {
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
  const total = sumOf(weights);
  if (total.isZero()) throw new CalculationError("divisionByZero", "weights add up to 0");
  const [from, to] = [trim.times(total), one.minus(trim).times(total)];
  let below = zero;
  // Prices are doubles as they come, and doubles sort much faster.
  const quotes = prices
    .map((price, i) => ({ price, weight: weights[i]!, size: price.toNumber() }))
    .sort((a, b) => a.size - b.size)
    .map(({ price, weight }) => {
      const above = below.plus(weight);
      const part = (above.lessThan(to) ? above : to).minus(below.greaterThan(from) ? below : from);
      below = above;
      return { price, weight, part: part.isPositive() ? part : zero };
    });
  return { quotes, total, trim, counted: to.minus(from) };
}

const sumOf = (numbers: readonly Decimal[]): Decimal => numbers.reduce((sum, number) => sum.plus(number), zero);

const cells = (number: number): string => `${number} ${number === 1 ? "cell" : "cells"}`;
