import { ICommandService, type Injector, type IRange, type Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, SetFormulaCalculationStartMutation } from "@univerjs/preset-sheets-core";

type Place = { readonly unitId: string; readonly sheetId: string; readonly range: IRange };

/**
 * When a table gets smaller, Univer 0.25 empties the cells it leaves and does not calculate what refers to them.
 * This asks for that calculation.
 */
export function recalculateBehindSpills(api: FUniver, injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  let before = spills(model);
  api.getFormula().calculationResultApplied(() => {
    const now = spills(model);
    const left = [...before].filter(([place, old]) => shrank(old.range, now.get(place)?.range)).map(([, old]) => old);
    before = now;
    if (left.length === 0) return;
    const nothing = {
      forceCalculation: false,
      dirtyNameMap: {},
      dirtyDefinedNameMap: {},
      dirtySuperTableMap: {},
      dirtyUnitFeatureMap: {},
      dirtyUnitOtherFormulaMap: {},
      clearDependencyTreeCache: {},
    };
    void injector
      .get(ICommandService)
      .executeCommand(SetFormulaCalculationStartMutation.id, { ...nothing, dirtyRanges: left }, { onlyLocal: true });
  });
}

function shrank(before: IRange, now: Nullable<IRange>): boolean {
  return !now || now.endRow < before.endRow || now.endColumn < before.endColumn;
}

function spills(model: FormulaDataModel): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const [unitId, sheets] of Object.entries(model.getArrayFormulaRange() ?? {}))
    for (const [sheetId, rows] of Object.entries(sheets ?? {}))
      for (const [row, columns] of Object.entries(rows ?? {}))
        for (const [column, range] of Object.entries((columns ?? {}) as Record<string, Nullable<IRange>>))
          if (range) found.set(`${unitId}!${sheetId}!${row},${column}`, { unitId, sheetId, range: { ...range } });
  return found;
}
