import type { Concept } from "../concept";
import { costPerSuccess } from "./cost-per-success";
import { grossMargin } from "./gross-margin";
import { markupOnCost } from "./mark-up-on-cost";
import { selfHostingBreakEven } from "./self-hosting-break-even";
import { tokenRevenue } from "./token-revenue";
import { trainingAndInferenceCrossover } from "./training-and-inference-crossover";

export const inferenceVsTrainingConcept: Concept = {
  slug: "inference-vs-training",
  title: "Inference and training",
  functions: [
    tokenRevenue,
    grossMargin,
    markupOnCost,
    trainingAndInferenceCrossover,
    selfHostingBreakEven,
    costPerSuccess,
  ],
};
