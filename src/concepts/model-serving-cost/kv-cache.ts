import { bytesPerGigabyte } from "../../calc/conversions";
import { byte, count, gigabyte, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const kvCache = defineFunction({
  name: "KVCACHE",
  title: "KV cache",
  summary: "Returns the memory of the key-value cache of a batch.",
  aliases: ["VRAM", "context"],
  parameters: {
    bytesPerToken: amount(byte.per(token).labelled("byte"), "Cache bytes for each token.", atLeast(0)),
    context: amount(token, "Tokens of context in each sequence.", atLeast(0)),
    batch: optional(1, amount(count, "Sequences in the batch.", atLeast(0))),
  },
  returns: {
    unit: gigabyte,
    description: "It grows with context and batch and competes with the weights for memory.",
    means: "The cache takes {result}.",
  },
  example: { bytesPerToken: 163840, context: 32768 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["KVCACHEPERTOKEN", "MAXBATCH"],
  calculate({ bytesPerToken, context, batch }) {
    return bytesPerToken.times(context).times(batch).dividedBy(bytesPerGigabyte);
  },
});
