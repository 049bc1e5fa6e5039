import { namespace } from "../concepts/concept";

/** The formula as it is typed: without the prefix that Excel's files put before the functions of an add-in. */
export function asTyped(formula: string): string {
  return formula.replace(new RegExp(`_xldudf_${namespace}_(?=[A-Z])`, "gi"), `${namespace}.`);
}
