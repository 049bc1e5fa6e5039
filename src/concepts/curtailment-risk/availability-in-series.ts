import { share } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, atMost, series } from "../parameter";

export const availabilityInSeries = defineFunction({
  name: "SERIESAVAILABILITY",
  title: "Availability in series",
  summary: "Returns the availability of components that must all work.",
  aliases: ["reliability", "uptime"],
  parameters: {
    availabilities: series(share, "Availability of each component.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: share,
    description: "Every part must work: the chain is weaker than its weakest part.",
    means: "All parts work at once {result} of the time.",
  },
  example: { availabilities: [0.9995, 0.999, 0.9999] },
  sources: ["Reliability block diagrams"],
  related: ["PARALLELAVAILABILITY", "REDUNDANTAVAILABILITY"],
  calculate({ availabilities }) {
    return availabilities.product();
  },
});
