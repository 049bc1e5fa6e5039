/** What Excel shows at most of a number without a number format, its sign apart. */
const longest = 11;

/**
 * A number in Excel's General format: in at most 11 characters, fewer where there is less room, decimals rounded to
 * fit, and very large or small numbers with an exponent.
 */
export function generalNumber(value: number, room = Infinity): string {
  if (value < 0) {
    const text = generalNumber(-value, room - 1);
    return text === "0" ? text : `-${text}`;
  }
  const most = Math.max(1, Math.min(room, longest));
  if (value === 0) return "0";
  if (value >= 99_999_999_999.5) return withExponent(value, most);
  const plain = withDecimals(value, most);
  const lost = value < 1e-4 && Number(plain) !== value;
  return lost ? withExponent(value, most) : plain;
}

/** With as many decimals as fit. A whole part is never cut. */
function withDecimals(value: number, room: number): string {
  const whole = Math.trunc(value).toString().length;
  return withoutZeros(value.toFixed(Math.max(0, room - whole - 1)));
}

function withExponent(value: number, room: number): string {
  const decimals = Math.max(0, Math.min(5, room - 6));
  const [mantissa = "", exponent = "0"] = value.toExponential(decimals).split("e");
  const power = Number(exponent);
  return `${withoutZeros(mantissa)}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

function withoutZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
