/**
 * A number as text the way Excel joins it to other text: at most 15 digits, with an exponent only where it would be
 * longer than 20 digits.
 */
export function formatGeneral(number: number): string {
  if (number === 0) return "0";
  const [digits = "", exponentText = "0"] = Math.abs(number).toExponential(14).split("e");
  const exponent = Number(exponentText);
  const significant = digits.replace(".", "").replace(/0+$/, "");
  const sign = number < 0 ? "-" : "";
  if (exponent > 20 || (exponent < -4 && significant.length - exponent > 20)) {
    const fraction = significant.length > 1 ? `.${significant.slice(1)}` : "";
    const size = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${significant.slice(0, 1)}${fraction}E${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${significant}`;
  const whole = significant.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const fraction = significant.slice(exponent + 1);
  return sign + whole + (fraction ? `.${fraction}` : "");
}
