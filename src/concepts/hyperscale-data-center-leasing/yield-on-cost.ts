import { kilowattsPerMegawatt, monthsPerYear } from "../../calc/conversions";
import { perYear } from "../../calc/unit";
import { defineFunction } from "../define";
import { costPerMw, occupancy, opexPerKwYear, ratePerKwMonth } from "./development";

export const yieldOnCost = defineFunction({
  name: "YIELDONCOST",
  title: "Yield on cost",
  summary:
    "Returns the stabilised net operating income of a leased data center as a share of its development cost; use it to see whether a development pays for its risk.",
  aliases: ["YOC", "development yield", "return on cost", "NOI yield", "cap rate spread", "build-to-suit"],
  parameters: { ratePerKwMonth, costPerMw, occupancy, opexPerKwYear },
  returns: {
    unit: perYear.labelled("share"),
    description:
      "Compare it with the capitalization rate at which finished leases sell: the difference is the reward for building. Negative when the cost of running exceeds the rent. The size of the site cancels.",
    means: "At {ratePerKwMonth} and {occupancy} leased, the site earns {result} of its cost a year.",
  },
  example: { ratePerKwMonth: 110, costPerMw: 12_000_000, occupancy: 0.95, opexPerKwYear: 60 },
  sources: ["Real-estate development yield: stabilised NOI over total project cost"],
  related: ["REQUIREDRENT", "RAMPREVENUE", "WALT", "MONTHSOFSUPPLY"],
  calculate({ ratePerKwMonth, costPerMw, occupancy, opexPerKwYear }) {
    const rent = monthsPerYear.times(ratePerKwMonth).times(occupancy).as("rent per kW and year");
    const income = rent.minus(opexPerKwYear).as("net operating income per kW");
    return kilowattsPerMegawatt.times(income).dividedBy(costPerMw);
  },
});
