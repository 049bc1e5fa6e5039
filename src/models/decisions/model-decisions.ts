import { quoteSheet } from "../../formula/address";
import type { CellContent } from "../content";

/** A decision check of an inserted model, as src/models/write.ts lays it out on the sheet Checks. */
export interface ModelDecision {
  readonly sheet: string;
  /** The row of the margin, counted from 1. */
  readonly row: number;
  readonly label: string;
  readonly unit: string;
  /** A number, unless the cell shows something else. */
  readonly margin: number | undefined;
  readonly passes: boolean;
  /** The row that tells the first period in breach. */
  readonly breachRow: number | undefined;
  /** The row that tells what would make it pass. */
  readonly fixRow: number;
  /** The number format of that cell. */
  readonly fixFormat: string;
}

/** Cells of a sheet from its first cell on: labels, units, values and totals in columns A to D. */
export interface ChecksSheet {
  readonly name: string;
  readonly formulas: readonly (readonly string[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

const verdict = /^=IF\(\$?C\$?\d+>=-\$?C\$?\d+,"Pass","Fail"\)$/i;

/** The decision checks that models have put on a sheet. */
export function modelDecisions({ name, formulas, values, numberFormats }: ChecksSheet): ModelDecision[] {
  return formulas.flatMap((row, i): ModelDecision[] => {
    if (!verdict.test((row[3] ?? "").replace(/\s/g, ""))) return [];
    const [label, unit, margin, state] = values[i] ?? [];
    const isBreach = /^First breach/.test(textIn(values[i + 1]?.[0]));
    const fix = i + (isBreach ? 2 : 1);
    return [
      {
        sheet: name,
        row: i + 1,
        label: textIn(label),
        unit: textIn(unit),
        margin: typeof margin === "number" ? margin : undefined,
        passes: state === "Pass",
        breachRow: isBreach ? i + 2 : undefined,
        fixRow: fix + 1,
        fixFormat: numberFormats[fix]?.[2] ?? "General",
      },
    ];
  });
}

const textIn = (value: unknown): string => (typeof value === "string" ? value : "");

/** The decision in one line of the board: every cell follows the model's own. */
export function modelLine({ sheet, row, label, unit, breachRow, fixRow, fixFormat }: ModelDecision): CellContent[] {
  const at = (column: string, line: number) => `${quoteSheet(sheet)}!${column}${line}`;
  const format = fixFormat.replaceAll('"', '""');
  const shown = format === "General" ? `${at("C", fixRow)}&""` : `TEXT(${at("C", fixRow)},"${format}")`;
  // A percentage says its unit itself.
  const after = format.includes("%") ? "" : `&" "&${at("B", fixRow)}`;
  return [
    { value: label, style: "label" },
    { formula: `=IF(${at("D", row)}="Pass","✓ Passes","✕ Fails")`, style: "check" },
    {
      formula: `="${sheet.replaceAll('"', '""')}!"&ADDRESS(ROW(${at("C", row)}),COLUMN(${at("C", row)}),4)`,
      style: "link",
    },
    { formula: `=${at("D", row)}`, style: "link" },
    { formula: `=${at("C", row)}`, style: "link", numberFormat: "#,##0.0000" },
    { value: unit, style: "unit" },
    breachRow === undefined
      ? { formula: `=IF(${at("D", row)}="Pass","none",${at("A", row)})`, style: "calculation" }
      : { formula: `=${at("C", breachRow)}`, style: "link" },
    {
      formula: `=IF(${at("D", row)}="Pass","",${at("A", fixRow)}&": "&${shown}${after})`,
      style: "note",
    },
  ];
}
