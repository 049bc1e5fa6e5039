import { hour, kilowatt, kilowattHour, ratio, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const powerCost = defineFunction({
  name: "POWERCOST",
  title: "Power cost",
  summary:
    "Returns the electricity bill of an IT load with its facility overhead; use it for a year, or give the hours.",
  aliases: ["electricity bill", "energy cost", "utility bill", "power opex"],
  parameters: {
    itKw: amount(kilowatt, "Power drawn by the IT equipment.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
    powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
    hours: optional(8760, amount(hour, "Hours in the period.", moreThan(0))),
    loadFactor: optional(1, share("Average draw over the stated IT power.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: usd,
    description: "The energy part of the bill, without demand and network charges; negative at a negative price.",
    means: "{itKw} of IT equipment at a PUE of {pue} costs {result} in {hours}.",
  },
  example: { itKw: 10, pue: 1.3, powerPrice: 0.08 },
  sources: ["Identity"],
  related: ["PUEPOWER", "PUESAVINGS"],
  calculate({ itKw, pue, powerPrice, hours, loadFactor }) {
    const draw = itKw.times(pue).times(loadFactor).as("average facility power");
    return draw.times(hours).as("facility energy").times(powerPrice);
  },
});
