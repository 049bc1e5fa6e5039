import type { Concept } from "../concept";
import { checkpointInterval } from "./checkpoint-interval";
import { forwardCurve } from "./forward-curve";
import { forwardRate } from "./forward-rate";
import { priceIndex } from "./price-index";
import { priceVolatility } from "./price-volatility";
import { spotEffectiveRate } from "./spot-effective-rate";
import { spotJobCost } from "./spot-job-cost";

export const spotPricesConcept: Concept = {
  slug: "spot-prices",
  title: "Spot prices",
  functions: [
    spotEffectiveRate,
    checkpointInterval,
    spotJobCost,
    forwardRate,
    forwardCurve,
    priceIndex,
    priceVolatility,
  ],
};
