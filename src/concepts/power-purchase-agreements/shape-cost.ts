import { together } from "../../calc/series";
import { megawattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";
import { perMegawattHour } from "./settlement";

export const shapeCost = defineFunction({
  name: "SHAPECOST",
  title: "Shape cost",
  summary:
    "Returns the extra cost of buying and selling the mismatch between load and generation at period prices instead of the average price; use it to compare agreements of different profiles.",
  aliases: ["profile cost", "shaping", "firming cost", "24/7", "load following", "balancing cost"],
  parameters: {
    load: series(megawattHour, "Consumption of each period.", atLeast(0)),
    generation: series(megawattHour, "Contracted generation of each period.", atLeast(0)),
    prices: series(perMegawattHour, "Market price of each period; may be negative."),
  },
  returns: {
    unit: usd,
    description:
      "0 when load and generation have one shape or prices are flat. Positive: power is missing in dear hours and left over in cheap ones. Negative when the mismatch falls in cheap hours. Divide it by the load to add it to a price.",
    means: "The mismatch between load and generation costs {result} more than at the average price.",
  },
  example: { load: [50, 50, 50, 50], generation: [10, 80, 90, 20], prices: [70, 30, 20, 80] },
  sources: ["Profile (shape) cost of power procurement"],
  related: ["HOURLYMATCH", "CAPTURERATE", "BASISCOST"],
  calculate({ load, generation, prices }) {
    const atPrices = together({ load, generation, price: prices })
      .map(({ load, generation, price }) => load.minus(generation).times(price))
      .as("mismatch at its price")
      .sum()
      .as("cost at period prices");
    const mismatch = load.sum().minus(generation.sum()).as("mismatch");
    // The average is divided last, so that a mismatch that costs nothing costs exactly nothing.
    const atAverage = mismatch.times(prices.sum()).dividedBy(prices.count()).as("cost at the average price");
    return atPrices.minus(atAverage);
  },
});
