/** Examples as sheets of the engine. */
import type {
  IBorderData,
  ICellData,
  IObjectMatrixPrimitiveType,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import { borderFor, dataFor, format, styleFor } from "../grid/cell-data";
import { newSheet, newSheetSize, type Sheets } from "../grid/sheets";
import { columnCount, parseAddress, rowCount, type Box } from "../office/a1";
import type { Look } from "../office/grid";
import type { Example, ExampleCell, ExampleLook, ExampleSheet } from "./examples/example";

/** How the parts of an example look; the colours are those of the add-in's own sheets. */
const looks: Readonly<Record<ExampleLook, Look>> = {
  title: { bold: true, size: 11 },
  note: { color: "#566069" },
  heading: { bold: true },
  label: {},
  input: { color: "#1446c8" },
  link: { color: "#1b6b39" },
  unit: { color: "#566069" },
  column: { bold: true, color: "#566069", alignment: "Right", verticalAlignment: "Bottom", wrap: true },
  result: {},
  total: { bold: true },
  test: { alignment: "Right" },
};

const spillLine = { style: "thin", color: "#0b6478" } as const;
const headLine = { style: "thin", color: "#7f8990" } as const;

/** A workbook that holds an example and nothing else. */
export function workbookOf(example: Example): Partial<IWorkbookData> {
  const sheets = example.sheets.map((sheet) => sheetData(sheet, sheet.name, (formula) => formula));
  return {
    id: "workbook",
    name: "Workbook",
    sheetOrder: sheets.map(({ id }) => id ?? ""),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id ?? "", sheet])),
  };
}

/** Adds an example's sheets to a workbook, under free names, and shows the first. */
export function addExample(sheets: Sheets, example: Example): void {
  const names = new Map<string, string>();
  for (const { name } of example.sheets) names.set(name, freeName(sheets, name));
  const first = sheets.workbook.getSheets().length;
  for (const sheet of example.sheets) {
    const name = names.get(sheet.name) ?? sheet.name;
    sheets.insertSheet(
      name,
      sheetData(sheet, name, (formula) => renamed(formula, names)),
    );
  }
  showStart(sheets, example, first);
  sheets.recalculate();
}

/** Selects the cell of an example that invites a look. Its sheets begin at a place among those of the workbook. */
export function showStart(sheets: Sheets, { sheets: all, opens = 0 }: Example, first = 0): void {
  const opened = sheets.sheets()[first + opens];
  const opening = all[opens];
  if (opened && opening) sheets.select(opened.id, boxAt(opening.start));
}

function freeName(sheets: Sheets, wanted: string): string {
  const taken = new Set(sheets.sheets().map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function renamed(formula: string, names: ReadonlyMap<string, string>): string {
  let result = formula;
  for (const [name, other] of names) if (name !== other) result = result.replaceAll(`${name}!`, `'${other}'!`);
  return result;
}

function sheetData(sheet: ExampleSheet, name: string, formula: (text: string) => string): Partial<IWorksheetData> {
  const cells: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) put(cells, address, cellData(cell, formula));
  for (const address of sheet.spills) frame(cells, boxAt(address));
  return {
    ...newSheet,
    id: `example-${sheet.name.toLowerCase()}`,
    name,
    rowCount: newSheetSize.rows,
    columnCount: newSheetSize.columns,
    columnData: Object.fromEntries(sheet.columnWidths.map((w, column) => [column, { w }])),
    rowData: Object.fromEntries((sheet.tallRows ?? []).map((row) => [row - 1, { h: 38 }])),
    ...(sheet.frozenRows
      ? { freeze: { startRow: sheet.frozenRows, startColumn: -1, ySplit: sheet.frozenRows, xSplit: 0 } }
      : {}),
    cellData: cells,
  };
}

function cellData(cell: ExampleCell, formula: (text: string) => string): ICellData {
  const { content, look, verdict } = cell;
  const entered = typeof content === "string" && content.startsWith("=") ? formula(content) : content;
  const { f, v, t } = dataFor(entered ?? null);
  return {
    ...(f ? { f } : {}),
    ...(v === null || v === undefined ? {} : { v, ...(t ? { t } : {}) }),
    s: { ...(look ? styleFor(looks[look]) : {}), ...(cell.format ? format(cell.format) : {}) },
    ...(verdict ? { custom: { verdict } } : {}),
  };
}

/** Draws the frame of a spilled table, and the line under its head. */
function frame(cells: IObjectMatrixPrimitiveType<ICellData>, box: Box): void {
  for (let row = 0; row < rowCount(box); row += 1)
    for (let column = 0; column < columnCount(box); column += 1) {
      const borders: IBorderData = {};
      const draw = (edge: keyof IBorderData, line: typeof spillLine | typeof headLine): void => {
        Object.assign(borders, borderFor(line, edge).bd);
      };
      if (row === 0) draw("b", headLine);
      if (row === 0) draw("t", spillLine);
      if (row === rowCount(box) - 1) draw("b", spillLine);
      if (column === 0) draw("l", spillLine);
      if (column === columnCount(box) - 1) draw("r", spillLine);
      if (Object.keys(borders).length === 0) continue;
      const line = (cells[box.top + row] ??= {});
      const cell = (line[box.left + column] ??= {});
      cell.s = { ...(cell.s as IStyleData | undefined), bd: borders };
    }
}

function put(cells: IObjectMatrixPrimitiveType<ICellData>, address: string, cell: ICellData): void {
  const { top, left } = boxAt(address);
  (cells[top] ??= {})[left] = cell;
}

function boxAt(address: string): Box {
  const box = parseAddress(address, newSheetSize);
  if (!box) throw new Error(`The example names ${address}, which is no address.`);
  return box;
}
