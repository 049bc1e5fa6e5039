import { min } from "../../calc/quantity";
import { hour, kilowatt, kilowattHour, share } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

/** Covers what a full load exceeds 1 by when its energy comes from another cell, in doubles. */
const full = 1 + 1e-9;

export const loadFactor = defineFunction({
  name: "LOADFACTOR",
  title: "Load factor",
  summary:
    "Returns average load divided by peak load; use it to see how evenly a site draws, and so how far a demand charge is spread.",
  aliases: ["capacity factor", "average to peak", "utilization of demand", "flat load"],
  parameters: {
    energyKwh: amount(kilowattHour, "Energy used in the period.", atLeast(0)),
    peakKw: amount(kilowatt, "Peak load of the period.", atLeast(0)),
    hours: optional(730, amount(hour, "Hours in the period.", moreThan(0))),
  },
  returns: {
    unit: share,
    description:
      "100% is a load that never changes. The higher it is, the less a demand charge adds to each kWh, which EFFECTIVEPOWERRATE shows.",
    means: "The site draws {result} of its peak of {peakKw} on average.",
  },
  example: { energyKwh: 65_000, peakKw: 125, hours: 720 },
  sources: [
    "Utility load factor",
    "Better Cost Control, what is load factor, http://bettercostcontrol.com/what-is-load-factor/",
    "Iowa Lakes Electric Cooperative, what is load factor, https://www.ilec.coop/news-and-events/news/what-is-load-factor-and-why-is-it-important",
    "NREL SAM Simulation Core, grid test, https://github.com/NREL/ssc/blob/develop/test/ssc_test/cmod_grid_test.cpp",
  ],
  related: ["EFFECTIVEPOWERRATE", "DEMANDCHARGE", "COLOALLINRATE"],
  requires: ({ energyKwh, peakKw, hours }) => ({
    // A peak of 0 is left to the division.
    "energyKwh must be at most peakKw × hours": energyKwh.isAtMost(peakKw.times(hours).times(full)).or(peakKw.is(0)),
  }),
  calculate({ energyKwh, peakKw, hours }) {
    const most = peakKw.times(hours).as("energy at constant peak");
    return min(energyKwh.dividedBy(most), 1);
  },
});
