import type { FUniver } from "@univerjs/core/facade";
import type { Sheets } from "../grid/sheets";
import { columnCount, rowCount } from "../office/a1";
import type { MenuItem } from "./menu";

const formats: readonly (readonly [label: string, sample: string, pattern: string])[] = [
  ["General", "1234.5678", "General"],
  ["Number", "1,234.57", "#,##0.00"],
  ["Whole number", "1,235", "#,##0"],
  ["Percentage", "12.35%", "0.00%"],
  ["Dollars", "$1,234.57", "$#,##0.00"],
  ["Six decimals", "0.123457", "0.000000"],
  ["Scientific", "1.23E+03", "0.00E+00"],
  ["Date", "2026-11-24", "yyyy-mm-dd"],
];

/** Gives the selected cells a number format. */
export function numberFormats(api: FUniver, sheets: Sheets): MenuItem[] {
  const apply = (pattern: string): void => {
    const { sheet, boxes } = sheets.selection();
    for (const box of boxes) {
      const row = Array<string>(columnCount(box)).fill(pattern);
      sheets.setNumberFormats(sheet, box, Array<string[]>(rowCount(box)).fill(row));
    }
  };
  const decimals = (id: string) => (): void => void api.executeCommand(id);
  return [
    ...formats.map(([label, detail, pattern]) => ({ label, detail, choose: () => apply(pattern) })),
    { label: "More decimals", choose: decimals("sheet.command.numfmt.add.decimal.command") },
    { label: "Fewer decimals", choose: decimals("sheet.command.numfmt.subtract.decimal.command") },
  ];
}
