import { constant } from "../../calc/quantity";
import { together } from "../../calc/series";
import { share } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, atMost, series } from "../parameter";

export const availabilityInParallel = defineFunction({
  name: "PARALLELAVAILABILITY",
  title: "Availability in parallel",
  summary: "Returns the availability of components of which one is enough.",
  aliases: ["redundancy", "2N"],
  parameters: {
    availabilities: series(share, "Availability of each component.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: share,
    description: "One working part is enough. It assumes that parts fail independently; a shared cause makes it lower.",
    means: "At least one part works {result} of the time.",
  },
  example: { availabilities: [0.99, 0.98] },
  sources: ["Reliability block diagrams"],
  related: ["SERIESAVAILABILITY", "REDUNDANTAVAILABILITY"],
  calculate({ availabilities }) {
    const failing = together({ availability: availabilities })
      .map(({ availability }) => constant(1).minus(availability))
      .as("unavailability")
      .product()
      .as("all fail at once");
    return constant(1).minus(failing);
  },
});
