import { gpu, rack } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, whole } from "../parameter";

export const racksNeeded = defineFunction({
  name: "RACKSNEEDED",
  title: "Racks needed",
  summary:
    "Returns the number of racks that a number of GPUs fills, rounded up; use it to turn an order of GPUs into rack positions.",
  aliases: ["rack count", "GPUs per rack", "rack positions", "cabinets"],
  parameters: {
    gpus: amount(gpu.labelled("count"), "GPUs to place.", whole, atLeast(0)),
    gpusPerRack: amount(gpu.per(rack).labelled("count"), "GPUs in a full rack.", whole, atLeast(1)),
  },
  returns: {
    unit: rack.labelled("count"),
    description:
      "Compare it with RACKSSUPPORTED: racks that are needed must also be powered. The last rack may be part empty.",
    means: "{gpus} GPUs fill {result} racks of {gpusPerRack}.",
  },
  example: { gpus: 1000, gpusPerRack: 72 },
  sources: [
    "Counting rule",
    "AI infrastructure course, power and cooling, https://kshirol-dev.github.io/learnAI/AIInfrastructure/11-power-cooling-energy.html",
  ],
  related: ["RACKSSUPPORTED", "SITECAPACITY", "GPUSPERMEGAWATT"],
  calculate: ({ gpus, gpusPerRack }) => gpus.dividedBy(gpusPerRack).roundedUp(),
});
