import { constant, logarithm, notAvailable, when } from "../../calc/quantity";
import { year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, moreThan } from "../parameter";
import { excelReference, impliedDecline } from "./implied-decline";

const { priceThen, years } = impliedDecline.parameters;

export const impliedHalfLife = defineFunction({
  name: "IMPLIEDHALFLIFE",
  title: "Half-life between two prices",
  summary:
    "Returns the time in which value halves at the pace between two prices; use it to turn quotes into an assumption.",
  aliases: ["half-life", "decay time", "price halving"],
  parameters: {
    priceThen,
    priceNow: amount(priceThen.unit, "Later price.", moreThan(0)),
    years,
  },
  returns: {
    unit: year,
    description: "Goes into HALFLIFEVALUE. A half-life shorter than the loan means that collateral falls fast.",
    means: "From {priceThen} to {priceNow} in {years}, the price halves every {result}.",
  },
  example: { priceThen: 8, priceNow: 2.85, years: 2.5 },
  sources: [excelReference],
  related: ["IMPLIEDDECLINE", "HALFLIFEVALUE"],
  calculate({ priceThen, priceNow, years }) {
    const fall = logarithm(priceThen.dividedBy(priceNow)).as("logarithm of the fall");
    return when(
      priceNow.isAtLeast(priceThen),
      notAvailable("the price did not fall, so it never halves at this pace: priceNow must be below priceThen"),
      years.times(logarithm(constant(2))).dividedBy(fall),
    );
  },
});
