import { addressAt, formatAddress } from "../../formula/address";
import { addressOf, type Book, type FormulaCell, shapeOf, type Spot } from "./book";
import type { AtStake, Draft, Rule } from "./rule";
import { rules } from "./rules";

/** What a rule has found, for the reader to judge. */
export interface Finding {
  readonly rule: Rule;
  readonly sheet: string;
  readonly address: string;
  /** All cells with the same formula and the same finding: "D5:H5". */
  readonly covers: string;
  readonly words: string;
  readonly atStake: AtStake | undefined;
  /** A formula for the first cell. */
  readonly proposal: string | undefined;
  /** What stands in the cell now; "" where no formula does. */
  readonly formula: string;
  /** Whether a function of ours is in the cell. */
  readonly isOurs: boolean;
  /** Stays the same while the cell says the same, wherever it is moved. */
  readonly key: string;
}

/** Reads and reviews a workbook in small steps, for the caller to pause between. */
export function* reviewing(book: Book, by: readonly Rule[] = rules): Generator<undefined, Finding[]> {
  yield* book.prepare();
  const drafts: { readonly rule: Rule; readonly draft: Draft }[] = [];
  for (const rule of by) {
    for (const draft of rule.book?.(book) ?? []) drafts.push({ rule, draft });
    yield;
  }
  for (const cell of book.formulas) {
    for (const rule of by) {
      for (const draft of rule.cell?.(cell, book) ?? []) drafts.push({ rule, draft });
    }
    yield;
  }
  return grouped(drafts, book, by);
}

/** The same at once. */
export function review(book: Book, by: readonly Rule[] = rules): Finding[] {
  const steps = reviewing(book, by);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Group {
  readonly rule: Rule;
  readonly draft: Draft;
  readonly home: FormulaCell | undefined;
  readonly shape: string;
  last: Spot;
  atStake: AtStake | undefined;
}

/** How many groups of the same formula may still grow: as many columns as stand side by side. */
const openGroups = 60;

/** One finding for cells beside or below each other whose formulas are copies of one another. */
function grouped(
  drafts: readonly { readonly rule: Rule; readonly draft: Draft }[],
  book: Book,
  by: readonly Rule[],
): Finding[] {
  const groups: Group[] = [];
  const open = new Map<string, Group[]>();
  const sheets = [...new Set(book.formulas.map(({ sheet }) => sheet))];
  const ordered = [...drafts].sort(
    (a, b) =>
      sheets.indexOf(a.draft.cell.sheet) - sheets.indexOf(b.draft.cell.sheet) ||
      a.draft.cell.row - b.draft.cell.row ||
      a.draft.cell.column - b.draft.cell.column ||
      by.indexOf(a.rule) - by.indexOf(b.rule),
  );
  for (const { rule, draft } of ordered) {
    const home = book.cellAt(draft.cell);
    const shape = home ? shapeOf(home) : "";
    const alike = `${rule.id} ${draft.cell.sheet} ${shape}`;
    const before = home && open.get(alike)?.find((group) => follows(group, draft.cell));
    if (!before) {
      const group = { rule, draft, home, shape, last: draft.cell, atStake: draft.atStake };
      groups.push(group);
      open.set(alike, [group, ...(open.get(alike) ?? [])].slice(0, openGroups));
    } else {
      before.last = draft.cell;
      before.atStake = together(before.atStake, draft.atStake);
    }
  }
  return groups.map((group) => finding(group, book));
}

/** Right of, or below, the cells of the group so far. */
function follows({ draft: { cell: first }, last }: Group, { sheet, row, column }: Spot): boolean {
  if (sheet !== first.sheet) return false;
  const right = row === first.row && last.row === row && column === last.column + 1;
  const below = column === first.column && last.column === column && row === last.row + 1;
  return right || below;
}

/** Money of several cells adds up; a price or a share of several is that of the worst. */
function together(one: AtStake | undefined, other: AtStake | undefined): AtStake | undefined {
  if (!one || !other) return one ?? other;
  const adds = !one.unit.includes("/") && one.unit !== "share";
  return { ...one, value: adds ? one.value + other.value : Math.max(one.value, other.value) };
}

function finding({ rule, draft, home, shape, last, atStake }: Group, book: Book): Finding {
  const { sheet } = draft.cell;
  const { label } = book.around(draft.cell);
  const value = book.value(draft.cell);
  const said = home ? shape : typeof value === "object" ? "" : String(value);
  return {
    rule,
    sheet,
    address: addressOf(draft.cell),
    covers: formatAddress(addressAt(draft.cell, last)),
    words: draft.words,
    atStake,
    proposal: draft.proposal,
    formula: home?.formula ?? "",
    isOurs: (home?.calls.length ?? 0) > 0,
    key: [rule.id, sheet, label, said].join("|"),
  };
}
