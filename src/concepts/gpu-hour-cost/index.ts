import type { Concept } from "../concept";
import { effectiveGpuHour } from "./effective-gpu-hour";
import { gpuHourCost } from "./gpu-hour-cost";
import { gpuHourCostStack } from "./gpu-hour-cost-stack";
import { gpuHourRate } from "./gpu-hour-rate";
import { levelizedComputeCost } from "./levelized-compute-cost";
import { rentalBill } from "./rental-bill";

export const gpuHourCostConcept: Concept = {
  slug: "gpu-hour-cost",
  title: "GPU-hour cost",
  functions: [gpuHourCost, levelizedComputeCost, gpuHourCostStack, effectiveGpuHour, gpuHourRate, rentalBill],
};
