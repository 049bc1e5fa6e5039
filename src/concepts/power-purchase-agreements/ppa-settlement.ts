import { megawattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import {
  perMegawattHour,
  settlementOf,
  settlementPrice,
  settlementSources,
  settlementTerms,
  strike,
} from "./settlement";

export const ppaSettlement = defineFunction({
  name: "PPASETTLEMENT",
  title: "PPA settlement",
  summary:
    "Returns the contract-for-difference payment of a virtual power purchase agreement for one period; use it to see who pays whom at a market price.",
  aliases: ["VPPA", "virtual PPA", "contract for difference", "CfD", "fixed-for-floating swap", "strike price"],
  parameters: {
    volume: amount(megawattHour, "Energy settled.", atLeast(0)),
    strike,
    referencePrice: amount(perMegawattHour, "Market price in the period; may be negative."),
    ...settlementTerms,
  },
  returns: {
    unit: usd,
    description:
      "Positive: the receiver is paid. Negative: it pays. The buyer gains when the market is above the strike, so a loss here comes with cheap power elsewhere on the bill.",
    means: "With the market at {referencePrice} and a strike of {strike}, the {receiver} receives {result}.",
  },
  example: { volume: 62_000, strike: 58, referencePrice: 42, share: 0.75, receiver: "generator", basis: -4 },
  sources: settlementSources,
  related: ["PPASETTLEMENTS", "PPABLENDEDPRICE", "BASISCOST"],
  calculate({ referencePrice, floor, basis, ...terms }) {
    const price = settlementPrice(referencePrice, { floor, basis }).as("settlement price");
    return settlementOf({ ...terms, price });
  },
});
