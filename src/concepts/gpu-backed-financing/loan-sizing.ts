import { annuityFactor } from "../../calc/finance";
import { blank, max, min, type Quantity, when } from "../../calc/quantity";
import { count, ratio, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, moreThan, optional, share } from "../parameter";

export const loanSizing = defineTable({
  name: "LOANSIZING",
  title: "Loan size by test",
  summary: "Returns the loan each lending test allows and which one binds; use it to see what limits a loan.",
  aliases: ["loan size", "maximum loan", "debt yield", "LTV test", "DSCR test", "loan constraint"],
  parameters: {
    cashFlow: amount(usd, "Level cash flow per period."),
    minimumCoverage: amount(ratio, "Least coverage of level debt service.", moreThan(0)),
    rate: share("Interest rate per period.", atLeast(0)),
    periods: amount(count, "Periods of level repayment.", moreThan(0)),
    collateralValue: amount(usd, "Value of the collateral.", atLeast(0)),
    maximumLoanToValue: share("Largest loan as a share of that value.", atLeast(0)),
    minimumDebtYield: optional(
      null,
      share("Least cash flow per period as a share of the loan; left out, the test is not made.", moreThan(0)),
    ),
  },
  columns: { test: "text", loan: usd, binding: "truth" },
  example: {
    cashFlow: 1_000_000,
    minimumCoverage: 1.25,
    rate: 0.0675,
    periods: 20,
    collateralValue: 8_333_333,
    maximumLoanToValue: 0.75,
    minimumDebtYield: 0.1,
  },
  sources: ["Commercial mortgage sizing practice"],
  related: ["DEBTCAPACITY", "LOANTOVALUE", "LOANCOVERAGE", "GPULOANLIMIT"],
  calculate(
    { cashFlow, minimumCoverage, rate, periods, collateralValue, maximumLoanToValue, minimumDebtYield },
    { lines },
  ) {
    const cash = max(0, cashFlow);
    const factor = annuityFactor({ rate, periods }).as("annuity factor");
    const byCoverage = cash.times(factor).dividedBy(minimumCoverage).as("loan by coverage");
    const byValue = collateralValue.times(maximumLoanToValue).as("loan by value");
    const byYield = cash.dividedBy(minimumDebtYield).as("loan by debt yield");
    const size = when(minimumDebtYield.isGiven, min(byCoverage, byValue, byYield), min(byCoverage, byValue)).as(
      "loan size",
    );
    const line = (test: string, loan: Quantity) => ({ test, loan, binding: loan.is(size) });
    return lines([
      line("coverage", byCoverage),
      line("loan to value", byValue),
      { only: minimumDebtYield.isGiven, line: line("debt yield", byYield) },
      { test: "loan size", loan: size, binding: blank },
    ]);
  },
});
