import { addressAt, formatAddress, parseAddress } from "../../formula/address";
import { bind } from "../../formula/bind";
import { calculate } from "../../formula/calculate";
import { calculateBlock } from "../../formula/calculate-block";
import { calls } from "../../formula/calls";
import { converted, convertedRows, type Known, tableCall } from "../../formula/convert";
import { references } from "../../formula/needs";
import type { CallNode, FormulaNode } from "../../formula/nodes";
import { parse } from "../../formula/parse";
import { isError, isGrid } from "../../formula/values";
import { asTyped } from "../../formula/as-typed";
import { asSentence } from "../computation";
import { type KnownScope, scopesFor } from "../known-scope";
import { type FormulaCell, type Place, type Workbook, WorkbookError } from "../workbook";
import { same, type Shown, shownBy } from "./same";

/** What is to be turned. */
export type Reach = "cell" | "selection" | "sheet" | "workbook";

/** How a table is written: one formula that spills, or a formula in each of its cells. */
export type TableForm = "spill" | "rows";

/** What one cell would become. Nothing has been written yet. */
export interface Change {
  /** The cell of the formula. */
  readonly place: Place;
  /** All cells that show its result: "B13", "E2:J6". */
  readonly covers: string;
  /** As it stands in the cell, of our functions. */
  readonly formula: string;
  /** What the cells show, or what we compute where they show that the add-in was missing. */
  readonly before: Shown;
  /** Rows of cells from the formula's cell on; one cell for one formula, which may spill. */
  readonly cells: readonly (readonly string[])[];
  readonly form: TableForm;
  readonly isTable: boolean;
  /** A trial run of the new formulas gives what the cells show; undefined: it could not be run here. */
  readonly trial: boolean | undefined;
  /** What the reader should know about it. */
  readonly note?: string;
}

/** A cell that keeps its formula. */
export interface Stay {
  readonly place: Place;
  readonly formula: string;
  readonly why: string;
}

export interface Plan {
  readonly changes: readonly Change[];
  readonly stays: readonly Stay[];
}

/** The cells with our functions within reach. */
export async function cellsWithin(workbook: Workbook, reach: Reach): Promise<FormulaCell[]> {
  if (reach !== "cell") return workbook.ownFormulas(reach);
  const cell = await workbook.selectedCell();
  if (!cell) return [];
  const at = { sheet: cell.sheet, address: cell.spill?.anchor ?? cell.address };
  const [block] = await workbook.read([at]);
  const formula = block?.formulas[0]?.[0] ?? "";
  if (calls(parse(asTyped(formula))).length === 0) return [];
  return [{ ...at, formula, value: block!.values[0]![0]!, numberFormat: block!.numberFormats[0]![0]! }];
}

/** A dry run: what each cell would become, and whether that shows the same. Nothing is written. */
export async function planNative(workbook: Workbook, cells: readonly FormulaCell[], tables: TableForm): Promise<Plan> {
  const formulas = cells.map(({ formula }) => asTyped(formula));
  const trees = formulas.map((formula) => parse(formula));
  const scopes = await scopesFor(
    workbook,
    cells.map((place, i) => ({ place, needs: references(trees[i]!) })),
  );
  const drafts: Draft[] = [];
  for (const [i, cell] of cells.entries()) {
    drafts.push(draft(cell, formulas[i]!, trees[i]!, scopes[i]!, tables));
    if (i % 25 === 24) await breath();
  }
  const shown = await shownNow(workbook, drafts);
  const free = await freeBeside(workbook, drafts);
  const changes: Change[] = [];
  const stays: Stay[] = [];
  for (const [i, one] of drafts.entries()) {
    if (one.native === undefined) stays.push({ place: one.place, formula: one.formula, why: one.why! });
    else changes.push(settled(one, one.native, shown[i]!, free[i]!));
    if (i % 25 === 24) await breath();
  }
  return { changes, stays };
}

/** What is known of a cell before the sheet around it has been looked at. */
interface Draft {
  readonly place: Place;
  readonly formula: string;
  readonly value: FormulaCell["value"];
  readonly scope: KnownScope;
  readonly computed: Shown | undefined;
  readonly rows: number;
  readonly columns: number;
  readonly isTable: boolean;
  readonly native: string | undefined;
  readonly why?: string;
  readonly asRows: readonly (readonly string[])[] | undefined;
  readonly wantsRows: boolean;
}

function draft(cell: FormulaCell, formula: string, tree: FormulaNode, scope: KnownScope, tables: TableForm): Draft {
  const computed = shownBy(calculate(tree, scope));
  const rows = computed?.length ?? 1;
  const columns = computed?.[0]?.length ?? 1;
  const known = knownOf(formula, tree, scope);
  const conversion = converted(formula, known);
  const isTable = tableCall(formula) !== undefined && rows > 1;
  const wantsRows = isTable && tables === "rows" && conversion.kind === "native";
  return {
    place: { sheet: cell.sheet, address: cell.address },
    formula,
    value: cell.value,
    scope,
    computed,
    rows,
    columns,
    isTable,
    native: conversion.kind === "native" ? conversion.formula : undefined,
    ...(conversion.kind === "none" && { why: asSentence(conversion.why) }),
    asRows: wantsRows ? convertedRows(formula, cell.address, rows - 1, known) : undefined,
    wantsRows,
  };
}

