import { combinations, constant, power } from "../../calc/quantity";
import { generate } from "../../calc/series";
import { count, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, share as part, whole } from "../parameter";

export const availabilityWithSpares = defineFunction({
  name: "REDUNDANTAVAILABILITY",
  title: "Availability with spares",
  summary: "Returns the chance that enough of the installed identical units work.",
  aliases: ["N+1", "redundancy", "binomial"],
  parameters: {
    required: amount(count, "Units needed.", whole, atLeast(0)),
    installed: amount(count, "Units installed.", whole, atLeast(1), atMost(1000)),
    availability: part("Availability of one unit.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: share,
    description: "It assumes that units fail independently.",
    means: "Enough units work {result} of the time.",
  },
  example: { required: 4, installed: 5, availability: 0.99 },
  sources: ["k-out-of-n reliability (binomial)"],
  related: ["PARALLELAVAILABILITY", "SERIESAVAILABILITY"],
  native: "=IF(required=0,1,1-BINOM.DIST(required-1,installed,availability,TRUE))",
  requires: ({ required, installed }) => ({ "required must be at most installed": required.isAtMost(installed) }),
  calculate({ required, installed, availability }) {
    const chances = generate(installed.minus(required).plus(1), (place) => {
      const working = required.plus(place).minus(1);
      return combinations(installed, working)
        .times(power(availability, working))
        .times(power(constant(1).minus(availability), installed.minus(working)));
    }).as("chance of so many units working");
    return chances.sum();
  },
});
