import { flopsPerTeraflop, gigabytesPerTerabyte } from "../../calc/conversions";
import { type Condition, constant, max, type Quantity, when } from "../../calc/quantity";
import { flop } from "../../calc/unit";

/** What the time of one decoding step depends on. */
export interface DecodeStep {
  readonly batch: Quantity;
  readonly kvGbPerSequence: Quantity;
  readonly modelGb: Quantity;
  readonly chips: Quantity;
  readonly bandwidth: Quantity;
  readonly parameters: Quantity;
  readonly tflops: Quantity;
  readonly efficiency: Quantity;
}

/** Seconds in which every sequence of a batch gets its next token: the cache is read, and the weights are read while they are multiplied. */
export function stepSeconds(step: DecodeStep): Quantity {
  const { batch, kvGbPerSequence, modelGb, chips, bandwidth, parameters, tflops, efficiency } = step;
  const readable = gigabytesPerTerabyte.times(chips).times(bandwidth).as("memory read a second");
  const cache = batch.times(kvGbPerSequence).dividedBy(readable).as("cache time");
  const weights = modelGb.dividedBy(readable).as("weights time");
  // Two operations for each parameter and sequence.
  const work = constant(2, flop).times(batch).times(parameters);
  const compute = when(parameters.isGiven, work.dividedBy(chips.times(tflops).times(flopsPerTeraflop)), 0).as(
    "compute time",
  );
  return cache.plus(max(compute, weights)).dividedBy(efficiency).as("step");
}

/** Compute counts only where both the parameters and the peak are known. */
export const bothOrNone = (parameters: Quantity, tflops: Quantity): Condition =>
  parameters.isGiven.and(tflops.isGiven).or(parameters.isGiven.not.and(tflops.isGiven.not));
