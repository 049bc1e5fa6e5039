import { constant } from "../../calc/quantity";
import { ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, share } from "../parameter";

export const blendedPue = defineFunction({
  name: "BLENDEDPUE",
  title: "PUE of mixed cooling",
  summary:
    "Returns the PUE when part of the heat goes to liquid and the rest to air; use it to see what a liquid loop does for the whole site.",
  aliases: ["hybrid cooling", "pPUE", "partial PUE", "heat capture ratio", "liquid cooling PUE"],
  parameters: {
    liquidShare: share("Share of the heat removed by liquid.", atLeast(0), atMost(1)),
    airOverhead: amount(ratio, "Cooling energy per unit of IT energy on the air side.", atLeast(0)),
    liquidOverhead: amount(ratio, "Cooling energy per unit of IT energy on the liquid side.", atLeast(0)),
    powerOverhead: amount(ratio, "Power losses and other overhead per unit of IT energy.", atLeast(0)),
  },
  returns: {
    unit: ratio,
    description:
      "Compare it with the PUE of an all-air hall, 1 + powerOverhead + airOverhead. PUE hides server fans: liquid cooling also takes fan power out of the IT load, which COOLINGPAYBACK counts.",
    means: "With {liquidShare} of the heat going to liquid, the site draws {result} the power of its IT equipment.",
  },
  example: { liquidShare: 0.83, airOverhead: 0.35, liquidOverhead: 0.08, powerOverhead: 0.07 },
  sources: ["Additive partial PUE (pPUE) with a common IT base"],
  related: ["COOLINGPAYBACK", "PUEFROMPARTS", "COOLANTHEAT", "PUE"],
  calculate({ liquidShare, airOverhead, liquidOverhead, powerOverhead }) {
    const liquid = liquidShare.times(liquidOverhead).as("overhead of liquid cooling");
    const air = constant(1).minus(liquidShare).times(airOverhead).as("overhead of air cooling");
    return constant(1).plus(powerOverhead).plus(liquid).plus(air);
  },
});
