import { flop, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const trainingAndInferenceCrossover = defineFunction({
  name: "TRAININGINFERENCECROSSOVER",
  title: "Training and inference crossover",
  summary: "Returns the served tokens at which inference has used as much compute as training.",
  aliases: ["crossover", "lifetime compute"],
  parameters: {
    trainingTokens: amount(token, "Tokens the model was trained on.", atLeast(0)),
    trainingMultiplier: optional(6, amount(flop, "FLOP per parameter and training token.", moreThan(0))),
    inferenceMultiplier: optional(2, amount(flop, "FLOP per parameter and served token.", moreThan(0))),
  },
  returns: {
    unit: token,
    description: "Tokens served after which serving has taken as much compute as training.",
    means: "Serving overtakes training after {result}.",
  },
  example: { trainingTokens: 15000000000000.0 },
  sources: ["Kaplan et al. 2020: 6ND for training, 2N per token for inference"],
  related: ["TRAININGFLOPS"],
  calculate({ trainingTokens, trainingMultiplier, inferenceMultiplier }) {
    return trainingTokens.times(trainingMultiplier).dividedBy(inferenceMultiplier);
  },
});
