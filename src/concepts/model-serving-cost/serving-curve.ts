import { millisecondsPerSecond, secondsPerHour, tokensPerMillion } from "../../calc/conversions";
import { bothOrNone, stepSeconds } from "./decode-step";
import { constant } from "../../calc/quantity";
import {
  count,
  gigabyte,
  gpu,
  gpuHour,
  million,
  millisecond,
  none,
  second,
  terabyte,
  teraflop,
  token,
  usd,
} from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, moreThan, optional, series, share } from "../parameter";

export const servingCurve = defineTable({
  name: "SERVINGCURVE",
  title: "Serving curve",
  summary: "Lists latency, throughput and cost per million tokens for several batch sizes.",
  aliases: ["Pareto", "latency and cost"],
  parameters: {
    batches: series(count, "Batch sizes.", moreThan(0)),
    kvGbPerSequence: amount(gigabyte, "Cache of one sequence.", atLeast(0)),
    modelGb: amount(gigabyte, "Memory of the weights read for each step.", atLeast(0)),
    chips: amount(gpu.labelled("count"), "Chips that share the work.", moreThan(0)),
    bandwidth: amount(terabyte.per(second.times(gpu)).labelled("TB/s"), "Memory bandwidth of one chip.", moreThan(0)),
    ratePerGpuHour: amount(usd.per(gpuHour), "Price of one chip-hour.", atLeast(0)),
    parameters: optional(
      null,
      amount(count, "Active parameters; give with tflops to include the compute limit.", atLeast(0)),
    ),
    tflops: optional(
      null,
      amount(
        teraflop.per(second.times(gpu)).labelled("TFLOP/s"),
        "Dense peak of one chip; give with parameters.",
        moreThan(0),
      ),
    ),
    efficiency: optional(1, share("Achieved share of the roofline.", atLeast(0), atMost(1))),
  },
  columns: {
    batch: none,
    "latency ms": millisecond,
    "tokens per second": token.per(second),
    "USD per million": usd.per(million),
  },
  example: {
    batches: [1, 8, 32, 128, 240],
    kvGbPerSequence: 6.7,
    modelGb: 26,
    chips: 8,
    bandwidth: 0.82,
    ratePerGpuHour: 1.2,
  },
  sources: ["How To Scale Your Model, inference chapter"],
  related: ["DECODETHROUGHPUT", "SERVINGCOST"],
  requires: ({ parameters, tflops }) => ({
    "parameters and tflops must be given together or both left out": bothOrNone(parameters, tflops),
  }),
  calculate({ batches, ratePerGpuHour, ...step }, { rowsOf }) {
    return rowsOf({ batch: batches }, ({ batch }) => {
      const seconds = stepSeconds({ ...step, batch });
      const throughput = batch.times(constant(1, token)).dividedBy(seconds);
      const hourly = step.chips.times(ratePerGpuHour).as("cost an hour");
      return {
        batch,
        "latency ms": millisecondsPerSecond.times(seconds),
        "tokens per second": throughput,
        "USD per million": hourly.times(tokensPerMillion).dividedBy(throughput.times(secondsPerHour)),
      };
    });
  },
});
