import type { Lesson, LessonInput, LessonStep } from "../../concepts/lesson";
import { qualified } from "../call";
import { unitWords } from "../format";
import type { SheetPlan, SheetRow } from "../sheet-rows";
import { excelFormatAs } from "./format";
import type { InputForm } from "./inputs";

/** The worked example as a block of live formulas: inputs, then every step, in the order of the lesson. */
export function examplePlan(lesson: Lesson, { form, values }: InputForm): SheetPlan {
  const { example, title } = lesson;
  const inputs = example.inputs.map((input) => inputRow(input, form, values));
  return {
    sheetName: title,
    title: `${title} ${example.caseName}`,
    note: "Inputs are illustrative and chosen for easy checking. They are not market prices.",
    rows: [
      { label: "Inputs", style: "heading" },
      ...inputs,
      { label: "Working", style: "heading" },
      ...example.steps.map(stepRow),
    ],
  };
}

function inputRow(input: LessonInput, form: InputForm["form"], values: InputForm["values"]): SheetRow {
  const { id, label, unit, format } = input;
  const row = { id, label, unit: unitWords(unit), numberFormat: excelFormatAs(format) };
  const from = form.settled[id]?.from;
  // One cell can be linked to; of several, their values are taken.
  if (from && !from.address.includes(":")) return { ...row, formula: qualified(from), style: "link" };
  return { ...row, value: values[id] ?? input.value, style: "input" };
}

function stepRow({ id, label, unit, formula, each, format }: LessonStep): SheetRow {
  return {
    id,
    label,
    unit: unitWords(unit),
    formula,
    ...(each ? { each } : {}),
    numberFormat: excelFormatAs(format),
    style: "calculation",
  };
}
