import { decline } from "../../calc/finance";
import { constant, max, min, when } from "../../calc/quantity";
import { count, none, perYear, token, year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, whole } from "../parameter";

export const emissionSchedule = defineTable({
  name: "EMISSIONSCHEDULE",
  title: "Emission schedule with disinflation",
  summary:
    "Returns emission and cumulative emission when emission falls smoothly by a yearly share, with an optional cap; use it for networks that release tokens on a falling curve.",
  aliases: ["disinflation", "token release", "inflation schedule", "tokenomics", "supply cap", "vesting"],
  parameters: {
    initialEmission: amount(token, "Emission of the first period.", atLeast(0)),
    disinflation: amount(
      perYear.labelled("share"),
      "Fall of the emission per year (per period when periodsPerYear is 1).",
      atLeast(0),
      atMost(1),
    ),
    periods: amount(count, "Number of periods.", whole, atLeast(1), atMost(200_000)),
    periodsPerYear: optional(1, amount(none.per(year).labelled("count"), "Periods in a year.", moreThan(0))),
    cap: optional(null, amount(token, "Largest cumulative emission; leave out for none.", atLeast(0))),
  },
  columns: { period: none, emission: token, cumulative: token },
  // What the curve alone would emit: the cap must not bend it.
  carried: { scheduled: token },
  example: { initialEmission: 500_000, disinflation: 0.08, periods: 5 },
  sources: [
    "io.net token emission schedule, https://docs.iog.net/docs/token-emission-schedule",
    "Solana disinflation schedule",
  ],
  related: ["HALVINGSCHEDULE", "BURNMINTSCHEDULE", "BURNMINTBREAKEVEN"],
  // The recurrence that is printed grows its table row by row, too slow in a worksheet for the many rows this one may have.
  native:
    '=LET(k,SEQUENCE(periods),run,SCAN(0,initialEmission*IF(k=1,1,(1-disinflation)^((k-1)/periodsPerYear)),LAMBDA(a,b,a+b)),total,IF(cap="",run,IF(run<cap,run,cap)),VSTACK({"Period","Emission","Cumulative"},HSTACK(k,total-TAKE(VSTACK(0,total),ROWS(total)),total)))',
  calculate({ initialEmission, disinflation, periods, periodsPerYear, cap }, { rows }) {
    const kept = decline(disinflation, constant(1).dividedBy(periodsPerYear)).as("share kept from period to period");

    return rows({ to: periods }, ({ position, above }) => {
      const scheduled = when(above.scheduled.isGiven, above.scheduled.times(kept), initialEmission);
      const before = above.cumulative.otherwise(0);
      const emission = when(cap.isGiven, min(scheduled, max(0, cap.minus(before))), scheduled);
      return { period: position, emission, cumulative: before.plus(emission), scheduled };
    });
  },
});
