import { oneYear } from "../../calc/conversions";
import { levelPayment } from "../../calc/finance";
import { constant, type Quantity, spelled, when } from "../../calc/quantity";
import { generate, type Series, together } from "../../calc/series";
import { none, usd, year } from "../../calc/unit";
import { defineTable } from "../define";
import { series } from "../parameter";
import { equivalentAnnualCost, newnan, sullivan } from "./equivalent-annual-cost";

const { cost, annualCosts, rate } = equivalentAnnualCost.parameters;

export const economicLife = defineTable({
  name: "ECONOMICLIFE",
  title: "Economic life table",
  summary:
    "Returns marginal and equivalent annual cost for each possible life; use it to find when equipment is cheapest to replace.",
  aliases: ["optimal life", "marginal cost of keeping", "EUAC table", "replacement analysis"],
  parameters: {
    cost,
    annualCosts,
    salvages: series(usd, "Resale value at the end of each year."),
    rate,
  },
  columns: {
    year: none.labelled("year"),
    "marginal cost": usd.per(year),
    "equivalent annual cost": usd.per(year),
    best: "truth",
  },
  carried: { "resale value": usd },
  example: {
    cost: 40_000,
    annualCosts: [3000, 4000, 6000, 9000, 13_000],
    salvages: [26_000, 17_000, 11_000, 7000, 4000],
    rate: 0.1,
  },
  sources: [sullivan, newnan],
  related: ["BESTREPLACEMENTYEAR", "EQUIVALENTANNUALCOST", "REPLACEMENTYEAR"],
  calculate(given, { rowsOf }) {
    const { cost, annualCosts, salvages, rate } = given;
    const equivalent = equivalentCosts(given);
    const best = bestLife(equivalent);
    return rowsOf({ annual: annualCosts, salvage: salvages, equivalent }, ({ position, annual, salvage, ...row }) => {
      const valueBefore = row.above["resale value"].otherwise(cost);
      const marginal = valueBefore.times(yearlyGrowth(rate)).minus(salvage).plus(annual);
      return {
        year: position,
        "marginal cost": marginal.dividedBy(oneYear),
        "equivalent annual cost": row.equivalent,
        best: position.times(oneYear).is(best),
        "resale value": salvage,
      };
    });
  },
});

interface Given {
  readonly cost: Quantity;
  readonly annualCosts: Series;
  readonly salvages: Series;
  readonly rate: Quantity;
}

const yearlyGrowth = (rate: Quantity): Quantity => constant(1).plus(rate.times(oneYear));

/** The equivalent annual cost of every life, from one year to as many as there are figures for. */
export function equivalentCosts({ cost, annualCosts, salvages, rate }: Given): Series {
  const both = together({ annual: annualCosts, salvage: salvages });
  const longest = both.map(({ annual }) => annual).count();
  // Running sums and products: a power and a present value of its own for every life would be slow.
  const growths = generate(longest, () => yearlyGrowth(rate))
    .runningProduct()
    .as("growth");
  const discounted = together({ annual: annualCosts, growth: growths })
    .map(({ annual, growth }) => annual.dividedBy(growth))
    .as("discounted running cost");
  const toDate = discounted.runningSum().as("present value of running costs");
  return generate(longest, (life) => {
    const years = life.times(oneYear);
    const firstYears = together({ annual: annualCosts }).where(({ position }) => position.isAtMost(life));
    const running = spelled(toDate.at(life), firstYears.map(({ annual }) => annual).presentValue(rate.times(oneYear)));
    const present = cost.plus(running);
    const [future, growth] = [salvages.at(life), growths.at(life)];
    return spelled(
      when(
        rate.is(0),
        present.minus(future).dividedBy(years),
        present.times(growth).minus(future).times(rate).dividedBy(growth.minus(1)),
      ),
      levelPayment({ rate, periods: years, present, future }),
    );
  }).as("equivalent annual cost");
}

/** The first life with the lowest cost. */
export function bestLife(costs: Series): Quantity {
  const lowest = costs.smallest().as("lowest equivalent annual cost");
  return together({ cost: costs })
    .where(({ cost }) => cost.is(lowest))
    .map(({ position }) => position.times(oneYear))
    .as("years of lowest cost")
    .smallest()
    .as("best life");
}
