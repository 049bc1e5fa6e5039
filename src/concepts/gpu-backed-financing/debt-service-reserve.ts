import { constant, max, when } from "../../calc/quantity";
import { monthsPerYear } from "../../calc/conversions";
import { month, none, perYear, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, moreThan, optional, series } from "../parameter";
import { coverRatios, debtSizingCourse } from "./loan-coverage";

export const debtServiceReserve = defineTable({
  name: "DEBTSERVICERESERVE",
  title: "Debt service reserve target",
  summary:
    "Returns the reserve balance needed at the end of each period to cover the next months of debt service; use it to fund a reserve account.",
  aliases: ["DSRA", "debt service reserve account", "reserve account", "liquidity reserve"],
  parameters: {
    debtServices: series(usd, "Interest plus principal due in each period.", atLeast(0)),
    months: amount(month, "Months of debt service to hold.", atLeast(0)),
    periodsPerYear: optional(1, amount(perYear.labelled("count"), "Periods in a year.", moreThan(0))),
  },
  columns: { period: none, target: usd },
  example: { debtServices: [100, 100, 100, 100], months: 6, periodsPerYear: 2 },
  sources: [debtSizingCourse, coverRatios],
  related: ["LOANSCHEDULE", "SCULPTEDSCHEDULE", "LOANLIFECOVERAGE"],
  calculate({ debtServices, months, periodsPerYear }, { rows }) {
    const periods = debtServices.count();
    const ahead = months.times(periodsPerYear).dividedBy(monthsPerYear).as("periods ahead");
    const whole = ahead.roundedDown().as("whole periods ahead");
    const part = max(0, ahead.minus(whole)).as("part of a period");
    return rows({ from: 0, to: periods }, ({ position }) => {
      const next = position.plus(whole);
      const full = debtServices.between(position.plus(1), next).sum();
      const partial = when(
        part.is(0).or(next.isAtLeast(periods)),
        constant(0, usd),
        part.times(debtServices.at(next.plus(1))),
      );
      return { period: position, target: full.plus(partial) };
    });
  },
});
