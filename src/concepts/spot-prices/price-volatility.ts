import { logarithm, squareRoot, undefinedRatio, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { count, gpuHour, share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, moreThan, optional, series } from "../parameter";

export const priceVolatility = defineFunction({
  name: "PRICEVOLATILITY",
  title: "Price volatility",
  summary: "Returns the yearly volatility of a price series; use it to size price risk or set a risk model.",
  aliases: ["historical volatility", "sigma", "annualized volatility", "standard deviation of returns"],
  parameters: {
    prices: series(usd.per(gpuHour), "Prices at equal steps, oldest first.", moreThan(0)),
    periodsPerYear: optional(12, amount(count, "Steps in a year.", moreThan(0))),
  },
  returns: {
    unit: share,
    description:
      "In two years out of three a year's price change stays within about one volatility of its trend, if the past is a guide.",
    means: "The price moves with a volatility of {result} a year.",
  },
  example: { prices: [2.5, 2.4, 2.6, 2.3, 2.2], periodsPerYear: 12 },
  sources: ["Hull, Options, Futures and Other Derivatives (historical volatility)"],
  related: ["COVERAGERISK", "PRICEINDEX", "DEMANDSTATS"],
  calculate({ prices, periodsPerYear }) {
    const steps = prices.count();
    const changes = together({ before: prices.between(1, steps.minus(1)), price: prices.between(2, steps) })
      .map(({ before, price }) => logarithm(price.dividedBy(before)))
      .as("logarithmic changes");
    const ofOneStep = changes.standardDeviation().as("volatility of one step");
    return when(
      steps.isLessThan(3),
      undefinedRatio("prices must hold at least three prices: two changes are the fewest that can differ"),
      ofOneStep.times(squareRoot(periodsPerYear)),
    );
  },
});
