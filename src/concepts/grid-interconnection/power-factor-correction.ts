import { constant, power, type Quantity, squareRoot } from "../../calc/quantity";
import { kilowatt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, share } from "../parameter";

export const powerFactorCorrection = defineFunction({
  name: "POWERFACTORCORRECTION",
  title: "Power factor correction",
  summary:
    "Returns the reactive power that raises the power factor of a load; use it to size a capacitor bank or to price a power factor penalty.",
  aliases: ["kVAr", "capacitor bank", "reactive power", "PFC", "cos phi", "power factor penalty"],
  parameters: {
    kw: amount(kilowatt, "Real power.", atLeast(0)),
    powerFactorFrom: share("Power factor today.", moreThan(0), atMost(1)),
    powerFactorTo: share("Wanted power factor.", moreThan(0), atMost(1)),
  },
  returns: {
    unit: kilowatt.labelled("kVAr"),
    description:
      "The capacitors to install. Negative when the wanted power factor is lower: there is that much to spare. The last steps towards 1 take the most.",
    means: "Raising {kw} from {powerFactorFrom} to {powerFactorTo} takes {result}.",
  },
  example: { kw: 1000, powerFactorFrom: 0.85, powerFactorTo: 0.95 },
  sources: ["AC power identity"],
  related: ["APPARENTPOWER", "DEMANDCHARGE"],
  calculate({ kw, powerFactorFrom, powerFactorTo }) {
    const today = reactiveShare(powerFactorFrom).as("reactive share today");
    const wanted = reactiveShare(powerFactorTo).as("reactive share wanted");
    return kw.times(today.dividedBy(powerFactorFrom).minus(wanted.dividedBy(powerFactorTo)));
  },
});

/** Reactive over apparent power: the sine of the angle whose cosine is the power factor. */
function reactiveShare(powerFactor: Quantity): Quantity {
  return squareRoot(constant(1).minus(power(powerFactor, 2)));
}
