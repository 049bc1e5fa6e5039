import type { Concept } from "../concept";
import { takeOrPay } from "./take-or-pay";
import { takeOrPaySchedule } from "./take-or-pay-schedule";

export const takeOrPayContractsConcept: Concept = {
  slug: "take-or-pay-contracts",
  title: "Take-or-pay contracts",
  functions: [takeOrPay, takeOrPaySchedule],
};
