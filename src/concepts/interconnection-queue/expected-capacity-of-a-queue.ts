import { together } from "../../calc/series";
import { megawatt, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, atMost, series } from "../parameter";

export const expectedQueueCapacity = defineFunction({
  name: "QUEUEEXPECTEDCAPACITY",
  title: "Expected capacity of a queue",
  summary: "Returns the capacity expected to be built out of queued projects.",
  aliases: ["queue", "pipeline", "attrition"],
  parameters: {
    megawatts: series(megawatt, "Capacity of each project.", atLeast(0)),
    probabilities: series(share, "Completion probability of each project.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: megawatt,
    description: "Megawatts to count on in a plan; a single project is still all or nothing.",
    means: "Of the megawatts asked for, {result} can be expected.",
  },
  example: { megawatts: [300, 150, 500], probabilities: [0.6, 0.3, 0.1] },
  sources: ["LBNL Queued Up: completion rates far below queue capacity"],
  related: ["QUEUEPROBABILITY", "QUEUESTAGES"],
  calculate({ megawatts, probabilities }) {
    return together({ size: megawatts, probability: probabilities })
      .map(({ size, probability }) => size.times(probability))
      .as("expected megawatts")
      .sum();
  },
});
