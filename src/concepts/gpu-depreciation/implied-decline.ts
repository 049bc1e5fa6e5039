import { oneYear } from "../../calc/conversions";
import { constant, power } from "../../calc/quantity";
import { share, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";

/** Where the functions are documented that native formulas are made of. */
export const excelReference = "Microsoft Excel function reference (PMT, PV, NPV, PERCENTILE.INC, STDEV.S)";

export const impliedDecline = defineFunction({
  name: "IMPLIEDDECLINE",
  title: "Yearly decline between two prices",
  summary:
    "Returns the constant yearly decline between two prices; negative if the price rose. Use it to turn quotes into an assumption.",
  aliases: ["annual decline", "depreciation rate", "CAGR", "price erosion", "RATE"],
  parameters: {
    priceThen: amount(usd, "Earlier price.", moreThan(0)),
    priceNow: amount(usd, "Later price.", atLeast(0)),
    years: amount(year, "Years between the two prices.", moreThan(0)),
  },
  returns: {
    unit: share,
    description:
      "Goes into RESIDUALVALUE as the yearly decline. Two prices say little about the next: compare several pairs of dates.",
    means: "From {priceThen} to {priceNow} in {years} is a decline of {result} a year.",
  },
  example: { priceThen: 8, priceNow: 2.85, years: 2.5 },
  sources: [excelReference],
  related: ["IMPLIEDHALFLIFE", "RESIDUALVALUE", "RESIDUALCURVE"],
  calculate({ priceThen, priceNow, years }) {
    const kept = priceNow.dividedBy(priceThen).in(share).as("share of the price kept");
    return constant(1).minus(power(kept, oneYear.dividedBy(years)).in(share).as("share kept in a year"));
  },
});
