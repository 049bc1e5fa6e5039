import { CellValueType, type ICellDataForSheetInterceptor, type Injector, type Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { typedNumber } from "./typed-number";

/** Univer 0.25 multiplies a typed percentage by 0.01, so that 70% is not 0.7. This gives the nearest number. */
export function readPercentagesExactly(injector: Injector): void {
  const edits = injector.get(SheetInterceptorService).writeCellInterceptor;
  let exact: number | undefined;
  // The steps run one after the other: before the engine's own reading, at 0, and after it.
  edits.intercept(AFTER_CELL_EDIT, {
    priority: 1,
    handler: (cell, _, next) => {
      const text = typedText(cell);
      exact = text.endsWith("%") ? typedNumber(text)?.value : undefined;
      return next(cell);
    },
  });
  edits.intercept(AFTER_CELL_EDIT, {
    priority: -0.5,
    handler: (cell, _, next) =>
      next(exact !== undefined && cell?.t === CellValueType.NUMBER ? { ...cell, v: exact } : cell),
  });
}

function typedText(cell: Nullable<ICellDataForSheetInterceptor>): string {
  return (cell?.p?.body?.dataStream ?? String(cell?.v ?? "")).trim();
}
