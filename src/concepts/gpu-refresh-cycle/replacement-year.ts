import { oneYear } from "../../calc/conversions";
import { notAvailable } from "../../calc/quantity";
import { together } from "../../calc/series";
import { usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, series } from "../parameter";
import { newnan } from "./equivalent-annual-cost";

export const replacementYear = defineFunction({
  name: "REPLACEMENTYEAR",
  title: "Year to replace old equipment",
  summary:
    "Returns the first year in which keeping old equipment costs more than the best new one; both costs must be for the same amount of work.",
  aliases: ["defender and challenger", "replacement analysis", "refresh decision", "keep or replace"],
  parameters: {
    defenderCosts: series(usd.per(year), "Marginal cost of keeping the old equipment in each coming year."),
    challengerCost: amount(usd.per(year), "Lowest equivalent annual cost of the new equipment."),
  },
  returns: {
    unit: year,
    description:
      "Replace before that year begins: in every year before it, keeping is cheaper. #N/A means that keeping stays cheaper as far as the figures go.",
    means: "Keeping the old equipment first costs more than {challengerCost} in year {result}.",
  },
  example: { defenderCosts: [13_250, 14_600, 15_950], challengerCost: 15_430 },
  sources: [newnan],
  related: ["ECONOMICLIFE", "BESTREPLACEMENTYEAR", "PARITYVALUE"],
  calculate: ({ defenderCosts, challengerCost }) =>
    together({ keeping: defenderCosts })
      .where(({ keeping }) => keeping.isMoreThan(challengerCost))
      .map(({ position }) => position.times(oneYear))
      .as("years in which keeping costs more")
      .smallest({ ifNone: notAvailable("keeping the old equipment never costs more than challengerCost") }),
});
