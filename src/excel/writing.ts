import {
  type CellContent,
  type CellStyle,
  type Content,
  type Place,
  type Receipt,
  type Target,
  WorkbookError,
  type WriteResult,
} from "../taskpane/workbook";
import { addressOf, type Box, boxOf, placeOf } from "./place";
import { blockOf } from "./reading";
import { run, supports } from "./run";
import { applyStyle, defineStyles } from "./styles";

type Entry = string | number | boolean;

/** Cells in the way that are shown to the user. */
const mostShown = 10;

export function write(content: Content, target: Target): Promise<WriteResult> {
  return run(async (context) => {
    if (isReadOnly()) {
      throw new WorkbookError(
        "readOnly",
        "This workbook is open for reading only. Save a copy or choose Enable Editing, then try again.",
      );
    }
    const found =
      "newSheet" in target
        ? await onNewSheet(context, content, target.newSheet)
        : await onCells(context, content, target);
    if ("written" in found) return found;
    const { sheet, box, receipt, columnWidths } = found;
    try {
      await defineStyles(context, stylesIn(content));
      const names = await freeNames(context, content);
      if (supports("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
      const range = sheet.getRangeByIndexes(box.row, box.column, box.rows, box.columns);
      fill(range, content, box, receipt.newSheet);
      addExtras(context, sheet, content, box, names);
      widen(sheet, content, box, columnWidths);
      if (!("newSheet" in target)) {
        if (target.select !== false) range.select();
      } else if (target.activate !== false) {
        sheet.activate();
        sheet.getRangeByIndexes(0, 0, 1, 1).select();
      }
      await context.sync();
      return { written: true, place: receipt.place, names, receipt: { ...receipt, names } };
    } catch (error) {
      // What failed first is what the user is told, also where bringing back fails for the same reason.
      await restore(context, { ...receipt, names: [] }).catch(() => undefined);
      throw error;
    }
  });
}

export function isReadOnly(): boolean {
  try {
    return Office.context.document.mode === Office.DocumentMode.ReadOnly;
  } catch {
    return false;
  }
}

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly box: Box;
  readonly receipt: Receipt;
  /** As they are now, in points; none on a new sheet. */
  readonly columnWidths: readonly number[];
}

async function onNewSheet(context: Excel.RequestContext, content: Content, wanted: string): Promise<Found> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const name = freeSheetName(
    wanted,
    worksheets.items.map((sheet) => sheet.name),
  );
  const sheet = worksheets.add(name);
  await context.sync();
  const box = { row: 0, column: 0, ...sizeOf(content) };
  const place = { sheet: name, address: addressOf(box) };
  return {
    sheet,
    box,
    columnWidths: [],
    receipt: { place, newSheet: true, before: [], numberFormatsBefore: [], names: [] },
  };
}

/** Looks at the target first; what is there is only touched when asked for. */
async function onCells(
  context: Excel.RequestContext,
  content: Content,
  target: Place & { readonly overwrite?: boolean },
): Promise<Found | WriteResult> {
  const sheet = context.workbook.worksheets.getItem(target.sheet);
  const { row, column } = boxOf(target.address);
  const box = { row, column, ...sizeOf(content) };
  const range = sheet.getRangeByIndexes(row, column, box.rows, box.columns);
  range.load("address, values, valueTypes, formulas, numberFormat, text");
  const columns = Array.from({ length: box.columns }, (_, i) =>
    sheet.getRangeByIndexes(row, column + i, 1, 1).load("format/columnWidth"),
  );
  await context.sync();

  const block = blockOf(range);
  const { text: texts } = range;
  const occupied = block.values.flatMap((values, r) =>
    values.flatMap((value, c) => {
      const formula = block.formulas[r]![c]!;
      if (value === null && formula === "") return [];
      const address = addressOf({ row: row + r, column: column + c, rows: 1, columns: 1 });
      return [
        {
          sheet: block.sheet,
          address,
          formula,
          value,
          text: texts[r]?.[c] ?? "",
          numberFormat: block.numberFormats[r]![c]!,
        },
      ];
    }),
  );
  if (occupied.length > 0 && !target.overwrite) {
    return {
      written: false,
      place: placeOf(range.address),
      occupied: occupied.slice(0, mostShown),
      occupiedCount: occupied.length,
    };
  }
  const receipt = {
    place: placeOf(range.address),
    newSheet: false,
    before: await entriesOf(context, range, occupied),
    numberFormatsBefore: block.numberFormats,
    names: [],
  };
  return { sheet, box, receipt, columnWidths: columns.map(({ format }) => format.columnWidth) };
}

/** What has to be entered to bring cells back: cells that a formula elsewhere spills into must stay empty. */
async function entriesOf(
  context: Excel.RequestContext,
  range: Excel.Range,
  occupied: readonly Place[],
): Promise<Entry[][]> {
  const entries = (range.formulas as Entry[][]).map((row) => [...row]);
  if (occupied.length === 0 || !supports("1.12")) return entries;
  const corner = boxOf(range.address);
  const plain = occupied
    .map(({ address }) => boxOf(address))
    .map(({ row, column }) => ({ row: row - corner.row, column: column - corner.column }))
    .filter(({ row, column }) => !String(entries[row]![column]).startsWith("="));
  const anchors = plain.map(({ row, column }) =>
    range.getCell(row, column).getSpillParentOrNullObject().load("address"),
  );
  await context.sync();
  anchors.forEach((anchor, i) => {
    if (!anchor.isNullObject) entries[plain[i]!.row]![plain[i]!.column] = "";
  });
  return entries;
}

