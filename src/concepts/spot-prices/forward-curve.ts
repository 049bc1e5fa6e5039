import { annuityFactor } from "../../calc/finance";
import { gpuHour, perYear, usd, year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, moreThan, optional, series } from "../parameter";

export const forwardCurve = defineTable({
  name: "FORWARDCURVE",
  title: "Forward curve from term rates",
  summary:
    "Returns the forward rate of each stretch between quoted terms; use it to read what the reserved prices say about later years.",
  aliases: ["forward price curve", "bootstrap", "term structure", "implied prices", "reserved price curve"],
  parameters: {
    terms: series(year, "Quoted term lengths, shortest first.", moreThan(0)),
    rates: series(usd.per(gpuHour), "Hourly price of each term.", atLeast(0)),
    discountRate: optional(0, amount(perYear.labelled("share"), "Yearly discount rate.", atLeast(0))),
  },
  columns: { from: year, to: year, "forward rate": usd.per(gpuHour) },
  // Present value of an hour a year over the term, and of its price: the next row takes the difference.
  carried: { annuity: year, paid: usd.per(gpuHour).times(year) },
  example: { terms: [1, 2, 3], rates: [7.2, 6.2, 5.4] },
  sources: ["The Next Platform GPU price discussion, reserved 1-year and 3-year rates"],
  related: ["FORWARDRATE", "RESIDUALCURVE", "PRICEVOLATILITY"],
  requires: ({ terms }) => ({ "terms must increase from cell to cell": terms.increases }),
  calculate({ terms, rates, discountRate }, { rowsOf }) {
    return rowsOf({ term: terms, rate: rates }, ({ term, rate, above }) => {
      const annuity = annuityFactor({ rate: discountRate, periods: term }).as("annuity of the term");
      const paid = rate.times(annuity).as("paid over the term");
      const stretch = annuity.minus(above.annuity.otherwise(0)).as("annuity of the stretch");
      return {
        from: above.to.otherwise(0),
        to: term,
        "forward rate": paid.minus(above.paid.otherwise(0)).dividedBy(stretch),
        annuity,
        paid,
      };
    });
  },
});
