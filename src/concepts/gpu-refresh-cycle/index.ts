import type { Concept } from "../concept";
import { bestReplacementYear } from "./best-replacement-year";
import { economicLife } from "./economic-life";
import { equivalentAnnualCost } from "./equivalent-annual-cost";
import { replacementYear } from "./replacement-year";
import { shutdownPrice } from "./shutdown-price";

export const gpuRefreshCycleConcept: Concept = {
  slug: "gpu-refresh-cycle",
  title: "GPU refresh cycle",
  functions: [equivalentAnnualCost, economicLife, bestReplacementYear, replacementYear, shutdownPrice],
};
