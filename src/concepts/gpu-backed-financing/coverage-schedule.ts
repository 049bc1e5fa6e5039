import { blank, when } from "../../calc/quantity";
import { none, ratio, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { atLeast, series } from "../parameter";
import { coverRatios } from "./loan-coverage";

export const coverageSchedule = defineTable({
  name: "COVERAGESCHEDULE",
  title: "Coverage by period",
  summary: "Returns coverage and cushion for every period of a loan; use it to find the tight periods.",
  aliases: ["DSCR by period", "DSCR table", "coverage table", "cash cushion"],
  parameters: {
    cashFlows: series(usd, "Cash flow available for debt service in each period."),
    debtServices: series(usd, "Interest plus principal due in each period.", atLeast(0)),
  },
  columns: { period: none, "cash flow": usd, "debt service": usd, coverage: ratio, cushion: usd },
  example: { cashFlows: [120, 110, 100, 90], debtServices: [80, 80, 80, 0] },
  sources: [coverRatios],
  related: ["LOANCOVERAGE", "MINLOANCOVERAGE", "COVENANTTEST"],
  calculate: ({ cashFlows, debtServices }, { rowsOf }) =>
    rowsOf({ cashFlow: cashFlows, debtService: debtServices }, ({ position, cashFlow, debtService }) => ({
      period: position,
      "cash flow": cashFlow,
      "debt service": debtService,
      coverage: when(debtService.is(0), blank, cashFlow.dividedBy(debtService).in(ratio)),
      cushion: cashFlow.minus(debtService),
    })),
});
