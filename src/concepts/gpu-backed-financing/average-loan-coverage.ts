import { ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { coverageSchedule } from "./coverage-schedule";
import { coverRatios } from "./loan-coverage";
import { coverages, noDebtService } from "./min-loan-coverage";

const { parameters, example } = coverageSchedule;

export const averageLoanCoverage = defineFunction({
  name: "AVERAGELOANCOVERAGE",
  title: "Average coverage",
  summary: "Returns the average of the period coverages over the life of a loan; use it beside the lowest one.",
  aliases: ["average DSCR", "ADSCR", "mean DSCR"],
  parameters,
  returns: {
    unit: ratio,
    description:
      "How comfortable the loan is on the whole. It can hide a tight period: read it together with the lowest coverage.",
    means: "On average over the periods with debt service, cash flow covers it {result}.",
  },
  example,
  sources: [coverRatios],
  related: ["MINLOANCOVERAGE", "COVERAGESCHEDULE", "LOANLIFECOVERAGE"],
  calculate: (given) => coverages(given).mean({ ifNone: noDebtService }),
});
