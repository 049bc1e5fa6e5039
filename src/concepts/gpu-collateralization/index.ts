import type { Concept } from "../concept";
import { borrowingBase } from "./borrowing-base";
import { collateralSchedule } from "./collateral-schedule";
import { covenantBreach } from "./covenant-breach";
import { covenantHeadroom } from "./covenant-headroom";
import { covenantTest } from "./covenant-test";
import { equityCure } from "./equity-cure";
import { gpuLoanLimit } from "./gpu-loan-limit";
import { liquidationRecovery } from "./liquidation-recovery";
import { loanToValue } from "./loan-to-value";
import { mandatoryPrepayment } from "./mandatory-prepayment";

export const gpuCollateralizationConcept: Concept = {
  slug: "gpu-collateralization",
  title: "GPU collateralization",
  functions: [
    loanToValue,
    borrowingBase,
    gpuLoanLimit,
    collateralSchedule,
    mandatoryPrepayment,
    covenantTest,
    covenantBreach,
    covenantHeadroom,
    equityCure,
    liquidationRecovery,
  ],
};
