/** The workbook on the engine, as the Office emulation and the page use it. */
import {
  generateRandomId,
  ICommandService,
  IUndoRedoService,
  mergeWorksheetSnapshotWithDefault,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IMutationInfo,
  type IObjectMatrixPrimitiveType,
  type Injector,
  type IRange,
  type IStyleData,
  type IWorksheetData,
  type Nullable,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  FormulaDataModel,
  InsertSheetMutation,
  RemoveSheetMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
  SetWorksheetColWidthMutation,
  SetWorksheetColWidthMutationFactory,
  type FRange,
  type FWorkbook,
  type FWorksheet,
} from "@univerjs/preset-sheets-core";
import { columnCount, rowCount, type Box, type Size } from "../office/a1";
import type {
  BorderLook,
  CellExtra,
  CellInput,
  CellState,
  Grid,
  GridEvent,
  Look,
  Name,
  Selection,
  SheetState,
  Side,
} from "../office/grid";
import { borderFor, commonLook, dataFor, format, lookOf, styleFor, valueOf } from "./cell-data";
import { Calculation } from "./calculation";
import { gridEvents } from "./events";
import { sheetFont, sheetFontSize } from "./theme";

/** Rows and columns of a new sheet. */
export const newSheetSize: Size = { rows: 1000, columns: 100 };

type Cell = { readonly row: number; readonly column: number };

export class Sheets implements Grid {
  readonly #handlers = new Set<(event: GridEvent) => void>();
  /** While a sheet is added behind the scenes nothing is reported as selected. */
  #quiet = false;
  /** Batches run one after the other. */
  #lastStep: Promise<unknown> = Promise.resolve();
  #isInStep = false;
  #abandon: (reason: Error) => void = () => {};
  /** The looks and widths that a batch asks for: the engine takes as long for one cell as for a sheet of them. */
  readonly #looks = new Map<string, Matrix>();
  readonly #widths = new Map<string, Record<number, number>>();
  readonly #calculation: Calculation;

