import type { Model } from "../model";
import { aiDataCenterLease } from "./ai-data-center-lease";
import { gpuBackedLoan } from "./gpu-backed-loan";
import { gpuCloudBusiness } from "./gpu-cloud-business";
import { gpuRefreshDecision } from "./gpu-refresh-decision";
import { modelServingPnl } from "./model-serving-pnl";
import { trainingRunBudget } from "./training-run-budget";

/** In the order in which they are offered. */
export const models: readonly Model[] = [
  gpuCloudBusiness,
  gpuBackedLoan,
  aiDataCenterLease,
  modelServingPnl,
  trainingRunBudget,
  gpuRefreshDecision,
];
