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
    const unavailability = constant(1).minus(availability).as("unavailability");
    const spares = installed.minus(required).plus(1).as("spares and none");
    // Powers as running products: a power of its own for each of up to 1,000 units would take too long.
    const failing = generate(spares, () => unavailability)
      .runningProduct()
      .shifted(1);
    const working = generate(spares, () => availability)
      .runningProduct()
      .shifted(1);
    const chances = generate(spares, (place) =>
      combinations(installed, place.minus(1))
        .times(failing.at(place))
        .times(working.at(spares.minus(place).plus(1))),
    ).as("chance of so many failing, over that of the required ones");
    return chances.sum().times(power(availability, required));
  },
});
