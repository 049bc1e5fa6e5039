import { together } from "../../calc/series";
import { kilowatt, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";
import { billedDemand, peaks, ratchetTerms, tariffSources } from "./billing";

export const demandCharge = defineFunction({
  name: "DEMANDCHARGE",
  title: "Demand charge",
  summary:
    "Returns the demand charges of all periods under a ratchet and a minimum take; use it to see what peaks cost, whatever energy costs.",
  aliases: ["capacity charge", "kW charge", "ratchet", "minimum take", "peak demand charge", "contract demand"],
  parameters: {
    peaks,
    rate: series(usd.per(kilowatt), "Charge per billed kW: one value, or one for each period.", atLeast(0), {
      oneForAll: true,
    }),
    ...ratchetTerms,
  },
  returns: {
    unit: usd,
    description:
      "Compare it with the charge without ratchet and minimum: the difference is paid for power not drawn. BILLINGDEMAND shows the periods in which it arises. Give more than a year of peaks to start with a history.",
    means: "The demand charges of all periods come to {result}.",
  },
  example: { peaks: [4200, 5100, 3900, 4000], rate: [12.5], ratchet: 0.8 },
  sources: tariffSources,
  related: ["BILLINGDEMAND", "EFFECTIVEPOWERRATE", "COINCIDENTPEAKCHARGE", "LOADFACTOR"],
  calculate({ peaks, rate, ...terms }) {
    const billed = together({ peak: peaks })
      .map(({ peak, position }) => billedDemand({ ...terms, peaks, peak, position }))
      .as("billed demand");
    return together({ peak: peaks, billed, rate })
      .map(({ billed, rate }) => billed.times(rate))
      .as("charge")
      .sum();
  },
});
