import { kilowatt, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

/** Sources of the definition of PUE, shared by the functions that only apply it. */
export const definitionOfPue = ["Uptime Institute / ISO-IEC 30134-2 definition of PUE (total over IT energy)"] as const;

export const puePower = defineFunction({
  name: "PUEPOWER",
  title: "Facility power",
  summary: "Returns the facility power that an IT load needs; use it to size a grid connection.",
  aliases: ["total power", "site power", "gross power", "grid connection"],
  parameters: {
    itKw: amount(kilowatt, "Power drawn by the IT equipment.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
  },
  returns: {
    unit: kilowatt,
    description:
      "What the connection must deliver for that load; at a PUE of 1.2, a sixth of it never reaches a server.",
    means: "An IT load of {itKw} draws {result} at the meter.",
  },
  example: { itKw: 10_000, pue: 1.2 },
  sources: definitionOfPue,
  related: ["ITPOWER", "PUE", "POWERCOST"],
  calculate: ({ itKw, pue }) => itKw.times(pue),
});
