import { flopsPerTeraflop, secondsPerDay } from "../../calc/conversions";
import { day, flop, gpu, second, teraflop } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const trainingDays = defineFunction({
  name: "TRAININGDAYS",
  title: "Training days",
  summary: "Returns how long a training run takes on a number of GPUs.",
  aliases: ["training time", "wall clock"],
  parameters: {
    flops: amount(flop, "Compute of the training run.", atLeast(0)),
    gpus: amount(gpu.labelled("count"), "GPUs used.", moreThan(0)),
    peakTflops: amount(
      teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
      "Dense peak of one GPU at the precision used.",
      moreThan(0),
    ),
    mfu: share("Model FLOPs utilization: useful over peak compute.", atLeast(0), atMost(1)),
    goodput: optional(1, share("Share of the time spent on useful training steps.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: day,
    description: "Compare it with the reservation: a slower run keeps the whole cluster longer.",
    means: "The run takes {result}.",
  },
  example: { flops: 6.3e24, gpus: 8960, peakTflops: 459, mfu: 0.4 },
  sources: ["Narayanan et al. 2021 (Megatron-LM), training time", "How To Scale Your Model"],
  related: ["TRAININGGPUHOURS", "GPUSFORDEADLINE"],
  calculate({ flops, gpus, peakTflops, mfu, goodput }) {
    const achieved = gpus
      .times(peakTflops)
      .times(flopsPerTeraflop)
      .times(mfu)
      .times(goodput)
      .as("achieved compute a second");
    return flops.dividedBy(achieved.times(secondsPerDay));
  },
});
