import {
  exponential,
  logarithm,
  normalQuantile,
  normalShare,
  type Quantity,
  quantity,
  when,
} from "../../calc/quantity";
import { ratio, share as shareOf, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, moreThan, optional, share } from "../parameter";

export const coverageRisk = defineTable({
  name: "COVERAGERISK",
  title: "Coverage under uncertain revenue",
  summary:
    "Returns the spread of debt coverage and the chance of breaking a covenant when yearly revenue is uncertain; use it to see how often an average that passes still fails.",
  aliases: ["DSCR risk", "probability of breach", "covenant risk", "downside case", "stress test", "Monte Carlo"],
  parameters: {
    revenue: amount(usd, "Expected revenue of the year.", moreThan(0)),
    revenueVolatility: share("Standard deviation of the logarithm of revenue.", atLeast(0)),
    operatingCost: amount(usd, "Operating cost of the year.", atLeast(0)),
    debtService: amount(usd, "Interest plus principal due.", atLeast(0)),
    covenant: optional(1.2, amount(ratio, "Covenant level of coverage.", moreThan(0))),
  },
  columns: { measure: "text", value: "mixed" },
  example: { revenue: 100, revenueVolatility: 0.25, operatingCost: 35, debtService: 45 },
  sources: ["Lognormal closed form (elementary probability)"],
  related: ["LOANCOVERAGE", "PRICEVOLATILITY", "MINLOANCOVERAGE"],
  calculate({ revenue, revenueVolatility, operatingCost, debtService, covenant }, { lines }) {
    // Half the variance comes off, so that the mean of the draws is the expected revenue.
    const drift = revenueVolatility.times(revenueVolatility).dividedBy(2).as("half the variance");
    const coverageOf = (drawn: Quantity) => drawn.minus(operatingCost).dividedBy(debtService);
    const coverageAt = (outcome: number) => {
      const deviations = normalQuantile(outcome);
      return coverageOf(revenue.times(exponential(revenueVolatility.times(deviations).minus(drift))));
    };
    const chanceBelow = (level: Quantity, name: string) => {
      const needed = level.times(debtService).plus(operatingCost).as(`revenue needed for ${name}`);
      const distance = logarithm(needed.dividedBy(revenue)).plus(drift).dividedBy(revenueVolatility);
      return when(revenueVolatility.is(0), when(revenue.isLessThan(needed), 1, 0), normalShare(distance)).in(shareOf);
    };
    return lines([
      { measure: "mean coverage", value: coverageOf(revenue).in(ratio) },
      { measure: "P5 coverage", value: coverageAt(0.05).in(ratio) },
      { measure: "P50 coverage", value: coverageAt(0.5).in(ratio) },
      { measure: "P95 coverage", value: coverageAt(0.95).in(ratio) },
      { measure: "probability below covenant", value: chanceBelow(covenant, "the covenant") },
      { measure: "probability below 1", value: chanceBelow(quantity(1), "1") },
    ]);
  },
});
