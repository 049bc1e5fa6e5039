import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/preset-sheets-core";

/** The parts of the engine's look-up index that are touched here; private in its types. */
interface LookupIndex {
  shouldContinueBuildingCache(): boolean;
  canUseCache(): { readonly rowsInCache: []; readonly rowsNotInCache: [] };
}

/**
 * Univer 0.25 compares arrays with a number through an index of the cells they come from. It takes the index also for
 * arrays that TOCOL, SCAN, SORT or a LET made, whose elements stand at other places than those cells, and then
 * compares the wrong ones; and taking a row out of the index scans every distinct value of its column (repaired
 * upstream in 1.0.0, pull request 7704). Without the index every element is compared itself.
 */
export function withoutLookupIndex(): void {
  const index = CELL_INVERTED_INDEX_CACHE as unknown as LookupIndex;
  index.shouldContinueBuildingCache = () => false;
  index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
}