  constructor(
    readonly api: FUniver,
    readonly injector: Injector,
    readonly workbook: FWorkbook,
  ) {
    this.#calculation = new Calculation(injector, (id) => workbook.getSheetBySheetId(id) !== null);
    gridEvents(api, injector, (event) => {
      if (!this.#quiet) this.emit(event);
    });
  }

  emit(event: GridEvent): void {
    for (const handler of this.#handlers) handler(event);
  }

  on(handler: (event: GridEvent) => void): () => void {
    this.#handlers.add(handler);
    return () => void this.#handlers.delete(handler);
  }

  sheets(): SheetState[] {
    return this.workbook
      .getSheets()
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getSheetName(), visible: !sheet.isSheetHidden() }));
  }

  activeSheet(): string {
    return this.workbook.getActiveSheet().getSheetId();
  }

  activate(sheet: string): void {
    this.workbook.setActiveSheet(this.#sheet(sheet));
  }

  addSheet(name: string): string {
    return this.insertSheet(name, newSheet);
  }

  /** Adds a sheet with content at the end. It is not brought to the front: the engine draws whatever is. */
  insertSheet(name: string, data: Partial<IWorksheetData>): string {
    this.#quiet = true;
    try {
      const unitId = this.workbook.getId();
      const id = generateRandomId();
      const { rows: rowCount, columns: columnCount } = newSheetSize;
      const sheet = mergeWorksheetSnapshotWithDefault({ ...data, id, name, rowCount, columnCount });
      const redo = { unitId, index: this.workbook.getSheets().length, sheet };
      // What others add stays behind.
      const options = { fromCollab: true };
      this.injector.get(ICommandService).syncExecuteCommand(InsertSheetMutation.id, redo, options);
      this.#remember(
        { id: RemoveSheetMutation.id, params: { unitId, subUnitId: id, subUnitName: name } },
        { id: InsertSheetMutation.id, params: redo },
      );
      return id;
    } finally {
      this.#quiet = false;
    }
  }

  deleteSheet(sheet: string): void {
    this.#looks.delete(sheet);
    this.#widths.delete(sheet);
    this.workbook.deleteSheet(this.#sheet(sheet));
  }

  renameSheet(sheet: string, name: string): void {
    this.#sheet(sheet).setName(name);
  }

  size(sheet: string): Size {
    const found = this.#sheet(sheet);
    return { rows: found.getMaxRows(), columns: found.getMaxColumns() };
  }

  freeze(sheet: string, rows: number, columns: number): void {
    this.#sheet(sheet).setFreeze({
      xSplit: columns,
      ySplit: rows,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    });
  }

  tabColor(sheet: string): string {
    return this.#sheet(sheet).getTabColor() ?? "";
  }

  setTabColor(sheet: string, color: string): void {
    this.#sheet(sheet).setTabColor(color);
  }

  gridlines(sheet: string): boolean {
    return !this.#sheet(sheet).hasHiddenGridLines();
  }

  setGridlines(sheet: string, shown: boolean): void {
    this.#sheet(sheet).setHiddenGridlines(!shown);
  }

  selection(): Selection {
    const sheet = this.workbook.getActiveSheet();
    const ranges = sheet.getSelection()?.getActiveRangeList() ?? [];
    const boxes = ranges.map((range) => boxOf(range.getRange(), this.size(sheet.getSheetId())));
    const current = sheet.getSelection()?.getCurrentCell();
    return {
      sheet: sheet.getSheetId(),
      boxes: boxes.length > 0 ? boxes : [{ top: 0, left: 0, bottom: 0, right: 0 }],
      active: { row: current?.actualRow ?? boxes[0]?.top ?? 0, column: current?.actualColumn ?? boxes[0]?.left ?? 0 },
    };
  }

  select(sheet: string, box: Box): void {
    if (this.activeSheet() !== sheet) this.activate(sheet);
    this.#range(sheet, box).activate();
    this.#sheet(sheet).scrollToCell(Math.max(0, box.top - 3), Math.max(0, box.left - 1));
  }

  used(sheet: string, valuesOnly: boolean): Box | undefined {
    this.#handOver();
    let box: Box | undefined;
    this.#sheet(sheet)
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell && hasContent(cell, valuesOnly)) box = around(box, row, column);
      });
    for (const { startRow, startColumn, endRow, endColumn } of this.#spills(sheet))
      box = around(around(box, startRow, startColumn), endRow, endColumn);
    return box;
  }

  read(sheet: string, box: Box): CellState[][] {
    this.#handOver();
    const worksheet = this.#sheet(sheet).getSheet();
    const formulas = this.#range(sheet, box).getFormulas();
    const styles = this.workbook.getWorkbook().getStyles();
    const spilled = this.#spilledCells(sheet);
    return formulas.map((line, rowIndex) =>
      line.map((formula, columnIndex) => {
        const row = box.top + rowIndex;
        const column = box.left + columnIndex;
        const own = worksheet.getCellRaw(row, column);
        // The engine's own reading rounds to what is shown and misses tables: the values come from its model.
        const value = valueOf(spilled?.[row]?.[column] ?? own);
        const style = own && styles.getStyleByCell(own);
        const shown = value === null ? "" : (worksheet.getCell(row, column)?.v ?? "");
        return {
          value,
          formula,
          text: typeof value === "boolean" ? String(value).toUpperCase() : String(shown),
          numberFormat: style?.n?.pattern || "General",
        };
      }),
    );
  }

  write(sheet: string, box: Box, inputs: readonly (readonly CellInput[])[]): void {
    this.#handOver();
    this.#enter(sheet, box, ({ row, column }) => {
      const input = inputs[row - box.top]?.[column - box.left];
      return input === null || input === undefined ? undefined : dataFor(input);
    });
  }

  clear(sheet: string, box: Box, what: "All" | "Contents" | "Formats"): void {
    const content = { v: null, f: null, si: null, p: null };
    const looks = what === "Contents" ? {} : { s: null };
    const extra = what === "All" ? { custom: null as never } : {};
    const part = this.#filledPart(sheet, box);
    if (what === "Formats") {
      this.#decorate(sheet, part, () => looks);
      this.#handOver();
    } else this.#enter(sheet, part, () => ({ ...content, ...looks, ...extra }));
  }

  setNumberFormats(sheet: string, box: Box, formats: readonly (readonly (string | null)[])[]): void {
    this.#decorate(sheet, box, ({ row, column }) => {
      const pattern = formats[row - box.top]?.[column - box.left];
      return pattern === null || pattern === undefined ? undefined : { s: format(pattern) };
    });
  }

  spill(sheet: string, row: number, column: number): Box | undefined {
    const range = this.#formulas().getArrayFormulaRange()?.[this.workbook.getId()]?.[sheet]?.[row]?.[column];
    if (!range) return undefined;
    const box = boxOf(range, this.size(sheet));
    return box.top === box.bottom && box.left === box.right ? undefined : box;
  }

  spillParent(sheet: string, row: number, column: number): Cell | undefined {
    const found = this.#spills(sheet).find(
      ({ startRow, startColumn, endRow, endColumn }) =>
        startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
    );
    return found && { row: found.startRow, column: found.startColumn };
  }

  look(sheet: string, box: Box): Look {
    this.#handOver();
    const styles = this.workbook.getWorkbook().getStyles();
    const worksheet = this.#sheet(sheet).getSheet();
    return commonLook(
      cellsOf(box).map(({ row, column }) => lookOf(styles.getStyleByCell(worksheet.getCellRaw(row, column)))),
    );
  }

  setLook(sheet: string, box: Box, look: Look): void {
    const style = styleFor(look);
    if (Object.keys(style).length > 0) this.#decorate(sheet, box, () => ({ s: style }));
  }

  setBorder(sheet: string, box: Box, side: Side, border: BorderLook): void {
    this.#decorate(sheet, box, (cell) => {
      const edges = edgesAt(cell, box, side).map((edge) => borderFor(border, edge).bd);
      return edges.length > 0
        ? { s: { bd: Object.assign({}, ...edges) as IStyleData["bd"] } as IStyleData }
        : undefined;
    });
  }

  merge(sheet: string, box: Box, across: boolean): void {
    this.#handOver();
    const range = this.#range(sheet, box);
    if (across) range.mergeAcross();
    else range.merge();
  }

  columnWidth(sheet: string, box: Box): number | undefined {
    this.#handOver();
    const worksheet = this.#sheet(sheet);
    return same(indexes(box.left, box.right).map((column) => worksheet.getColumnWidth(column)));
  }

  setColumnWidth(sheet: string, box: Box, pixels: number): void {
    const widths = this.#widths.get(sheet) ?? {};
    for (const column of indexes(box.left, box.right)) widths[column] = pixels;
    this.#widths.set(sheet, widths);
    if (!this.#isInStep) this.#handOver();
  }

  rowHeight(sheet: string, box: Box): number | undefined {
    const worksheet = this.#sheet(sheet);
    return same(indexes(box.top, box.bottom).map((row) => worksheet.getRowHeight(row)));
  }

  setRowHeight(sheet: string, box: Box, pixels: number): void {
    this.#sheet(sheet).setRowHeights(box.top, rowCount(box), pixels);
  }

  fitColumns(sheet: string, box: Box): void {
    this.#handOver();
    const used = this.used(sheet, true);
    if (!used) return;
    for (const column of indexes(box.left, Math.min(box.right, used.right))) {
      const cells = this.read(sheet, {
        top: used.top,
        bottom: Math.min(used.bottom, used.top + 500),
        left: column,
        right: column,
      });
      const longest = Math.max(0, ...cells.map((row) => row[0]?.text.length ?? 0));
      if (longest > 0)
        this.setColumnWidth(sheet, { ...box, left: column, right: column }, Math.min(400, 14 + Math.ceil(longest * 7)));
    }
  }

  extra(sheet: string, row: number, column: number): CellExtra {
    const waiting = this.#looks.get(sheet)?.[row]?.[column]?.custom;
    if (waiting !== undefined) return (waiting as CellExtra | null) ?? {};
    return (this.#sheet(sheet).getSheet().getCellRaw(row, column)?.custom as CellExtra | undefined) ?? {};
  }

  setExtra(sheet: string, row: number, column: number, extra: CellExtra): void {
    const custom = Object.keys(extra).length > 0 ? { ...extra } : null;
    this.#decorate(sheet, { top: row, left: column, bottom: row, right: column }, () => ({ custom: custom as never }));
  }

  extras(sheet: string): (Cell & { readonly extra: CellExtra })[] {
    this.#handOver();
    const found: (Cell & { readonly extra: CellExtra })[] = [];
    this.#sheet(sheet)
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell?.custom) found.push({ row, column, extra: cell.custom as CellExtra });
      });
    return found;
  }

  names(): Name[] {
    return this.workbook.getDefinedNames().map((name) => ({
      name: name.getName(),
      formula: `=${name.getFormulaOrRefString().replace(/^=/, "")}`,
      comment: name.getComment() ?? "",
    }));
  }

  setName({ name, formula, comment }: Name): void {
    const target = formula.replace(/^=/, "");
    const isReference = /^('[^']+'|[^'"(!]+)!\$?[A-Z]/i.test(target);
    const existing = this.workbook
      .getDefinedNames()
      .find((each) => each.getName().toLowerCase() === name.toLowerCase());
    const builder = existing ? existing.toBuilder() : this.workbook.newDefinedNameBuilder();
    builder.setName(name).setComment(comment);
    const built = (isReference ? builder.setRef(target) : builder.setFormula(formula)).build();
    if (existing) this.workbook.updateDefinedNameBuilder(built);
    else this.workbook.insertDefinedNameBuilder(built);
  }

  deleteName(name: string): void {
    this.workbook.deleteDefinedName(name);
  }

  documentData(): Readonly<Record<string, unknown>> {
    return (this.workbook.getCustomMetadata() as Readonly<Record<string, unknown>> | undefined) ?? {};
  }

  setDocumentData(key: string, value: unknown): void {
    const { [key]: _, ...rest } = this.documentData();
    this.workbook.setCustomMetadata(value === undefined ? rest : { ...rest, [key]: value });
    this.emit({ type: "saved" });
  }

  recalculate(): void {
    this.api.getFormula().executeCalculation();
  }

  settle(): Promise<void> {
    return this.#calculation.settled();
  }

  asOneStep<Result>(work: () => Promise<Result>): Promise<Result> {
    const step = this.#lastStep.then(async () => {
      const batch = this.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.workbook.getId());
      const abandoned = new Promise<never>((_, reject) => (this.#abandon = reject));
      this.#isInStep = true;
      try {
        return await Promise.race([work(), abandoned]);
      } finally {
        this.#isInStep = false;
        this.#handOver();
        batch.dispose();
      }
    });
    this.#lastStep = step.catch(() => {});
    return step;
  }

  /** Ends the batch that runs: its program is gone, and the batches after it would wait for it for ever. */
  abandonStep(): void {
    this.#abandon(new Error("The program that began this is gone."));
  }

  #sheet(id: string): FWorksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error("The sheet is not there any more.");
    return sheet;
  }

  #range(sheet: string, box: Box): FRange {
    return this.#sheet(sheet).getRange(box.top, box.left, rowCount(box), columnCount(box));
  }

  #formulas(): FormulaDataModel {
    return this.injector.get(FormulaDataModel);
  }

  #spilledCells(sheet: string): Nullable<Record<number, Record<number, Nullable<ICellData>>>> {
    return this.#formulas().getArrayFormulaCellData()?.[this.workbook.getId()]?.[sheet];
  }

  /** The ranges that formulas of a sheet spill over. */
  #spills(sheet: string): IRange[] {
    const byRow = this.#formulas().getArrayFormulaRange()?.[this.workbook.getId()]?.[sheet] ?? {};
    return Object.values(byRow)
      .flatMap((byColumn) => Object.values((byColumn ?? {}) as Record<number, Nullable<IRange>>))
      .filter((range): range is IRange => Boolean(range))
      .filter(({ startRow, startColumn, endRow, endColumn }) => startRow !== endRow || startColumn !== endColumn);
  }

  /** The part of a box where there is anything to clear: whole columns are long. */
  #filledPart(sheet: string, box: Box): Box {
    const used = this.used(sheet, false);
    if (!used) return { ...box, bottom: box.top, right: box.left };
    const bottom = Math.max(box.top, Math.min(box.bottom, used.bottom));
    return { ...box, bottom, right: Math.max(box.left, Math.min(box.right, used.right)) };
  }

  /** Changes what cells hold. Cells without data stay as they are. */
  #enter(sheet: string, box: Box, data: (cell: Cell) => ICellData | undefined): void {
    const value = matrixOf(box, data);
    if (!value) return;
    const params = { unitId: this.workbook.getId(), subUnitId: sheet, value };
    this.injector.get(ICommandService).syncExecuteCommand(SetRangeValuesCommand.id, params);
  }

  /**
   * Changes how cells look and what is kept with them. The engine takes any other change of a cell for a new content
   * and would drop the formula; the trigger says that this is none.
   */
  #decorate(sheet: string, box: Box, data: (cell: Cell) => ICellData | undefined): void {
    const change = matrixOf(box, data);
    if (!change) return;
    const waiting = this.#looks.get(sheet);
    if (waiting) addTo(waiting, change);
    else this.#looks.set(sheet, change);
    if (!this.#isInStep) this.#handOver();
  }

  /** Gives the engine what waits: everything that looks at cells, or changes them, comes after it. */
  #handOver(): void {
    const [looks, widths] = [[...this.#looks], [...this.#widths]];
    this.#looks.clear();
    this.#widths.clear();
    const there = ([sheet]: readonly [string, unknown]): boolean => this.workbook.getSheetBySheetId(sheet) !== null;
    for (const [sheet, cellValue] of looks.filter(there)) this.#dress(sheet, cellValue);
    for (const [sheet, each] of widths.filter(there)) this.#widen(sheet, each);
  }

  #dress(sheet: string, cellValue: Matrix): void {
    const redo = { unitId: this.workbook.getId(), subUnitId: sheet, cellValue, trigger: SetStyleCommand.id };
    const undo = SetRangeValuesUndoMutationFactory(this.injector, redo);
    this.injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, redo);
    this.#remember({ id: SetRangeValuesMutation.id, params: undo }, { id: SetRangeValuesMutation.id, params: redo });
  }

  /** The engine's own command measures every row of the sheet; only wrapped text makes that necessary. */
  #widen(sheet: string, widths: Readonly<Record<number, number>>): void {
    const worksheet = this.#sheet(sheet);
    const columns = Object.keys(widths).map(Number);
    if (this.#wraps(sheet, new Set(columns))) {
      for (const column of columns) worksheet.setColumnWidth(column, widths[column] ?? 0);
      return;
    }
    const lastRow = worksheet.getMaxRows() - 1;
    const ranges = columns.map((column) => ({ startRow: 0, endRow: lastRow, startColumn: column, endColumn: column }));
    const redo = { unitId: this.workbook.getId(), subUnitId: sheet, ranges, colWidth: widths };
    const undo = SetWorksheetColWidthMutationFactory(redo, worksheet.getSheet());
    this.injector.get(ICommandService).syncExecuteCommand(SetWorksheetColWidthMutation.id, redo);
    this.#remember(
      { id: SetWorksheetColWidthMutation.id, params: undo },
      { id: SetWorksheetColWidthMutation.id, params: redo },
    );
  }

  /** Whether there is wrapped text in some columns. */
  #wraps(sheet: string, columns: ReadonlySet<number>): boolean {
    const styles = this.workbook.getWorkbook().getStyles();
    let found = false;
    this.#sheet(sheet)
      .getSheet()
      .getCellMatrix()
      .forValue((_, column, cell) => {
        found = columns.has(column) && styles.getStyleByCell(cell)?.tb === WrapStrategy.WRAP;
        return found ? false : undefined;
      });
    return found;
  }

  #remember(undo: IMutationInfo, redo: IMutationInfo): void {
    const unitID = this.workbook.getId();
    this.injector.get(IUndoRedoService).pushUndoRedo({ unitID, undoMutations: [undo], redoMutations: [redo] });
  }
}

