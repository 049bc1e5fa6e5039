import { logarithm, normalShare, when } from "../../calc/quantity";
import { month, none, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share as part } from "../parameter";

export const probabilityOfEnergizationByADate = defineFunction({
  name: "QUEUEPROBABILITY",
  title: "Probability of energization by a date",
  summary: "Returns the chance that a queued project is connected within a number of months.",
  aliases: ["COD", "energization", "time to power", "lognormal"],
  parameters: {
    months: amount(month, "Time from today.", atLeast(0)),
    completionProbability: part("Probability that the project is ever completed.", atLeast(0), atMost(1)),
    medianMonths: amount(month, "Median time of completed projects.", moreThan(0)),
    sigma: optional(0.5, amount(none, "Log standard deviation of that time.", moreThan(0))),
  },
  returns: {
    unit: share,
    description: "It never exceeds completionProbability: most projects that leave the queue leave it without power.",
    means: "By then the project has power with a probability of {result}.",
  },
  example: { months: 36, completionProbability: 0.3, medianMonths: 48 },
  sources: ["Lognormal time-to-completion model; LBNL reports a median near five years"],
  related: ["QUEUEEXPECTEDMONTHS", "DELAYCOST"],
  calculate({ months, completionProbability, medianMonths, sigma }) {
    const distance = logarithm(months.dividedBy(medianMonths))
      .dividedBy(sigma)
      .as("standard deviations from the median");
    return when(months.is(0), 0, completionProbability.times(normalShare(distance)));
  },
});
