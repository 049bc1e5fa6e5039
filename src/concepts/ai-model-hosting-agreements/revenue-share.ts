import { max, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { share as shareOf, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, flag, optional, series } from "../parameter";

export const revenueShare = defineFunction({
  name: "REVENUESHARE",
  title: "Tiered revenue share",
  summary:
    "Returns the payment under a tiered revenue share with a minimum guarantee; use it for model hosting and marketplace deals.",
  aliases: ["royalty", "rev share", "sliding scale", "commission tiers", "minimum guarantee", "marginal tiers"],
  parameters: {
    revenue: amount(usd, "Revenue of the period.", atLeast(0)),
    tierFloors: series(usd, "Revenue at which each tier starts, lowest first.", atLeast(0)),
    shares: series(shareOf, "Share paid in each tier.", atLeast(0), atMost(1)),
    minimum: optional(0, amount(usd, "Least payment.", atLeast(0))),
    marginal: optional(
      true,
      flag(
        "TRUE: each tier's share applies to the revenue inside it; FALSE: the share of the highest tier reached applies to all revenue.",
      ),
    ),
  },
  returns: {
    unit: usd,
    description:
      "Check it just below and just above a tier's start: applied to all revenue, a lower share pays less after one more dollar.",
    means: "Revenue of {revenue} pays a share of {result}.",
  },
  example: { revenue: 1_200_000, tierFloors: [0, 500_000, 1_000_000], shares: [0.3, 0.25, 0.2] },
  sources: ["Marketplace and licensing tier practice; no published worked example found"],
  related: ["TAKERATEGROSSUP", "TAKEORPAY"],
  requires: ({ tierFloors }) => ({ "tierFloors must increase from cell to cell": tierFloors.increases }),
  calculate({ revenue, tierFloors, shares, minimum, marginal }) {
    // What a tier pays beyond the tier before it, on all revenue above its start: in total, each tier's share of its own part.
    const byTier = together({ floor: tierFloors, share: shares, before: shares.shifted(0) })
      .map(({ floor, share, before }) => share.minus(before).times(max(0, revenue.minus(floor))))
      .sum()
      .as("shares of the parts");
    const reached = together({ floor: tierFloors, share: shares })
      .where(({ floor }) => floor.isAtMost(revenue))
      .map(({ share }) => share)
      .last({ ifNone: 0 })
      .as("share of the highest tier reached");
    return max(when(marginal, byTier, reached.times(revenue)), minimum);
  },
});
