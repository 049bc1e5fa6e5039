import { constant, notAvailable, when } from "../../calc/quantity";
import { gpuHour, hour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";
import { checkpointInterval } from "./checkpoint-interval";

export const spotEffectiveRate = defineFunction({
  name: "SPOTEFFECTIVERATE",
  title: "Effective spot rate",
  summary:
    "Returns the spot rate per useful hour after checkpoints, lost work and restarts; use it to see whether the discount survives interruptions.",
  aliases: ["preemptible", "interruptible price", "spot discount", "cost per finished hour", "preemption overhead"],
  parameters: {
    spotRate: amount(usd.per(gpuHour), "Spot price per hour.", atLeast(0)),
    hoursBetweenInterruptions: amount(hour, "Average hours between interruptions.", moreThan(0)),
    checkpointHours: amount(hour, "Time to write one checkpoint.", atLeast(0)),
    restartHours: optional(0, amount(hour, "Time to restart after an interruption.", atLeast(0))),
    intervalHours: optional(
      null,
      amount(hour, "Time between checkpoints; leave out for the cheapest interval (CHECKPOINTINTERVAL).", moreThan(0)),
    ),
  },
  returns: {
    unit: usd.per(gpuHour),
    description: "Compare it with the on-demand rate: above it, the interruptions have used up the discount.",
    means: "An hour of kept work costs {result}, at a spot price of {spotRate}.",
  },
  example: { spotRate: 1, hoursBetweenInterruptions: 10, checkpointHours: 0.05, restartHours: 0.25 },
  sources: [
    "Young, A first order approximation to the optimum checkpoint interval, CACM 17(9), 1974; arXiv 2410.18124",
  ],
  related: ["CHECKPOINTINTERVAL", "SPOTJOBCOST", "RENTALBILL"],
  calculate({ spotRate, hoursBetweenInterruptions, checkpointHours, restartHours, intervalHours }) {
    const best = checkpointInterval.calculate({ hoursBetweenInterruptions, checkpointHours });
    const interval = intervalHours.otherwise(best).as("time between checkpoints");
    const writing = when(checkpointHours.is(0), 0, checkpointHours.dividedBy(interval)).as("share lost to writing");
    const lost = interval.dividedBy(2).plus(restartHours).as("time lost at an interruption");
    const waste = writing.plus(lost.dividedBy(hoursBetweenInterruptions)).as("waste");
    return when(
      waste.isAtLeast(1),
      notAvailable(
        "the job never finishes: writing, lost work and restarts take all the time between interruptions; shorten checkpointHours or restartHours, or find capacity with a longer hoursBetweenInterruptions",
      ),
      spotRate.dividedBy(constant(1).minus(waste)),
    );
  },
});
