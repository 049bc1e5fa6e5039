import { kilowattsPerMegawatt, monthsPerYear } from "../../calc/conversions";
import { kilowatt, megawatt, month, perYear, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const costOfDelay = defineFunction({
  name: "DELAYCOST",
  title: "Cost of delay",
  summary: "Returns what a late energization costs in lost rent, carry and damages.",
  aliases: ["late delivery", "liquidated damages", "carry"],
  parameters: {
    megawatts: amount(megawatt, "IT capacity delayed.", atLeast(0)),
    ratePerKwMonth: amount(
      usd.per(kilowatt.times(month)),
      "Monthly rent for each contracted kW of IT load.",
      atLeast(0),
    ),
    months: amount(month, "Length of the delay.", atLeast(0)),
    capexDrawn: optional(0, amount(usd, "Investment already spent.", atLeast(0))),
    carryRate: optional(
      0,
      amount(perYear.labelled("share/year"), "Yearly financing cost of that investment, simple interest.", atLeast(0)),
    ),
    damagesPerMonth: optional(0, amount(usd.per(month), "Damages owed to the customer for each month.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description: "Compare it with what would buy the time back: on-site generation, an expedited study, another site.",
    means: "A delay of {months} costs {result}.",
  },
  example: { megawatts: 100, ratePerKwMonth: 175, months: 12, capexDrawn: 600000000, carryRate: 0.08 },
  sources: ["Lost-rent arithmetic, e.g. 100 MW at USD 175/kW-month"],
  related: ["QUEUEPROBABILITY", "RAMPREVENUE"],
  calculate({ megawatts, ratePerKwMonth, months, capexDrawn, carryRate, damagesPerMonth }) {
    const rent = megawatts.times(kilowattsPerMegawatt).times(ratePerKwMonth).as("rent lost a month");
    const carry = capexDrawn.times(carryRate).dividedBy(monthsPerYear).as("carry a month");
    return months.times(rent.plus(carry).plus(damagesPerMonth).as("cost a month"));
  },
});
