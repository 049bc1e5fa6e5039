import { gpu, gpuHour, kilowatt, kilowattHour, ratio, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const shutdownPrice = defineFunction({
  name: "SHUTDOWNPRICE",
  title: "Shutdown price",
  summary:
    "Returns the hourly price below which running a GPU loses cash; above it an old GPU should keep running until it is replaced.",
  aliases: ["cash cost", "marginal cost", "break-even price", "price floor", "short-run cost"],
  parameters: {
    powerKw: amount(
      kilowatt.per(gpu).labelled("kW"),
      "Electric draw of one GPU with its share of the server.",
      atLeast(0),
    ),
    pue: amount(ratio, "Power usage effectiveness of the site.", atLeast(1)),
    powerPrice: amount(usd.per(kilowattHour), "Price of electricity; it may be negative."),
    otherCostPerHour: optional(0, amount(usd.per(gpuHour), "Other cash cost saved by switching off.", atLeast(0))),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "What was paid for the GPU plays no part: any price above this one earns cash. Negative means that running pays for itself in power.",
    means: "Below {result} the GPU costs more to run than it earns.",
  },
  example: { powerKw: 0.9, pue: 1.3, powerPrice: 0.09, otherCostPerHour: 0.12 },
  sources: ["Short-run shutdown rule of microeconomics"],
  related: ["LEVELIZEDCOMPUTECOST", "PARITYVALUE", "REPLACEMENTYEAR"],
  calculate: ({ powerKw, pue, powerPrice, otherCostPerHour }) =>
    powerKw.times(pue).times(powerPrice).as("power").plus(otherCostPerHour),
});
