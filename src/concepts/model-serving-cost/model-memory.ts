import { bytesPerGigabyte } from "../../calc/conversions";
import { byte, count, gigabyte } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const modelMemory = defineFunction({
  name: "MODELMEMORY",
  title: "Model memory",
  summary: "Returns the memory of model weights, or of any other state kept per parameter.",
  aliases: ["VRAM", "weights"],
  parameters: {
    parameters: amount(count, "Model parameters (active ones for a mixture of experts).", atLeast(0)),
    bytesPerParameter: optional(
      2,
      amount(byte, "Bytes for each parameter: 2 for BF16, 1 for FP8, 0.5 for FP4, 16 for Adam training.", moreThan(0)),
    ),
  },
  returns: {
    unit: gigabyte,
    description: "Weights alone, in decimal gigabytes; cache and activations come on top.",
    means: "The weights take {result}.",
  },
  example: { parameters: 70000000000.0, bytesPerParameter: 1 },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["KVCACHE", "MAXBATCH"],
  calculate({ parameters, bytesPerParameter }) {
    return parameters.times(bytesPerParameter).dividedBy(bytesPerGigabyte);
  },
});
