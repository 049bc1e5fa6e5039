import type { Concept } from "../concept";
import { airflow } from "./airflow";
import { blendedPue } from "./blended-pue";
import { cduCount } from "./cdu-count";
import { coolantFlow } from "./coolant-flow";
import { coolantHeat } from "./coolant-heat";
import { coolingPayback } from "./cooling-payback";
import { pumpPower } from "./pump-power";

export const liquidCoolingConcept: Concept = {
  slug: "liquid-cooling",
  title: "Liquid cooling",
  functions: [coolantFlow, coolantHeat, airflow, blendedPue, coolingPayback, cduCount, pumpPower],
};
