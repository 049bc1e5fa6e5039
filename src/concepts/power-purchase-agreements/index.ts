import type { Concept } from "../concept";
import { basisCost } from "./basis-cost";
import { capturePrice } from "./capture-price";
import { captureRate } from "./capture-rate";
import { hourlyMatch } from "./hourly-match";
import { levelizedPrice } from "./levelized-price";
import { ppaBlendedPrice } from "./ppa-blended-price";
import { ppaSettlement } from "./ppa-settlement";
import { ppaSettlements } from "./ppa-settlements";
import { shapeCost } from "./shape-cost";

export const powerPurchaseAgreementsConcept: Concept = {
  slug: "power-purchase-agreements",
  title: "Power purchase agreements",
  functions: [
    ppaSettlement,
    ppaSettlements,
    ppaBlendedPrice,
    capturePrice,
    captureRate,
    basisCost,
    shapeCost,
    hourlyMatch,
    levelizedPrice,
  ],
};
