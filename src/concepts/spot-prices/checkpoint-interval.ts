import { squareRoot } from "../../calc/quantity";
import { hour } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan } from "../parameter";

export const checkpointInterval = defineFunction({
  name: "CHECKPOINTINTERVAL",
  title: "Best time between checkpoints",
  summary:
    "Returns the working time between checkpoints that wastes least; use it to set the save frequency of an interruptible job.",
  aliases: ["Young's formula", "checkpoint frequency", "save interval", "MTBF", "optimal checkpointing"],
  parameters: {
    hoursBetweenInterruptions: amount(hour, "Average hours between interruptions.", moreThan(0)),
    checkpointHours: amount(hour, "Time to write one checkpoint.", atLeast(0)),
  },
  returns: {
    unit: hour,
    description:
      "Saving more often spends time on writing, saving less often loses more work. The optimum is flat: a quarter off costs little. Exact while writing is short against the time between interruptions.",
    means: "Save after every {result} of work when an interruption comes every {hoursBetweenInterruptions}.",
  },
  example: { hoursBetweenInterruptions: 10, checkpointHours: 0.05 },
  sources: [
    "Young, A first order approximation to the optimum checkpoint interval, CACM 17(9), 1974; arXiv 2410.18124",
  ],
  related: ["SPOTEFFECTIVERATE", "SPOTJOBCOST"],
  calculate: ({ hoursBetweenInterruptions, checkpointHours }) =>
    squareRoot(hoursBetweenInterruptions.times(checkpointHours).times(2)),
});
