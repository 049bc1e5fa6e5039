import { constant } from "../../calc/quantity";
import { gpu, gpuHour, hour, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, lessThan, moreThan, optional, share } from "../parameter";

export const breakEvenRentalPrice = defineFunction({
  name: "BREAKEVENRENTALPRICE",
  title: "Break-even rental price",
  summary:
    "Returns the hourly price that covers cost at a given utilization, with an optional margin; use it to set a price floor.",
  aliases: ["price floor", "minimum price", "target price", "margin on price", "cost-plus price"],
  parameters: {
    fixedCostPerYear: amount(
      usd.per(gpu.times(year)).labelled("USD/year"),
      "Yearly cost per GPU that is owed whether or not it is rented.",
      atLeast(0),
    ),
    utilization: share("Share of installed hours that are sold.", atLeast(0), atMost(1)),
    variableCostPerHour: optional(0, amount(usd.per(gpuHour), "Cost that arises only in sold hours.", atLeast(0))),
    targetMargin: optional(
      0,
      share("Margin wanted, as a share of the price; it is not a mark-up on cost.", atLeast(0), lessThan(1)),
    ),
    hoursPerYear: optional(
      8760,
      amount(hour.per(year).labelled("h"), "Hours in the year over which the GPU can be sold.", moreThan(0)),
    ),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "A market price above it earns more than the margin asked for; below it, each sold hour misses the margin, and without a margin loses money.",
    means: "With {utilization} of hours sold, {result} is the lowest price that leaves a margin of {targetMargin}.",
  },
  example: { fixedCostPerYear: 9000, utilization: 0.75, variableCostPerHour: 0.2, targetMargin: 0.3 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/"],
  related: ["BREAKEVENUTILIZATION", "GPUHOURCOST", "RENTALYIELD"],
  calculate({ fixedCostPerYear, utilization, variableCostPerHour, targetMargin, hoursPerYear }) {
    const fixed = fixedCostPerYear.dividedBy(hoursPerYear.times(utilization)).as("fixed cost of a sold hour");
    const cost = fixed.plus(variableCostPerHour).as("cost of a sold hour");
    return cost.dividedBy(constant(1).minus(targetMargin));
  },
});
