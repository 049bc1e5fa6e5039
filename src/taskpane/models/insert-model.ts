import { columnLetters } from "../../formula/address";
import { chartRows, columns, type InsertStyle, rows, type SheetId, sheetTitles } from "../../models/layout";
import type { Model } from "../../models/model";
import { write, type WrittenModel } from "../../models/write";
import type { App } from "../app";
import { type Chart, type Receipt, type Workbook, WorkbookError } from "../workbook";

/** What came of inserting a model. */
export type ModelOutcome =
  | { readonly kind: "written"; readonly sheets: readonly string[]; readonly receipts: readonly Receipt[] }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "takenBack" };

/** Writes a model on new sheets: all of them or none. */
export async function insertModel(app: App, model: Model, style: InsertStyle): Promise<ModelOutcome> {
  const { workbook } = app;
  if (!workbook?.capabilities.insert) return { kind: "failed", message: "This spreadsheet cannot be written to." };
  const receipts: Receipt[] = [];
  try {
    const wanted = freeNames((await workbook.sheets()).map(({ name }) => name));
    const options = { style, names: app.state.settings.modelNames, addinVersion: __VERSION__ };
    // Sheets refer to each other: all of them are there before the first formula.
    const draft = write(model, { ...options, sheetNames: wanted });
    const sheetNames = { ...wanted };
    for (const { id } of draft.sheets) {
      sheetNames[id] = await workbook.addSheet(wanted[id]);
      receipts.push(receiptOf(sheetNames[id]));
    }
    const made = write(model, { ...options, sheetNames });
    for (const [i, { name, content }] of made.sheets.entries()) {
      const result = await workbook.write(content, { sheet: name, address: "A1", select: false });
      if (!result.written) throw new WorkbookError("unknown", `The sheet ${name} is not empty.`);
      receipts[i] = { ...receipts[i]!, names: result.names };
    }
    const drawn = await draw(app, workbook, model, made);
    // Without a chart the room for it is blank: the results stand below.
    const address = `A${drawn ? 1 : rows.body + chartRows}`;
    await workbook.select({ sheet: sheetNames.outputs, address });
    return { kind: "written", sheets: made.sheets.map(({ name }) => name), receipts };
  } catch (error) {
    await takeAllBack(workbook, receipts).catch(() => undefined);
    if (!(error instanceof WorkbookError)) throw error;
    return { kind: "failed", message: error.message };
  }
}

/** Takes all sheets of a model out again. */
export async function takeModelBack(app: App, receipts: readonly Receipt[]): Promise<ModelOutcome> {
  try {
    if (app.workbook) await takeAllBack(app.workbook, receipts);
    return { kind: "takenBack" };
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return { kind: "failed", message: error.message };
  }
}

async function takeAllBack(workbook: Workbook, receipts: readonly Receipt[]): Promise<void> {
  for (const receipt of [...receipts].reverse()) await workbook.takeBack(receipt);
}

const receiptOf = (sheet: string): Receipt => ({
  place: { sheet, address: "A1" },
  newSheet: true,
  before: [],
  numberFormatsBefore: [],
  names: [],
});

/** The usual names, all with the same number behind them where one is taken. */
export function freeNames(taken: readonly string[]): Record<SheetId, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const ids = Object.keys(sheetTitles) as SheetId[];
  for (let number = 1; ; number++) {
    const names = ids.map((id) => [id, number === 1 ? sheetTitles[id] : `${sheetTitles[id]} ${number}`] as const);
    if (names.every(([, name]) => !used.has(name.toLowerCase())))
      return Object.fromEntries(names) as Record<SheetId, string>;
  }
}

/** The opening chart, where the spreadsheet draws any. The model stands without it. */
async function draw(app: App, workbook: Workbook, model: Model, made: WrittenModel): Promise<boolean> {
  if (!app.state.settings.insertCharts || !workbook.capabilities.charts) return false;
  const { name } = made.sheets.find(({ id }) => id === "outputs")!;
  try {
    return await workbook.addChart(chartOn(model, made, name));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return false;
  }
}

export function chartOn({ chart, axis }: Model, { layout }: WrittenModel, sheet: string): Chart {
  const first = columnLetters(chart.fromStart ? columns.start : columns.first);
  const last = columnLetters(layout.last);
  const across = (row: number) => `${first}${row}:${last}${row}`;
  return {
    type: chart.kind,
    sheet,
    address: across(chart.x === undefined ? rows.axis : layout.spot(chart.x).row),
    series: chart.series.map(({ id, label }) => ({ name: label, address: across(layout.spot(id).row) })),
    title: chart.title,
    topLeft: `A${rows.body + 1}`,
    bottomRight: `${columnLetters(columns.note)}${rows.body + chartRows - 1}`,
    valueAxis: chart.valueAxis,
    categoryAxis: axis.label,
  };
}
