import { flopsPerTeraflop } from "../../calc/conversions";
import { constant } from "../../calc/quantity";
import { count, flop, gpu, second, share, teraflop, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const modelFlopsUtilization = defineFunction({
  name: "MFU",
  title: "Model FLOPs utilization",
  summary: "Returns the share of peak compute that a training run turns into useful work.",
  aliases: ["model FLOPs utilization", "efficiency"],
  parameters: {
    tokensPerSecond: amount(token.per(second), "Training throughput of the whole job.", atLeast(0)),
    parameters: amount(count, "Model parameters (active ones for a mixture of experts).", atLeast(0)),
    gpus: amount(gpu.labelled("count"), "GPUs used.", moreThan(0)),
    peakTflops: amount(
      teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
      "Dense peak of one GPU at the precision used.",
      moreThan(0),
    ),
    layers: optional(0, amount(count, "Transformer layers.", atLeast(0))),
    hidden: optional(0, amount(count, "Width of attention: heads times head dimension.", atLeast(0))),
    sequence: optional(0, amount(token, "Sequence length.", atLeast(0))),
  },
  returns: {
    unit: share,
    description: "A result above 100% means a wrong peak: sparse, or of another precision.",
    means: "The run achieves {result} of the peak.",
  },
  example: {
    tokensPerSecond: 515636,
    parameters: 64862437376,
    gpus: 512,
    peakTflops: 989.5,
    layers: 80,
    hidden: 8192,
    sequence: 2048,
  },
  sources: ["Chowdhery et al. 2022 (PaLM), appendix B", "MosaicML llm-foundry throughput tables"],
  related: ["TRAININGFLOPS", "TRAININGDAYS"],
  calculate({ tokensPerSecond, parameters, gpus, peakTflops, layers, hidden, sequence }) {
    const weights = constant(6, flop.per(token)).times(parameters).as("compute of the weights, per token");
    const attention = constant(12, flop.per(token.times(token)))
      .times(layers)
      .times(hidden)
      .times(sequence)
      .as("compute of attention, per token");
    const peak = gpus.times(peakTflops).times(flopsPerTeraflop).as("peak compute a second");
    return tokensPerSecond.times(weights.plus(attention)).dividedBy(peak);
  },
});
