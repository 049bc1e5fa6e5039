import {
  type Address,
  boundingAddress,
  commonAddress,
  formatAddress,
  formatPlace,
  type Place,
  placeOf,
  plainAddress,
} from "./address";
import { type FormulaNode, type TableNode, walk } from "./nodes";

/** Something of the workbook that a formula needs. `text` is how a formula spells it; equal texts are equal needs. */
export type Need =
  /** Cells by address. */
  | { readonly kind: "cells"; readonly address: Address; readonly text: string }
  /** All that the formula in a cell spills. */
  | { readonly kind: "spill"; readonly anchor: Address; readonly text: string }
  /** A defined name. */
  | ({ readonly kind: "name"; readonly name: string; readonly text: string } & Place)
  /** Part of a table. */
  | { readonly kind: "table"; readonly reference: TableNode; readonly text: string };

/** All that a formula needs from the workbook, each once, so that a caller can read it in one go. */
export function references(formula: FormulaNode): Need[] {
  const needs = new Map<string, Need>();
  for (const { node, locals } of walk(formula)) {
    const need = needOf(node, locals);
    if (need) needs.set(`${need.kind} ${need.text}`, need);
  }
  return [...needs.values()];
}

/** What one part itself needs, without the parts inside it. `locals`: names that LET and LAMBDA give, in lower case. */
export function needOf(node: FormulaNode, locals: ReadonlySet<string> = new Set()): Need | undefined {
  switch (node.kind) {
    case "reference":
      return cellsNeed(node.address);
    case "range":
    case "intersection": {
      const address = knownAddress(node);
      return address && cellsNeed(address);
    }
    case "spill": {
      const anchor = knownAddress(node.of);
      return anchor && spillNeed(anchor);
    }
    case "name":
      if (locals.has(node.name.toLowerCase()) && node.sheet === undefined) return undefined;
      return { kind: "name", name: node.name, ...placeOf(node), text: formatPlace(node) + node.name };
    case "table":
      return { kind: "table", reference: node, text: formatPlace(node) + node.text };
    default:
      return undefined;
  }
}

/** The need for the cells of an address. */
export function cellsNeed(address: Address): Need {
  return { kind: "cells", address, text: formatAddress(plainAddress(address)) };
}

/** The need for what a cell spills. */
export function spillNeed(anchor: Address): Need {
  return { kind: "spill", anchor, text: `${formatAddress(plainAddress(anchor))}#` };
}

/** The cells that a part stands for, when the formula alone tells. */
export function knownAddress(node: FormulaNode): Address | undefined {
  switch (node.kind) {
    case "reference":
      return node.address;
    case "group":
      return knownAddress(node.inner);
    case "range":
    case "intersection": {
      const [left, right] = [knownAddress(node.left), knownAddress(node.right)];
      return left && right && (node.kind === "range" ? boundingAddress : commonAddress)(left, right);
    }
    default:
      return undefined;
  }
}
