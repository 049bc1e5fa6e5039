import { quoteSheet } from "./address";
import { replaceParts } from "./calls";
import { walk } from "./nodes";
import { parse } from "./parse";

/** A formula of one sheet as it reads on another: references to its own sheet get that sheet's name. */
export function qualifiedFormula(formula: string, sheet: string): string {
  const replacements = [...walk(parse(formula))].flatMap(({ node }) => {
    if (node.kind !== "reference" || node.address.sheet !== undefined || node.address.book !== undefined) return [];
    return [{ part: node, text: `${quoteSheet(sheet)}!${formula.slice(node.start, node.end)}` }];
  });
  return replaceParts(formula, replacements);
}
