import type { Concept } from "../concept";
import { bookValue } from "./book-value";
import { depreciationChange } from "./depreciation-change";
import { generationValue } from "./generation-value";
import { halfLifeValue } from "./half-life-value";
import { impliedDecline } from "./implied-decline";
import { impliedHalfLife } from "./implied-half-life";
import { parityValue } from "./parity-value";
import { residualCurve } from "./residual-curve";
import { residualValue } from "./residual-value";

export const gpuDepreciationConcept: Concept = {
  slug: "gpu-depreciation",
  title: "GPU depreciation",
  functions: [
    residualValue,
    halfLifeValue,
    generationValue,
    bookValue,
    residualCurve,
    impliedDecline,
    impliedHalfLife,
    parityValue,
    depreciationChange,
  ],
};
