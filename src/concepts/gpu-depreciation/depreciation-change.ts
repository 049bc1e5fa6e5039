import { max, type Quantity, when } from "../../calc/quantity";
import { year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, moreThan } from "../parameter";
import { bookValue } from "./book-value";

const { cost, ageYears, residual } = bookValue.parameters;

export const depreciationChange = defineTable({
  name: "DEPRECIATIONCHANGE",
  title: "Change of depreciation life",
  summary:
    "Returns the yearly charge before and after a change of useful life; use it to read announcements of longer or shorter lives.",
  aliases: ["useful life change", "change of estimate", "life extension", "depreciation expense"],
  parameters: {
    cost,
    oldLifeYears: amount(year, "Life used so far.", moreThan(0)),
    newLifeYears: amount(year, "Life used from now on.", moreThan(0)),
    ageYears: { ...ageYears, description: "Age at the change." },
    residual,
  },
  columns: { measure: "text", before: "mixed", after: "mixed", change: "mixed" },
  example: { cost: 30_000, oldLifeYears: 5, newLifeYears: 6, ageYears: 2, residual: 0 },
  sources: [...bookValue.sources, "CoreWeave and hyperscaler life changes"],
  related: ["BOOKVALUE", "RESIDUALVALUE"],
  requires: ({ newLifeYears, ageYears }) => ({
    "newLifeYears must be more than ageYears": newLifeYears.isMoreThan(ageYears),
  }),
  calculate({ cost, oldLifeYears, newLifeYears, ageYears, residual }, { lines }) {
    const carrying = bookValue.calculate({ cost, lifeYears: oldLifeYears, ageYears, residual }).as("carrying amount");
    const leftBefore = max(0, oldLifeYears.minus(ageYears)).as("years left before");
    const leftAfter = newLifeYears.minus(ageYears).as("years left after");
    const chargeBefore = when(leftBefore.is(0), 0, max(0, cost.minus(residual)).dividedBy(oldLifeYears));
    const chargeAfter = max(0, carrying.minus(residual)).dividedBy(leftAfter);

    const line = (measure: string, before: Quantity, after: Quantity) => ({
      measure,
      before,
      after,
      change: after.minus(before),
    });
    return lines([
      line("life, years", oldLifeYears, newLifeYears),
      line("years left", leftBefore, leftAfter),
      line("carrying amount", carrying, carrying),
      line("charge a year", chargeBefore.as("charge before"), chargeAfter.as("charge after")),
    ]);
  },
});
