import type { Concept } from "../concept";
import { breakEvenRentalPrice } from "./break-even-rental-price";
import { breakEvenUtilization } from "./break-even-utilization";
import { commitmentBill } from "./commitment-bill";
import { effectiveRentalRate } from "./effective-rental-rate";
import { optimalCommitment } from "./optimal-commitment";
import { rentalPayback } from "./rental-payback";
import { rentalYield } from "./rental-yield";
import { reservedBreakEven } from "./reserved-break-even";

export const gpuRentalEconomicsConcept: Concept = {
  slug: "gpu-rental-economics",
  title: "GPU rental economics",
  functions: [
    breakEvenUtilization,
    breakEvenRentalPrice,
    rentalYield,
    rentalPayback,
    commitmentBill,
    effectiveRentalRate,
    optimalCommitment,
    reservedBreakEven,
  ],
};
