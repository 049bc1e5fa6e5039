import { when } from "../../calc/quantity";
import { count, gpuHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

/** A run that fills its blocks is billed for no further one because of binary dust. */
const dust = 1e-9;

export const spotJobCost = defineFunction({
  name: "SPOTJOBCOST",
  title: "Cost of a job on spot",
  summary:
    "Returns the cost of a job on spot with repeated runs, on-demand fallback and billing blocks; use it to compare with a reliable run.",
  aliases: ["rerun cost", "interruptible job", "billing increment", "minimum billing", "fallback to on demand"],
  parameters: {
    plannedHours: amount(gpuHour, "GPU-hours one run takes.", atLeast(0)),
    spotRate: amount(usd.per(gpuHour), "Spot price per hour.", atLeast(0)),
    runs: optional(
      1,
      amount(count, "Times the job is expected to be run until it finishes; it need not be whole.", atLeast(1)),
    ),
    fallbackHours: optional(0, amount(gpuHour, "GPU-hours run elsewhere while spot is not available.", atLeast(0))),
    fallbackRate: optional(0, amount(usd.per(gpuHour), "Price of those hours.", atLeast(0))),
    billingIncrementHours: optional(
      0,
      amount(gpuHour.labelled("h"), "Billing block to which each run is rounded up; 0 bills exact time.", atLeast(0)),
    ),
  },
  returns: {
    unit: usd,
    description:
      "Compare it with the planned hours at the on-demand rate: spot loses once the runs exceed on-demand rate ÷ spot rate.",
    means: "The job of {plannedHours} costs {result} on spot.",
  },
  example: { plannedHours: 250, spotRate: 1.45, runs: 1, fallbackHours: 12, fallbackRate: 4.1 },
  sources: [
    "GPU spot and on-demand break-even page",
    "ComputeTape lessons and calculators, https://www.computetape.com/learn/",
  ],
  related: ["SPOTEFFECTIVERATE", "CHECKPOINTINTERVAL", "RENTALBILL"],
  calculate({ plannedHours, spotRate, runs, fallbackHours, fallbackRate, billingIncrementHours }) {
    const blocks = plannedHours.dividedBy(billingIncrementHours).as("blocks");
    const whole = blocks.roundedDown();
    const started = when(blocks.minus(whole).isMoreThan(dust), whole.plus(1), whole).as("blocks started");
    const billed = when(billingIncrementHours.is(0), plannedHours, started.times(billingIncrementHours)).as(
      "billed hours of a run",
    );
    const spot = billed.times(runs).times(spotRate).as("cost on spot");
    const fallback = fallbackHours.times(fallbackRate).as("cost of fallback");
    return spot.plus(fallback);
  },
});
