import { usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, share } from "../parameter";

export const costPerSuccess = defineFunction({
  name: "COSTPERSUCCESS",
  title: "Cost per success",
  summary: "Returns the cost of one successful result when some attempts fail.",
  aliases: ["quality-adjusted cost", "cost per task"],
  parameters: {
    attemptCost: amount(usd, "Cost of one attempt.", atLeast(0)),
    successRate: share("Share of attempts that succeed.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: usd,
    description: "A cheaper model that fails more often can cost more per success.",
    means: "One success costs {result}.",
  },
  example: { attemptCost: 0.2, successRate: 0.8 },
  sources: ["ComputeTape: cost per completed task"],
  related: ["TOKENCOST"],
  calculate({ attemptCost, successRate }) {
    return attemptCost.dividedBy(successRate);
  },
});
