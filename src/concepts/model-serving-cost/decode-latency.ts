import { millisecondsPerSecond } from "../../calc/conversions";
import { bothOrNone, stepSeconds } from "./decode-step";
import { count, gigabyte, gpu, millisecond, second, terabyte, teraflop } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const decodeLatency = defineFunction({
  name: "DECODELATENCY",
  title: "Decode latency",
  summary: "Returns the milliseconds between two output tokens of a batch on the memory and compute roofline.",
  aliases: ["inter-token latency", "TPOT"],
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
    unit: millisecond,
    description: "Time between two tokens of one sequence: what a reader waits.",
    means: "Each token takes {result}.",
  },
  example: {
    batch: 256,
    kvGbPerSequence: 0.819,
    modelGb: 30,
    chips: 16,
    bandwidth: 0.81,
    parameters: 30000000000.0,
    tflops: 197,
  },
  sources: ["How To Scale Your Model, inference chapter (general step-time formula)"],
  related: ["DECODETHROUGHPUT"],
  requires: ({ parameters, tflops }) => ({
    "parameters and tflops must be given together or both left out": bothOrNone(parameters, tflops),
  }),
  calculate(args) {
    return millisecondsPerSecond.times(stepSeconds(args));
  },
});
