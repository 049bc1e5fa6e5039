import type { Concept } from "../concept";
import { amortizedTrainingCost } from "./amortized-training-cost";
import { computeOptimalModel } from "./compute-optimal-model";
import { gpusForADeadline } from "./gpus-for-a-deadline";
import { modelFlopsUtilization } from "./model-flops-utilization";
import { trainingCarbon } from "./training-carbon";
import { trainingCompute } from "./training-compute";
import { trainingCost } from "./training-cost";
import { trainingDays } from "./training-days";
import { trainingEnergy } from "./training-energy";
import { trainingGpuHours } from "./training-gpu-hours";

export const aiTrainingCostConcept: Concept = {
  slug: "ai-training-cost",
  title: "AI training cost",
  functions: [
    trainingCompute,
    trainingDays,
    trainingGpuHours,
    modelFlopsUtilization,
    trainingCost,
    gpusForADeadline,
    trainingEnergy,
    trainingCarbon,
    amortizedTrainingCost,
    computeOptimalModel,
  ],
};
