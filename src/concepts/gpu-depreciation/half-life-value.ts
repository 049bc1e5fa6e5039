import { power } from "../../calc/quantity";
import { usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, moreThan } from "../parameter";
import { priceTerminal, residualValue, shareOfCost } from "./residual-value";

const { cost, ageYears, floorShare } = residualValue.parameters;

export const halfLifeValue = defineFunction({
  name: "HALFLIFEVALUE",
  title: "Residual value at a half-life",
  summary:
    "Returns the market value at an age when the value above the floor halves every half-life; use it when you think in half-lives rather than yearly declines.",
  aliases: ["half-life", "exponential decay", "resale value"],
  parameters: {
    cost,
    ageYears,
    halfLifeYears: amount(year, "Years in which the value above the floor halves.", moreThan(0)),
    floorShare,
  },
  returns: {
    unit: usd,
    description:
      "At one half-life the value above the floor is half of what it was, at two a quarter, at three an eighth.",
    means: "After {ageYears}, with a half-life of {halfLifeYears}, the equipment sells for {result}.",
  },
  example: { cost: 30_000, ageYears: 3, halfLifeYears: 2, floorShare: 0.05 },
  sources: [priceTerminal],
  related: ["RESIDUALVALUE", "IMPLIEDHALFLIFE", "GENERATIONVALUE"],
  calculate: ({ cost, ageYears, halfLifeYears, floorShare }) =>
    cost.times(shareOfCost(floorShare, power(0.5, ageYears.dividedBy(halfLifeYears).as("half-lives")))),
});
