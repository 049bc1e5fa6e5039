import { decline } from "../../calc/finance";
import { power } from "../../calc/quantity";
import { perYear, share as shareUnit, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";
import { residualValue } from "./residual-value";

const { cost, ageYears } = residualValue.parameters;

export const generationValue = defineFunction({
  name: "GENERATIONVALUE",
  title: "Residual value in generation steps",
  summary:
    "Returns the market value when each new GPU generation marks older ones down, with an optional steady decline; use it to plan around release dates.",
  aliases: ["generation discount", "release cadence", "step model", "obsolescence"],
  parameters: {
    cost,
    ageYears,
    cadenceYears: amount(year, "Years between generations.", moreThan(0)),
    valueKeptPerGeneration: share("Share of value kept when a new generation ships.", atLeast(0), atMost(1)),
    declineWithinGeneration: optional(
      0,
      amount(
        perYear.labelled("share"),
        "Yearly decline that runs all the time besides the steps; a negative value is a rise.",
        atMost(1),
      ),
    ),
  },
  returns: {
    unit: usd,
    description: "The value drops on the day a generation ships: a sale shortly before the step keeps the difference.",
    means: "After {ageYears}, with a new generation every {cadenceYears}, the equipment sells for {result}.",
  },
  example: {
    cost: 30_000,
    ageYears: 3,
    cadenceYears: 2,
    valueKeptPerGeneration: 0.6,
    declineWithinGeneration: 0.1,
  },
  sources: [
    "Own step model; no published worked example found (refresh drivers: AltStreet reference, GPU refresh cycle)",
  ],
  related: ["RESIDUALVALUE", "HALFLIFEVALUE"],
  calculate({ cost, ageYears, cadenceYears, valueKeptPerGeneration, declineWithinGeneration }) {
    const generations = ageYears.dividedBy(cadenceYears).roundedDown().as("generations since");
    const afterSteps = power(valueKeptPerGeneration, generations).in(shareUnit).as("share kept after the steps");
    const afterDecline = decline(declineWithinGeneration, ageYears).in(shareUnit).as("share kept within generations");
    return cost.times(afterSteps).times(afterDecline);
  },
});
