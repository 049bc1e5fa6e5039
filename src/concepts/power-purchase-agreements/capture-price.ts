import { together } from "../../calc/series";
import { megawattHour } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";
import { perMegawattHour } from "./settlement";

export const capturePrice = defineFunction({
  name: "CAPTUREPRICE",
  title: "Capture price",
  summary:
    "Returns the volume-weighted price a generator or load earns; use it to see what the hours of a wind or solar farm are worth.",
  aliases: ["captured price", "volume-weighted average price", "VWAP", "realized price", "weighted price"],
  parameters: {
    volumes: series(megawattHour, "Energy of each period.", atLeast(0)),
    prices: series(perMegawattHour, "Price of each period; may be negative."),
  },
  returns: {
    unit: perMegawattHour,
    description:
      "Compare it with the simple average of the prices, which CAPTURERATE does: solar and wind capture less where much of the same is built.",
    means: "Weighted by volume, the price is {result}.",
  },
  example: { volumes: [10, 80, 120, 30], prices: [60, 35, 20, 75] },
  sources: ["Power-market capture price"],
  related: ["CAPTURERATE", "SHAPECOST", "BASISCOST"],
  calculate: ({ volumes, prices }) =>
    together({ volume: volumes, price: prices })
      .map(({ volume, price }) => volume.times(price))
      .as("value")
      .sum()
      .dividedBy(volumes.sum()),
});
