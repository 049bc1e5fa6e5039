import { month, none, share } from "../../calc/unit";
import { defineTable } from "../define";
import { atLeast, atMost, series } from "../parameter";

export const queueStages = defineTable({
  name: "QUEUESTAGES",
  title: "Queue stages",
  summary: "Lists for each stage of an interconnection queue the chance to reach and to finish it.",
  aliases: ["interconnection study", "attrition"],
  parameters: {
    months: series(month, "Duration of each stage.", atLeast(0)),
    probabilities: series(share, "Probability of passing each stage.", atLeast(0), atMost(1)),
  },
  columns: { stage: none, "reach probability": share, "finish probability": share, "months elapsed": month },
  example: { months: [9, 14, 10, 18], probabilities: [0.7, 0.6, 0.8, 0.9] },
  sources: ["Stage survival model of an interconnection queue"],
  related: ["QUEUEEXPECTEDMONTHS", "QUEUEPROBABILITY"],
  calculate({ months, probabilities }, { rowsOf }) {
    return rowsOf({ duration: months, probability: probabilities }, ({ position, duration, probability, above }) => {
      const reach = above["finish probability"].otherwise(1);
      return {
        stage: position,
        "reach probability": reach,
        "finish probability": reach.times(probability),
        "months elapsed": above["months elapsed"].otherwise(0).plus(duration),
      };
    });
  },
});
