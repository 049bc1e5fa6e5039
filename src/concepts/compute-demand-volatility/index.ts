import type { Concept } from "../concept";
import { coverageRisk } from "./coverage-risk";
import { demandStats } from "./demand-stats";
import { optimalCapacity } from "./optimal-capacity";

export const computeDemandVolatilityConcept: Concept = {
  slug: "compute-demand-volatility",
  title: "Compute demand volatility",
  functions: [demandStats, optimalCapacity, coverageRisk],
};
