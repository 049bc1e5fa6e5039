import type { Concept } from "../concept";
import { rampRevenue } from "./ramp-revenue";
import { requiredRent } from "./required-rent";
import { walt } from "./walt";
import { yieldOnCost } from "./yield-on-cost";

export const hyperscaleDataCenterLeasingConcept: Concept = {
  slug: "hyperscale-data-center-leasing",
  title: "Hyperscale data center leasing",
  functions: [yieldOnCost, requiredRent, rampRevenue, walt],
};
