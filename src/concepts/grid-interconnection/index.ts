import type { Concept } from "../concept";
import { apparentPower } from "./apparent-power";
import { billingDemand } from "./billing-demand";
import { coincidentPeakCharge } from "./coincident-peak-charge";
import { demandCharge } from "./demand-charge";
import { effectivePowerRate } from "./effective-power-rate";
import { interconnectionAdder } from "./interconnection-adder";
import { loadFactor } from "./load-factor";
import { powerFactorCorrection } from "./power-factor-correction";

export const gridInterconnectionConcept: Concept = {
  slug: "grid-interconnection",
  title: "Grid interconnection",
  functions: [
    billingDemand,
    demandCharge,
    loadFactor,
    effectivePowerRate,
    apparentPower,
    powerFactorCorrection,
    coincidentPeakCharge,
    interconnectionAdder,
  ],
};
