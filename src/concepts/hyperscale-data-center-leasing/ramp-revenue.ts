import { kilowattsPerMegawatt, monthsPerYear, oneYear } from "../../calc/conversions";
import { growth } from "../../calc/finance";
import { when } from "../../calc/quantity";
import { kilowatt, megawatt, month, none, perYear, usd, year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, series, whole } from "../parameter";
import { ratePerKwMonth } from "./development";

export const rampRevenue = defineTable({
  name: "RAMPREVENUE",
  title: "Ramp revenue",
  summary:
    "Lists the rent of each period while leased capacity ramps up; use it for the top line of a lease that starts in tranches.",
  aliases: ["lease ramp", "phased delivery", "commencement schedule", "rent schedule", "backlog conversion"],
  parameters: {
    megawatts: series(megawatt, "Capacity paying rent in each period.", atLeast(0)),
    ratePerKwMonth,
    escalator: optional(0, amount(perYear.labelled("share/year"), "Yearly increase of the rate.", moreThan(-1))),
    periodsPerYear: optional(
      12,
      amount(none.per(year).labelled("count"), "Periods in a year.", whole, atLeast(1), atMost(366)),
    ),
  },
  columns: { period: none, MW: megawatt, rate: usd.per(kilowatt.times(month)), revenue: usd },
  carried: { year },
  example: { megawatts: [10, 20, 40, 40, 40], ratePerKwMonth: 110, escalator: 0.03, periodsPerYear: 4 },
  sources: [
    "Lease ramp schedules of hyperscale leases (commencement by tranche)",
    "Real Estate Investment Banking, valuing a data center, https://ibinterviewquestions.com/guides/real-estate-investment-banking/valuing-a-data-center-walkthrough",
  ],
  related: ["YIELDONCOST", "LEASESCHEDULE", "WALT"],
  calculate({ megawatts, ratePerKwMonth, escalator, periodsPerYear }, { rowsOf }) {
    const yearlyRise = growth(escalator, oneYear).as("yearly rise");
    return rowsOf({ leased: megawatts }, ({ position, leased, above }) => {
      const yearBefore = above.year.otherwise(0);
      const yearIsOver = position.isMoreThan(yearBefore.times(periodsPerYear));
      // From the row above, since a power in every row of a long range would take too long.
      const rateNow = when(yearIsOver, above.rate.times(yearlyRise), above.rate);
      const rate = when(above.rate.isGiven, rateNow, ratePerKwMonth);
      const perMonth = leased.times(kilowattsPerMegawatt).times(rate).as("rent of a month");
      const revenue = perMonth.times(monthsPerYear).dividedBy(periodsPerYear);
      const leaseYear = when(yearIsOver, yearBefore.plus(oneYear), yearBefore);
      return { period: position, MW: leased, rate, revenue, year: leaseYear };
    });
  },
});
