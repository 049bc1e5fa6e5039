import type { Limits } from "../../concepts/parameter";
import { isShare } from "../format";

/** A low and a high value around the present one, round numbers within the argument's rules. */
export function rangeAround(value: number, limits: Limits, unit: string, part = 0.2): readonly [number, number] {
  const size = value === 0 ? (isShare(unit) ? 0.1 : 1) : Math.abs(value) * part;
  const step = limits.whole ? Math.max(1, Math.round(size)) : rounded(size, 1);
  const low = within(value - step, limits);
  const high = within(value + step, limits);
  // Where the value stands at its limit the range lies to one side of it.
  return [low, high].map((end) => clean(end)) as [number, number];
}

/** Where to look for a value: the whole range of the rules if it has two ends, else from a quarter of the present value to its fourfold. */
export function searchAround(value: number, limits: Limits, unit: string): readonly [number, number] {
  const { least, most } = limits;
  if (least !== undefined && most !== undefined && most - least <= 1e6) return [least, most];
  const size = value === 0 ? (isShare(unit) ? 1 : 100) : Math.abs(value) * 4;
  const low = value === 0 ? within(-size, limits) : value > 0 ? within(value / 4, limits) : within(-size, limits);
  const high = value < 0 ? within(value / 4, limits) : within(size, limits);
  return [clean(limits.whole ? Math.floor(low) : low), clean(limits.whole ? Math.ceil(high) : high)];
}

/** Evenly spaced values from one end to the other, both included; whole numbers where the argument takes no others. */
export function spread(low: number, high: number, count: number, whole: boolean): number[] {
  const even = Array.from({ length: count }, (_, i) => clean(low + ((high - low) * i) / (count - 1)));
  return whole ? [...new Set(even.map(Math.round))] : even;
}

/** The nearest value that the rules allow. An end that is not allowed itself is kept away from by a thousandth. */
export function within(value: number, { least = -Infinity, most = Infinity, openLeast, openMost }: Limits): number {
  const margin = (end: number) => Math.max(Math.abs(end), Math.abs(value - end), 1) / 1000;
  if (openLeast ? value <= least : value < least) return openLeast ? least + margin(least) : least;
  if (openMost ? value >= most : value > most) return openMost ? most - margin(most) : most;
  return value;
}

/** To so many significant digits: 0.14 for 0.1371 to two. */
export const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** Without what binary arithmetic leaves: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
