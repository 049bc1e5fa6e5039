import { oneYear } from "../../calc/conversions";
import { decline } from "../../calc/finance";
import { constant, notAvailable, when } from "../../calc/quantity";
import { generate, together } from "../../calc/series";
import { gpu, gpuHour, hour, perYear, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

const yearsTried = constant(100, year);

export const rentalPayback = defineFunction({
  name: "RENTALPAYBACK",
  title: "Payback time of a rented GPU",
  summary:
    "Returns the years until rental cash has repaid the purchase price when the rental price may fall each year; use it to test a payback claim against falling prices.",
  aliases: ["payback period", "break-even time", "years to recover", "ROI period"],
  parameters: {
    capex: amount(
      usd.per(gpu).labelled("USD"),
      "Purchase price of one GPU with its share of server, network and installation.",
      atLeast(0),
    ),
    price: amount(usd.per(gpuHour), "Rental price in the first year.", atLeast(0)),
    utilization: share("Share of installed hours that are sold.", atLeast(0), atMost(1)),
    costPerHour: optional(0, amount(usd.per(gpuHour), "Cost per sold hour.", atLeast(0))),
    annualPriceDecline: optional(
      0,
      amount(perYear.labelled("share"), "Yearly fall of the rental price; a negative value is a rise.", atMost(1)),
    ),
    hoursPerYear: optional(
      8760,
      amount(hour.per(year).labelled("h"), "Hours in the year over which the GPU can be sold.", moreThan(0)),
    ),
  },
  returns: {
    unit: year,
    description:
      "Compare it with the years in which the GPU can still be rented: cash that comes after the next generations of hardware is the least certain. Interest is not counted.",
    means: "Renting it out repays the purchase price of {capex} in {result}.",
  },
  example: { capex: 30_000, price: 2.5, utilization: 0.7, costPerHour: 0.4, annualPriceDecline: 0.15 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/", "Accelerator ROI Console"],
  related: ["RENTALYIELD", "BREAKEVENUTILIZATION", "RESIDUALVALUE"],
  calculate({ capex, price, utilization, costPerHour, annualPriceDecline, hoursPerYear }) {
    const soldHours = hoursPerYear.times(utilization).times(oneYear).as("sold hours of a year");
    const cash = generate(yearsTried, (k) => {
      // In the first year nothing has fallen yet: 0^0 is an error in a worksheet.
      const fallen = price.times(decline(annualPriceDecline, k.minus(oneYear)));
      return soldHours.times(when(k.is(oneYear), price, fallen).minus(costPerHour));
    }).as("cash of each year");
    const total = cash.runningSum().as("cash up to each year");
    const payback = together({ cash, total })
      .where((year) => year.total.isAtLeast(capex).and(year.cash.isMoreThan(0)))
      .map((year) => year.position.minus(year.total.minus(capex).dividedBy(year.cash)).times(oneYear))
      .first({
        ifNone: notAvailable(
          "never repaid: within 100 years the rental cash does not reach capex; check price, costPerHour and annualPriceDecline",
        ),
      });
    return when(capex.is(0), 0, payback);
  },
});
