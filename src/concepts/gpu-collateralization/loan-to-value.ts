import { share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const loanToValue = defineFunction({
  name: "LOANTOVALUE",
  title: "Loan to value",
  summary: "Returns the loan as a share of the collateral's value; use it to see how far the value may fall.",
  aliases: ["LTV", "loan-to-value ratio", "collateral coverage", "advance rate"],
  parameters: {
    balance: amount(usd, "Loan balance.", atLeast(0)),
    collateralValue: amount(usd, "Value of the collateral on the basis the lender uses.", atLeast(0)),
  },
  returns: {
    unit: share,
    description:
      "At 70% the value may fall by 30% before the sale no longer repays the loan; above 100% it does not repay it today.",
    means: "A loan of {balance} on collateral of {collateralValue} is {result} of its value.",
  },
  example: { balance: 320_000, collateralValue: 475_000 },
  sources: ["Builders Capital, loan to value"],
  related: ["COLLATERALSCHEDULE", "BORROWINGBASE", "LIQUIDATIONRECOVERY", "LOANSIZING"],
  calculate: ({ balance, collateralValue }) => balance.dividedBy(collateralValue),
});
