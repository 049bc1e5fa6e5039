import type { Concept } from "../concept";
import { utilizationWaterfall } from "./utilization-waterfall";

export const gpuUtilizationRateConcept: Concept = {
  slug: "gpu-utilization-rate",
  title: "GPU utilization rate",
  functions: [utilizationWaterfall],
};
