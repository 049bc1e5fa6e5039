import { match } from "../../calc/quantity";
import { ratio, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, choice, optional } from "../parameter";
import { definitionOfPue } from "./pue-power";

export const pueOverhead = defineFunction({
  name: "PUEOVERHEAD",
  title: "Overhead share",
  summary: "Returns the overhead implied by a PUE, as a share of total energy or of IT energy.",
  aliases: ["overhead share", "cooling share", "DCiE", "infrastructure efficiency"],
  parameters: {
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
    basis: optional("total", choice(["total", "IT"], "What the share is of: the total or the IT energy.")),
  },
  returns: {
    unit: share,
    description:
      "Say of what it is a share: at a PUE of 1.5 the overhead is a third of the bill, and half of what the IT equipment uses.",
    means: "At a PUE of {pue}, overhead is {result} ({basis}).",
  },
  example: { pue: 1.5 },
  sources: definitionOfPue,
  related: ["PUE", "PUESAVINGS"],
  calculate({ pue, basis }) {
    const overhead = pue.minus(1).as("overhead per unit of IT energy");
    return match(basis, { total: overhead.dividedBy(pue), IT: overhead });
  },
});
