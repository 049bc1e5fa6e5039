import { min } from "../../calc/quantity";
import { kilowatt, rack } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, whole } from "../parameter";

export const strandedPower = defineFunction({
  name: "STRANDEDPOWER",
  title: "Stranded power",
  summary:
    "Returns the IT power that the racks which fit cannot use; use it to see what a hall pays for and cannot sell.",
  aliases: ["unused power", "stranded capacity", "power utilization", "leftover kW"],
  parameters: {
    itKw: amount(kilowatt, "Power available to the IT equipment.", atLeast(0)),
    spaces: amount(rack.labelled("count"), "Rack positions.", whole, atLeast(0)),
    rackKw: amount(kilowatt.per(rack).labelled("kW"), "Power of one rack.", moreThan(0)),
  },
  returns: {
    unit: kilowatt,
    description:
      "0 is a hall whose racks use all of its power. As much as one rack or more: positions are the limit, and denser racks would use the rest. Less than one rack is the remainder of whole racks.",
    means: "With {spaces} positions for racks of {rackKw}, {result} of {itKw} cannot be used.",
  },
  example: { itKw: 10_000, spaces: 60, rackKw: 120 },
  sources: [
    "Power budget identity",
    "AI infrastructure course, power and cooling, https://kshirol-dev.github.io/learnAI/AIInfrastructure/11-power-cooling-energy.html",
  ],
  related: ["RACKSSUPPORTED", "SITECAPACITY", "RACKPOWER"],
  calculate({ itKw, spaces, rackKw }) {
    const powered = itKw.dividedBy(rackKw).roundedDown().as("racks that can be powered");
    const used = min(spaces, powered).times(rackKw).as("power of the racks that fit");
    return itKw.minus(used);
  },
});
