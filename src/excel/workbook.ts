/** The pane's Workbook on Office.js: its one implementation. Docs: docs/architecture.md and src/taskpane/workbook.ts. */
import type { Capabilities, Place, Separators, Workbook } from "../taskpane/workbook";
import { addChart, hasCharts } from "./charts";
import { canKeepData, documentData, setDocumentData, setSetting, setting } from "./document-data";
import { onChanged, onSelectionChanged } from "./events";
import { hasNotes, note, setNote } from "./notes";
import { asTyped } from "../formula/as-typed";
import { namedPlaces, ownFormulas, read, selectedCell, selection } from "./reading";
import { run, supports } from "./run";
import { freeSheetName, isReadOnly, replace, takeBack, write } from "./writing";

/** Call once Office is ready and the host is Excel. */
export async function excelWorkbook(): Promise<Workbook> {
  return {
    capabilities: capabilities(),
    separators: await separators(),
    selectedCell,
    selection,
    onSelectionChanged,
    onChanged,
    read,
    namedPlaces,
    ownFormulas,
    write,
    replace,
    takeBack,
    sheets,
    addSheet,
    activate,
    select,
    addChart,
    note,
    setNote,
    documentData,
    setDocumentData,
    setting,
    setSetting,
    repair,
  };
}

function capabilities(): Capabilities {
  return {
    insert: !isReadOnly(),
    charts: hasCharts(),
    notes: hasNotes(),
    names: supports("1.4"),
    spills: supports("1.12"),
    documentData: canKeepData(),
  };
}

/** Excel does not tell its list separator; where the comma writes decimals it is the semicolon. */
async function separators(): Promise<Separators> {
  const english = { decimal: ".", thousands: ",", list: "," };
  if (!supports("1.11")) return english;
  return run(async (context) => {
    const { application } = context;
    application.load("decimalSeparator, thousandsSeparator");
    await context.sync();
    const { decimalSeparator: decimal, thousandsSeparator: thousands } = application;
    return { decimal, thousands, list: decimal === "," ? ";" : "," };
  }).catch(() => english);
}

function sheets(): Promise<{ readonly name: string; readonly active: boolean }[]> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name, items/visibility");
    const active = worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return worksheets.items
      .filter(({ visibility }) => visibility === "Visible")
      .map(({ name }) => ({ name, active: name === active.name }));
  });
}

function addSheet(wanted: string): Promise<string> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const name = freeSheetName(
      wanted,
      worksheets.items.map((sheet) => sheet.name),
    );
    worksheets.add(name);
    await context.sync();
    return name;
  });
}

function activate(sheet: string): Promise<void> {
  return run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    await context.sync();
  });
}

function select({ sheet, address }: Place): Promise<void> {
  return run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

/** Entering a formula again makes Excel ask the add-in, also for names it did not know when the workbook was opened. */
async function repair(): Promise<number> {
  const broken = (await ownFormulas("workbook")).filter(({ value }) => typeof value === "object" && value !== null);
  if (broken.length > 0) await replace(broken.map((cell) => ({ ...cell, formula: asTyped(cell.formula) })));
  return broken.length;
}
