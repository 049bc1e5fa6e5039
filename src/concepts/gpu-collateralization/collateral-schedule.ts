import { decline } from "../../calc/finance";
import { blank, constant, when } from "../../calc/quantity";
import { none, perYear, share as shareUnit, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, series, share } from "../parameter";

export const collateralSchedule = defineTable({
  name: "COLLATERALSCHEDULE",
  title: "Collateral against balance",
  summary: "Returns loan balance and falling collateral value side by side; use it to see when the two clocks cross.",
  aliases: ["LTV schedule", "loan to value over time", "collateral coverage", "underwater"],
  parameters: {
    balances: series(usd, "Loan balance at the end of each period.", atLeast(0)),
    cost: amount(usd, "Collateral value at the start.", atLeast(0)),
    annualDecline: amount(
      perYear.labelled("share"),
      "Yearly decline of the value; a negative value is a rise.",
      atMost(1),
    ),
    advanceRate: share("Largest loan as a share of the value.", atLeast(0), atMost(1)),
    periodsPerYear: optional(1, amount(perYear.labelled("count"), "Periods in a year.", moreThan(0))),
  },
  columns: {
    period: none,
    balance: usd,
    "collateral value": usd,
    "loan to value": shareUnit,
    limit: usd,
    shortfall: usd,
  },
  example: { balances: [80, 60, 40, 20], cost: 100, annualDecline: 0.3, advanceRate: 0.8 },
  sources: ["ComputeTape, What is GPU-backed financing, https://computetape.com/learn/what-is-gpu-backed-financing/"],
  related: ["LOANTOVALUE", "LOANSCHEDULE", "RESIDUALCURVE", "MANDATORYPREPAYMENT"],
  calculate({ balances, cost, annualDecline, advanceRate, periodsPerYear }, { rowsOf }) {
    // One fractional power for all rows: each row is the value above times the same share.
    const kept = decline(annualDecline, constant(1).dividedBy(periodsPerYear)).in(shareUnit);
    const keptPerPeriod = kept.as("share kept in a period");
    return rowsOf({ balance: balances }, ({ position, balance, above }) => {
      const value = above["collateral value"].otherwise(cost).times(keptPerPeriod);
      const limit = value.times(advanceRate);
      return {
        period: position,
        balance,
        "collateral value": value,
        "loan to value": when(value.is(0), blank, balance.dividedBy(value).in(shareUnit)),
        limit,
        shortfall: when(balance.isMoreThan(limit), balance.minus(limit), 0),
      };
    });
  },
});