type Matrix = IObjectMatrixPrimitiveType<ICellData>;

function matrixOf(box: Box, data: (cell: Cell) => ICellData | undefined): Matrix | undefined {
  const matrix: Matrix = {};
  for (const { row, column } of cellsOf(box)) {
    const cell = data({ row, column });
    if (cell) (matrix[row] ??= {})[column] = cell;
  }
  return Object.keys(matrix).length > 0 ? matrix : undefined;
}

/** Adds later changes of cells to earlier ones. */
function addTo(matrix: Matrix, change: Matrix): void {
  for (const [row, line] of Object.entries(change) as unknown as [number, Record<number, ICellData>][])
    for (const [column, cell] of Object.entries(line) as unknown as [number, ICellData][]) {
      const cells = (matrix[row] ??= {});
      cells[column] = together(cells[column], cell);
    }
}

/** The engine adds a style to the one that is there, and the borders of a style to its borders. */
function together(first: ICellData | undefined, then: ICellData): ICellData {
  const [style, later] = [first?.s, then.s] as (Nullable<IStyleData> | undefined)[];
  if (!style || !later) return { ...first, ...then };
  const borders = style.bd && later.bd ? { bd: { ...style.bd, ...later.bd } } : {};
  return { ...first, ...then, s: { ...style, ...later, ...borders } };
}

