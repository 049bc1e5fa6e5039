import type { Format, LessonValue } from "../../concepts/lesson";
import { formatNumber, typed } from "../format";

/** A value of a lesson as its texts show it: fixed decimals, a percentage, or as it is; a series as a list. */
export function formatAs(value: LessonValue | undefined, format: Format): string {
  if (value === undefined) return "no value";
  // A series may have gaps: a year that fails no test is blank.
  if (Array.isArray(value)) {
    return listed((value as readonly LessonValue[]).filter((one) => one !== "").map((one) => formatAs(one, format)));
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  const number = value as number;
  const percent = /^(\d+)%$/.exec(format)?.[1];
  if (percent !== undefined) return `${fixed(Number((number * 100).toPrecision(15)), Number(percent))}%`;
  return /^\d+$/.test(format) ? fixed(number, Number(format)) : formatNumber(number);
}

/** A value as it is typed into a field of this format. */
export function typedAs(value: LessonValue, format: Format): string {
  if (Array.isArray(value)) return (value as readonly number[]).join(", ");
  return typed(value, format.endsWith("%") ? "share" : "");
}

/** Excel's own code for a lesson's format. */
export function excelFormatAs(format: Format): string {
  if (format === "text" || format === "general") return "General";
  const [, digits = "0", percent = ""] = /^(\d+)(%?)$/.exec(format) ?? [];
  const decimals = Number(digits) > 0 ? `.${"0".repeat(Number(digits))}` : "";
  return percent ? `0${decimals}%` : `#,##0${decimals}`;
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

function fixed(value: number, decimals: number): string {
  // A value that rounds to nothing has no sign.
  const rounded = Number(value.toFixed(Math.min(20, decimals)));
  const text = Math.abs(rounded).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return rounded < 0 ? `−${text}` : text;
}
