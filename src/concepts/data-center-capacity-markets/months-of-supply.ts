import { monthsPerYear } from "../../calc/conversions";
import { notAvailable, when } from "../../calc/quantity";
import { megawatt, month, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const monthsOfSupply = defineFunction({
  name: "MONTHSOFSUPPLY",
  title: "Months of supply",
  summary:
    "Returns how many months the vacant capacity lasts at the yearly absorption; use it to judge which side of a market has the stronger hand.",
  aliases: ["vacancy", "absorption", "supply overhang", "inventory months", "market tightness"],
  parameters: {
    vacantMw: amount(megawatt, "Capacity on the market and not leased.", atLeast(0)),
    absorptionMwPerYear: amount(megawatt.per(year), "Net capacity taken up in a year."),
  },
  returns: {
    unit: month,
    description:
      "Few months favor landlords, many favor tenants. Capacity under construction and not yet leased belongs to the next reading, not to this one.",
    means: "At {absorptionMwPerYear} taken up, {vacantMw} of vacancy last {result}.",
  },
  example: { vacantMw: 220, absorptionMwPerYear: 480 },
  sources: ["Real-estate market measure: vacancy over monthly net absorption"],
  related: ["COLOALLINRATE", "YIELDONCOST"],
  calculate: ({ vacantMw, absorptionMwPerYear }) =>
    when(
      absorptionMwPerYear.isLessThan(0),
      notAvailable("the vacancy never clears: absorptionMwPerYear is below 0, so more is given up than taken"),
      monthsPerYear.times(vacantMw).dividedBy(absorptionMwPerYear),
    ),
});
