import { megawattHour, none, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { atLeast, series } from "../parameter";
import {
  perMegawattHour,
  settlementOf,
  settlementPrice,
  settlementSources,
  settlementTerms,
  strike,
} from "./settlement";

export const ppaSettlements = defineTable({
  name: "PPASETTLEMENTS",
  title: "PPA settlements",
  summary:
    "Lists the settlement of each period of a virtual power purchase agreement and the running total; use it to see how payments add up over a year of prices.",
  aliases: ["VPPA", "virtual PPA", "contract for difference", "CfD", "settlement statement"],
  parameters: {
    volumes: series(megawattHour, "Energy settled in each period.", atLeast(0)),
    strike,
    referencePrices: series(perMegawattHour, "Market price of each period; may be negative."),
    ...settlementTerms,
  },
  columns: {
    period: none,
    volume: megawattHour,
    "reference price": perMegawattHour,
    settlement: usd,
    cumulative: usd,
  },
  example: {
    volumes: [4200, 3900, 5100],
    strike: 45,
    referencePrices: [52, 38, -6],
    share: 1,
    receiver: "buyer",
    floor: 0,
  },
  sources: settlementSources,
  related: ["PPASETTLEMENT", "PPABLENDEDPRICE", "CAPTUREPRICE"],
  calculate({ volumes, referencePrices, floor, basis, ...terms }, { rowsOf }) {
    return rowsOf({ volume: volumes, marketPrice: referencePrices }, ({ position, volume, marketPrice, above }) => {
      const price = settlementPrice(marketPrice, { floor, basis });
      const settlement = settlementOf({ ...terms, volume, price });
      return {
        period: position,
        volume,
        "reference price": price,
        settlement,
        cumulative: above.cumulative.otherwise(0).plus(settlement),
      };
    });
  },
});
