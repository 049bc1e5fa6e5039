import { notAvailable, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { month, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, atMost, flag, optional, series } from "../parameter";

export const expectedMonthsInTheQueue = defineFunction({
  name: "QUEUEEXPECTEDMONTHS",
  title: "Expected months in the queue",
  summary: "Returns the expected months to the end of the queue, given completion, or to completion or withdrawal.",
  aliases: ["queue time", "time to power"],
  parameters: {
    months: series(month, "Duration of each stage.", atLeast(0)),
    probabilities: series(share, "Probability of passing each stage.", atLeast(0), atMost(1)),
    conditional: optional(
      true,
      flag("TRUE: given that the project completes; FALSE: until it completes or drops out."),
    ),
  },
  returns: {
    unit: month,
    description:
      "With conditional TRUE the time of a project that completes; with FALSE the mean over all projects, those that drop out included.",
    means: "A place in the queue takes {result} on average.",
  },
  example: { months: [9, 14, 10, 18], probabilities: [0.7, 0.6, 0.8, 0.9], conditional: false },
  sources: ["Stage survival model of an interconnection queue"],
  related: ["QUEUESTAGES", "QUEUEPROBABILITY"],
  calculate({ months, probabilities, conditional }) {
    const reached = probabilities.runningProduct().shifted(1).as("probability of reaching the stage");
    const spent = together({ duration: months, reached })
      .map(({ duration, reached }) => duration.times(reached))
      .as("expected months in the stage")
      .sum();
    const completes = together({ probability: probabilities, duration: months }).every(({ probability }) =>
      probability.isNot(0),
    );
    const all = when(
      completes,
      months.sum(),
      notAvailable("it never completes: a probability is 0. Give conditional FALSE for the mean over all projects"),
    );
    return when(conditional, all, spent);
  },
});
