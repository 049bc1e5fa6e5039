import { kilowatt, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import { definitionOfPue } from "./pue-power";

export const itPower = defineFunction({
  name: "ITPOWER",
  title: "IT power",
  summary: "Returns the IT power that a facility power can carry; use it to see what a grid connection is worth.",
  aliases: ["critical IT load", "critical power", "usable power", "net power"],
  parameters: {
    facilityKw: amount(kilowatt, "Power of the whole facility.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
  },
  returns: {
    unit: kilowatt,
    description: "The load that can be sold or filled with servers; the rest of the connection goes into overhead.",
    means: "A facility of {facilityKw} feeds {result} of IT equipment.",
  },
  example: { facilityKw: 100_000, pue: 1.2 },
  sources: definitionOfPue,
  related: ["PUEPOWER", "PUE"],
  calculate: ({ facilityKw, pue }) => facilityKw.dividedBy(pue),
});
