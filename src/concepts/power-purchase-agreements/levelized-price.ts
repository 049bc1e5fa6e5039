import { oneYear } from "../../calc/conversions";
import { decline, growth } from "../../calc/finance";
import { when } from "../../calc/quantity";
import { generate, together } from "../../calc/series";
import { perYear, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, whole } from "../parameter";
import { perMegawattHour } from "./settlement";

export const levelizedPrice = defineFunction({
  name: "LEVELIZEDPRICE",
  title: "Levelized price",
  summary:
    "Returns the constant price worth the same as an escalating one over the contract; use it to compare agreements with different starting prices and escalators.",
  aliases: ["levelized PPA price", "LPPA", "levelized cost", "flat-equivalent price", "escalating PPA"],
  parameters: {
    startingPrice: amount(perMegawattHour, "Price of the first year.", atLeast(0)),
    escalator: amount(perYear.labelled("share/year"), "Yearly increase of the price.", moreThan(-1)),
    years: amount(year, "Length of the contract.", whole, atLeast(1), atMost(100)),
    discountRate: amount(perYear.labelled("share/year"), "Yearly discount rate.", moreThan(-1)),
    degradation: optional(0, amount(perYear.labelled("share/year"), "Yearly loss of output.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: perMegawattHour,
    description:
      "Compare agreements on this figure at one discount rate: a low starting price with a high escalator can be the dearer one. It lies between the first and the last year's price.",
    means: "{startingPrice} rising {escalator} is worth a constant {result} over {years}.",
  },
  example: { startingPrice: 45, escalator: 0.02, years: 15, discountRate: 0.07, degradation: 0.005 },
  sources: ["Levelized price: present value of revenue over present value of energy (NREL SAM)"],
  related: ["PPABLENDEDPRICE", "CAPTUREPRICE", "LEVELIZEDCOMPUTECOST"],
  calculate({ startingPrice, escalator, years, discountRate, degradation }) {
    const prices = generate(years, (theYear) => startingPrice.times(growth(escalator, theYear.minus(oneYear))));
    const energies = generate(years, (theYear) => {
      // A worksheet has no 0^0.
      const left = when(theYear.is(oneYear), 1, decline(degradation, theYear.minus(oneYear)));
      return left.dividedBy(growth(discountRate, theYear));
    }).as("present value of the energy");
    const revenues = together({ price: prices.as("price"), energy: energies }).map(({ price, energy }) =>
      price.times(energy),
    );
    return revenues.as("present value of the revenue").sum().dividedBy(energies.sum());
  },
});
