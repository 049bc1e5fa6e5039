/**
 * Percentiles as PERCENTILE.INC gives them. Not by sorting: the numbers are counted into bins, and only the few bins that hold a
 * wanted rank are put in order.
 */
export function percentiles(values: Float64Array, shares: readonly number[]): number[] {
  const last = values.length - 1;
  const ranks = shares.map((share) => share * last);
  const ordered = numbersAt(values, [...new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))]);
  return ranks.map((rank) => {
    const from = ordered.get(Math.floor(rank))!;
    return from + (ordered.get(Math.ceil(rank))! - from) * (rank - Math.floor(rank));
  });
}

const bins = 1024;

/** The numbers that would stand at these ranks, counted from 0, if all were sorted. */
function numbersAt(values: Float64Array, ranks: readonly number[]): Map<number, number> {
  const { least, most } = extentOf(values);
  const scale = bins / (most - least);
  // Numbers that are all alike, or too far apart for a difference, do not go into bins.
  if (!(scale > 0 && Number.isFinite(scale)) || values.length < bins) {
    const sorted = values.slice().sort();
    return new Map(ranks.map((rank) => [rank, sorted[rank]!]));
  }
  const counts = countsOf(values, least, scale);
  const starts = new Uint32Array(bins + 1);
  for (let bin = 0; bin < bins; bin++) starts[bin + 1] = starts[bin]! + counts[bin]!;
  const wanted = new Map<number, number[]>();
  for (const rank of ranks) {
    const bin = binAt(starts, rank);
    wanted.set(bin, [...(wanted.get(bin) ?? []), rank]);
  }
  const found = new Map<number, number>();
  for (const [bin, members] of membersOf(values, least, scale, counts, [...wanted.keys()])) {
    const [start, own] = [starts[bin]!, wanted.get(bin)!];
    const inside = own.map((rank) => rank - start).sort((a, b) => a - b);
    select(members, 0, members.length - 1, inside, 0, inside.length);
    for (const rank of inside) found.set(rank + start, members[rank]!);
  }
  return found;
}

function extentOf(values: Float64Array): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

function countsOf(values: Float64Array, least: number, scale: number): Uint32Array {
  const counts = new Uint32Array(bins + 1);
  for (let i = 0; i < values.length; i++) counts[((values[i]! - least) * scale) | 0]!++;
  // The largest number lies on the edge of the last bin.
  counts[bins - 1]! += counts[bins]!;
  return counts;
}

/** The numbers in some of the bins. */
function membersOf(
  values: Float64Array,
  least: number,
  scale: number,
  counts: Uint32Array,
  wanted: readonly number[],
): Map<number, Float64Array> {
  const members = wanted.map((bin) => new Float64Array(counts[bin]!));
  const filled = wanted.map(() => 0);
  const slots = new Int16Array(bins + 1).fill(-1);
  wanted.forEach((bin, slot) => (slots[bin] = slot));
  slots[bins] = slots[bins - 1]!;
  for (let i = 0; i < values.length; i++) {
    const slot = slots[((values[i]! - least) * scale) | 0]!;
    if (slot >= 0) members[slot]![filled[slot]!++] = values[i]!;
  }
  return new Map(wanted.map((bin, slot) => [bin, members[slot]!]));
}

/** The bin that holds a rank: `starts` are the ranks at which bins begin. */
function binAt(starts: Uint32Array, rank: number): number {
  let [low, high] = [0, bins];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= rank) low = middle;
    else high = middle;
  }
  return low;
}

/** Below this many numbers sorting is as fast as selecting. */
const few = 600;

/** Brings the numbers of the wanted ranks between `first` and `end` into their places: for bins that hold much, as with a few far-out numbers. */
function select(
  values: Float64Array,
  from: number,
  to: number,
  ranks: readonly number[],
  first: number,
  end: number,
): void {
  const [right, high] = [to, end];
  let [left, low] = [from, first];
  while (low < high) {
    if (right - left < few) {
      values.subarray(left, right + 1).sort();
      return;
    }
    const pivot = pivotNear(values, left, right, ranks[(low + high) >> 1]!);
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const held = values[i]!;
      values[i++] = values[j]!;
      values[j--] = held;
    }
    // Now everything up to j is at most the pivot and everything from i on at least; what lies between is the pivot.
    let below = low;
    while (below < high && ranks[below]! <= j) below++;
    let above = below;
    while (above < high && ranks[above]! < i) above++;
    select(values, left, j, ranks, low, below);
    [left, low] = [i, above];
  }
}

/** A number near the wanted rank: that of the same rank among a few taken at even distances. */
function pivotNear(values: Float64Array, left: number, right: number, rank: number): number {
  const sample = Float64Array.from({ length: 31 }, (_, i) => values[left + Math.floor(((right - left) * i) / 30)]!);
  sample.sort();
  return sample[Math.round(((rank - left) / (right - left)) * 30)]!;
}
