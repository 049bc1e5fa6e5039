import { blank, type Quantity, when } from "../../calc/quantity";
import { gpu, gpuHour, hour, share as shareOf } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const utilizationWaterfall = defineTable({
  name: "UTILIZATIONWATERFALL",
  title: "Utilization waterfall",
  summary:
    "Returns GPU-hours from installed to useful with the ratio at each step; use it to see which meaning of utilization a number has.",
  aliases: ["occupancy", "availability", "goodput", "idle hours", "utilization bridge"],
  parameters: {
    gpus: amount(gpu.labelled("count"), "GPUs installed.", moreThan(0)),
    periodHours: amount(hour, "Hours in the period.", moreThan(0)),
    downtimeShare: share("Share of installed hours the GPUs are down.", atLeast(0), atMost(1)),
    soldHours: amount(gpuHour, "GPU-hours sold or reserved.", atLeast(0)),
    activeHours: amount(gpuHour, "GPU-hours in which work ran.", atLeast(0)),
    goodput: optional(1, share("Share of active hours whose work is kept.", atLeast(0), atMost(1))),
  },
  columns: { stage: "text", "GPU-hours": gpuHour, "share of previous": shareOf, "share of installed": shareOf },
  example: {
    gpus: 1000,
    periodHours: 730,
    downtimeShare: 0.03,
    soldHours: 600_000,
    activeHours: 480_000,
    goodput: 0.9,
  },
  sources: [
    "AltStreet reference, GPU utilization rate",
    "ComputeTape lessons and calculators, https://www.computetape.com/learn/",
  ],
  related: ["EFFECTIVEGPUHOUR", "BREAKEVENUTILIZATION", "GPUHOURCOST"],
  calculate({ gpus, periodHours, downtimeShare, soldHours, activeHours, goodput }, { lines }) {
    const installed = gpus.times(periodHours).as("installed hours");
    const available = installed.minus(installed.times(downtimeShare)).as("available hours");
    const useful = activeHours.times(goodput).as("useful hours");
    const line = (stage: string, hours: Quantity, previous: Quantity) => ({
      stage,
      "GPU-hours": hours,
      "share of previous": when(previous.is(0), blank, hours.dividedBy(previous)),
      "share of installed": hours.dividedBy(installed),
    });
    return lines([
      { ...line("installed", installed, installed), "share of previous": blank },
      line("available", available, installed),
      line("sold", soldHours, available),
      line("active", activeHours, soldHours),
      line("useful", useful, activeHours),
    ]);
  },
});
