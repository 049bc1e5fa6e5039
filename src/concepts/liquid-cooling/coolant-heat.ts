import { kilojoulesPerKilowattMinute } from "../../calc/conversions";
import { kelvin, kilowatt, litre, minute } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";
import { coolantSources, fluid, heatOfLitre } from "./coolant";

export const coolantHeat = defineFunction({
  name: "COOLANTHEAT",
  title: "Heat carried by coolant",
  summary:
    "Returns the heat that a coolant flow carries away; use it to see how much of a rack's power a liquid loop takes.",
  aliases: ["cooling capacity", "heat removal", "heat capture", "direct-to-chip", "cooling power"],
  parameters: {
    flow: amount(litre.per(minute), "Coolant flow.", atLeast(0)),
    temperatureRise: amount(kelvin, "Temperature rise of the coolant.", moreThan(0)),
    fluid,
  },
  returns: {
    unit: kilowatt,
    description:
      "Compare it with the power of the racks on the loop: what is missing must be carried away by air, or the coolant leaves warmer.",
    means: "{flow} of {fluid}, warmed by {temperatureRise}, carry away {result}.",
  },
  example: { flow: 150, temperatureRise: 10, fluid: "PG25" },
  sources: coolantSources,
  related: ["COOLANTFLOW", "PUMPPOWER", "CDUCOUNT", "BLENDEDPUE"],
  calculate: ({ flow, temperatureRise, fluid }) =>
    flow.times(heatOfLitre(fluid)).times(temperatureRise).dividedBy(kilojoulesPerKilowattMinute),
});
