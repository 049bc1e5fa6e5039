import { max, min } from "../../calc/quantity";
import { none, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, optional, series, share } from "../parameter";
import { debtSizingCourse } from "./loan-coverage";

export const cashSweep = defineTable({
  name: "CASHSWEEP",
  title: "Loan with cash sweep",
  summary: "Returns a loan schedule in which spare cash repays principal early; use it for term loans with a sweep.",
  aliases: ["excess cash flow sweep", "ECF sweep", "prepayment", "early repayment", "delayed draw term loan"],
  parameters: {
    debt: amount(usd, "Amount borrowed.", atLeast(0)),
    rate: share("Interest rate per period.", atLeast(0)),
    scheduledPayments: series(usd, "Scheduled debt service of each period, interest included.", atLeast(0)),
    excessCash: series(usd, "Cash left after scheduled debt service in each period."),
    sweepShare: optional(1, share("Share of the spare cash that must repay debt.", atLeast(0), atMost(1))),
  },
  columns: { period: none, opening: usd, interest: usd, "scheduled principal": usd, sweep: usd, closing: usd },
  example: { debt: 1000, rate: 0.06, scheduledPayments: [250, 250, 250, 250], excessCash: [50, 50, 50, 50] },
  sources: [
    debtSizingCourse,
    "CoreWeave S-1, DDTL 2.0 mandatory prepayment rule, https://www.sec.gov/Archives/edgar/data/1769628/000119312525044231/d899798ds1.htm (second-hand)",
  ],
  related: ["LOANSCHEDULE", "AVERAGELIFE", "COVERAGESCHEDULE"],
  calculate({ debt, rate, scheduledPayments, excessCash, sweepShare }, { rowsOf }) {
    return rowsOf({ payment: scheduledPayments, spare: excessCash }, ({ position, payment, spare, above }) => {
      const opening = above.closing.otherwise(debt);
      const interest = rate.times(opening);
      const scheduled = min(opening, payment.minus(interest));
      const left = opening.minus(scheduled).as("balance before sweep");
      const sweep = min(left, sweepShare.times(max(0, spare)));
      return {
        period: position,
        opening,
        interest,
        "scheduled principal": scheduled,
        sweep,
        closing: left.minus(sweep),
      };
    });
  },
});
