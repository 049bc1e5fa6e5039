/** A number as people type it, and the number format that Excel gives a cell for it. */
export interface TypedNumber {
  readonly value: number;
  readonly format?: string;
}

const shape = /^\s*([+-]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(?:e([+-]?\d+))?\s*(%?)\s*$/i;

/** Reads "1,234.5", "70%" and "1e6"; undefined when a text is not a number. */
export function typedNumber(text: string): TypedNumber | undefined {
  const [, sign = "", digits = "", exponent = "0", percent = ""] = shape.exec(text) ?? [];
  if (!/\d/.test(digits)) return undefined;
  // Moving the decimal point rounds once; dividing by 100 would round what is rounded already.
  const power = Number(exponent) - (percent ? 2 : 0);
  const value = Number(`${sign}${digits.replaceAll(",", "")}e${power}`);
  if (!Number.isFinite(value)) return undefined;
  const decimals = digits.includes(".");
  if (percent) return { value, format: decimals ? "0.00%" : "0%" };
  if (digits.includes(",")) return { value, format: decimals ? "#,##0.00" : "#,##0" };
  return { value };
}
