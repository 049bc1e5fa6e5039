import { when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { gpuHour } from "../../calc/unit";
import { defineFunction } from "../define";
import { committedRate, onDemandRate, usage } from "./commitment";

/** Covers what two equal costs differ by when their rates come from cells, in doubles. */
const tieAllowance = 1 + 1e-12;

export const optimalCommitment = defineFunction({
  name: "OPTIMALCOMMITMENT",
  title: "Cheapest commitment",
  summary:
    "Returns the commitment level that would have cost least over a usage history; use it to decide how much to reserve.",
  aliases: ["optimal reservation", "savings plan size", "commitment sizing", "critical fractile", "newsvendor"],
  parameters: { usage, committedRate, onDemandRate },
  returns: {
    unit: gpuHour,
    description:
      "The level that usage exceeds in no larger share of periods than committed rate ÷ on-demand rate. A history is not a forecast: commit to less when demand may fall.",
    means: "Committing to {result} in every period would have cost least at {committedRate}.",
  },
  example: { usage: [80, 120, 100, 60], committedRate: 2, onDemandRate: 3.5 },
  sources: ["Newsvendor (critical fractile) model; capacity reservation form in doi 10.1177/10591478241251614"],
  related: ["COMMITMENTBILL", "EFFECTIVERENTALRATE", "OPTIMALCAPACITY"],
  calculate({ usage, committedRate, onDemandRate }) {
    const periods = usage.count();
    const costOfCommitting = committedRate.times(periods).times(tieAllowance).as("cost of a unit committed throughout");
    // With the levels sorted, no more levels stand above one than behind it: counting pairs would take too long.
    const rank = together({ usage })
      .where(({ position }) => periods.minus(position).times(onDemandRate).isAtMost(costOfCommitting))
      .map(({ position }) => position)
      .first()
      .as("rank of the level");
    return when(committedRate.isAtLeast(onDemandRate), 0, usage.ranked(rank));
  },
});
