import { megawattHour, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";
import { capturePrice } from "./capture-price";
import { perMegawattHour } from "./settlement";

export const captureRate = defineFunction({
  name: "CAPTURERATE",
  title: "Capture rate",
  summary:
    "Returns the capture price divided by the simple average price; use it to compare the worth of generation profiles.",
  aliases: ["value factor", "capture factor", "cannibalization", "market value factor", "profile value"],
  parameters: {
    volumes: series(megawattHour, "Energy of each period.", atLeast(0)),
    prices: series(perMegawattHour, "Price of each period; may be negative."),
  },
  returns: {
    unit: ratio,
    description:
      "1 is a flat profile. Below 1 the energy comes when power is cheap; above 1, when it is dear. Around an average price near 0 the ratio says little.",
    means: "The profile earns {result} the average price.",
  },
  example: { volumes: [10, 80, 120, 30], prices: [60, 35, 20, 75] },
  sources: ["Power-market capture rate"],
  related: ["CAPTUREPRICE", "SHAPECOST"],
  calculate({ volumes, prices }) {
    const captured = capturePrice.calculate({ volumes, prices }).as("capture price");
    const average = prices.mean().as("average price");
    return captured.dividedBy(average);
  },
});
