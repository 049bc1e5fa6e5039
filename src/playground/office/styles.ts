import type { BorderLook, Look } from "./grid";

interface Style {
  readonly look: Look;
  readonly borders?: Readonly<Record<string, BorderLook>>;
}

const accent = "#0B6478";
const thin = (color: string): BorderLook => ({ style: "thin", color });

/** Excel's built-in cell styles by name, in the colours of this workbook. */
const styles: Readonly<Record<string, Style>> = {
  Normal: { look: { bold: false, italic: false, underline: false, color: "#1A1F23", fill: "" } },
  Title: { look: { bold: true, size: 14 } },
  "Heading 1": { look: { bold: true, size: 13 }, borders: { bottom: { style: "medium", color: accent } } },
  "Heading 2": { look: { bold: true, size: 11 }, borders: { bottom: thin(accent) } },
  "Heading 3": { look: { bold: true }, borders: { bottom: thin("#7F8990") } },
  "Heading 4": { look: { bold: true, color: "#566069" } },
  Input: { look: { color: "#1446C8" } },
  Calculation: { look: { color: "#1A1F23" } },
  Output: { look: { bold: true } },
  "Linked Cell": { look: { color: "#1B6B39" } },
  "Check Cell": { look: { bold: true } },
  Total: { look: { bold: true }, borders: { top: thin("#1A1F23") } },
  Note: { look: { color: "#566069" } },
  "Explanatory Text": { look: { italic: true, color: "#566069" } },
  "Warning Text": { look: { color: "#A3262C" } },
  Good: { look: { color: "#1B6B39", fill: "#E7F4EB" } },
  Bad: { look: { color: "#A3262C", fill: "#FCEBEA" } },
  Neutral: { look: { color: "#7A5000", fill: "#FCF2DA" } },
  Comma: { look: {} },
  "Comma [0]": { look: {} },
  Currency: { look: {} },
  "Currency [0]": { look: {} },
  Percent: { look: {} },
};

export function lookOfStyle(name: string): Style | undefined {
  return styles[name];
}

/** The names of all styles, in Excel's spelling. */
export const styleNames: readonly string[] = Object.keys(styles);
