import type { Concept } from "../concept";
import { criticalBatch } from "./critical-batch";
import { decodeLatency } from "./decode-latency";
import { decodeThroughput } from "./decode-throughput";
import { energyPerToken } from "./energy-per-token";
import { gpusForALoad } from "./gpus-for-a-load";
import { kvCache } from "./kv-cache";
import { kvCachePerToken } from "./kv-cache-per-token";
import { largestBatch } from "./largest-batch";
import { modelMemory } from "./model-memory";
import { prefillTime } from "./prefill-time";
import { servingCost } from "./serving-cost";
import { servingCurve } from "./serving-curve";
import { servingPriceSplit } from "./serving-price-split";
import { tokenCost } from "./token-cost";

export const modelServingCostConcept: Concept = {
  slug: "model-serving-cost",
  title: "Model serving cost",
  functions: [
    tokenCost,
    modelMemory,
    kvCachePerToken,
    kvCache,
    largestBatch,
    decodeThroughput,
    decodeLatency,
    prefillTime,
    criticalBatch,
    servingCost,
    servingPriceSplit,
    gpusForALoad,
    servingCurve,
    energyPerToken,
  ],
};
