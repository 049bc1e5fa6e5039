import { bothOrNone, stepSeconds } from "./decode-step";
import { constant } from "../../calc/quantity";
import { count, gigabyte, gpu, second, terabyte, teraflop, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const decodeThroughput = defineFunction({
  name: "DECODETHROUGHPUT",
  title: "Decode throughput",
  summary: "Returns the output tokens per second of a batch on the memory and compute roofline.",
  aliases: ["tokens per second", "memory bound", "roofline"],
  parameters: {
    batch: amount(count, "Sequences decoded together.", moreThan(0)),
    kvGbPerSequence: amount(gigabyte, "Cache of one sequence.", atLeast(0)),
    modelGb: amount(gigabyte, "Memory of the weights read for each step.", atLeast(0)),
    chips: amount(gpu.labelled("count"), "Chips that share the work.", moreThan(0)),
    bandwidth: amount(terabyte.per(second.times(gpu)).labelled("TB/s"), "Memory bandwidth of one chip.", moreThan(0)),
    parameters: optional(
      null,
      amount(count, "Active parameters; give with tflops to include the compute limit.", atLeast(0)),
    ),
    tflops: optional(
      null,
      amount(
        teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
        "Dense peak of one chip; give with parameters.",
        moreThan(0),
      ),
    ),
    efficiency: optional(1, share("Achieved share of the roofline.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: token.per(second),
    description: "Tokens of all sequences together. It rises with the batch until compute, not memory, is the limit.",
    means: "The chips write {result}.",
  },
  example: { batch: 240, kvGbPerSequence: 6.7, modelGb: 26, chips: 8, bandwidth: 0.82 },
  sources: ["How To Scale Your Model, inference chapter (general step-time formula)"],
  related: ["DECODELATENCY", "SERVINGCOST"],
  requires: ({ parameters, tflops }) => ({
    "parameters and tflops must be given together or both left out": bothOrNone(parameters, tflops),
  }),
  calculate(args) {
    return args.batch.times(constant(1, token)).dividedBy(stepSeconds(args));
  },
});
