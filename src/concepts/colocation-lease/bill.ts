import { max, min, type Quantity, when } from "../../calc/quantity";
import { hour, kilowatt, kilowattHour, month, ratio, usd } from "../../calc/unit";
import { amount, atLeast, moreThan, optional } from "../parameter";

/** What a month's colocation bill is made of, as its functions take it. */
export const billTerms = {
  contractedKw: amount(kilowatt, "Contracted IT load.", atLeast(0)),
  ratePerKwMonth: amount(usd.per(kilowatt.times(month)), "Monthly rent for each contracted kW of IT load.", atLeast(0)),
  drawKw: amount(kilowatt, "Average IT power drawn in the month.", atLeast(0)),
  powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
  pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
  fixedCharges: optional(0, amount(usd.per(month), "Cross-connects and other fixed monthly charges.", atLeast(0))),
  overageRate: optional(
    0,
    amount(usd.per(kilowatt.times(month)), "Charge for each kW drawn above the contracted load.", atLeast(0)),
  ),
  pueCap: optional(null, amount(ratio, "Highest PUE that may be billed; none when left out.", atLeast(1))),
  hoursPerMonth: optional(730, amount(hour.per(month).labelled("h"), "Hours in the month.", moreThan(0))),
};

export const billExample = {
  contractedKw: 1000,
  ratePerKwMonth: 150,
  drawKw: 800,
  powerPrice: 0.08,
  pue: 1.4,
  fixedCharges: 2500,
  pueCap: 1.35,
};

export const billSources = [
  "Wholesale colocation practice: contracted kW, metered power times PUE, negotiated PUE cap, overage",
  "515 Engine, what 1 megawatt of data center space costs, https://515engine.com/what-does-1-megawatt-of-data-center-space-cost/",
];

/** The amount of one month, which is a rate of USD a month. */
export const monthly = usd.per(month).labelled("USD");

/** The lines of a month's bill: quantities, amounts and their total. */
export function billOf(terms: Readonly<Record<keyof typeof billTerms, Quantity>>) {
  const { contractedKw, ratePerKwMonth, drawKw, powerPrice, pue, fixedCharges, overageRate, pueCap, hoursPerMonth } =
    terms;
  const billedPue = when(pueCap.isGiven, min(pue, pueCap), pue).as("billed PUE");
  const energy = drawKw.times(hoursPerMonth).times(billedPue).as("metered energy");
  const excess = max(0, drawKw.minus(contractedKw)).as("load above contract");
  const rent = contractedKw.times(ratePerKwMonth).as("rent");
  const power = energy.times(powerPrice).as("power");
  const overage = excess.times(overageRate).as("overage");
  const total = rent.plus(power).plus(overage).plus(fixedCharges);
  return { energy, excess, rent, power, overage, total };
}
