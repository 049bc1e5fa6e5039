import { year } from "../../calc/unit";
import { defineFunction } from "../define";
import { bestLife, economicLife, equivalentCosts } from "./economic-life";

const { parameters, example, sources } = economicLife;

export const bestReplacementYear = defineFunction({
  name: "BESTREPLACEMENTYEAR",
  title: "Best replacement year",
  summary: "Returns the life with the lowest equivalent annual cost; use it to plan a refresh.",
  aliases: ["optimal replacement", "economic life", "refresh year", "optimal life"],
  parameters,
  returns: {
    unit: year,
    description:
      "Keep the equipment so long if it will be replaced by its like. When it is the last year given, the best life may be longer: give more years.",
    means: "The equipment is cheapest when it is replaced after {result}.",
  },
  example,
  sources,
  related: ["ECONOMICLIFE", "REPLACEMENTYEAR", "EQUIVALENTANNUALCOST"],
  calculate: (given) => bestLife(equivalentCosts(given)),
});
