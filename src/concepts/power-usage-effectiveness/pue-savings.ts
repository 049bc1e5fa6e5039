import { hour, kilowatt, kilowattHour, ratio, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const pueSavings = defineFunction({
  name: "PUESAVINGS",
  title: "Savings from a better PUE",
  summary: "Returns the power cost saved in the period when the PUE of an IT load improves.",
  aliases: ["efficiency savings", "retrofit savings", "energy savings", "cooling upgrade"],
  parameters: {
    itKw: amount(kilowatt, "Power drawn by the IT equipment.", atLeast(0)),
    pueBefore: amount(ratio, "PUE today.", atLeast(1)),
    pueAfter: amount(ratio, "PUE after the change.", atLeast(1)),
    powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
    hours: optional(8760, amount(hour, "Hours in the period.", moreThan(0))),
  },
  returns: {
    unit: usd,
    description:
      "Negative when the PUE gets worse. It holds as long as the IT load stays the same; with a price of 1 it is the energy saved in kWh.",
    means: "A PUE of {pueAfter} in place of {pueBefore} saves {result}.",
  },
  example: { itKw: 1000, pueBefore: 1.8, pueAfter: 1.4, powerPrice: 0.1 },
  sources: ["42U / Green Grid PUE savings estimate"],
  related: ["POWERCOST", "PUEOVERHEAD"],
  calculate({ itKw, pueBefore, pueAfter, powerPrice, hours }) {
    const saved = itKw.times(pueBefore.minus(pueAfter)).as("power saved");
    return saved.times(hours).as("energy saved").times(powerPrice);
  },
});
