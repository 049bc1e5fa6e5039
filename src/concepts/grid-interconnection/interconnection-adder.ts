import { monthsPerYear } from "../../calc/conversions";
import { levelPayment } from "../../calc/finance";
import { kilowatt, month, perYear, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";

export const interconnectionAdder = defineFunction({
  name: "INTERCONNECTIONADDER",
  title: "Interconnection adder",
  summary:
    "Returns the monthly charge per kW that recovers the interconnection cost; use it to put network upgrades on the same footing as rent.",
  aliases: ["network upgrade cost", "capital recovery factor", "CRF", "interconnection cost", "upgrade recovery"],
  parameters: {
    costPerKw: amount(usd.per(kilowatt), "Interconnection cost per kW.", atLeast(0)),
    rate: amount(perYear.labelled("share/year"), "Yearly cost of capital.", moreThan(-1)),
    years: amount(year, "Recovery period.", moreThan(0)),
  },
  returns: {
    unit: usd.per(kilowatt.times(month)),
    description:
      "Compare it with the rent per kW and month at the site: a cheap site with a dear connection can be the dearer one. Recovery is by equal yearly amounts, a twelfth a month.",
    means: "Recovering {costPerKw} over {years} adds {result}.",
  },
  example: { costPerKw: 240, rate: 0.08, years: 15 },
  sources: [
    "Capital recovery factor; LBNL interconnection cost studies (USD per kW)",
    "NREL SAM, LCOE calculator, https://sam.nrel.gov/financial-models/lcoe-calculator.html",
  ],
  related: ["COLOALLINRATE", "REQUIREDRENT", "DELAYCOST"],
  calculate({ costPerKw, rate, years }) {
    const recovery = levelPayment({ rate, periods: years, present: costPerKw, future: 0 }).as("yearly recovery");
    return recovery.dividedBy(monthsPerYear);
  },
});