/** How new sheets are set out; the example sheets have the same. */
export const newSheet: Partial<IWorksheetData> = {
  defaultRowHeight: 24,
  defaultColumnWidth: 80,
  defaultStyle: { ff: sheetFont, fs: sheetFontSize, vt: VerticalAlign.MIDDLE, cl: { rgb: "#1a1f23" } },
};

function boxOf(range: IRange, size: Size): Box {
  const bound = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);
  return {
    top: bound(range.startRow, 0),
    left: bound(range.startColumn, 0),
    bottom: bound(range.endRow, size.rows - 1),
    right: bound(range.endColumn, size.columns - 1),
  };
}

function around(box: Box | undefined, row: number, column: number): Box {
  if (!box) return { top: row, left: column, bottom: row, right: column };
  return {
    top: Math.min(box.top, row),
    left: Math.min(box.left, column),
    bottom: Math.max(box.bottom, row),
    right: Math.max(box.right, column),
  };
}

function hasContent(cell: ICellData, valuesOnly: boolean): boolean {
  if ((cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si || cell.p) return true;
  return !valuesOnly && (Boolean(cell.s) || Boolean(cell.custom));
}

function cellsOf(box: Box): Cell[] {
  return indexes(box.top, box.bottom).flatMap((row) => indexes(box.left, box.right).map((column) => ({ row, column })));
}

function indexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function same(values: readonly number[]): number | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

type Edge = "t" | "b" | "l" | "r";

/** The edges of a cell that belong to a side of the box around it. */
function edgesAt({ row, column }: Cell, box: Box, side: Side): Edge[] {
  switch (side) {
    case "top":
      return row === box.top ? ["t"] : [];
    case "bottom":
      return row === box.bottom ? ["b"] : [];
    case "left":
      return column === box.left ? ["l"] : [];
    case "right":
      return column === box.right ? ["r"] : [];
    case "horizontal":
      return row < box.bottom ? ["b"] : [];
    case "vertical":
      return column < box.right ? ["r"] : [];
  }
}
