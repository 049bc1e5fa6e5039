import type { Injector } from "@univerjs/core";
import { CellValueType, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import { sheetFontSize } from "./theme";

/** What Excel shows at most of a number without a number format. */
const longest = 11;

/** Width of a digit, as a share of the font's height in pixels, and of a cell's padding in pixels. */
const digitWidth = 0.58;
const padding = 10;

const pixelsPerPoint = 96 / 72;

/**
 * Excel's General format: the number in at most 11 characters, fewer in a narrow column, decimals rounded to fit
 * and very large or small numbers with an exponent.
 */
export function generalNumber(value: number, room = longest): string {
  const most = Math.max(1, Math.min(room, longest));
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1e11 || size < 1e-4) {
    const plain = size < 1 ? rounded(value, most) : undefined;
    if (plain !== undefined && Number(plain) === value) return plain;
    return withExponent(value, most);
  }
  return rounded(value, most) ?? withExponent(value, most);
}

/** With as many decimals as fit; undefined when not even the whole part does. */
function rounded(value: number, room: number): string | undefined {
  const sign = value < 0 ? 1 : 0;
  const whole = Math.trunc(Math.abs(value)).toString().length;
  if (whole + sign > Math.max(room, longest)) return undefined;
  const decimals = Math.max(0, room - whole - sign - 1);
  const text = value.toFixed(Math.min(decimals, 15));
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

function withExponent(value: number, room: number): string {
  const digits = Math.max(0, Math.min(5, room - (value < 0 ? 1 : 0) - 6));
  const [mantissa = "", exponent = "0"] = value.toExponential(digits).split("e");
  const power = Number(exponent);
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return `${short}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

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
