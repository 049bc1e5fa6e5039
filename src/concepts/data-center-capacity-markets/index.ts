import type { Concept } from "../concept";
import { coloAllInRate } from "./colo-all-in-rate";
import { coloCostPerKwh } from "./colo-cost-per-kwh";
import { monthsOfSupply } from "./months-of-supply";

export const dataCenterCapacityMarketsConcept: Concept = {
  slug: "data-center-capacity-markets",
  title: "Data center capacity markets",
  functions: [coloAllInRate, coloCostPerKwh, monthsOfSupply],
};
