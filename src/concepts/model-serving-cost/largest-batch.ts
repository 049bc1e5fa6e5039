import { bytesPerGigabyte } from "../../calc/conversions";
import { constant, max } from "../../calc/quantity";
import { byte, count, gigabyte, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const largestBatch = defineFunction({
  name: "MAXBATCH",
  title: "Largest batch",
  summary: "Returns how many sequences fit in memory beside the weights, rounded down.",
  aliases: ["concurrency", "batch size"],
  parameters: {
    memoryGb: amount(gigabyte, "Memory of all chips together.", atLeast(0)),
    modelGb: amount(gigabyte, "Memory of the weights.", atLeast(0)),
    bytesPerToken: amount(byte.per(token).labelled("byte"), "Cache bytes for each token.", moreThan(0)),
    context: amount(token, "Tokens of context in each sequence.", moreThan(0)),
    reserve: optional(0, share("Share of the memory kept free.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: count,
    description: "0 means that the model does not fit.",
    means: "{result} sequences fit at once.",
  },
  example: { memoryGb: 256, modelGb: 140, bytesPerToken: 324000, context: 8192 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["KVCACHEPERTOKEN", "DECODETHROUGHPUT"],
  calculate({ memoryGb, modelGb, bytesPerToken, context, reserve }) {
    const free = memoryGb.times(constant(1).minus(reserve)).minus(modelGb).as("free memory");
    const sequence = bytesPerToken.times(context).as("cache of one sequence");
    return max(0, free.times(bytesPerGigabyte).dividedBy(sequence).roundedDown());
  },
});
