import type { Concept } from "../concept";
import { gpuHourCost } from "./gpu-hour-cost";

export const gpuHourCostConcept: Concept = {
  slug: "gpu-hour-cost",
  title: "GPU-hour cost",
  functions: [gpuHourCost],
};
