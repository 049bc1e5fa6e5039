/** Shows what passes and what fails, and errors as Excel does: the engine's free part has no conditional formats. */
import {
  HorizontalAlign,
  InterceptorEffectEnum,
  type ICellData,
  type Injector,
  type IStyleData,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { parseAddress } from "../office/a1";
import { valueOf } from "./cell-data";

const pass: IStyleData = { cl: { rgb: "#1b6b39" } };
const error: IStyleData = { cl: { rgb: "#a3262c" }, ht: HorizontalAlign.CENTER };
const fail: IStyleData = { cl: { rgb: "#a3262c" }, bg: { rgb: "#fcebea" }, bl: 1 };

/** Where a cell takes its verdict from, kept with the cell. */
interface Rule {
  readonly like?: string;
  readonly atLeast?: string;
}

/**
 * Colors cells whose text begins with ✓ or ✕, and cells that follow such a cell or have to reach the value of another.
 * The sign and the word stay: color says nothing alone.
 */
export function showVerdicts(injector: Injector): void {
  const formulas = injector.get(FormulaDataModel);

  function raw(workbook: Workbook, sheet: Worksheet, row: number, column: number): Nullable<ICellData> {
    const spilled = formulas.getArrayFormulaCellData()?.[workbook.getUnitId()]?.[sheet.getSheetId()]?.[row]?.[column];
    return spilled ?? sheet.getCellRaw(row, column);
  }

  function verdict(workbook: Workbook, sheet: Worksheet, cell: Nullable<ICellData>): IStyleData | undefined {
    const value = valueOf(cell);
    if (typeof value === "object" && value !== null) return error;
    if (typeof value === "string" && value.startsWith("✕")) return fail;
    if (typeof value === "string" && value.startsWith("✓")) return pass;
    const rule = (cell?.custom as { verdict?: Rule } | undefined)?.verdict;
    if (!rule) return undefined;
    const box = parseAddress(rule.like ?? rule.atLeast ?? "", {
      rows: sheet.getRowCount(),
      columns: sheet.getColumnCount(),
    });
    const other = box && valueOf(raw(workbook, sheet, box.top, box.left));
    if (rule.like) return typeof other === "string" && other.startsWith("✕") ? fail : undefined;
    return typeof value === "number" && typeof other === "number" && value < other ? fail : undefined;
  }

  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: 4,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const style = verdict(workbook, worksheet, raw(workbook, worksheet, row, col));
      return style ? next({ ...cell, interceptorStyle: { ...cell?.interceptorStyle, ...style } }) : next(cell);
    },
  });
}
