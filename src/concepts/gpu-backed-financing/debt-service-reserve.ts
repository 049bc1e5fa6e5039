import { max, type Quantity, when } from "../../calc/quantity";
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
  carried: { "due in whole periods": usd },
  example: { debtServices: [100, 100, 100, 100], months: 6, periodsPerYear: 2 },
  sources: [debtSizingCourse, coverRatios],
  related: ["LOANSCHEDULE", "SCULPTEDSCHEDULE", "LOANLIFECOVERAGE"],
  calculate({ debtServices, months, periodsPerYear }, { rows }) {
    const ahead = months.times(periodsPerYear).dividedBy(monthsPerYear).as("periods ahead");
    const whole = ahead.roundedDown().as("whole periods ahead");
    const part = max(0, ahead.minus(whole)).as("part of a period ahead");
    const periods = debtServices.count();
    const dueIn = (period: Quantity) => when(period.isAtMost(periods), debtServices.at(period), 0);
    return rows({ from: 0, to: periods }, ({ position, above, last }) => {
      const end = position.plus(whole);
      // A window that moves on by a period loses the one just paid and gains one: adding it up anew would be slow.
      const before = above["due in whole periods"];
      const paid = debtServices.at(position).as("just paid");
      const entering = dueIn(end).as("newly in sight");
      const moved = when(before.isGiven, before.minus(paid).plus(entering), debtServices.between(1, whole).sum());
      const inFull = when(last, 0, moved);
      const inPart = dueIn(end.plus(1)).as("period in part").times(part);
      return { period: position, target: inFull.plus(inPart), "due in whole periods": inFull };
    });
  },
});
