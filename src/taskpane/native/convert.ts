import { addressAt, formatAddress, parseAddress } from "../../formula/address";
import { convertedRows } from "../../formula/convert";
import { followed } from "../../formula/follow-moves";
import type { Block, Place, Value, Workbook } from "../workbook";
import { addressFrom, type Change } from "./plan";
import { same, type Shown } from "./same";
import { dropTwins, keepTwins, nativesOf, readTwins, type Twin } from "./twins";

/** A cell that showed something else in its new form, and was left as it was. */
export interface Difference {
  readonly place: Place;
  readonly covers: string;
  /** The first cell that differs. */
  readonly at: string;
  readonly before: Value;
  readonly after: Value;
}

export interface Outcome {
  /** What was turned. */
  readonly done: readonly Change[];
  readonly differing: readonly Difference[];
}

/**
 * Writes the native formulas. What the cells held is noted on the sheet Twins first, so that nothing is lost when the
 * pane is closed halfway. Afterwards each cell must show what it showed before: those that do not get their formula
 * back at once.
 */
export async function convert(workbook: Workbook, changes: readonly Change[], on: Date): Promise<Outcome> {
  if (changes.length === 0) return { done: [], differing: [] };
  await keepTwins(workbook, changes, on);
  await workbook.replace(changes.flatMap(writing));
  const after = await shownAfter(workbook, changes);
  const wrong = changes.filter((change, i) => !same(change.before, after[i]!));
  if (wrong.length > 0) {
    await workbook.replace(wrong.flatMap((change) => restoring(change.place, change.cells, change.formula)));
    const twins = await readTwins(workbook);
    await dropTwins(
      workbook,
      twins.filter((twin) => wrong.some(({ place }) => isSame(place, twin.place))),
    );
  }
  return {
    done: changes.filter((change) => !wrong.includes(change)),
    differing: wrong.map((change) => differenceIn(change, after[changes.indexOf(change)]!)),
  };
}

/** What Back would do with one twin. */
export interface Return {
  readonly twin: Twin;
  /** same: as it was turned; changed: its formulas were edited since; back: it holds the function already; gone: deleted. */
  readonly state: "same" | "changed" | "back" | "gone";
  /** The function formula, its references moved along with the cells they name. */
  readonly formula: string;
  readonly before: Shown;
}

/** A dry run of the way back. Nothing is written. */
export async function planBack(workbook: Workbook): Promise<Return[]> {
  const twins = await readTwins(workbook);
  const there = twins.filter(({ place }) => place !== undefined);
  const blocks = await workbook.read(there.map((twin) => areaOf(twin)));
  return twins.map((twin) => {
    const block = blocks[there.indexOf(twin)];
    return block ? returnOf(twin, block) : { twin, state: "gone", formula: twin.formula, before: [] };
  });
}

/** Gives cells their functions back, exactly as they were, and takes them off the sheet Twins. */
export async function turnBack(workbook: Workbook, returns: readonly Return[]): Promise<void> {
  const there = returns.filter(({ state }) => state === "same" || state === "changed");
  await workbook.replace(
    there.flatMap(({ twin, formula }) => {
      const cells = Array.from({ length: twin.rows }, () => Array.from({ length: twin.columns }, () => ""));
      return restoring(twin.place!, cells, formula);
    }),
  );
  await dropTwins(
    workbook,
    returns.map(({ twin }) => twin),
  );
}

function returnOf(twin: Twin, block: Block): Return {
  const now = block.formulas.map((row, i) => row.map((formula, j) => formula || textOf(block.values[i]![j]!)));
  const before = block.values;
  const [first = ""] = now[0] ?? [];
  if (spelledAlike(first, twin.formula)) return { twin, state: "back", formula: twin.formula, before };
  const current = nativesOf(now);
  const moved = followed(twin.formula, twin.natives, current);
  if (moved === undefined) return { twin, state: "changed", formula: twin.formula, before };
  const intact = twin.form === "spill" || isIntact(twin, moved, now);
  return { twin, state: intact ? "same" : "changed", formula: moved, before };
}

/** Whether all rows of a table are still those that were written, wherever they have gone. */
function isIntact({ place, rows }: Twin, formula: string, now: readonly (readonly string[])[]): boolean {
  const written = convertedRows(formula, place!.address, rows - 1);
  return (
    written !== undefined &&
    written.length === now.length &&
    written.every((row, i) => row.every((text, j) => spelledAlike(text, now[i]![j] ?? "")))
  );
}

const spelledAlike = (one: string, other: string): boolean => spelling(one) === spelling(other);
const spelling = (formula: string): string => formula.replace(/\s/g, "").toLowerCase();

const textOf = (value: Value): string =>
  value === null
    ? ""
    : typeof value === "object"
      ? value.error
      : typeof value === "boolean"
        ? String(value).toUpperCase()
        : String(value);

const areaOf = ({ place, rows, columns }: Twin): Place => ({
  sheet: place!.sheet,
  address: addressFrom(place!.address, rows, columns),
});

/** The cells of a change, its corner first: what it spilled must be gone before others are written. */
function writing({ place, cells }: Change): (Place & { readonly formula: string })[] {
  return cells.flatMap((row, i) =>
    row.map((formula, j) => ({ sheet: place.sheet, address: cellAt(place.address, i, j), formula })),
  );
}

/** The formula in its cell again, after the cells that it spills over have been emptied. */
function restoring(
  place: Place,
  cells: readonly (readonly string[])[],
  formula: string,
): (Place & { readonly formula: string })[] {
  const others = cells.flatMap((row, i) =>
    row.flatMap((_, j) =>
      i === 0 && j === 0 ? [] : [{ sheet: place.sheet, address: cellAt(place.address, i, j), formula: "" }],
    ),
  );
  return [...others, { sheet: place.sheet, address: place.address, formula }];
}

function cellAt(corner: string, down: number, right: number): string {
  const { row, column } = parseAddress(corner)!.first;
  return formatAddress(addressAt({ row: row + down, column: column + right }));
}

/** A spreadsheet may compute a moment after it was written to: how long it is waited for, in all some seconds. */
const waits = [0, 60, 120, 250, 500, 1000, 1500];

async function shownAfter(workbook: Workbook, changes: readonly Change[]): Promise<Shown[]> {
  let shown: Shown[] = [];
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const blocks = await workbook.read(changes.map(({ place, covers }) => ({ ...place, address: covers })));
    shown = blocks.map((block) => block?.values ?? []);
    if (changes.every(({ before }, i) => same(before, shown[i]!))) break;
  }
  return shown;
}

function differenceIn({ place, covers, before }: Change, after: Shown): Difference {
  for (const [i, row] of before.entries()) {
    for (const [j, value] of row.entries()) {
      const other = after[i]?.[j] ?? null;
      if (!same([[value]], [[other]]))
        return { place, covers, at: cellAt(place.address, i, j), before: value, after: other };
    }
  }
  return { place, covers, at: place.address, before: before[0]![0]!, after: after[0]?.[0] ?? null };
}

const isSame = (one: Place, other: Place | undefined): boolean =>
  other !== undefined && one.sheet.toLowerCase() === other.sheet.toLowerCase() && one.address === other.address;
