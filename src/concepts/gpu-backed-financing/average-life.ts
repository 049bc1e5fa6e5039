import { together } from "../../calc/series";
import { usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, moreThan, optional, series } from "../parameter";
import { debtSizingCourse } from "./loan-coverage";

export const averageLife = defineFunction({
  name: "AVERAGELIFE",
  title: "Weighted average life",
  summary:
    "Returns the average time until principal is repaid; use it to compare loans with different repayment shapes.",
  aliases: ["WAL", "weighted average life", "average maturity", "average tenor"],
  parameters: {
    principals: series(usd, "Principal repaid in each period."),
    periodYears: optional(1, amount(year, "Length of a period.", moreThan(0))),
  },
  returns: {
    unit: year,
    description:
      "How long a dollar lent is out on average: shorter than the term whenever principal is repaid before its end, equal to it for a bullet.",
    means: "On average, a dollar of principal is repaid after {result}.",
  },
  example: { principals: [10, 20, 30, 40] },
  sources: [debtSizingCourse],
  related: ["LOANSCHEDULE", "CASHSWEEP", "SCULPTEDSCHEDULE"],
  calculate({ principals, periodYears }) {
    const weighted = together({ principal: principals })
      .map(({ principal, position }) => position.times(principal))
      .as("principal times period")
      .sum();
    return weighted.times(periodYears).dividedBy(principals.sum());
  },
});
