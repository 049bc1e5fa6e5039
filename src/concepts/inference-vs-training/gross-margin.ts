import { share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const grossMargin = defineFunction({
  name: "GROSSMARGIN",
  title: "Gross margin",
  summary: "Returns profit as a share of revenue.",
  aliases: ["margin", "profit margin"],
  parameters: {
    revenue: amount(usd, "Revenue.", atLeast(0)),
    cost: amount(usd, "Cost.", atLeast(0)),
  },
  returns: {
    unit: share,
    description:
      "Share of the revenue that is left after the cost. It is below 100%; the mark-up on cost is a different, larger figure.",
    means: "{result} of the revenue is left.",
  },
  example: { revenue: 562027, cost: 87072 },
  sources: ["Accounting definition: margin is on price"],
  related: ["MARKUPONCOST", "TOKENREVENUE"],
  calculate({ revenue, cost }) {
    return revenue.minus(cost).dividedBy(revenue);
  },
});
