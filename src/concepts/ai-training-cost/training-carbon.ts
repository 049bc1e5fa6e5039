import { megawattHour, tonne } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const trainingCarbon = defineFunction({
  name: "TRAININGCARBON",
  title: "Training carbon",
  summary: "Returns the CO2-equivalent of an amount of electricity.",
  aliases: ["CO2", "emissions"],
  parameters: {
    energyMwh: amount(megawattHour, "Energy used.", atLeast(0)),
    kgPerKwh: amount(tonne.per(megawattHour).labelled("kg/kWh"), "Carbon intensity of the electricity.", atLeast(0)),
  },
  returns: {
    unit: tonne,
    description:
      "Emissions of the electricity alone, by the factor given: location-based or market-based as that factor is.",
    means: "The run emits {result}.",
  },
  example: { energyMwh: 756.9408, kgPerKwh: 0.385 },
  sources: ["Touvron et al. 2023 (LLaMA), carbon accounting"],
  related: ["TRAININGENERGY", "CUE"],
  calculate({ energyMwh, kgPerKwh }) {
    // A kilogram per kilowatt-hour is a tonne per megawatt-hour.
    return energyMwh.times(kgPerKwh);
  },
});
