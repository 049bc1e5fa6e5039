import { constant } from "../../calc/quantity";
import { together } from "../../calc/series";
import { hour, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, series } from "../parameter";

export const availabilityUnderCurtailment = defineFunction({
  name: "CURTAILMENTAVAILABILITY",
  title: "Availability under curtailment",
  summary: "Returns the share of a period's energy that remains after curtailment.",
  aliases: ["uptime", "interruptible"],
  parameters: {
    hours: series(hour, "Hours of each curtailment.", atLeast(0)),
    depths: optional(
      1,
      series(
        share,
        "Share of the load cut in each: one value, or one for each; 1 when omitted.",
        atLeast(0),
        atMost(1),
        { oneForAll: true },
      ),
    ),
    periodHours: optional(8760, amount(hour, "Hours in the period.", moreThan(0))),
  },
  returns: {
    unit: share,
    description: "Share of the period's full output that is left.",
    means: "Curtailment leaves {result} of full output.",
  },
  example: { hours: [40, 60], depths: [1, 0.5] },
  sources: ["Duke University, Rethinking Load Growth (curtailment as a share of energy)"],
  related: ["CURTAILMENTLOSS", "DOWNTIMEHOURS"],
  requires: ({ hours, periodHours }) => ({
    "hours must add up to at most periodHours": hours.sum().isAtMost(periodHours.times(1 + 1e-9)),
  }),
  calculate({ hours, depths, periodHours }) {
    const lost = together({ duration: hours, depth: depths })
      .map(({ duration, depth }) => duration.times(depth))
      .as("full hours lost")
      .sum();
    return constant(1).minus(lost.dividedBy(periodHours));
  },
});
