import type { FormulaCell, ReviewCall } from "../book";
import {
  type Draft,
  moneyOf,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  titled,
  resultUnit,
} from "../rule";

/** Structured sparsity doubles the printed peak, and hardly any training or serving uses it. */
const sparsity = 2;

const sparse = /\bspars(e|ity)\b/i;
const dense = /\bdense\b|without sparsity|no sparsity|not sparse/i;

export const sparsePeak: Rule = {
  id: "sparse-peak",
  title: "Sparse peak speed for dense work",
  looksFor: "The peak with sparsity, twice the dense one, as the speed that training or serving reaches.",
  lesson: "ai-training-cost",
  evidence: "Data sheets print the sparse peak at twice the dense one",
  cell: (cell) => cell.calls.flatMap((call) => onSparse(cell, call)),
};

function onSparse(cell: FormulaCell, call: ReviewCall): Draft[] {
  return ["peakTflops", "tflops"].flatMap((name) => {
    const peak = call.given[name];
    const value = numberOf(peak);
    if (!peak?.isReference || value === undefined || !sparse.test(peak.around.words) || dense.test(peak.around.words))
      return [];
    const [now, then] = [numberWith(call), numberWith(call, { [name]: value / sparsity })];
    const unit = resultUnit(call);
    return [
      {
        cell,
        words: `${titled(peak)} is the peak with sparsity, ${said(value)} TFLOP/s. Dense work reaches a share of half of it, ${said(value / sparsity)}.`,
        atStake:
          now === undefined || then === undefined || unit === "share"
            ? undefined
            : stake(
                then - now,
                unit === "USD" ? moneyOf(cell, call) : unit,
                unit.includes("USD") ? "Missing in the budget" : "Missing in the plan",
              ),
        proposal: rewritten(cell, call, { [name]: `${peak.text}/${sparsity}` }),
      },
    ];
  });
}
