import { kilowattsPerMegawatt } from "../../calc/conversions";
import { gpu, hour, kilowatt, megawatt, rack, ratio, year } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const siteCapacity = defineTable({
  name: "SITECAPACITY",
  title: "Site capacity",
  summary:
    "Translates site power into IT power, racks, GPUs and useful GPU-hours a year; use it to read an announcement in megawatts as compute.",
  aliases: ["power to compute", "megawatts to GPUs", "data center capacity", "GPU-hours per year"],
  parameters: {
    siteMw: amount(megawatt, "Power available at the site.", atLeast(0)),
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
    rackKw: amount(kilowatt.per(rack).labelled("kW"), "Power of one rack.", moreThan(0)),
    gpusPerRack: amount(gpu.per(rack).labelled("count"), "GPUs in one rack.", atLeast(0)),
    utilization: optional(1, share("Useful share of installed GPU-hours.", atLeast(0), atMost(1))),
    hoursPerYear: optional(8760, amount(hour.per(year).labelled("h"), "Hours in the year.", moreThan(0))),
  },
  columns: { measure: "text", value: "mixed" },
  example: { siteMw: 100, pue: 1.2, rackKw: 132, gpusPerRack: 72, utilization: 0.8 },
  sources: ["ComputeTape power-to-compute translator (method), https://www.computetape.com/learn/"],
  related: ["GPUSPERMEGAWATT", "RACKSSUPPORTED", "RACKSNEEDED", "ITPOWER"],
  calculate({ siteMw, pue, rackKw, gpusPerRack, utilization, hoursPerYear }, { lines }) {
    const itPower = siteMw.dividedBy(pue).as("IT MW");
    const racks = itPower.times(kilowattsPerMegawatt).dividedBy(rackKw).as("racks");
    const gpus = racks.times(gpusPerRack).as("GPUs");
    const usefulHours = gpus.times(utilization).times(hoursPerYear).as("useful GPU-hours a year");
    return lines([
      { measure: "IT MW", value: itPower },
      { measure: "racks", value: racks },
      { measure: "GPUs", value: gpus },
      { measure: "useful GPU-hours a year", value: usefulHours },
    ]);
  },
});
