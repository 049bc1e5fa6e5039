import type { Injector } from "@univerjs/core";
import { CellValueType, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { generalNumber } from "./general-number";
import { sheetFontSize } from "./theme";

/** Width of a digit, as a share of the font's height in pixels, and of a cell's padding in pixels. */
const digitWidth = 0.58;
const padding = 10;

const pixelsPerPoint = 96 / 72;

/** Shows numbers without a format as Excel does; Univer shows all 17 digits. The values stay as they are. */
export function showGeneralNumbers(injector: Injector): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    // Behind spills (100) and number formats (10), whose text is no number any more.
    priority: 5,
    handler: (cell, location, next) => {
      if (!cell || cell.t !== CellValueType.NUMBER || typeof cell.v !== "number") return next(cell);
      const width = location.worksheet.getColumnWidth(location.col);
      const points = location.workbook.getStyles().getStyleByCell(cell)?.fs ?? sheetFontSize;
      const room = Math.floor((width - padding) / (points * pixelsPerPoint * digitWidth));
      return next({ ...cell, v: generalNumber(cell.v, room) });
    },
  });
}
