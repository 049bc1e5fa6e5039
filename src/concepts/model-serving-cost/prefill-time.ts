import { flopsPerTeraflop } from "../../calc/conversions";
import { constant } from "../../calc/quantity";
import { count, flop, gpu, second, teraflop, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const prefillTime = defineFunction({
  name: "PREFILLSECONDS",
  title: "Prefill time",
  summary: "Returns the time to process a prompt.",
  aliases: ["time to first token", "TTFT"],
  parameters: {
    parameters: amount(count, "Model parameters (active ones for a mixture of experts).", atLeast(0)),
    tokens: amount(token, "Prompt tokens.", atLeast(0)),
    chips: amount(gpu.labelled("count"), "Chips that share the work.", moreThan(0)),
    tflops: amount(teraflop.per(second.times(gpu)).labelled("TFLOP/s"), "Dense peak of one chip.", moreThan(0)),
    mfu: optional(1, share("Achieved share of the peak.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: second,
    description: "Time before the first token of the answer, without queueing.",
    means: "Reading the prompt takes {result}.",
  },
  example: { parameters: 70000000000.0, tokens: 8192, chips: 16, tflops: 197, mfu: 0.4 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["DECODELATENCY"],
  calculate({ parameters, tokens, chips, tflops, mfu }) {
    const work = constant(2, flop.per(token)).times(parameters).times(tokens).as("compute of the prompt");
    return work.dividedBy(chips.times(tflops).times(flopsPerTeraflop).times(mfu).as("achieved compute a second"));
  },
});
