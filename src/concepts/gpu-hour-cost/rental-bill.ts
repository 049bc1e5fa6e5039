import { constant } from "../../calc/quantity";
import { gpu, gpuHour, hour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional, share } from "../parameter";

export const rentalBill = defineFunction({
  name: "RENTALBILL",
  title: "Rental bill",
  summary: "Returns the bill for a number of GPUs over a number of hours; use it for a job, a month or a reservation.",
  aliases: ["cloud bill", "invoice", "job cost", "reservation cost"],
  parameters: {
    gpus: amount(gpu.labelled("count"), "GPUs rented.", atLeast(0)),
    hours: amount(hour, "Hours each GPU is billed.", atLeast(0)),
    rate: amount(usd.per(gpuHour), "Hourly rate per GPU.", atLeast(0)),
    overhead: optional(0, share("Extra cost on top, as a share of the bill.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description:
      "What is paid for the hours reserved, used or not; divide it by the useful hours to see what the work costs.",
    means: "{gpus} GPUs for {hours} at {rate} cost {result}.",
  },
  example: { gpus: 32, hours: 72, rate: 6, overhead: 0.15 },
  sources: ["ComputeTape lessons and calculators, https://www.computetape.com/learn/"],
  related: ["GPUHOURRATE", "EFFECTIVEGPUHOUR"],
  calculate({ gpus, hours, rate, overhead }) {
    const gpuHours = gpus.times(hours).as("GPU-hours");
    return gpuHours.times(rate).as("bill before overhead").times(constant(1).plus(overhead));
  },
});
