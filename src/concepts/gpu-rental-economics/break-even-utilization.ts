import { notAvailable, when } from "../../calc/quantity";
import { gpu, gpuHour, hour, share, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const breakEvenUtilization = defineFunction({
  name: "BREAKEVENUTILIZATION",
  title: "Break-even utilization",
  summary: "Returns the share of hours that must be sold to cover cost; above 1 means the price cannot carry the cost.",
  aliases: ["break-even occupancy", "BEP", "required utilization", "hurdle utilization"],
  parameters: {
    price: amount(usd.per(gpuHour), "Rental price per sold GPU-hour.", atLeast(0)),
    fixedCostPerYear: amount(
      usd.per(gpu.times(year)).labelled("USD/year"),
      "Yearly cost per GPU that is owed whether or not it is rented.",
      atLeast(0),
    ),
    variableCostPerHour: optional(0, amount(usd.per(gpuHour), "Cost that arises only in sold hours.", atLeast(0))),
    hoursPerYear: optional(
      8760,
      amount(hour.per(year).labelled("h"), "Hours in the year over which the GPU can be sold.", moreThan(0)),
    ),
  },
  returns: {
    unit: share,
    description:
      "Compare it with the share of hours you expect to sell: the distance is the room for empty hours. Above 100% the price is too low at any use.",
    means: "At {price}, {result} of all hours must be sold to cover {fixedCostPerYear} a GPU.",
  },
  example: { price: 2, fixedCostPerYear: 9000, variableCostPerHour: 0.2 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/"],
  related: ["BREAKEVENRENTALPRICE", "UTILIZATIONWATERFALL", "RENTALPAYBACK"],
  calculate({ price, fixedCostPerYear, variableCostPerHour, hoursPerYear }) {
    const contribution = price.minus(variableCostPerHour).as("contribution of a sold hour");
    return when(
      price.isAtMost(variableCostPerHour),
      notAvailable(
        "no use covers the cost: price must be above variableCostPerHour, or a sold hour adds nothing towards the fixed cost",
      ),
      fixedCostPerYear.dividedBy(hoursPerYear.times(contribution)),
    );
  },
});
