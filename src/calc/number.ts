import type { Decimal } from "./decimal";

/**
 * A number as people read it in a working: thousands separated, six significant digits, never rounded left of the decimal point,
 * with a true minus.
 */
export function plainNumber(value: Decimal | number): string {
  const double = typeof value === "number" ? value : value.toNumber();
  if (!Number.isFinite(double)) return String(double);
  if (double !== 0 && (Math.abs(double) < 1e-9 || Math.abs(double) >= 1e15)) return scientific(double);
  const whole = Math.floor(Math.log10(Math.abs(double) || 1));
  const places = Math.min(20, Math.max(0, 5 - whole));
  return double.toLocaleString("en-US", { maximumFractionDigits: places }).replace("-", "−");
}

function scientific(double: number): string {
  const [digits, exponent] = double.toExponential(5).split("e") as [string, string];
  return `${Number(digits)} × 10^${Number(exponent)}`.replaceAll("-", "−");
}

/** A share as people read it: 12.5%. */
export function percentage(value: Decimal | number): string {
  const double = (typeof value === "number" ? value : value.toNumber()) * 100;
  return `${plainNumber(Number(double.toPrecision(12)))}%`;
}
