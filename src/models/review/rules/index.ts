import type { Rule } from "../rule";
import { aboveContract } from "./above-contract";
import { averageCoverage } from "./average-coverage";
import { averagedPue } from "./averaged-pue";
import { energyPrice } from "./energy-price";
import { flatRent } from "./flat-rent";
import { highUtilization } from "./high-utilization";
import { longLife } from "./long-life";
import { lowPue } from "./low-pue";
import { marginMarkup } from "./margin-markup";
import { missingCurtailment } from "./missing-curtailment";
import { noDowntime } from "./no-downtime";
import { nodePrice } from "./node-price";
import { powerUnit } from "./power-unit";
import { pueTwice } from "./pue-twice";
import { ratePeriod } from "./rate-period";
import { sparsePeak } from "./sparse-peak";
import { tenorBeyondLife } from "./tenor-beyond-life";
import { timeUnit } from "./time-unit";
import { tokenPrice } from "./token-price";

/** All rules, in the order in which findings of one cell are listed. */
export const rules: readonly Rule[] = [
  flatRent,
  longLife,
  tenorBeyondLife,
  highUtilization,
  noDowntime,
  lowPue,
  pueTwice,
  averageCoverage,
  aboveContract,
  missingCurtailment,
  nodePrice,
  energyPrice,
  marginMarkup,
  averagedPue,
  powerUnit,
  timeUnit,
  ratePeriod,
  tokenPrice,
  sparsePeak,
];
