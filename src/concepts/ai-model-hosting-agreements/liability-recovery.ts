import { max, min } from "../../calc/quantity";
import { ratio, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const liabilityRecovery = defineFunction({
  name: "LIABILITYRECOVERY",
  title: "Recovery under a liability cap",
  summary:
    "Returns how much of a loss a customer can recover when liability is capped at a multiple of fees; use it to find the loss that stays with the customer.",
  aliases: ["limitation of liability", "liability cap", "super cap", "damages", "indemnity"],
  parameters: {
    loss: amount(usd, "Loss suffered.", atLeast(0)),
    annualFees: amount(usd, "Fees of the last twelve months.", atLeast(0)),
    capMultiple: amount(ratio, "Cap as a multiple of those fees.", atLeast(0)),
    deductible: optional(0, amount(usd, "Part of the loss that is not recoverable.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description: "What the loss exceeds it by stays with the customer, who may insure it or negotiate a higher cap.",
    means: "Of a loss of {loss}, {result} can be recovered.",
  },
  example: { loss: 5_000_000, annualFees: 1_800_000, capMultiple: 1.5, deductible: 50_000 },
  sources: ["Usual limitation-of-liability clause; no published worked example found"],
  related: ["SLACREDIT"],
  calculate({ loss, annualFees, capMultiple, deductible }) {
    const claim = max(0, loss.minus(deductible)).as("recoverable loss");
    const cap = capMultiple.times(annualFees).as("liability cap");
    return min(claim, cap);
  },
});
