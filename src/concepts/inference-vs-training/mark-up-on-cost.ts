import { share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const markupOnCost = defineFunction({
  name: "MARKUPONCOST",
  title: "Mark-up on cost",
  summary: "Returns profit as a share of cost.",
  aliases: ["mark-up", "markup"],
  parameters: {
    revenue: amount(usd, "Revenue.", atLeast(0)),
    cost: amount(usd, "Cost.", atLeast(0)),
  },
  returns: {
    unit: share,
    description: "Profit as a share of the cost; 25% on cost is a margin of 20%.",
    means: "The profit is {result} of the cost.",
  },
  example: { revenue: 562027, cost: 87072 },
  sources: ["Accounting definition: mark-up is on cost"],
  related: ["GROSSMARGIN"],
  calculate({ revenue, cost }) {
    return revenue.minus(cost).dividedBy(cost);
  },
});
