import { min, when } from "../../calc/quantity";
import { kilowatt, rack } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional, whole } from "../parameter";

export const racksSupported = defineFunction({
  name: "RACKSSUPPORTED",
  title: "Racks supported",
  summary:
    "Returns how many racks the IT power, and if given the floor space, can carry, rounded down; use it to see whether power or space fills a hall first.",
  aliases: ["rack capacity", "rack count", "power density", "kW per rack", "hall capacity"],
  parameters: {
    itKw: amount(kilowatt, "Power drawn by the IT equipment.", atLeast(0)),
    rackKw: amount(kilowatt.per(rack).labelled("kW"), "Power of one rack.", moreThan(0)),
    spaces: optional(
      null,
      amount(rack.labelled("count"), "Rack positions; no limit when left out.", whole, atLeast(0)),
    ),
  },
  returns: {
    unit: rack.labelled("count"),
    description:
      "Fewer than the positions: power is the limit and floor stays empty. As many as the positions: space is the limit, and STRANDEDPOWER says what power is left over.",
    means: "{itKw} carry {result} racks of {rackKw}.",
  },
  example: { itKw: 12_000, rackKw: 132, spaces: 100 },
  sources: [
    "Counting rule",
    "AI infrastructure course, power and cooling, https://kshirol-dev.github.io/learnAI/AIInfrastructure/11-power-cooling-energy.html",
  ],
  related: ["STRANDEDPOWER", "RACKSNEEDED", "RACKPOWER", "ITPOWER"],
  calculate({ itKw, rackKw, spaces }) {
    const powered = itKw.dividedBy(rackKw).roundedDown().as("racks that can be powered");
    return when(spaces.isGiven, min(powered, spaces), powered);
  },
});
