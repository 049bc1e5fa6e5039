import { together } from "../../calc/series";
import { megawatt, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";

export const walt = defineFunction({
  name: "WALT",
  title: "Weighted average lease term",
  summary:
    "Returns the remaining lease term in years, weighted by leased MW; use it to see how long a portfolio's income is contracted.",
  aliases: ["WALE", "weighted average unexpired lease term", "WAULT", "lease maturity", "remaining term"],
  parameters: {
    megawatts: series(megawatt, "Leased capacity of each lease.", atLeast(0)),
    remainingYears: series(year, "Remaining term of each lease.", atLeast(0)),
  },
  returns: {
    unit: year,
    description:
      "Compare it with the term of the debt on the site: income that ends before the debt does must be leased again at rents nobody knows. One long lease can hide many short ones.",
    means: "Weighted by megawatts, the leases run for another {result}.",
  },
  example: { megawatts: [20, 50, 10], remainingYears: [9, 14, 3] },
  sources: ["Real-estate weighted average lease term"],
  related: ["RAMPREVENUE", "YIELDONCOST", "AVERAGELIFE"],
  calculate: ({ megawatts, remainingYears }) =>
    together({ leased: megawatts, remaining: remainingYears })
      .map(({ leased, remaining }) => leased.times(remaining))
      .as("MW-years")
      .sum()
      .dividedBy(megawatts.sum()),
});
