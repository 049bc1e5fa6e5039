import { max, min, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { share as shareUnit, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, series } from "../parameter";

export const borrowingBase = defineFunction({
  name: "BORROWINGBASE",
  title: "Borrowing base",
  summary:
    "Returns the amount that can be borrowed against a pool of assets after ineligible items, advance rates and reserves; use it for asset-based facilities.",
  aliases: ["borrowing base certificate", "ABL", "asset-based lending", "advance rate", "availability"],
  parameters: {
    values: series(usd, "Gross value of each asset class.", atLeast(0)),
    advanceRates: series(shareUnit, "Advance rate of each class.", atLeast(0), atMost(1)),
    ineligibles: optional(null, series(usd, "Part of each class that does not count; left out, none.", atLeast(0))),
    reserves: optional(0, amount(usd, "Reserves held back by the lender.", atLeast(0))),
    commitment: optional(null, amount(usd, "Size of the facility; left out, no cap.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description:
      "The most that may be drawn today; less the drawn balance it is the availability. A balance above it must be repaid.",
    means: "The pool supports borrowing of {result}.",
  },
  example: {
    values: [1_000_000, 500_000, 750_000],
    advanceRates: [0.75, 0.5, 0.5],
    ineligibles: [50_000, 0, 0],
    reserves: 0,
    commitment: 1_500_000,
  },
  sources: ["Bank borrowing base certificate"],
  related: ["GPULOANLIMIT", "MANDATORYPREPAYMENT", "LOANTOVALUE"],
  calculate({ values, advanceRates, ineligibles, reserves, commitment }) {
    const lendable = together({ value: values, rate: advanceRates, ineligible: ineligibles.otherwise(0) })
      .map(({ value, rate, ineligible }) => max(0, value.minus(ineligible)).times(rate))
      .as("eligible value advanced");
    const base = max(0, lendable.sum().minus(reserves)).as("base after reserves");
    return when(commitment.isGiven, min(base, commitment), base);
  },
});
