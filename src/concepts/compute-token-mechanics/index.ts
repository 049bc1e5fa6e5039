import type { Concept } from "../concept";
import { burnMintBreakEven } from "./burn-mint-break-even";
import { burnMintNet } from "./burn-mint-net";
import { burnMintSchedule } from "./burn-mint-schedule";
import { emissionSchedule } from "./emission-schedule";
import { halvingSchedule } from "./halving-schedule";
import { stakingYield } from "./staking-yield";

export const computeTokenMechanicsConcept: Concept = {
  slug: "compute-token-mechanics",
  title: "Compute token mechanics",
  functions: [burnMintNet, burnMintSchedule, burnMintBreakEven, emissionSchedule, halvingSchedule, stakingYield],
};
