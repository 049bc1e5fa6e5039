import type { CellContent } from "./content";
import { cell, columns, type Layout, rows, type SheetId, sheetTitles } from "./layout";
import type { Model } from "./model";

/** The cells at the top of each sheet: what it is, and whether the model's checks hold. */
export function heading(model: Model, sheet: SheetId, layout: Layout): (CellContent | null)[][] {
  const errors = layout.spot("checkErrors");
  const master = cell(columns.value, rows.master);
  return [
    [{ value: `${model.title}: ${sheetTitles[sheet]}`, style: "title" }],
    [
      { value: "Master check", style: "label" },
      { value: "errors", style: "unit" },
      {
        formula: `=${layout.on("checks", sheet)}${cell(columns.value, errors.row, "both")}`,
        style: sheet === "checks" ? "calculation" : "link",
        numberFormat: "0",
      },
      { formula: `=IF(${master}=0,"OK","ERROR")`, style: "check" },
    ],
    [],
  ];
}
