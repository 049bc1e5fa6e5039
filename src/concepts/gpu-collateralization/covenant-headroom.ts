import { ratio, share as shareUnit, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { debtSizingCourse, loanCoverage } from "../gpu-backed-financing/loan-coverage";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

const { cashFlow, debtService } = loanCoverage.parameters;

export const covenantHeadroom = defineFunction({
  name: "COVENANTHEADROOM",
  title: "Revenue fall to covenant breach",
  summary:
    "Returns the share by which revenue may fall before coverage breaks its covenant; negative if it is already broken. Use it to stress a loan.",
  aliases: ["headroom", "covenant cushion", "stress test", "break-even revenue", "revenue at risk"],
  parameters: {
    cashFlow,
    debtService,
    covenant: amount(ratio, "Covenant level of cash flow to debt service.", moreThan(0)),
    revenue: amount(usd, "Revenue of the period.", atLeast(0)),
    cashMargin: optional(
      1,
      share("Part of each lost unit of revenue that is lost from cash flow.", atLeast(0), atMost(1)),
    ),
  },
  returns: {
    unit: shareUnit,
    description:
      "Compare it with how far rental prices fell in past years. Above 100% even losing all revenue would not break the covenant.",
    means: "Revenue of {revenue} may fall by {result} before coverage is below {covenant}.",
  },
  example: { cashFlow: 6_384_000, debtService: 5_009_635.23, covenant: 1.2, revenue: 12_000_000, cashMargin: 0.75 },
  sources: [debtSizingCourse],
  related: ["COVENANTTEST", "EQUITYCURE", "LOANCOVERAGE"],
  calculate({ cashFlow, debtService, covenant, revenue, cashMargin }) {
    const needed = covenant.times(debtService).as("cash flow the covenant needs");
    return cashFlow.minus(needed).as("cash headroom").dividedBy(cashMargin.times(revenue));
  },
});
