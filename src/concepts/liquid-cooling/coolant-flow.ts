import { kilojoulesPerKilowattMinute } from "../../calc/conversions";
import { kelvin, kilowatt, litre, minute } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";
import { coolantSources, fluid, heatOfLitre } from "./coolant";

export const coolantFlow = defineFunction({
  name: "COOLANTFLOW",
  title: "Coolant flow",
  summary:
    "Returns the coolant flow that carries away a heat load; use it to size pumps, pipes and distribution units.",
  aliases: ["flow rate", "litres per minute", "LPM", "direct-to-chip", "DLC", "water flow", "cold plate flow"],
  parameters: {
    heatKw: amount(kilowatt, "Heat to be removed.", atLeast(0)),
    temperatureRise: amount(kelvin, "Temperature rise of the coolant.", moreThan(0)),
    fluid,
  },
  returns: {
    unit: litre.per(minute),
    description:
      "Compare it with what the distribution unit and the rack's connections pass. At a rise of 10 K each kW takes about 1.45 L/min of water; half the rise takes twice the flow.",
    means: "{result} of {fluid}, warmed by {temperatureRise}, carry {heatKw} away.",
  },
  example: { heatKw: 9, temperatureRise: 10 },
  sources: coolantSources,
  related: ["COOLANTHEAT", "PUMPPOWER", "CDUCOUNT", "AIRFLOW"],
  calculate: ({ heatKw, temperatureRise, fluid }) =>
    heatKw.times(kilojoulesPerKilowattMinute).dividedBy(heatOfLitre(fluid).times(temperatureRise)),
});
