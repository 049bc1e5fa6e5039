import { max, type Quantity } from "../../calc/quantity";
import type { Series } from "../../calc/series";
import { count, kilowatt } from "../../calc/unit";
import { amount, atLeast, atMost, optional, series, share, whole } from "../parameter";

/** By what a tariff raises the billed demand above the metered peak, as its functions take it. */
export const peaks = series(kilowatt, "Metered peak of each billing period, oldest first.", atLeast(0));
export const ratchetTerms = {
  ratchet: optional(0, share("Share of past peaks that stays billable.", atLeast(0), atMost(1))),
  lookback: optional(11, amount(count, "Earlier periods the ratchet looks at.", whole, atLeast(0))),
  contractKw: optional(0, amount(kilowatt, "Contracted demand.", atLeast(0))),
  minimumShare: optional(0, share("Share of contracted demand billed at least.", atLeast(0), atMost(1))),
};

export const tariffSources = [
  "Utility ratchet clauses; NREL REopt.jl lookback demand charge tests, https://github.com/NREL/REopt.jl/blob/master/test/runtests.jl",
  "AEP Ohio data-center tariff (minimum 85% of contracted demand), https://espanol.aepohio.com/company/about/rates/data-center-tariff",
];

/** What is billed at a position: the peak, or what past peaks or the contract make of it. */
export function billedDemand(terms: {
  peaks: Series;
  peak: Quantity;
  position: Quantity;
  ratchet: Quantity;
  lookback: Quantity;
  contractKw: Quantity;
  minimumShare: Quantity;
}): Quantity {
  const { peaks, peak, position, ratchet, lookback, contractKw, minimumShare } = terms;
  const minimum = minimumShare.times(contractKw).as("minimum demand");
  const earlier = peaks.between(position.minus(lookback), position.minus(1)).as("earlier peaks");
  return max(peak, ratchet.times(earlier.largest({ ifNone: 0 })), minimum);
}
