import { trainingGpuHours } from "./training-gpu-hours";
import { flop, gpu, gpuHour, second, teraflop, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const trainingCost = defineFunction({
  name: "TRAININGCOST",
  title: "Training cost",
  summary: "Returns the GPU rental cost of a training run.",
  aliases: ["training run", "budget"],
  parameters: {
    flops: amount(flop, "Compute of the training run.", atLeast(0)),
    peakTflops: amount(
      teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
      "Dense peak of one GPU at the precision used.",
      moreThan(0),
    ),
    mfu: share("Model FLOPs utilization: useful over peak compute.", atLeast(0), atMost(1)),
    ratePerGpuHour: amount(usd.per(gpuHour), "Price of one GPU-hour.", atLeast(0)),
    goodput: optional(1, share("Share of the time spent on useful training steps.", atLeast(0), atMost(1))),
    overhead: optional(0, share("Storage, network and staff, as a share added on top.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description: "Rental of the run itself: failed runs, experiments and staff come on top.",
    means: "The run costs {result}.",
  },
  example: { flops: 6.3e24, peakTflops: 989, mfu: 0.4, ratePerGpuHour: 2.5, goodput: 0.95, overhead: 0.1 },
  sources: ["ComputeTape AI training cost calculator"],
  related: ["TRAININGGPUHOURS", "AMORTIZEDTRAININGCOST"],
  calculate({ flops, peakTflops, mfu, ratePerGpuHour, goodput, overhead }) {
    const gpuHours = trainingGpuHours.calculate({ flops, peakTflops, mfu, goodput }).as("GPU-hours");
    return gpuHours.times(ratePerGpuHour).times(overhead.plus(1));
  },
});
