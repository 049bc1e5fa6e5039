import { isOwnFormula } from "./own-formula";
import { addressOf, type Box, boxOf, isUnbounded, placeOf } from "./place";
import { run, supports } from "./run";
import {
  type Block,
  type Cell,
  type FormulaCell,
  type Place,
  type Spill,
  type Value,
  WorkbookError,
} from "../taskpane/workbook";

const blockProperties = "address, values, valueTypes, formulas, numberFormat";

/** Excel on the web answers at most 5 MB: a sheet is read in bands of so many cells. */
const cellsAtOnce = 50_000;

/** Selections up to this size are read whole, blanks included; of larger ones the used part. */
const largestSelection = 100_000;

export function selectedCell(): Promise<Cell | undefined> {
  return run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("address, values, valueTypes, formulas, numberFormat, text");
    const spills = supports("1.12");
    const spilledFromHere = spills ? cell.getSpillingToRangeOrNullObject() : undefined;
    spilledFromHere?.load("address");
    const anchor = spills ? cell.getSpillParentOrNullObject() : undefined;
    anchor?.load("address, formulas");
    await context.sync();

    if (spilledFromHere && !spilledFromHere.isNullObject) return described(cell, cell, spilledFromHere);
    if (!anchor || anchor.isNullObject) return described(cell);
    const table = anchor.getSpillingToRangeOrNullObject();
    table.load("address");
    await context.sync();
    return table.isNullObject ? described(cell) : described(cell, anchor, table);
  }).catch(undefinedUnless("editing", "unknown"));
}

function described(cell: Excel.Range, anchor?: Excel.Range, table?: Excel.Range): Cell {
  const place = placeOf(cell.address);
  const one: Cell = { ...place, ...contentOf(cell, 0, 0), text: cell.text[0]?.[0] ?? "" };
  if (!anchor || !table) return one;
  const spill = spillOf(place.address, anchor, table);
  return { ...one, formula: spill.row === 0 && spill.column === 0 ? one.formula : "", spill };
}

function spillOf(address: string, anchor: Excel.Range, table: Excel.Range): Spill {
  const [here, whole] = [boxOf(address), placeOf(table.address)];
  const from = boxOf(anchor.address);
  return {
    anchor: placeOf(anchor.address).address,
    formula: formulaIn(anchor, 0, 0),
    address: whole.address,
    row: here.row - from.row,
    column: here.column - from.column,
  };
}

export function selection(): Promise<Block | undefined> {
  return run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("address, cellCount");
    const used = range.getUsedRangeOrNullObject(true);
    used.load("address");
    await context.sync();

    // cellCount is -1 where there are too many to count.
    const small = range.cellCount >= 0 && range.cellCount <= largestSelection;
    if (!small && used.isNullObject) return undefined;
    const part = small ? range : used;
    part.load(blockProperties);
    await context.sync();
    return blockOf(part);
  }).catch(undefinedUnless("editing", "tooLarge", "unknown"));
}

/** For failures that say that there is no such selection. The codes given are passed on. */
function undefinedUnless(...codes: readonly WorkbookError["code"][]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof WorkbookError && !codes.includes(error.code)) return undefined;
    throw error;
  };
}

