import { oneYear } from "../../calc/conversions";
import { levelPayment } from "../../calc/finance";
import { perYear, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional, series } from "../parameter";

export const newnan = "Newnan, Eschenbach, Lavelle, Engineering Economic Analysis, ch. 6 and 13";
export const sullivan = "Sullivan, Wicks, Koelling, Engineering Economy, ch. 9 (marginal cost and EUAC)";

export const equivalentAnnualCost = defineFunction({
  name: "EQUIVALENTANNUALCOST",
  title: "Equivalent annual cost",
  summary:
    "Returns the level yearly cost of owning and running equipment; use it to compare lives of different length.",
  aliases: ["EAC", "EUAC", "equivalent uniform annual cost", "annualized cost"],
  parameters: {
    cost: amount(usd, "Price today.", atLeast(0)),
    annualCosts: series(usd, "Running cost of each year; a saving is negative."),
    rate: amount(perYear.labelled("share"), "Yearly discount rate.", atLeast(0)),
    salvage: optional(0, amount(usd, "Resale value at the end; negative if removal costs money.")),
  },
  returns: {
    unit: usd.per(year),
    description:
      "Of two machines for the same work, the one with the lower figure is cheaper, however long each is kept, if it would be replaced by its like.",
    means: "Owning and running it costs {result} in every year of its life.",
  },
  example: {
    cost: 92_000,
    annualCosts: [13_000, 13_000, 13_000, 13_000, 13_000, 13_000],
    rate: 0.07,
    salvage: 18_000,
  },
  sources: [newnan, sullivan],
  related: ["ECONOMICLIFE", "BESTREPLACEMENTYEAR", "REPLACEMENTYEAR"],
  calculate({ cost, annualCosts, rate, salvage }) {
    const life = annualCosts.count().times(oneYear).as("life");
    const running = annualCosts.presentValue(rate.times(oneYear)).as("present value of running costs");
    return levelPayment({ rate, periods: life, present: cost.plus(running).as("present cost"), future: salvage });
  },
});
