import { constant, match, type Quantity, type Word } from "../../calc/quantity";
import { kelvin, kilogram, kilojoule, litre } from "../../calc/unit";
import { choice, optional } from "../parameter";

export const fluids = ["water", "PG25"] as const;

/** The coolant, as the functions about its flow take it. */
export const fluid = optional("water", choice(fluids, "Coolant: water, or water with 25% propylene glycol."));

const specificHeats = {
  water: constant(4.18, kilojoule.per(kilogram.times(kelvin))),
  PG25: constant(3.97, kilojoule.per(kilogram.times(kelvin))),
};
/** At 45 °C. */
const densities = {
  water: constant(0.99, kilogram.per(litre)),
  PG25: constant(1.0116, kilogram.per(litre)),
};

/** Heat that a litre of the coolant takes up for each kelvin by which it gets warmer. */
export function heatOfLitre(coolant: Word<(typeof fluids)[number]>): Quantity {
  const specificHeat = match(coolant, specificHeats).as("specific heat");
  const density = match(coolant, densities).as("density");
  return specificHeat.times(density).as("heat of a litre per kelvin");
}

export const coolantSources = [
  "Chilldyne 500 kW rack design (water properties)",
  "Airedale design data for propylene glycol, https://www.easymanua.ls/airedale/deltachill/manual?p=53",
];
