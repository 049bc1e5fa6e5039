import { kilogram, kilowattHour, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const cue = defineFunction({
  name: "CUE",
  title: "Carbon usage effectiveness",
  summary:
    "Returns kg of CO2-equivalent per kWh of IT energy; use it to compare sites whose power and overhead both differ.",
  aliases: ["carbon usage effectiveness", "carbon intensity", "emissions", "CO2"],
  parameters: {
    carbonFactor: amount(kilogram.per(kilowattHour), "Carbon intensity of the electricity.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
  },
  returns: {
    unit: kilogram.per(kilowattHour),
    description:
      "0 for carbon-free electricity whatever the PUE; never below the carbon intensity of the electricity itself.",
    means: "Each kWh of IT energy causes {result} of CO2-equivalent.",
  },
  example: { carbonFactor: 0.385, pue: 1.2 },
  sources: ["The Green Grid CUE"],
  related: ["WUE", "PUE"],
  calculate: ({ carbonFactor, pue }) => carbonFactor.times(pue),
});
