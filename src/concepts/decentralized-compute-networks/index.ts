import type { Concept } from "../concept";
import { collateralRatio } from "./collateral-ratio";
import { nodeOperatorProfit } from "./node-operator-profit";
import { takeRateGrossUp } from "./take-rate-gross-up";

export const decentralizedComputeNetworksConcept: Concept = {
  slug: "decentralized-compute-networks",
  title: "Decentralized compute networks",
  functions: [nodeOperatorProfit, takeRateGrossUp, collateralRatio],
};
