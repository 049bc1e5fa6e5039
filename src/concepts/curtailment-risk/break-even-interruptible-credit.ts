import { monthsPerYear } from "../../calc/conversions";
import { kilowatt, month, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const breakEvenInterruptibleCredit = defineFunction({
  name: "CURTAILMENTBREAKEVEN",
  title: "Break-even interruptible credit",
  summary: "Returns the monthly credit per kW that makes up for a yearly curtailment loss.",
  aliases: ["interruptible credit", "demand response"],
  parameters: {
    annualLoss: amount(usd.per(year), "Expected net loss in a year."),
    kw: amount(kilowatt, "Load that is interruptible.", atLeast(0)),
  },
  returns: {
    unit: usd.per(kilowatt.times(month)),
    description: "A tariff credit above it pays for the interruptions.",
    means: "The interruptible credit breaks even at {result}.",
  },
  example: { annualLoss: 1200000, kw: 25000 },
  sources: ["Interruptible-service credits in USD per kW-month (e.g. Gulf Power)"],
  related: ["CURTAILMENTLOSS"],
  calculate({ annualLoss, kw }) {
    return annualLoss.dividedBy(monthsPerYear.times(kw));
  },
});
