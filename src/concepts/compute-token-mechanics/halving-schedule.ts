import { when } from "../../calc/quantity";
import { count, none, token } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, whole } from "../parameter";

export const halvingSchedule = defineTable({
  name: "HALVINGSCHEDULE",
  title: "Emission schedule with halvings",
  summary:
    "Returns emission and cumulative emission when emission halves after every fixed number of periods; use it for networks with halving dates.",
  aliases: ["halvening", "halving", "block reward", "token release", "tokenomics"],
  parameters: {
    initialEmission: amount(token, "Emission of the first period.", atLeast(0)),
    halvingPeriods: amount(count, "Periods between halvings.", whole, atLeast(1)),
    periods: amount(count, "Number of periods.", whole, atLeast(1), atMost(200_000)),
  },
  columns: { period: none, emission: token, cumulative: token },
  // How often the emission has been halved: one more than in the row above means that it halves here.
  carried: { halvings: count },
  example: { initialEmission: 60_000_000, halvingPeriods: 2, periods: 6 },
  sources: ["Helium HIP-20"],
  related: ["EMISSIONSCHEDULE", "BURNMINTSCHEDULE"],
  // The recurrence that is printed grows its table row by row, too slow in a worksheet for the many rows this one may have.
  native:
    '=LET(k,SEQUENCE(periods),emission,initialEmission*0.5^INT((k-1)/halvingPeriods),VSTACK({"Period","Emission","Cumulative"},HSTACK(k,emission,SCAN(0,emission,LAMBDA(a,b,a+b)))))',
  calculate({ initialEmission, halvingPeriods, periods }, { rows }) {
    return rows({ to: periods }, ({ position, above }) => {
      const halvings = position.minus(1).dividedBy(halvingPeriods).roundedDown();
      const before = above.emission.otherwise(initialEmission);
      const emission = when(halvings.is(above.halvings.otherwise(0)), before, before.dividedBy(2));
      return {
        period: position,
        emission,
        cumulative: above.cumulative.otherwise(0).plus(emission),
        halvings,
      };
    });
  },
});
