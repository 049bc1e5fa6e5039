import { namespace } from "../concepts/concept";
import type { Cell, CellError, Value } from "./workbook";

/** Calls of our functions, as Excel writes them in a cell and as it stores them while the add-in is away. */
const calls = new RegExp(`(?:${namespace}\\.|_xldudf_${namespace}_)([A-Z][A-Z0-9]*)\\s*\\(`, "gi");

/** The formula that a cell shows a part of: its own, or that of the table spilled over it. */
export function formulaOf(cell: Cell): string {
  return cell.formula || cell.spill?.formula || "";
}

/** Whether a cell shows what one of our functions computed. */
export function holdsOurs(cell: Cell): boolean {
  return ourNames(cell).length > 0;
}

/** Names of our functions in the cell's formula, from the left. */
export function ourNames(cell: Cell): string[] {
  return [...withoutStrings(formulaOf(cell)).matchAll(calls)].map(([, name = ""]) => name.toUpperCase());
}

function withoutStrings(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

/** Whether a cell shows an error. */
export const isError = (value: Value): value is CellError => typeof value === "object" && value !== null;