function settled(one: Draft, native: string, now: Shown, beside: boolean): Change {
  const { place, formula, scope, computed, rows, columns, isTable, wantsRows } = one;
  const away = isMissing(one.value) && computed !== undefined;
  const before = away ? computed : now;
  const asRows = beside ? one.asRows : undefined;
  const cells = asRows ?? [[native]];
  const change = {
    place,
    covers: addressFrom(place.address, rows, columns),
    formula,
    before,
    cells,
    form: asRows ? ("rows" as const) : ("spill" as const),
    isTable,
    trial: trialOf(cells, place, scope, before),
  };
  const note = noteOn(one, asRows);
  return note === undefined ? change : { ...change, note };

  function noteOn({ asRows: possible }: Draft, used: Draft["asRows"]): string | undefined {
    if (used) {
      const more = used[0]!.length - columns;
      const length = `${rows - 1} rows, as many as there are now.`;
      return more === 0 ? length : `${length} ${more === 1 ? "A column" : `${more} columns`} of workings on the right.`;
    }
    if (wantsRows && possible)
      return "Its rows need free columns on the right, and there is something. One formula instead.";
    if (wantsRows) return "It has no form in rows. One formula instead.";
    return isTable ? "One formula that spills the whole table. It needs Excel 2024 or Microsoft 365." : undefined;
  }
}

/** Whether the new formulas show what the cells show; undefined where that cannot be told from here. */
function trialOf(cells: Change["cells"], place: Place, scope: KnownScope, before: Shown): boolean | undefined {
  const [first] = cells[0]!;
  const alone = cells.length === 1 && cells[0]!.length === 1;
  const shown = alone ? shownBy(calculate(parse(first!), scope)) : blockShown(cells, place, scope, before[0]!.length);
  return shown && same(before, shown);
}

function blockShown(cells: Change["cells"], place: Place, scope: KnownScope, columns: number): Shown | undefined {
  const results = calculateBlock(cells, place.address, scope).map((row) => row.slice(0, columns).map(shownBy));
  if (results.flat().some((shown) => shown === undefined)) return undefined;
  return results.map((row) => row.map((shown) => shown![0]![0]!));
}

/** A cell of this kind shows that nobody has computed it. */
const isMissing = (value: FormulaCell["value"]): boolean =>
  typeof value === "object" && value !== null && (value.error === "#NAME?" || value.error === "#BUSY!");

/** What the cells show that each formula covers. */
async function shownNow(workbook: Workbook, drafts: readonly Draft[]): Promise<Shown[]> {
  const spilled = drafts.filter(({ rows, columns }) => rows * columns > 1);
  const blocks = await workbook.read(
    spilled.map(({ place, rows, columns }) => ({ ...place, address: addressFrom(place.address, rows, columns) })),
  );
  return drafts.map((one) => {
    const at = spilled.indexOf(one);
    return at < 0 ? [[one.value]] : (blocks[at]?.values ?? [[one.value]]);
  });
}

/** Whether the columns of workings beside each table are free. */
async function freeBeside(workbook: Workbook, drafts: readonly Draft[]): Promise<boolean[]> {
  const wide = drafts.filter(({ asRows, columns }) => asRows !== undefined && asRows[0]!.length > columns);
  const blocks = await workbook.read(
    wide.map(({ place, asRows, rows, columns }) => {
      const { row, column } = parseAddress(place.address)!.first;
      const last = { row: row + rows - 1, column: column + asRows![0]!.length - 1 };
      return { ...place, address: formatAddress(addressAt({ row, column: column + columns }, last)) };
    }),
  );
  return drafts.map((one) => {
    const block = blocks[wide.indexOf(one)];
    return (
      !block ||
      (block.values.flat().every((value) => value === null) && block.formulas.flat().every((text) => text === ""))
    );
  });
}

/** What the arguments of the calls tell about the way they have to be written. */
function knownOf(formula: string, tree: FormulaNode, scope: KnownScope): Known {
  const found = new Map(
    calls(tree).map((call) => {
      const bound = bind(formula, call, scope).arguments;
      const names = (holds: (argument: (typeof bound)[number]) => boolean) =>
        new Set(bound.filter(holds).map(({ name }) => name));
      return [
        call.node.start,
        {
          blank: names(({ blank }) => blank),
          withBlanks: names(({ cell }) => isGrid(cell ?? null) && hasBlank(cell as Shown)),
        },
      ] as const;
    }),
  );
  const none = new Set<string>();
  return {
    blank: ({ start }: CallNode) => found.get(start)?.blank ?? none,
    withBlanks: ({ start }: CallNode) => found.get(start)?.withBlanks ?? none,
  };
}

const hasBlank = (rows: Shown): boolean => rows.some((row) => row.some((value) => value === null || isError(value)));

/** "E2:J6" from E2, 5 rows and 6 columns. */
export function addressFrom(corner: string, rows: number, columns: number): string {
  const { row, column } = parseAddress(corner)!.first;
  return formatAddress(addressAt({ row, column }, { row: row + rows - 1, column: column + columns - 1 }));
}

/** Lets the pane draw and react between two stretches of work. */
const breath = () => new Promise((resolve) => setTimeout(resolve));

/** For steps that may fail in ways the user can do something about: the message instead of the result. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbookError) return error.message;
    throw error;
  }
}
