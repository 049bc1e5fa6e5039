import type { Concept } from "../concept";
import { averageLife } from "./average-life";
import { averageLoanCoverage } from "./average-loan-coverage";
import { cashSweep } from "./cash-sweep";
import { coverageSchedule } from "./coverage-schedule";
import { debtCapacity } from "./debt-capacity";
import { debtServiceReserve } from "./debt-service-reserve";
import { loanCoverage } from "./loan-coverage";
import { loanLifeCoverage } from "./loan-life-coverage";
import { loanSchedule } from "./loan-schedule";
import { loanSizing } from "./loan-sizing";
import { minLoanCoverage } from "./min-loan-coverage";
import { sculptedSchedule } from "./sculpted-schedule";

export const gpuBackedFinancing: Concept = {
  slug: "gpu-backed-financing",
  title: "GPU-backed financing",
  functions: [
    loanCoverage,
    coverageSchedule,
    minLoanCoverage,
    averageLoanCoverage,
    loanLifeCoverage,
    debtCapacity,
    sculptedSchedule,
    loanSchedule,
    cashSweep,
    averageLife,
    loanSizing,
    debtServiceReserve,
  ],
};
