import { flopsPerTeraflop, secondsPerHour } from "../../calc/conversions";
import { flop, gpu, gpuHour, second, teraflop } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const trainingGpuHours = defineFunction({
  name: "TRAININGGPUHOURS",
  title: "Training GPU-hours",
  summary: "Returns the GPU-hours a training run takes.",
  aliases: ["GPU hours"],
  parameters: {
    flops: amount(flop, "Compute of the training run.", atLeast(0)),
    peakTflops: amount(
      teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
      "Dense peak of one GPU at the precision used.",
      moreThan(0),
    ),
    mfu: share("Model FLOPs utilization: useful over peak compute.", atLeast(0), atMost(1)),
    goodput: optional(1, share("Share of the time spent on useful training steps.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: gpuHour,
    description: "Multiply it by a rental rate for the cost.",
    means: "The run takes {result}.",
  },
  example: { flops: 6.3e24, peakTflops: 989, mfu: 0.4, goodput: 0.95 },
  sources: ["Narayanan et al. 2021 (Megatron-LM), training time"],
  related: ["TRAININGCOST", "TRAININGDAYS"],
  calculate({ flops, peakTflops, mfu, goodput }) {
    const achieved = peakTflops.times(flopsPerTeraflop).times(mfu).times(goodput).as("achieved compute a second");
    return flops.dividedBy(achieved.times(secondsPerHour));
  },
});
