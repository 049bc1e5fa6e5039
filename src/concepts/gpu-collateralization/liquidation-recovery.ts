import { monthsPerYear } from "../../calc/conversions";
import { growth } from "../../calc/finance";
import { constant, min } from "../../calc/quantity";
import { month, perYear, share as shareUnit, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const liquidationRecovery = defineFunction({
  name: "LIQUIDATIONRECOVERY",
  title: "Recovery in liquidation",
  summary:
    "Returns the share of a loan recovered from selling the collateral after haircut, cost and delay; use it for the loss if the borrower fails.",
  aliases: ["recovery rate", "LGD", "loss given default", "liquidation value", "fire sale"],
  parameters: {
    value: amount(usd, "Value of the collateral before the sale.", atLeast(0)),
    haircut: share("Discount in a forced sale.", atLeast(0), atMost(1)),
    costShare: share("Selling cost as a share of proceeds.", atLeast(0), atMost(1)),
    balance: amount(usd, "Loan balance.", atLeast(0)),
    months: optional(0, amount(month, "Months until the money arrives.", atLeast(0))),
    rate: optional(0, amount(perYear.labelled("share"), "Yearly discount rate.", atLeast(0))),
  },
  returns: {
    unit: shareUnit,
    description:
      "100% at most, since what is left goes back to the borrower; the rest is the loss given default. Delay costs twice: interest runs and the GPUs age.",
    means: "Selling the collateral repays {result} of a loan of {balance}.",
  },
  example: { value: 100, haircut: 0.35, costShare: 0.05, balance: 80, months: 9, rate: 0.12 },
  sources: ["CCIR resale marks against asks for the size of haircuts"],
  related: ["LOANTOVALUE", "COLLATERALSCHEDULE", "RESIDUALVALUE"],
  calculate({ value, haircut, costShare, balance, months, rate }) {
    const proceeds = value.times(constant(1).minus(haircut)).times(constant(1).minus(costShare)).as("net proceeds");
    const discount = growth(rate, months.dividedBy(monthsPerYear)).as("discount for delay");
    return min(1, proceeds.dividedBy(discount).as("proceeds in today's money").dividedBy(balance));
  },
});
