import { kilowattHour, litre } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const wue = defineFunction({
  name: "WUE",
  title: "Water usage effectiveness",
  summary: "Returns liters of water per kWh of IT energy; use it to compare cooling that evaporates water.",
  aliases: ["water usage effectiveness", "water intensity", "evaporation"],
  parameters: {
    waterLitres: amount(litre, "Make-up water taken in.", atLeast(0)),
    itKwh: amount(kilowattHour, "IT energy.", atLeast(0)),
    reclaimedLitres: optional(0, amount(litre, "Water reclaimed or returned.", atLeast(0))),
  },
  returns: {
    unit: litre.per(kilowattHour),
    description:
      "0 is a site that evaporates no water; evaporative cooling takes about 1 to 2 liters per kWh, and usually lowers the PUE for it.",
    means: "Each kWh of IT energy takes {result} of water.",
  },
  example: { waterLitres: 9_500_000, itKwh: 4_200_000, reclaimedLitres: 2_500_000 },
  sources: ["The Green Grid WUE"],
  related: ["CUE", "ERE", "PUE"],
  requires: ({ reclaimedLitres, waterLitres }) => ({
    "reclaimedLitres must be at most waterLitres": reclaimedLitres.isAtMost(waterLitres),
  }),
  calculate: ({ waterLitres, itKwh, reclaimedLitres }) =>
    waterLitres.minus(reclaimedLitres).as("net water").dividedBy(itKwh),
});
