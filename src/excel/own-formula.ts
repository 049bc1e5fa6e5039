import { namespace } from "../concepts/concept";

/** As typed, or as Excel shows it where the add-in was missing when the workbook was opened. */
const call = new RegExp(`(?<![A-Z0-9_.])(?:${namespace}\\.|_xldudf_${namespace}_)[A-Z][A-Z0-9]*\\s*\\(`, "i");

/** Whether a cell's formula calls one of our functions; what stands in quotes does not count. */
export function isOwnFormula(formula: unknown): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && call.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}
