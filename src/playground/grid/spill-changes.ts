/** Which cells that tables spill over have to be looked at again. Knows no engine. */
import type { IRange, IUnitRange } from "@univerjs/core";

export interface Spill extends IUnitRange {
  /** What is in the range, row by row. */
  readonly values: readonly unknown[];
}

/** The tables of a workbook by the place of their formula. */
export type Spills = ReadonlyMap<string, Spill>;

/**
 * The ranges whose dependents the engine cannot have calculated in one go. It gets right what hangs on one table that
 * keeps its size; where two change, one may hang on the other.
 */
export function unfinished(before: Spills, now: Spills): IUnitRange[] {
  const resized: IUnitRange[] = [];
  const changed: IUnitRange[] = [];
  for (const [place, old] of before) {
    const current = now.get(place);
    if (!current) resized.push(old);
    else if (!sameSize(old.range, current.range)) resized.push(old, current);
    else if (!sameValues(old.values, current.values)) changed.push(current);
  }
  for (const [place, current] of now) if (!before.has(place)) resized.push(current);
  const ranges = changed.length + resized.length > 1 ? [...changed, ...resized] : resized;
  return ranges.flatMap(({ unitId, sheetId, range }) =>
    behindCorner(range).map((part) => ({ unitId, sheetId, range: part })),
  );
}

/** A table without the cell of its formula, which needs no second calculation. */
function behindCorner(range: IRange): IRange[] {
  const { startRow, startColumn, endRow, endColumn } = range;
  return [
    ...(endColumn > startColumn ? [{ ...range, startColumn: startColumn + 1, endRow: startRow }] : []),
    ...(endRow > startRow ? [{ ...range, startRow: startRow + 1 }] : []),
  ];
}

function sameSize(one: IRange, other: IRange): boolean {
  return one.endRow === other.endRow && one.endColumn === other.endColumn;
}

function sameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
}
