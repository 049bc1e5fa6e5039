import { count, flop, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const trainingCompute = defineFunction({
  name: "TRAININGFLOPS",
  title: "Training compute",
  summary: "Returns the compute of a training run.",
  aliases: ["6ND", "compute", "FLOPs"],
  parameters: {
    parameters: amount(count, "Model parameters (active ones for a mixture of experts).", atLeast(0)),
    tokens: amount(token, "Tokens processed.", atLeast(0)),
    multiplier: optional(
      6,
      amount(
        flop.per(token).labelled("FLOP"),
        "FLOP per parameter and token: 6, or 8 with full recomputation.",
        moreThan(0),
      ),
    ),
  },
  returns: {
    unit: flop,
    description:
      "Six per parameter and token covers the forward and the backward pass of a dense model; use active parameters for a mixture of experts.",
    means: "Training takes {result}.",
  },
  example: { parameters: 70000000000.0, tokens: 15000000000000.0 },
  sources: ["Kaplan et al. 2020, Scaling Laws (6ND)", "Narayanan et al. 2021 (8ND with recomputation)"],
  related: ["TRAININGDAYS", "TRAININGCOST", "COMPUTEOPTIMAL"],
  calculate({ parameters, tokens, multiplier }) {
    return parameters.times(tokens).times(multiplier);
  },
});
