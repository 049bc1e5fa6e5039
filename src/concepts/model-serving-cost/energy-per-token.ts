import { gpu, second, token, watt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const energyPerToken = defineFunction({
  name: "ENERGYPERTOKEN",
  title: "Energy per token",
  summary: "Returns the joules that one token takes.",
  aliases: ["joules per token", "efficiency"],
  parameters: {
    gpus: amount(gpu.labelled("count"), "GPUs of the deployment.", atLeast(0)),
    watts: amount(watt.per(gpu).labelled("W"), "Average power per GPU.", atLeast(0)),
    tokensPerSecond: amount(token.per(second), "Tokens per second of the deployment.", atLeast(0)),
  },
  returns: {
    unit: watt.times(second).per(token).labelled("J"),
    description: "Energy of the GPUs alone; multiply by the server factor and the PUE for the meter.",
    means: "A token takes {result}.",
  },
  example: { gpus: 8, watts: 700, tokensPerSecond: 22300 },
  sources: ["Power over throughput"],
  related: ["TRAININGENERGY", "SERVINGCOST"],
  calculate({ gpus, watts, tokensPerSecond }) {
    return gpus.times(watts).dividedBy(tokensPerSecond);
  },
});
