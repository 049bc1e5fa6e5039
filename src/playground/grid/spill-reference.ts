import {
  RangeReferenceObject,
  SuffixNodeFactory,
  type BaseReferenceObject,
  type FunctionVariantType,
} from "@univerjs/preset-sheets-core";
import type { IRange, Nullable } from "@univerjs/core";

/** Ranges that formulas spill over, by workbook, sheet, row and column of the formula. */
type Spills = Nullable<
  Record<string, Nullable<Record<string, Nullable<Record<number, Nullable<Record<number, IRange>>>>>>>
>;

/** The parts of a reference that tell where its values are; private in the engine's types. */
interface ReferenceParts {
  readonly _arrayFormulaRange: Spills;
  readonly _runtimeArrayFormulaRange: Spills;
}

type MakeNode = (
  this: SuffixNodeFactory,
  ...args: Parameters<SuffixNodeFactory["checkAndCreateNodeType"]>
) => ReturnType<SuffixNodeFactory["checkAndCreateNodeType"]>;

interface SpillNode {
  _handlerPound(value: FunctionVariantType): FunctionVariantType;
}

/** What a reference carries beside its own rectangle. */
const carried = [
  "_defaultSheetId",
  "_defaultUnitId",
  "_forcedSheetId",
  "_forcedSheetName",
  "_forcedUnitId",
  "_unitData",
  "_unitStylesData",
  "_filteredOutRows",
  "_runtimeData",
  "_arrayFormulaCellData",
  "_arrayFormulaRange",
  "_runtimeArrayFormulaCellData",
  "_runtimeArrayFormulaRange",
  "_runtimeFeatureCellData",
] as const;

/** Univer 0.25 reads `A1#` and answers #VALUE!. With this it is the table that A1 spills. */
export function understandSpillReferences(): void {
  const factory = SuffixNodeFactory.prototype as { checkAndCreateNodeType: MakeNode };
  const original = factory.checkAndCreateNodeType;
  factory.checkAndCreateNodeType = function (...args) {
    const node = original.apply(this, args);
    if (node?.getToken() === "#") (node as unknown as SpillNode)._handlerPound = spilledTable;
    return node;
  };
}

function spilledTable(value: FunctionVariantType): FunctionVariantType {
  if (!value.isReferenceObject()) return value;
  const cell = value as BaseReferenceObject;
  const range = spilledRange(cell);
  // A cell that spills nothing, or is not calculated yet, stands for itself: so the formula depends on it.
  if (!range) return value;
  const table = new RangeReferenceObject(range, cell.getSheetId(), cell.getUnitId());
  const parts = cell as unknown as Record<string, unknown>;
  for (const part of carried) (table as unknown as Record<string, unknown>)[part] = parts[part];
  return table;
}

function spilledRange(cell: BaseReferenceObject): IRange | undefined {
  const { startRow, startColumn } = cell.getRangePosition();
  const { _runtimeArrayFormulaRange: now, _arrayFormulaRange: before } = cell as unknown as ReferenceParts;
  const find = (spills: Spills): IRange | undefined =>
    spills?.[cell.getUnitId()]?.[cell.getSheetId()]?.[startRow]?.[startColumn];
  return find(now) ?? find(before);
}
