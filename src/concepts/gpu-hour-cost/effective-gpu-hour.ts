import { constant } from "../../calc/quantity";
import { gpuHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const effectiveGpuHour = defineFunction({
  name: "EFFECTIVEGPUHOUR",
  title: "Effective cost of a useful GPU-hour",
  summary:
    "Returns the rate per useful hour once idle time, lost work and overhead are counted; use it to compare quotes.",
  aliases: ["effective rate", "cost per useful hour", "goodput", "MFU cost", "all-in rate"],
  parameters: {
    rate: amount(usd.per(gpuHour), "Listed hourly rate.", atLeast(0)),
    utilization: share("Share of installed hours that earn or do useful work.", atLeast(0), atMost(1)),
    goodput: optional(1, share("Share of used hours whose work is kept.", atLeast(0), atMost(1))),
    overhead: optional(0, share("Extra cost on top of the rate, as a share of it.", atLeast(0))),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "Compare quotes by it rather than by the listed rate: the cheaper quote is the one with the lower effective cost.",
    means: "A listed rate of {rate} comes to {result} for an hour whose work is kept.",
  },
  example: { rate: 8, utilization: 0.5 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/"],
  related: ["GPUHOURRATE", "RENTALBILL", "GPUHOURCOST"],
  calculate({ rate, utilization, goodput, overhead }) {
    const allIn = rate.times(constant(1).plus(overhead)).as("rate with overhead");
    return allIn.dividedBy(utilization.times(goodput).as("useful share of hours"));
  },
});
