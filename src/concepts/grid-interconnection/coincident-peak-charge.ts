import { kilowatt, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, series } from "../parameter";

export const coincidentPeakCharge = defineFunction({
  name: "COINCIDENTPEAKCHARGE",
  title: "Coincident peak charge",
  summary:
    "Returns the yearly transmission charge on the load at the system peaks; use it to see what drawing less in a few hours of the year is worth.",
  aliases: ["4CP", "5CP", "coincident peak", "transmission charge", "peak shaving", "capacity tag", "PLC"],
  parameters: {
    peaks: series(kilowatt, "Load at each coincident peak.", atLeast(0)),
    ratePerKwYear: amount(
      usd.per(kilowatt.times(year)),
      "Charge per kW of average coincident load and year.",
      atLeast(0),
    ),
  },
  returns: {
    unit: usd.per(year).labelled("USD"),
    description:
      "Compare it with the charge on the load in all other hours: what is shed in the peak hours alone saves the whole difference. A missed peak counts as its full share of the average.",
    means: "The load at the peaks costs {result} a year.",
  },
  example: { peaks: [9800, 10_100, 9500, 2000], ratePerKwYear: 60 },
  sources: [
    "ERCOT 4CP and PJM 5CP transmission cost allocation",
    "NREL REopt.jl, coincident peak charges, https://github.com/NREL/REopt.jl/blob/master/test/runtests.jl",
  ],
  related: ["DEMANDCHARGE", "DEMANDRESPONSEPAYMENT", "BILLINGDEMAND"],
  calculate({ peaks, ratePerKwYear }) {
    const average = peaks.mean().as("average load at the peaks");
    return average.times(ratePerKwYear);
  },
});