export async function read(places: readonly Place[]): Promise<(Block | undefined)[]> {
  if (places.length === 0) return [];
  if (places.some(({ address }) => isUnbounded(address.replace(/#$/, "")))) return readBounded(places);
  try {
    return await run((context) => readAll(context, places));
  } catch (error) {
    if (!(error instanceof WorkbookError && error.code === "notFound")) throw error;
    return readBounded(places);
  }
}

/** The usual case, in one step: every sheet is there and every address ends. */
async function readAll(context: Excel.RequestContext, places: readonly Place[]): Promise<Block[]> {
  const { worksheets } = context.workbook;
  const ranges = places.map(({ sheet, address }) => rangeAt(worksheets.getItem(sheet), address));
  for (const range of ranges) range.load(blockProperties);
  await context.sync();
  return ranges.map((range, i) => {
    if (range.isNullObject) throw new WorkbookError("notFound", `${places[i]!.address} does not spill a table.`);
    return blockOf(range);
  });
}

/** First learns which sheets exist and how far they are used, then reads. */
function readBounded(places: readonly Place[]): Promise<(Block | undefined)[]> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const sheets = new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    const used = new Map<string, Excel.Range>();
    for (const { sheet } of places) {
      const range = sheets.get(sheet.toLowerCase())?.getUsedRangeOrNullObject(true);
      if (range) used.set(sheet, range.load("address"));
    }
    await context.sync();

    const ranges = places.map(({ sheet, address }) => {
      const worksheet = sheets.get(sheet.toLowerCase());
      const bounds = used.get(sheet);
      if (!worksheet || !bounds) return undefined;
      const last = bounds.isNullObject ? undefined : boxOf(bounds.address);
      return rangeAt(worksheet, bounded(address, last)).load(blockProperties);
    });
    await context.sync();
    return ranges.map((range) => (range && !range.isNullObject ? blockOf(range) : undefined));
  });
}

function rangeAt(sheet: Excel.Worksheet, address: string): Excel.Range {
  return address.endsWith("#")
    ? sheet.getRange(address.slice(0, -1)).getSpillingToRangeOrNullObject()
    : sheet.getRange(address);
}

/** Whole rows and columns, as far as the sheet is used. */
function bounded(address: string, used: Box | undefined): string {
  if (address.endsWith("#") || !isUnbounded(address)) return address;
  const box = boxOf(address);
  const rows = Math.max(1, Math.min(box.rows, (used ? used.row + used.rows : 1) - box.row));
  const columns = Math.max(1, Math.min(box.columns, (used ? used.column + used.columns : 1) - box.column));
  return addressOf({ ...box, rows, columns });
}

export function blockOf(range: Excel.Range): Block {
  const rows = range.values as unknown[][];
  const table = <T>(cell: (row: number, column: number) => T): T[][] =>
    rows.map((cells, row) => cells.map((_, column) => cell(row, column)));
  return {
    ...placeOf(range.address),
    values: table((row, column) => contentOf(range, row, column).value),
    formulas: table((row, column) => formulaIn(range, row, column)),
    numberFormats: table((row, column) => contentOf(range, row, column).numberFormat),
  };
}

function contentOf(
  range: Excel.Range,
  row: number,
  column: number,
): { formula: string; value: Value; numberFormat: string } {
  const type = (range.valueTypes as string[][])[row]?.[column];
  const value = (range.values as unknown[][])[row]?.[column];
  return {
    formula: formulaIn(range, row, column),
    value: type === "Empty" ? null : type === "Error" ? { error: String(value) } : (value as string | number | boolean),
    numberFormat: (range.numberFormat as string[][])[row]?.[column] ?? "General",
  };
}

function formulaIn(range: Excel.Range, row: number, column: number): string {
  const formula = (range.formulas as unknown[][])[row]?.[column];
  return typeof formula === "string" && formula.startsWith("=") ? formula : "";
}

export function namedPlaces(names: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  return run(async (context) => {
    const { workbook } = context;
    // The sheet's own names come first, as in its formulas.
    const collections = [workbook.worksheets.getActiveWorksheet().names, workbook.names];
    const candidates = names.flatMap((name) =>
      collections.map((collection) => ({ name, item: collection.getItemOrNullObject(name).load("type") })),
    );
    await context.sync();
    const ranges = candidates
      .filter(({ item }) => !item.isNullObject && item.type === "Range")
      .map(({ name, item }) => ({ name, range: item.getRangeOrNullObject().load("address") }));
    await context.sync();
    const places = new Map<string, Place>();
    for (const { name, range } of ranges) {
      if (!range.isNullObject && !places.has(name)) places.set(name, placeOf(range.address));
    }
    return places;
  });
}

/** All cells with a formula of ours, sheet by sheet, each from left to right and down. */
export function ownFormulas(scope: "selection" | "sheet" | "workbook"): Promise<FormulaCell[]> {
  return run(async (context) => {
    const found: FormulaCell[] = [];
    for (const range of await bandsOf(context, await searched(context, scope))) {
      range.load(blockProperties);
      // One band at a time: a large sheet does not fit into one answer.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      found.push(...ownFormulasIn(range));
    }
    return found;
  });
}

async function searched(
  context: Excel.RequestContext,
  scope: "selection" | "sheet" | "workbook",
): Promise<Excel.Range[]> {
  const { worksheets } = context.workbook;
  if (scope === "selection") return [context.workbook.getSelectedRange().getUsedRangeOrNullObject(true)];
  if (scope === "sheet") return [worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true)];
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
}

async function bandsOf(context: Excel.RequestContext, ranges: readonly Excel.Range[]): Promise<Excel.Range[]> {
  for (const range of ranges) range.load("rowCount, columnCount");
  await context.sync();
  return ranges.flatMap((range) => {
    if (range.isNullObject) return [];
    const { rowCount, columnCount } = range;
    const height = Math.max(1, Math.floor(cellsAtOnce / columnCount));
    const bands: Excel.Range[] = [];
    for (let row = 0; row < rowCount; row += height) {
      bands.push(range.getCell(row, 0).getResizedRange(Math.min(height, rowCount - row) - 1, columnCount - 1));
    }
    return bands;
  });
}

function ownFormulasIn(range: Excel.Range): FormulaCell[] {
  const { sheet, address } = placeOf(range.address);
  const corner = boxOf(address);
  return (range.formulas as unknown[][]).flatMap((cells, row) =>
    cells.flatMap((formula, column) => {
      if (!isOwnFormula(formula)) return [];
      const cell = { row: corner.row + row, column: corner.column + column, rows: 1, columns: 1 };
      return [{ sheet, address: addressOf(cell), ...contentOf(range, row, column) }];
    }),
  );
}
