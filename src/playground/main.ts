/** Puts the page together: the sheet with the add-in's functions, the pane beside it, the bar and the status line. */
import { ILayoutService } from "@univerjs/preset-sheets-core";
import { installCustomFunctions } from "./grid/custom-functions";
import { explainErrorsOnHover } from "./grid/error-alerts";
import { errorWords } from "./grid/error-words";
import { Messages } from "./grid/messages";
import type { FunctionsFile } from "./grid/metadata";
import { Sheets } from "./grid/sheets";
import { startSpreadsheet, type Spreadsheet } from "./grid/univer";
import { cellAddress } from "./office/a1";
import type { EmbeddedHost, ExampleEntry } from "./office/grid";
import { freeName } from "./office/worksheet";
import { fillBar } from "./page/bar";
import { byId } from "./page/dom";
import { onTyping } from "./page/editing";
import { addExample, showStart, workbookOf } from "./page/example";
import { examples } from "./page/examples";
import { offeredModels, openModel, type OfferedModel } from "./page/examples/models";
import { numberFormats } from "./page/number-formats";
import { pane } from "./page/panes";
import { statusLine } from "./page/status";
import { saveOnChange, savedWorkbook } from "./page/storage";
import { themeControl } from "./page/theme";
import "./playground.css";

/** Where the build puts the add-in, seen from this page. */
const files = { functions: "../functions.js", metadata: "../functions.json", pane: "../taskpane-embedded.html" };

async function main(): Promise<void> {
  const theme = themeControl();
  const associations = installCustomFunctions(window);
  const [file, models] = await Promise.all([loadMetadata(), offeredModels(), loadScript(files.functions)]);
  const messages = new Messages();
  const spreadsheet = startSpreadsheet(byId("sheet"), theme.shown === "dark", {
    functions: file.functions,
    associations,
    messages,
    settings: { blank: 0, passErrors: file.allowErrorForDataTypeAny === true },
    // Functions are called only once the workbook is open.
    sheetName: (id) => sheets.sheets().find((sheet) => sheet.id === id)?.name ?? id,
  });
  const saved = savedWorkbook();
  const [first] = examples;
  const sheets: Sheets = new Sheets(
    spreadsheet.api,
    spreadsheet.injector,
    spreadsheet.open(saved ?? (first ? workbookOf(first) : {})),
  );
  if (!saved && first) showStart(sheets, first);
  connect(spreadsheet, sheets, messages, file, theme, models);
}

function connect(
  { api, injector }: Spreadsheet,
  sheets: Sheets,
  messages: Messages,
  file: FunctionsFile,
  theme: ReturnType<typeof themeControl>,
  models: readonly OfferedModel[],
): void {
  const focusSheet = (): void => injector.get(ILayoutService).focus();
  const added: ExampleEntry[] = [];
  let typed: string | undefined;
  const host: EmbeddedHost = {
    ready: sheets.settle(),
    grid: sheets,
    theme: () => theme.shown,
    examples: { add: (entry) => void added.push(entry) },
    focusSheet,
    typed: () => typed,
    paneLeaves: () => sheets.abandonStep(),
  };
  Object.assign(window, { __embeddedHost: host });

  const status = statusLine(byId("status"), sheets, messages, file.functions);
  const side = pane(byId("beside"), byId("splitter"), files.pane, focusSheet);
  const bar = fillBar(byId("bar"), theme, {
    examples: () => [
      ...examples.map((example) => ({ label: example.title, choose: () => addExample(sheets, example) })),
      ...models.map((model) => ({
        label: `Model: ${model.title}`,
        choose: () => void openModel(model).then((example) => addExample(sheets, example)),
      })),
      ...added.map(({ title, open }) => ({ label: title, choose: () => void open() })),
    ],
    numberFormats: numberFormats(api, sheets),
    newSheet() {
      const name = freeName(sheets);
      sheets.activate(sheets.addSheet(name));
      focusSheet();
    },
    undo: () => void api.undo(),
    redo: () => void api.redo(),
    showPane: () => side.show(),
  });
  side.onToggle((shown) => bar.paneClosed(!shown));

  const saving = saveOnChange(
    () => sheets.workbook.save(),
    () => status.say("This workbook is too large for the browser to keep: it lasts until the page is closed."),
  );
  sheets.on((event) => {
    if (event.type === "saved") saving.changed();
    if (event.type === "selection") tellCell(sheets);
    if (event.type === "selection" || event.type === "calculated" || event.type === "activated") status.refresh();
  });
  explainErrorsOnHover(injector, (sheet, row, column) => errorWords(sheets, messages, sheet, row, column));
  onTyping(api, injector, (formula, caret) => {
    typed = formula;
    status.typing(formula, caret);
  });
  theme.onChange(() => {
    api.toggleDarkMode(theme.shown === "dark");
    sheets.emit({ type: "theme" });
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.defaultPrevented) return;
    event.preventDefault();
    side.focus();
  });
  status.refresh();
  document.body.dataset["ready"] = "";
  performance.mark("workbook ready");
}

/** The grid is a picture: this says the selected cell to those who do not see it. */
function tellCell(sheets: Sheets): void {
  const { sheet, active } = sheets.selection();
  const box = { top: active.row, left: active.column, bottom: active.row, right: active.column };
  const text = sheets.read(sheet, box)[0]?.[0]?.text ?? "";
  byId("cell").textContent = `${cellAddress(active.row, active.column)} ${text || "blank"}`;
}

async function loadMetadata(): Promise<FunctionsFile> {
  const response = await fetch(files.metadata);
  if (!response.ok) throw new Error(`${files.metadata} cannot be loaded.`);
  return (await response.json()) as FunctionsFile;
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} cannot be loaded.`));
    document.head.append(script);
  });
}

main().catch((error: unknown) => {
  const status = document.getElementById("status");
  if (status) status.textContent = `The workbook could not be opened. ${error instanceof Error ? error.message : ""}`;
  throw error;
});
