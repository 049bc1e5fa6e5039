import { constant } from "../../calc/quantity";
import { byte, count, none, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const kvCachePerToken = defineFunction({
  name: "KVCACHEPERTOKEN",
  title: "KV cache per token",
  summary: "Returns the bytes of key-value cache that one token of context takes.",
  aliases: ["KV cache", "attention"],
  parameters: {
    layers: amount(count, "Transformer layers.", atLeast(0)),
    kvHeads: amount(count, "Key-value heads.", atLeast(0)),
    headDimension: amount(count, "Dimension of a head.", atLeast(0)),
    bytesPerValue: optional(2, amount(byte, "Bytes for each value.", moreThan(0))),
  },
  returns: {
    unit: byte.per(token).labelled("byte"),
    description: "Grouped-query attention has fewer kvHeads than heads and so a smaller cache.",
    means: "Each token of context takes {result}.",
  },
  example: { layers: 80, kvHeads: 8, headDimension: 128, bytesPerValue: 1 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["KVCACHE", "MAXBATCH"],
  calculate({ layers, kvHeads, headDimension, bytesPerValue }) {
    // A key and a value for each token.
    return constant(2, none.per(token)).times(layers).times(kvHeads).times(headDimension).times(bytesPerValue);
  },
});
