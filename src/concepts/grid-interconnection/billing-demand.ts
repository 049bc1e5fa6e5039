import { kilowatt, none } from "../../calc/unit";
import { defineTable } from "../define";
import { billedDemand, peaks, ratchetTerms, tariffSources } from "./billing";

export const billingDemand = defineTable({
  name: "BILLINGDEMAND",
  title: "Billing demand",
  summary:
    "Lists the demand billed in each period under a ratchet and a minimum take; use it to see how long one high month is paid for.",
  aliases: ["ratchet", "demand ratchet", "minimum take", "contract demand", "billed kW", "look-back"],
  parameters: { peaks, ...ratchetTerms },
  columns: { period: none, metered: kilowatt, billed: kilowatt },
  example: { peaks: [4200, 5100, 3900, 4000], ratchet: 0.8, contractKw: 6000, minimumShare: 0.6 },
  sources: tariffSources,
  related: ["DEMANDCHARGE", "LOADFACTOR", "COINCIDENTPEAKCHARGE"],
  calculate({ peaks, ...terms }, { rowsOf }) {
    return rowsOf({ metered: peaks }, ({ position, metered }) => ({
      period: position,
      metered,
      billed: billedDemand({ ...terms, peaks, peak: metered, position }),
    }));
  },
});
