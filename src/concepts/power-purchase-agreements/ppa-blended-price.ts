import { megawattHour } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";
import { perMegawattHour, settlementSources } from "./settlement";

export const ppaBlendedPrice = defineFunction({
  name: "PPABLENDEDPRICE",
  title: "Blended power price",
  summary:
    "Returns the buyer's average price when part of the load is covered by a power purchase agreement; use it to put a hedged power price into a model.",
  aliases: ["hedged price", "all-in power price", "effective power price", "hedge ratio", "virtual PPA"],
  parameters: {
    load: amount(megawattHour, "Energy consumed.", atLeast(0)),
    ppaVolume: amount(megawattHour, "Energy under the agreement; may exceed the load.", atLeast(0)),
    ppaPrice: amount(perMegawattHour, "Price of the agreement."),
    marketPrice: amount(perMegawattHour, "Market price at which the rest is bought or the agreement settles."),
    retailPrice: optional(
      null,
      amount(
        perMegawattHour,
        "Price actually paid for the whole load when the agreement only settles financially; marketPrice when left out.",
      ),
    ),
  },
  returns: {
    unit: perMegawattHour,
    description:
      "Compare it with marketPrice: below it the agreement saves money at this market, above it the hedge costs. With the whole load covered it is the agreement's price, whatever the market does.",
    means: "With {ppaVolume} of {load} under the agreement, the buyer pays {result} on average.",
  },
  example: { load: 62_000, ppaVolume: 46_500, ppaPrice: 58, marketPrice: 38 },
  sources: settlementSources,
  related: ["PPASETTLEMENT", "LEVELIZEDPRICE", "EFFECTIVEPOWERRATE"],
  calculate({ load, ppaVolume, ppaPrice, marketPrice, retailPrice }) {
    const bill = load.times(retailPrice.otherwise(marketPrice)).as("power bill");
    const hedge = ppaVolume.times(ppaPrice.minus(marketPrice)).as("cost of the agreement");
    return bill.plus(hedge).dividedBy(load);
  },
});
