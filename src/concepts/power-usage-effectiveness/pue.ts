import { kilowattHour, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import { definitionOfPue } from "./pue-power";

export const pue = defineFunction({
  name: "PUE",
  title: "Power usage effectiveness",
  summary: "Returns total facility energy divided by IT energy; use it over a whole year to judge a site's overhead.",
  aliases: ["power usage effectiveness", "DCiE", "energy efficiency", "overhead"],
  parameters: {
    totalEnergy: amount(kilowattHour, "Energy used by the whole facility.", atLeast(0)),
    itEnergy: amount(kilowattHour, "Energy used by the IT equipment.", atLeast(0)),
  },
  returns: {
    unit: ratio,
    description:
      "1 is a site without overhead and cannot be beaten; each 0.1 above it is an overhead of a tenth of the IT energy.",
    means: "The site draws {result} the energy of its IT equipment.",
  },
  example: { totalEnergy: 950_000, itEnergy: 620_000 },
  sources: definitionOfPue,
  related: ["PUEWEIGHTED", "PUEFROMPARTS", "PUEOVERHEAD"],
  requires: ({ totalEnergy, itEnergy }) => ({
    "totalEnergy must be at least itEnergy, which it contains": totalEnergy.isAtLeast(itEnergy),
  }),
  calculate: ({ totalEnergy, itEnergy }) => totalEnergy.dividedBy(itEnergy),
});
