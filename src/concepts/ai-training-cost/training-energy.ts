import { wattsPerMegawatt } from "../../calc/conversions";
import { gpu, gpuHour, megawattHour, ratio, watt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const trainingEnergy = defineFunction({
  name: "TRAININGENERGY",
  title: "Training energy",
  summary: "Returns the electricity a training run uses.",
  aliases: ["electricity", "MWh"],
  parameters: {
    gpuHours: amount(gpuHour, "GPU-hours of the run.", atLeast(0)),
    watts: amount(watt.per(gpu).labelled("W"), "Power of one GPU.", atLeast(0)),
    pue: optional(1, amount(ratio, "Facility PUE.", atLeast(1))),
    serverFactor: optional(1, amount(ratio, "Server power over GPU power.", atLeast(1))),
    averageLoad: optional(1, share("Average over rated power.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: megawattHour,
    description: "Energy drawn from the grid, cooling and server overhead included.",
    means: "The run draws {result}.",
  },
  example: { gpuHours: 1720320, watts: 400, pue: 1.1 },
  sources: ["Touvron et al. 2023 (LLaMA), carbon accounting", "Patterson et al. 2021"],
  related: ["TRAININGCARBON", "TRAININGGPUHOURS"],
  calculate({ gpuHours, watts, pue, serverFactor, averageLoad }) {
    return gpuHours.times(watts).times(pue).times(serverFactor).times(averageLoad).dividedBy(wattsPerMegawatt);
  },
});