/** Everything that the content covers, tables that its formulas spill included. */
function sizeOf({ rows, spills = [] }: Content): { rows: number; columns: number } {
  return {
    rows: Math.max(1, rows.length, ...spills.map(({ row, rows: height }) => row + height)),
    columns: Math.max(
      1,
      ...rows.map((cells) => cells.length),
      ...spills.map(({ column, columns }) => column + columns),
    ),
  };
}

/** Each property is set for the whole block at once. */
function fill(range: Excel.Range, { rows }: Content, box: Box, fresh: boolean): void {
  const table = <T>(read: (cell: CellContent | null | undefined) => T): T[][] =>
    Array.from({ length: box.rows }, (_, row) =>
      Array.from({ length: box.columns }, (_, column) => read(rows[row]?.[column])),
    );
  for (const run of styleRuns(rows))
    applyStyle(range.getCell(run.row, run.column).getResizedRange(0, run.length - 1), run.style);
  // A cell formatted as text would take a formula for text, so that every cell with content gets a format. null leaves one alone.
  range.numberFormat = table((cell) =>
    cell ? (cell.numberFormat ?? "General") : fresh ? "General" : null,
  ) as string[][];
  range.formulas = table(entryOf);
}

function entryOf(cell: CellContent | null | undefined): Entry {
  if (!cell) return "";
  if (cell.formula !== undefined) return cell.formula;
  return typeof cell.value === "string" ? asText(cell.value) : (cell.value ?? "");
}

/** Excel reads "=…", "1/2", "TRUE" or "March 5" as something else than a text; an apostrophe before it prevents that. */
export function asText(text: string): string {
  const plain =
    /^\p{L}/u.test(text) &&
    !/^(true|false)$/i.test(text) &&
    !/^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*[\s./-]*\d/iu.test(text);
  return text === "" || plain ? text : `'${text}`;
}

interface StyleRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
  readonly style: CellStyle;
}

/** Neighbors in a row that look alike are styled together. */
function styleRuns(rows: Content["rows"]): StyleRun[] {
  return rows.flatMap((cells, row) => {
    const runs: StyleRun[] = [];
    cells.forEach((cell, column) => {
      const previous = runs.at(-1);
      if (!cell?.style) return;
      if (previous?.style === cell.style && previous.column + previous.length === column) {
        runs[runs.length - 1] = { ...previous, length: previous.length + 1 };
      } else runs.push({ row, column, length: 1, style: cell.style });
    });
    return runs;
  });
}

function stylesIn({ rows }: Content): ReadonlySet<CellStyle> {
  return new Set(rows.flatMap((cells) => cells.flatMap((cell) => (cell?.style ? [cell.style] : []))));
}

/** Names that the content asks for and nobody uses yet. */
async function freeNames(context: Excel.RequestContext, { names = [] }: Content): Promise<string[]> {
  if (names.length === 0) return [];
  const items = names.map(({ name }) => ({
    name,
    item: context.workbook.names.getItemOrNullObject(name).load("name"),
  }));
  await context.sync();
  return items.filter(({ item }) => item.isNullObject).map(({ name }) => name);
}

function addExtras(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { names = [], choices = [], frozenRows = 0 }: Content,
  box: Box,
  free: readonly string[],
): void {
  const cell = ({ row, column }: { row: number; column: number }) =>
    sheet.getRangeByIndexes(box.row + row, box.column + column, 1, 1);
  for (const name of names) {
    if (free.includes(name.name)) context.workbook.names.add(name.name, cell(name), name.comment);
  }
  if (supports("1.8")) {
    for (const choice of choices) {
      cell(choice).dataValidation.rule = { list: { inCellDropDown: true, source: choice.words.join(",") } };
    }
  }
  if (frozenRows > 0 && box.row === 0 && box.column === 0 && supports("1.7")) sheet.freezePanes.freezeRows(frozenRows);
}

/** Columns become as wide as asked; those of the user never get narrower. */
function widen(sheet: Excel.Worksheet, { columnWidths = [] }: Content, box: Box, now: readonly number[]): void {
  columnWidths.forEach((characters, i) => {
    if (characters === undefined) return;
    // Of the normal font a character is 7 pixels wide, a cell's margins 5; a pixel is three quarters of a point.
    const points = (characters * 7 + 5) * 0.75;
    if (points > (now[i] ?? 0)) sheet.getRangeByIndexes(0, box.column + i, 1, 1).format.columnWidth = points;
  });
}

/** "Loan", "Loan 2" …: free, and without what Excel forbids in the name of a sheet. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const clean =
    wanted
      .replace(/[\\/?*[\]:]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Sheet";
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` ${String(number)}`;
    const name = clean.slice(0, 31 - suffix.length).trimEnd() + suffix;
    if (!used.has(name.toLowerCase())) return name;
  }
}

export function replace(cells: readonly (Place & { readonly formula: string })[]): Promise<void> {
  return run(async (context) => {
    for (const { sheet, address, formula } of cells) {
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
    }
    await context.sync();
  });
}

export function takeBack(receipt: Receipt): Promise<void> {
  return run((context) => restore(context, receipt));
}

async function restore(
  context: Excel.RequestContext,
  { place, newSheet, before, numberFormatsBefore, names }: Receipt,
): Promise<void> {
  for (const name of names) context.workbook.names.getItem(name).delete();
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  if (newSheet) sheet.delete();
  else {
    const range = sheet.getRange(place.address);
    range.clear("Contents");
    range.numberFormat = numberFormatsBefore as string[][];
    range.formulas = before as Entry[][];
  }
  await context.sync();
}
