import { min, type Quantity } from "../../calc/quantity";
import { type Series, together } from "../../calc/series";
import { gpuHour, usd } from "../../calc/unit";
import { amount, atLeast, series } from "../parameter";

/** The terms of committed use, as its functions take them. */
export const usage = series(gpuHour, "Usage of each period.", atLeast(0));
export const commitment = amount(gpuHour, "Quantity committed in every period, paid whether used or not.", atLeast(0));
export const committedRate = amount(usd.per(gpuHour), "Price of a committed unit.", atLeast(0));
export const onDemandRate = amount(usd.per(gpuHour), "Price of a unit above the commitment.", atLeast(0));

/** How usage falls on a commitment over all periods, and what each part costs. */
export function commitmentSplit(terms: {
  usage: Series;
  commitment: Quantity;
  committedRate: Quantity;
  onDemandRate: Quantity;
}) {
  const { usage, commitment, committedRate, onDemandRate } = terms;
  const used = together({ use: usage })
    .map(({ use }) => min(use, commitment))
    .sum()
    .as("committed and used");
  const unused = usage.count().times(commitment).minus(used).as("committed and unused");
  const overflow = usage.sum().minus(used).as("overflow on demand");
  const usedCost = used.times(committedRate).as("cost of used commitment");
  const unusedCost = unused.times(committedRate).as("cost of unused commitment");
  const overflowCost = overflow.times(onDemandRate).as("cost of overflow");
  const bill = usedCost.plus(unusedCost).plus(overflowCost).as("bill");
  return { used, unused, overflow, usedCost, unusedCost, overflowCost, bill };
}
