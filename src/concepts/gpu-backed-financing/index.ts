import type { Concept } from "../concept";
import { loanSchedule } from "./loan-schedule";

export const gpuBackedFinancing: Concept = {
  slug: "gpu-backed-financing",
  title: "GPU-backed financing",
  functions: [loanSchedule],
};
