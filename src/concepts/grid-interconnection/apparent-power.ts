import { kilowatt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, share } from "../parameter";

export const apparentPower = defineFunction({
  name: "APPARENTPOWER",
  title: "Apparent power",
  summary:
    "Returns the kVA behind a kW load; use it to size transformers, generators and UPS units, which are rated in kVA.",
  aliases: ["kVA", "volt-amperes", "power factor", "transformer sizing", "UPS sizing"],
  parameters: {
    kw: amount(kilowatt, "Real power.", atLeast(0)),
    powerFactor: share("Real over apparent power.", moreThan(0), atMost(1)),
  },
  returns: {
    // Of the dimension of power: what is left of it as real power is told by the power factor, a plain number.
    unit: kilowatt.labelled("kVA"),
    description:
      "Compare it with the rating of the equipment in kVA. At a power factor of 1 it equals the load in kW; some tariffs bill it instead of kW.",
    means: "A load of {kw} at a power factor of {powerFactor} takes {result}.",
  },
  example: { kw: 400, powerFactor: 0.95 },
  sources: ["AC power identity"],
  related: ["POWERFACTORCORRECTION", "RACKPOWER", "BILLINGDEMAND"],
  calculate: ({ kw, powerFactor }) => kw.dividedBy(powerFactor),
});
