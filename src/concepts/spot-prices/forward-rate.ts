import { annuityFactor } from "../../calc/finance";
import { gpuHour, perYear, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const forwardRate = defineFunction({
  name: "FORWARDRATE",
  title: "Forward rate between two terms",
  summary:
    "Returns the hourly price implied for the later part of a long reservation by a short and a long quote; use it to see what the long term charges for its last years.",
  aliases: ["implied forward", "forward price", "term structure", "contango", "backwardation"],
  parameters: {
    term1: amount(year, "Length of the shorter term.", atLeast(0)),
    rate1: amount(usd.per(gpuHour), "Hourly price of the shorter term.", atLeast(0)),
    term2: amount(year, "Length of the longer term.", moreThan(0)),
    rate2: amount(usd.per(gpuHour), "Hourly price of the longer term.", atLeast(0)),
    discountRate: optional(0, amount(perYear.labelled("share"), "Yearly discount rate.", atLeast(0))),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "If you expect the market to be cheaper then, take the short term and renew. A negative value says that the longer term costs less in total than the shorter one.",
    means: "From {term1} to {term2} the quotes charge {result}.",
  },
  example: { term1: 1, rate1: 7.2, term2: 3, rate2: 5.4 },
  sources: [
    "The Next Platform GPU price discussion, reserved 1-year and 3-year rates",
    "Silicon Data forward curve (no-arbitrage forward from term rates)",
  ],
  related: ["FORWARDCURVE", "RESERVEDBREAKEVEN"],
  requires: ({ term1, term2 }) => ({ "term2 must be above term1": term2.isMoreThan(term1) }),
  calculate({ term1, rate1, term2, rate2, discountRate }) {
    const sooner = annuityFactor({ rate: discountRate, periods: term1 }).as("annuity of the shorter term");
    const later = annuityFactor({ rate: discountRate, periods: term2 }).as("annuity of the longer term");
    const paidLater = rate2.times(later).minus(rate1.times(sooner)).as("paid for the later part");
    return paidLater.dividedBy(later.minus(sooner));
  },
});
