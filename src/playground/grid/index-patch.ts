import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/preset-sheets-core";

/** The parts of the engine's look-up index that are touched here; private in its types. */
interface LookupIndex {
  _cache: Map<string, Map<string, Map<number, Map<unknown, Set<number>>>>>;
  shouldContinueBuildingCache(unit: string, sheet: string, column: number, row: number): boolean;
  set(unit: string, sheet: string, column: number, value: unknown, row: number, force?: boolean): void;
}

/**
 * Univer 0.25 takes a row out of its look-up index by scanning every distinct value of the column, which is
 * quadratic from about ten thousand formulas on (repaired upstream in 1.0.0, pull request 7704).
 * This keeps the same index and remembers which bucket each row is in.
 */
export function patchLookupIndex(): void {
  const cache = CELL_INVERTED_INDEX_CACHE as unknown as LookupIndex;
  const original = cache.set.bind(cache);
  const buckets = new WeakMap<Map<unknown, Set<number>>, Map<number, Set<number>>>();

  cache.set = (unit, sheet, column, value, row, force = false) => {
    if (!force && !cache.shouldContinueBuildingCache(unit, sheet, column, row)) return;
    const values = cache._cache.get(unit)?.get(sheet)?.get(column);
    if (!values || value === null || value === undefined || value === "") {
      if (values) buckets.delete(values);
      original(unit, sheet, column, value, row, force);
      return;
    }
    const bucketOfRow = rowsOf(values, buckets);
    if (force) bucketOfRow.get(row)?.delete(row);
    const key = indexKey(value);
    const bucket = values.get(key) ?? new Set<number>();
    values.set(key, bucket);
    bucket.add(row);
    bucketOfRow.set(row, bucket);
  };
}

function rowsOf(
  values: Map<unknown, Set<number>>,
  buckets: WeakMap<Map<unknown, Set<number>>, Map<number, Set<number>>>,
): Map<number, Set<number>> {
  const known = buckets.get(values);
  if (known) return known;
  const rows = new Map<number, Set<number>>();
  for (const bucket of values.values()) for (const row of bucket) rows.set(row, bucket);
  buckets.set(values, rows);
  return rows;
}

/** The engine's own key: numbers by value, text without regard to case. */
function indexKey(value: unknown): unknown {
  if (typeof value === "boolean") return value;
  const number = Number(value);
  if (Number.isFinite(number) && String(number) === String(value)) return number;
  return typeof value === "string" ? value.toLowerCase() : value;
}
