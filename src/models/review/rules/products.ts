import type { FormulaNode } from "../../../formula/nodes";

export interface Factors {
  /** What is multiplied. */
  readonly over: readonly FormulaNode[];
  /** What it is divided by. */
  readonly under: readonly FormulaNode[];
}

/** The factors of a product, however it is grouped; a formula that is none has itself as its only factor. */
export function factorsOf(node: FormulaNode): Factors {
  if (node.kind === "group") return factorsOf(node.inner);
  if (node.kind !== "binary" || (node.operator !== "*" && node.operator !== "/")) return { over: [node], under: [] };
  const [left, right] = [factorsOf(node.left), factorsOf(node.right)];
  return node.operator === "*"
    ? { over: [...left.over, ...right.over], under: [...left.under, ...right.under] }
    : { over: [...left.over, ...right.under], under: [...left.under, ...right.over] };
}

/** The whole formula and its products inside sums, conditions and calls. */
export function* productsIn(
  node: FormulaNode,
  parts: (node: FormulaNode) => readonly FormulaNode[],
  top = true,
): Generator<FormulaNode> {
  const isProduct = node.kind === "binary" && (node.operator === "*" || node.operator === "/");
  if (isProduct && top) yield node;
  for (const part of parts(node)) yield* productsIn(part, parts, !isProduct);
}

/** A group's content. */
export const bare = (node: FormulaNode): FormulaNode => (node.kind === "group" ? bare(node.inner) : node);
