import { constant, squareRoot } from "../../calc/quantity";
import { flop, token } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const computeOptimalModel = defineTable({
  name: "COMPUTEOPTIMAL",
  title: "Compute-optimal model",
  summary: "Returns the model size and the tokens that use a compute budget best.",
  aliases: ["Chinchilla", "scaling law"],
  parameters: {
    flops: amount(flop, "Compute of the training run.", atLeast(0)),
    tokensPerParameter: optional(20, amount(token.labelled("times"), "Tokens for each parameter.", moreThan(0))),
  },
  columns: { measure: "text", value: "mixed" },
  example: { flops: 5.88e23 },
  sources: ["Hoffmann et al. 2022 (Chinchilla), about 20 tokens per parameter"],
  related: ["TRAININGFLOPS"],
  calculate({ flops, tokensPerParameter }, { lines }) {
    const perParameter = constant(6, flop.per(token)).times(tokensPerParameter).as("compute per squared parameter");
    const parameters = squareRoot(flops.dividedBy(perParameter)).as("parameters");
    return lines([
      { measure: "parameters", value: parameters },
      { measure: "tokens", value: tokensPerParameter.times(parameters) },
    ]);
  },
});
