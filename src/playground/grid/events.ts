/** What happens in the workbook, as the Office emulation and the page hear of it. */
import { ICommandService, type Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SetRangeValuesMutation, SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import type { Box } from "../office/a1";
import type { GridEvent } from "../office/grid";

type Matrix = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface ValuesChange {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Matrix;
}

/** Changes that move cells; they are reported for the whole sheet. */
const structural = /^sheet\.mutation\.(insert|remove|move|delete)-(row|col|range|rows|cols|columns)/;

export function gridEvents(api: FUniver, injector: Injector, report: (event: GridEvent) => void): void {
  const commands = injector.get(ICommandService);
  const replaced = new WeakMap<object, readonly { row: number; column: number; formula: string }[]>();

  commands.beforeCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || options?.fromFormula) return;
    replaced.set(params as object, formulasIn(api, params as ValuesChange));
  });

  commands.onCommandExecuted(({ id, params }, options) => {
    if (id === SetRangeValuesMutation.id && !options?.fromFormula) {
      const change = params as ValuesChange;
      const box = boxOf(withContent(change.cellValue ?? {}));
      if (box) report({ type: "changed", sheet: change.subUnitId, box, before: replaced.get(change) ?? [] });
      report({ type: "saved" });
    } else if (structural.test(id)) {
      const { subUnitId } = params as ValuesChange;
      report({ type: "changed", sheet: subUnitId, box: { top: 0, left: 0, bottom: 0, right: 0 }, before: [] });
      report({ type: "saved" });
    } else if (id.startsWith("sheet.mutation.") || id.includes("defined-name")) report({ type: "saved" });
  });

  api.getFormula().calculationResultApplied(({ unitData, unitOtherData }) => {
    void unitOtherData;
    for (const sheets of Object.values(unitData ?? {}))
      for (const [sheet, cells] of Object.entries(sheets ?? {})) {
        const box = boxOf((cells ?? {}) as Matrix);
        if (box) report({ type: "calculated", sheet, box });
      }
  });

  // The facade's own event misses what is selected before the sheet is drawn.
  injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selections) => {
    const sheet = api.getActiveWorkbook()?.getActiveSheet();
    const range = selections?.at(-1)?.range;
    if (!sheet || !range) return;
    const { startRow: top, startColumn: left, endRow: bottom, endColumn: right } = range;
    report({ type: "selection", sheet: sheet.getSheetId(), box: { top, left, bottom, right } });
  });
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    report({ type: "activated", sheet: activeSheet.getSheetId() });
  });
  api.addEvent(api.Event.SheetCreated, ({ worksheet }) => {
    report({ type: "added", sheet: worksheet.getSheetId() });
  });
  api.addEvent(api.Event.SheetDeleted, ({ sheetId }) => {
    report({ type: "deleted", sheet: sheetId });
  });
}

/** The formulas in the cells that a change is about to give another content. */
function formulasIn(api: FUniver, change: ValuesChange): { row: number; column: number; formula: string }[] {
  const sheet = api.getActiveWorkbook()?.getSheetBySheetId(change.subUnitId);
  if (!sheet) return [];
  return cellsIn(withContent(change.cellValue ?? {})).flatMap(([row, column]) => {
    const formula = sheet.getSheet().getCellRaw(row, column)?.f;
    return formula ? [{ row, column, formula }] : [];
  });
}

/** Without the cells that only get another look. */
function withContent(cells: Matrix): Matrix {
  return Object.fromEntries(
    Object.entries(cells).map(([row, line]) => [
      row,
      Object.fromEntries(
        Object.entries(line ?? {}).filter(
          ([, cell]) =>
            !cell || ["v", "f", "p", "si"].some((part) => part in (cell as Readonly<Record<string, unknown>>)),
        ),
      ),
    ]),
  );
}

function cellsIn(cells: Matrix): [row: number, column: number][] {
  return Object.entries(cells).flatMap(([row, line]) =>
    Object.keys(line ?? {}).map((column): [number, number] => [Number(row), Number(column)]),
  );
}

function boxOf(cells: Matrix): Box | undefined {
  const places = cellsIn(cells);
  if (places.length === 0) return undefined;
  const rows = places.map(([row]) => row);
  const columns = places.map(([, column]) => column);
  const [least, most] = [
    (list: number[]) => list.reduce((a, b) => Math.min(a, b)),
    (list: number[]) => list.reduce((a, b) => Math.max(a, b)),
  ];
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}
