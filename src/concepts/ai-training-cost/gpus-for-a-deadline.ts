import { flopsPerTeraflop, secondsPerDay } from "../../calc/conversions";
import { day, flop, gpu, second, teraflop } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const gpusForADeadline = defineFunction({
  name: "GPUSFORDEADLINE",
  title: "GPUs for a deadline",
  summary: "Returns the GPUs needed to finish a training run in time, rounded up.",
  aliases: ["cluster size"],
  parameters: {
    flops: amount(flop, "Compute of the training run.", atLeast(0)),
    days: amount(day, "Time available.", moreThan(0)),
    peakTflops: amount(
      teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
      "Dense peak of one GPU at the precision used.",
      moreThan(0),
    ),
    mfu: share("Model FLOPs utilization: useful over peak compute.", atLeast(0), atMost(1)),
    goodput: optional(1, share("Share of the time spent on useful training steps.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: gpu.labelled("count"),
    description: "Rounded up to whole GPUs; a real cluster comes in servers of eight and racks.",
    means: "The deadline needs {result} GPUs.",
  },
  example: { flops: 3e24, days: 150, peakTflops: 2000, mfu: 0.552 },
  sources: ["Inverse of the training-time formula"],
  related: ["TRAININGDAYS"],
  calculate({ flops, days, peakTflops, mfu, goodput }) {
    const achieved = peakTflops.times(flopsPerTeraflop).times(mfu).times(goodput).as("achieved compute a second");
    return flops.dividedBy(days.times(secondsPerDay).times(achieved)).as("GPUs before rounding").roundedUp();
  },
});
