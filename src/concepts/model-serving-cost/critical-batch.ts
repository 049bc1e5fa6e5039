import { constant } from "../../calc/quantity";
import { byte, count, second, terabyte, teraflop } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, moreThan, optional } from "../parameter";

export const criticalBatch = defineFunction({
  name: "CRITICALBATCH",
  title: "Critical batch",
  summary: "Returns the batch at which decoding turns from memory-bound to compute-bound.",
  aliases: ["arithmetic intensity", "roofline"],
  parameters: {
    tflops: amount(teraflop.per(second), "Dense peak of one chip.", moreThan(0)),
    bandwidth: amount(terabyte.per(second), "Memory bandwidth of one chip.", moreThan(0)),
    bytesPerParameter: optional(2, amount(byte, "Bytes for each parameter.", moreThan(0))),
  },
  returns: {
    unit: count,
    description: "Below it a step waits for memory, above it for compute: up to it a larger batch costs no time.",
    means: "The step turns from memory to compute at a batch of {result}.",
  },
  example: { tflops: 197, bandwidth: 0.82 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["DECODETHROUGHPUT"],
  calculate({ tflops, bandwidth, bytesPerParameter }) {
    // Two operations for each parameter; the million millions of both peaks cancel.
    const perParameter = constant(2, teraflop.times(byte).per(terabyte));
    return tflops.times(bytesPerParameter).dividedBy(bandwidth.times(perParameter));
  },
});
