import type { CellContent, CellStyle, Content } from "./content";
import { type Layout, sheetTitles } from "./layout";
import type { Model } from "./model";
import { heading } from "./heading";
import { tablesIn } from "./schedules";
import type { WriteOptions } from "./write";

type Cells = (CellContent | null)[];

const purposes = {
  inputs: "Everything that may be changed, each with unit and source",
  workings: "One step a row, the same formula in every period",
  schedules: "Tables with periods downwards",
  outputs: "The chart and the results",
  checks: "What must hold in any case, and what the model decides",
} as const;

/** What the model is for, how it is to be read, and what it rests on. */
export function aboutSheet(model: Model, layout: Layout, { style, addinVersion }: WriteOptions): Content {
  const text = (label: string, value = "", part: CellStyle = "label"): Cells =>
    value === ""
      ? [{ value: label, style: part }]
      : [
          { value: label, style: part },
          { value, style: "label" },
        ];
  const title = (label: string): Cells => [{ value: label, style: "heading" }];
  const sheets = (Object.keys(purposes) as (keyof typeof purposes)[]).filter(
    (id) => id !== "schedules" || tablesIn(model, style).length > 0,
  );
  const lines: Cells[] = [
    ...heading(model, "about", layout),
    title("Purpose"),
    ...model.sentences.map((sentence) => text(sentence)),
    [],
    title("Version"),
    text("Model", `${model.id}, version ${model.version}`),
    text("Add-in", `Compute Economics for Excel${addinVersion === undefined ? "" : ` ${addinVersion}`}`),
    text(
      "Form",
      style === "dynamic"
        ? "Dynamic: formulas call the add-in's functions, tables spill"
        : "Classic rows: Excel's own functions only; no add-in is needed",
    ),
    text(
      "Illustrative",
      "Inputs are illustrative and chosen to hang together. They are not market prices, and no advice.",
    ),
    [],
    title("Conventions"),
    text(
      "Time",
      `One time axis: ${model.axis.periods} periods of one ${model.axis.unit}, in the same columns on every sheet`,
    ),
    text("Before period 1", `The column "${model.axis.start}" holds balances before the first period`),
    text("Timing", "Cash flows fall at the end of their period; discounting is written out, NPV is not used"),
    text(
      "Signs",
      "Costs, prices, payments and balances are positive; only cash-flow series are signed, inflow positive",
    ),
    text("PMT", "Excel's PMT gives a payment with a minus sign; payments here have none"),
    text("Not used", "Circular references, iteration, volatile functions, OFFSET, INDIRECT, hidden rows, macros"),
    [],
    title("Colors and marks"),
    [
      { value: "Input", style: "input" },
      { value: "I  may be changed", style: "label" },
    ],
    [
      { value: "Calculation", style: "calculation" },
      { value: "C  computed on its sheet", style: "label" },
    ],
    [
      { value: "Link", style: "link" },
      { value: "L  fetched from another sheet", style: "label" },
    ],
    [
      { value: "Check", style: "check" },
      { value: "must be zero, or a verdict", style: "label" },
    ],
    [],
    title("Sheets"),
    ...sheets.map((id) => text(sheetTitles[id], purposes[id])),
    [],
    title("Sources"),
    ...model.sources.map((source) => text(source)),
  ];
  return { rows: lines, columnWidths: [46, 17, 13, 13], frozenRows: 2 };
}
