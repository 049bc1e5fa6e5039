import { oneYear, wattsPerKilowatt } from "../../calc/conversions";
import { decline } from "../../calc/finance";
import { blank, constant, logarithm, type Quantity, when } from "../../calc/quantity";
import { gpu, gpuHour, hour, kilowattHour, perYear, ratio, share, usd, watt, year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, lessThan, moreThan, optional, share as part } from "../parameter";

export const amortizedTrainingCost = defineTable({
  name: "AMORTIZEDTRAININGCOST",
  title: "Amortized training cost",
  summary: "Splits the cost of a training run on owned hardware into chips, interconnect and energy.",
  aliases: ["Epoch AI", "hardware cost"],
  parameters: {
    chipPrice: amount(
      usd.per(gpu).labelled("USD"),
      "Price of one chip with its server share when it was new.",
      atLeast(0),
    ),
    chipHours: amount(gpuHour, "Chip-hours of the run.", atLeast(0)),
    chipWatts: amount(watt.per(gpu).labelled("W"), "Rated power of one chip.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
    powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
    ageYears: optional(0, amount(year, "Age of the chips when the run starts.", atLeast(0))),
    annualDecline: optional(
      0.2756,
      amount(
        perYear.labelled("share/year"),
        "Yearly fall in the value of the chips; 0.2756 is 0.14 orders of magnitude a year.",
        atLeast(0),
        lessThan(1),
      ),
    ),
    interconnectShare: optional(0.19, part("Share of cluster cost that is network.", atLeast(0), lessThan(1))),
    serverFactor: optional(1, amount(ratio, "Server power over chip power.", atLeast(1))),
    averageLoad: optional(0.75, part("Average over rated power.", atLeast(0), atMost(1))),
    hoursPerYear: optional(8760, amount(hour.per(year).labelled("h"), "Hours in the year.", moreThan(0))),
  },
  columns: { component: "text", USD: usd, share: share },
  example: { chipPrice: 24875, chipHours: 57000000, chipWatts: 400, pue: 1.25, powerPrice: 0.0806, ageYears: 1.75 },
  sources: [
    "Cottier et al. 2024, The rising costs of training frontier AI models; epoch-research/training-cost-trends (uses 8,766 hours a year)",
  ],
  related: ["TRAININGCOST", "TRAININGENERGY"],
  calculate(args, { lines }) {
    const { chipPrice, chipHours, chipWatts, pue, powerPrice, ageYears, annualDecline } = args;
    const { interconnectShare, serverFactor, averageLoad, hoursPerYear } = args;
    const value = chipPrice.times(decline(annualDecline, ageYears)).as("value at the start");
    // Continuous decline: the value lost a year is the value times -ln(1 - annual decline).
    const rate = logarithm(constant(1).dividedBy(constant(1).minus(annualDecline.times(oneYear))))
      .dividedBy(oneYear)
      .as("continuous decline");
    const chips = value.times(rate).times(chipHours).dividedBy(hoursPerYear).as("chips");
    const interconnect = chips
      .times(interconnectShare)
      .dividedBy(constant(1).minus(interconnectShare))
      .as("interconnect");
    const energy = chipWatts
      .times(serverFactor)
      .times(averageLoad)
      .times(pue)
      .times(chipHours)
      .times(powerPrice)
      .dividedBy(wattsPerKilowatt)
      .as("energy");
    const total = chips.plus(interconnect).plus(energy).as("total");
    const part = (amount: Quantity): Quantity => when(total.is(0), blank, amount.dividedBy(total));
    return lines([
      { component: "chips", USD: chips, share: part(chips) },
      { component: "interconnect", USD: interconnect, share: part(interconnect) },
      { component: "energy", USD: energy, share: part(energy) },
      { component: "total", USD: total, share: part(total) },
    ]);
  },
});
