import { gpu, gpuHour, hour, perYear, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const rentalYield = defineFunction({
  name: "RENTALYIELD",
  title: "Yearly rental yield",
  summary:
    "Returns a year of rental profit as a share of the purchase price; use it as a quick first look before a full cash-flow model.",
  aliases: ["return on investment", "ROI", "cash-on-cash yield", "gross yield"],
  parameters: {
    price: amount(usd.per(gpuHour), "Rental price per sold GPU-hour.", atLeast(0)),
    utilization: share("Share of installed hours that are sold.", atLeast(0), atMost(1)),
    capex: amount(
      usd.per(gpu).labelled("USD"),
      "Purchase price of one GPU with its share of server, network and installation.",
      atLeast(0),
    ),
    opexPerYear: optional(
      0,
      amount(
        usd.per(gpu.times(year)).labelled("USD/year"),
        "Yearly running cost per GPU that does not depend on use, such as colocation and staff.",
        atLeast(0),
      ),
    ),
    hoursPerYear: optional(
      8760,
      amount(hour.per(year).labelled("h"), "Hours in the year over which the GPU can be sold.", moreThan(0)),
    ),
  },
  returns: {
    unit: perYear.labelled("share"),
    description:
      "Not a rate of return: nothing is set aside for the wear of the GPU. A yield below 1 ÷ life in years does not even recover the purchase price.",
    means: "A year of renting at {price} with {utilization} of hours sold earns {result} of the purchase price.",
  },
  example: { price: 2.5, utilization: 0.8, capex: 35_000, opexPerYear: 4000 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/"],
  related: ["RENTALPAYBACK", "BREAKEVENRENTALPRICE", "GPUHOURCOST"],
  calculate({ price, utilization, capex, opexPerYear, hoursPerYear }) {
    const revenue = price.times(hoursPerYear).times(utilization).as("rental revenue of a year");
    const profit = revenue.minus(opexPerYear).as("rental profit of a year");
    return profit.dividedBy(capex);
  },
});
