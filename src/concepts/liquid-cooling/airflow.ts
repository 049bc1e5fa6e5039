import { kilojoulesPerKilowattHour } from "../../calc/conversions";
import { constant } from "../../calc/quantity";
import { cubicMetre, hour, kelvin, kilogram, kilojoule, kilowatt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";

const airDensity = constant(1.2, kilogram.per(cubicMetre)).as("density of air");
const specificHeat = constant(1.006, kilojoule.per(kilogram.times(kelvin))).as("specific heat of air");

export const airflow = defineFunction({
  name: "AIRFLOW",
  title: "Airflow",
  summary:
    "Returns the airflow that carries away a heat load; use it to see when a rack is too dense to be cooled by air.",
  aliases: ["CFM", "cubic metres per hour", "air cooling", "fan flow", "ventilation"],
  parameters: {
    heatKw: amount(kilowatt, "Heat to be removed.", atLeast(0)),
    temperatureRise: amount(kelvin, "Temperature rise of the air.", moreThan(0)),
  },
  returns: {
    unit: cubicMetre.per(hour),
    description:
      "Compare it with what the fans and perforated tiles of one rack position move. Divide by 1.699 for cubic feet per minute (CFM).",
    means: "{result} of air, warmed by {temperatureRise}, carry {heatKw} away.",
  },
  example: { heatKw: 20, temperatureRise: 12 },
  sources: ["novtriq thermal-load tool (air properties)"],
  related: ["COOLANTFLOW", "BLENDEDPUE", "RACKPOWER"],
  calculate({ heatKw, temperatureRise }) {
    const heatOfAir = airDensity.times(specificHeat).as("heat of a cubic metre per kelvin");
    return heatKw.times(kilojoulesPerKilowattHour).dividedBy(heatOfAir.times(temperatureRise));
  },
});
