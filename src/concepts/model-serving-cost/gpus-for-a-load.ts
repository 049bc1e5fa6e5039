import { gpu, second, token } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share, whole } from "../parameter";

export const gpusForALoad = defineFunction({
  name: "GPUSFORLOAD",
  title: "GPUs for a load",
  summary: "Returns the GPUs that serve a peak load, in whole replicas.",
  aliases: ["capacity planning", "replicas"],
  parameters: {
    peakTokensPerSecond: amount(token.per(second), "Peak load.", atLeast(0)),
    tokensPerSecondPerReplica: amount(token.per(second), "Throughput of one replica at full load.", moreThan(0)),
    gpusPerReplica: optional(1, amount(gpu.labelled("count"), "GPUs in a replica.", whole, atLeast(1))),
    targetUtilization: optional(1, share("Load at which a replica counts as full.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: gpu.labelled("count"),
    description: "Whole replicas of the model, each with all its GPUs.",
    means: "The load needs {result} GPUs.",
  },
  example: { peakTokensPerSecond: 50000, tokensPerSecondPerReplica: 2400, gpusPerReplica: 4, targetUtilization: 0.7 },
  sources: ["Capacity planning rule"],
  related: ["DECODETHROUGHPUT", "SERVINGCOST"],
  calculate({ peakTokensPerSecond, tokensPerSecondPerReplica, gpusPerReplica, targetUtilization }) {
    const replicas = peakTokensPerSecond
      .dividedBy(tokensPerSecondPerReplica.times(targetUtilization))
      .roundedUp()
      .as("replicas");
    return replicas.times(gpusPerReplica);
  },
});
