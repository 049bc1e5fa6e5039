/** When the workbook is calculated: after the engine is done, and what the engine leaves undone. */
import { ICommandService, type ICellData, type Injector, type IRange, type Nullable } from "@univerjs/core";
import {
  FormulaCalculationSessionService,
  FormulaDataModel,
  IActiveDirtyManagerService,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/preset-sheets-core";
import { unfinished, type Spill, type Spills } from "./spill-changes";

/** So many tables behind each other are worked out in full. */
const longestChain = 8;

/** A calculation that takes longer than this is not waited for, in milliseconds. */
const longestCalculation = 10_000;

/**
 * Univer 0.25 works out what depends on a spilled table once, from the table as it was before. Left at an earlier state
 * are then the cells behind a table that hangs on another table, behind a table that changed its size, and behind the
 * cells that a smaller table gave up. After each calculation this asks for the one of those cells, as long as there are any.
 */
export class Calculation {
  readonly #model: FormulaDataModel;
  readonly #session: FormulaCalculationSessionService;
  readonly #commands: ICommandService;
  #spills: Spills = new Map();
  #passes = 0;
  /** Something was entered, and its calculation has not begun. */
  #due = false;

  constructor(
    injector: Injector,
    readonly hasSheet: (id: string) => boolean,
  ) {
    this.#model = injector.get(FormulaDataModel);
    this.#session = injector.get(FormulaCalculationSessionService);
    this.#commands = injector.get(ICommandService);
    const causes = injector.get(IActiveDirtyManagerService);
    this.#commands.onCommandExecuted(({ id, params }, options) => {
      if (id === SetFormulaCalculationStartMutation.id) this.#due = false;
      else if (causes.get(id) && !isResultOrStyle(id, params, options?.onlyLocal === true)) this.#due = true;
    });
    this.#spills = spillsIn(this.#model, this.#spills, () => true);
    this.#session.resultApplied$.subscribe(({ unitData }) => {
      this.#follow((unitId, sheetId, row, column) => unitData?.[unitId]?.[sheetId]?.[row]?.[column] !== undefined);
    });
  }

  /** Resolves when everything entered so far is calculated. */
  async settled(): Promise<void> {
    const end = performance.now() + longestCalculation;
    while (this.#isRunning() && performance.now() < end)
      await this.#session.waitForLatestApplied(longestCalculation).catch(() => {});
  }

  #isRunning(): boolean {
    const { started, resultApplied, completed, resultEmitted, stopped } = this.#session.state;
    return this.#due || !started || !resultApplied || !(stopped || completed || resultEmitted);
  }

  #follow(isCalculated: CellTest): void {
    const before = this.#spills;
    this.#spills = spillsIn(this.#model, before, isCalculated);
    // The engine knows nothing of sheets that were deleted.
    const ranges = unfinished(before, this.#spills).filter(({ sheetId }) => this.hasSheet(sheetId));
    if (ranges.length === 0 || this.#passes >= longestChain) {
      this.#passes = 0;
      return;
    }
    this.#passes += 1;
    const dirty = { forceCalculation: false, dirtyRanges: ranges };
    void this.#commands.executeCommand(SetTriggerFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
  }
}

type CellTest = (unitId: string, sheetId: string, row: number, column: number) => boolean;

/** The engine writes its results, and styles, by the same command as what is entered. */
function isResultOrStyle(id: string, params: unknown, onlyLocal: boolean): boolean {
  if (id !== SetRangeValuesMutation.id) return false;
  return onlyLocal || (params as { readonly trigger?: string }).trigger === SetStyleCommand.id;
}

/** The tables of the workbook; those that were not calculated again are as they were. */
function spillsIn(model: FormulaDataModel, before: Spills, isCalculated: CellTest): Spills {
  const found = new Map<string, Spill>();
  const cells = model.getArrayFormulaCellData() ?? {};
  for (const [unitId, sheets] of Object.entries(model.getArrayFormulaRange() ?? {}))
    for (const [sheetId, rows] of Object.entries(sheets ?? {}))
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, range] of Object.entries((columns ?? {}) as Record<string, Nullable<IRange>>)) {
          if (!range) continue;
          const place = `${unitId}!${sheetId}!${row},${column}`;
          const known = before.get(place);
          const same =
            known?.range.endRow === range.endRow &&
            known.range.endColumn === range.endColumn &&
            !isCalculated(unitId, sheetId, Number(row), Number(column));
          found.set(
            place,
            same ? known : { unitId, sheetId, range: { ...range }, values: valuesIn(range, cells[unitId]?.[sheetId]) },
          );
        }
  return found;
}

type Cells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;

function valuesIn({ startRow, startColumn, endRow, endColumn }: IRange, cells: Nullable<Cells>): unknown[] {
  const values: unknown[] = [];
  for (let row = startRow; row <= endRow; row += 1) {
    const line = cells?.[row];
    for (let column = startColumn; column <= endColumn; column += 1) values.push(line?.[column]?.v);
  }
  return values;
}
