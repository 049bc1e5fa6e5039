import { secondsPerHour, tokensPerMillion } from "../../calc/conversions";
import { gpu, gpuHour, million, second, token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const servingCost = defineFunction({
  name: "SERVINGCOST",
  title: "Serving cost",
  summary: "Returns the GPU cost of one million tokens.",
  aliases: ["cost per million tokens", "inference cost"],
  parameters: {
    gpus: amount(gpu.labelled("count"), "GPUs of the deployment.", atLeast(0)),
    ratePerGpuHour: amount(usd.per(gpuHour), "Price of one GPU-hour.", atLeast(0)),
    tokensPerSecond: amount(token.per(second), "Tokens per second of the deployment at full load.", atLeast(0)),
    utilization: optional(1, share("Share of the paid time at full load.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: usd.per(million),
    description: "Idle hours are paid too: at half the utilization a token costs twice as much.",
    means: "A million tokens cost {result}.",
  },
  example: { gpus: 4, ratePerGpuHour: 2.21, tokensPerSecond: 2400, utilization: 0.7 },
  sources: ["GMI Cloud: cost per million tokens formula", "LMSYS large-scale expert parallelism post"],
  related: ["SERVINGPRICESPLIT", "SELFHOSTBREAKEVEN", "GPUSFORLOAD"],
  calculate({ gpus, ratePerGpuHour, tokensPerSecond, utilization }) {
    const hourly = gpus.times(ratePerGpuHour).as("cost an hour");
    const tokens = tokensPerSecond.times(secondsPerHour).times(utilization).as("tokens an hour");
    return hourly.times(tokensPerMillion).dividedBy(tokens);
  },
});
