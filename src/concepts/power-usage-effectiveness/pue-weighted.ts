import { together } from "../../calc/series";
import { kilowattHour, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";

export const pueWeighted = defineFunction({
  name: "PUEWEIGHTED",
  title: "Energy-weighted PUE",
  summary:
    "Returns the PUE of several sites or months together, weighted by IT energy rather than averaged; use it for a fleet or a year.",
  aliases: ["fleet PUE", "annual PUE", "trailing twelve months PUE", "average PUE"],
  parameters: {
    totalEnergies: series(kilowattHour, "Facility energy of each site or month.", atLeast(0)),
    itEnergies: series(kilowattHour, "IT energy of each site or month.", atLeast(0)),
  },
  returns: {
    unit: ratio,
    description:
      "It lies between the lowest and the highest PUE of the parts, closer to those that use more energy; the plain average of the ratios does not.",
    means: "Together the sites or months draw {result} the energy of their IT equipment.",
  },
  example: { totalEnergies: [1300, 4200, 2500], itEnergies: [1000, 3500, 2200] },
  sources: ["Google data-center efficiency reporting: energy-weighted trailing average"],
  related: ["PUE", "PUEFROMPARTS"],
  requires: ({ totalEnergies, itEnergies }) => ({
    "totalEnergies must be at least itEnergies in every pair": together({
      total: totalEnergies,
      it: itEnergies,
    }).every(({ total, it }) => total.isAtLeast(it)),
  }),
  calculate: ({ totalEnergies, itEnergies }) =>
    totalEnergies.sum().as("facility energy").dividedBy(itEnergies.sum().as("IT energy")),
});
