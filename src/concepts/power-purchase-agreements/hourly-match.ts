import { min } from "../../calc/quantity";
import { together } from "../../calc/series";
import { megawattHour, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";

export const hourlyMatch = defineFunction({
  name: "HOURLYMATCH",
  title: "Hourly matched share",
  summary:
    "Returns the share of the load that is met by generation in the same period; use it to test a claim of round-the-clock clean power.",
  aliases: ["24/7 CFE", "carbon-free energy score", "hourly matching", "temporal matching", "time-matched"],
  parameters: {
    load: series(megawattHour, "Consumption of each period.", atLeast(0)),
    generation: series(megawattHour, "Contracted generation of each period.", atLeast(0)),
  },
  returns: {
    unit: share,
    description:
      "100% is a load covered in every period. A yearly match of 100% often comes to far less hour by hour: generation above the load of its own period does not count. The shorter the periods, the stricter the test.",
    means: "{result} of the load is met by generation of the same period.",
  },
  example: { load: [50, 50, 50, 50], generation: [10, 80, 90, 20] },
  sources: ["Google 24/7 carbon-free energy score (method)"],
  related: ["SHAPECOST", "CAPTURERATE", "CUE"],
  calculate({ load, generation }) {
    const matched = together({ load, generation })
      .map(({ load, generation }) => min(load, generation))
      .as("matched energy");
    return matched.sum().dividedBy(load.sum());
  },
});
