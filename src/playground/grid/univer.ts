/** Starts the spreadsheet: engine, grid, formula bar and sheet tabs. */
import {
  DEFAULT_STYLES,
  LifecycleStages,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
  type Injector,
  type IWorkbookData,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, DEFAULT_PADDING_DATA, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import type { FWorkbook, FWorksheet } from "@univerjs/preset-sheets-core";
import english from "@univerjs/preset-sheets-core/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import { useOurDarkColors } from "./colors";
import { descriptions, executors, type FunctionSetting } from "./functions";
import { showGeneralNumbers } from "./general-format";
import { withoutLookupIndex } from "./index-patch";
import { leaveRemovedSheetsAlone } from "./removed-sheets";
import { understandSpillReferences } from "./spill-reference";
import { readSmallNumbers } from "./small-numbers";
import { gridTheme, sheetFont } from "./theme";
import { readPercentagesExactly } from "./typed-percent";
import { showVerdicts } from "./verdicts";

export interface Spreadsheet {
  readonly api: FUniver;
  readonly injector: Injector;
  /** Opens the one workbook of the page. */
  readonly open: (data: Partial<IWorkbookData>) => FWorkbook;
}

export function startSpreadsheet(container: HTMLElement, dark: boolean, setting: FunctionSetting): Spreadsheet {
  withoutLookupIndex();
  readSmallNumbers();
  leaveRemovedSheetsAlone();
  understandSpillReferences();
  useOurDarkColors();
  Object.assign(DEFAULT_PADDING_DATA, { l: 5, r: 5 });
  Object.assign(DEFAULT_STYLES, { ff: sheetFont, fs: 10 });
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(english) },
    logLevel: LogLevel.ERROR,
    theme: gridTheme,
    darkMode: dark,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    footer: { menus: false, zoomSlider: true, statisticBar: true },
    disableAutoFocus: true,
    sheets: {
      disableForceStringAlert: true,
      disableForceStringMark: true,
      scrollConfig: { trackBackgroundColor: "transparent", trackBorderColor: "transparent" },
    },
    formula: {
      // Functions have to be there before the first workbook, or saved spills come back empty.
      function: executors(setting),
      description: descriptions(setting.functions),
      initialFormulaComputing: CalculationMode.FORCED,
    },
  });
  for (const entry of plugins) {
    if (Array.isArray(entry)) univer.registerPlugin(entry[0], entry[1]);
    else univer.registerPlugin(entry);
  }
  const injector = univer.__getInjector();
  const api = FUniver.newAPI(univer);
  return {
    api,
    injector,
    open(data) {
      const workbook = api.createWorkbook(data);
      // The services of sheets exist from the first workbook on.
      showGeneralNumbers(injector);
      showVerdicts(injector);
      readPercentagesExactly(injector);
      setHeaders(api, workbook);
      return workbook;
    },
  };
}

const headerStyle = {
  fontFamily: sheetFont,
  fontSize: 12,
  fontColor: "#566069",
  backgroundColor: "#f5f7f8",
  borderColor: "#dce1e4",
};

/** Draws the row and column headers of all sheets, also of those to come, in our type and colors. */
function setHeaders(api: FUniver, workbook: FWorkbook): void {
  const set = (sheet: FWorksheet): void => {
    sheet.customizeColumnHeader({ headerStyle: { ...headerStyle, size: 24 } });
    sheet.customizeRowHeader({ headerStyle: { ...headerStyle, size: 40 } });
  };
  const setActive = (): void => set(workbook.getActiveSheet());
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage >= LifecycleStages.Rendered) setActive();
  });
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => set(activeSheet));
}
