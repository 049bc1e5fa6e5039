import { kilowattsPerMegawatt, monthsPerYear } from "../../calc/conversions";
import { kilowatt, month, perYear, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import { costPerMw, occupancy, opexPerKwYear } from "./development";

export const requiredRent = defineFunction({
  name: "REQUIREDRENT",
  title: "Required rent",
  summary:
    "Returns the monthly rent per kW that earns a target yield on the development cost; use it to see what a tenant must pay for a site to be built.",
  aliases: ["economic rent", "cost-based rent", "break-even rent", "target yield", "development rent"],
  parameters: {
    costPerMw,
    targetYield: amount(
      perYear.labelled("share"),
      "Wanted net operating income of a year over development cost.",
      atLeast(0),
    ),
    occupancy,
    opexPerKwYear,
  },
  returns: {
    unit: usd.per(kilowatt.times(month)),
    description:
      "Compare it with market rents: where it lies above them, nothing is built until rents rise or costs fall. It is the inverse of YIELDONCOST.",
    means: "A yield of {targetYield} on {costPerMw} takes a rent of {result}.",
  },
  example: { costPerMw: 12_000_000, targetYield: 0.1, occupancy: 0.95, opexPerKwYear: 60 },
  sources: ["Inverse of yield on cost"],
  related: ["YIELDONCOST", "NETEFFECTIVERENT", "COLOALLINRATE"],
  calculate({ costPerMw, targetYield, occupancy, opexPerKwYear }) {
    const income = costPerMw.times(targetYield).dividedBy(kilowattsPerMegawatt).as("net operating income per kW");
    const rent = income.plus(opexPerKwYear).as("rent per kW and year");
    return rent.dividedBy(monthsPerYear.times(occupancy));
  },
});
