import { constant, max } from "../../calc/quantity";
import { minute, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const slaUptime = defineFunction({
  name: "SLAUPTIME",
  title: "Uptime for a service level",
  summary: "Returns measured uptime after excluded minutes; use it before looking up a service credit.",
  aliases: ["availability", "service level agreement", "downtime", "nines", "monthly uptime percentage"],
  parameters: {
    totalMinutes: amount(minute.labelled("minute"), "Minutes in the period.", atLeast(0)),
    downtimeMinutes: amount(minute.labelled("minute"), "All minutes down, excluded ones included.", atLeast(0)),
    excludedMinutes: optional(
      0,
      amount(minute.labelled("minute"), "Minutes that do not count, such as agreed maintenance.", atLeast(0)),
    ),
  },
  returns: {
    unit: share,
    description: "Compare it with the agreement's thresholds: 99.9% of a month of 30 days allows 43.2 minutes down.",
    means: "The service was up for {result} of the minutes that count.",
  },
  example: { totalMinutes: 43_200, downtimeMinutes: 180, excludedMinutes: 20 },
  sources: ["AWS Compute SLA", "CodingAce SLA credit calculator"],
  related: ["SLACREDIT"],
  requires: ({ totalMinutes, downtimeMinutes, excludedMinutes }) => ({
    "downtimeMinutes must be at most totalMinutes": downtimeMinutes.isAtMost(totalMinutes),
    "excludedMinutes must be at most totalMinutes": excludedMinutes.isAtMost(totalMinutes),
  }),
  calculate({ totalMinutes, downtimeMinutes, excludedMinutes }) {
    const down = max(0, downtimeMinutes.minus(excludedMinutes)).as("counted downtime");
    const counted = totalMinutes.minus(excludedMinutes).as("counted minutes");
    return constant(1).minus(down.dividedBy(counted));
  },
});
