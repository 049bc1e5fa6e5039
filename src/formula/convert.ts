import { namespace } from "../concepts/concept";
import type { FunctionDefinition } from "../concepts/define";
import { calledFunction, calls, replaceParts } from "./calls";
import { hasBlock, nativeBlock, nativeFormula, noNative } from "./native";
import { type CallNode, type FormulaNode, walk } from "./nodes";
import { longestFormula, parse } from "./parse";
import type { Cells, References } from "./references";

/** What is known of the arguments of a call within the formula, by its node. */
export interface Known {
  /** Parameters whose argument is one blank cell. A word or a switch then has its default until the cell is filled. */
  readonly blank?: (call: CallNode) => ReadonlySet<string>;
  /** Parameters whose range has blank cells. */
  readonly withBlanks?: (call: CallNode) => ReadonlySet<string>;
}

/** A formula without our functions, or why there is none. */
export type Conversion =
  { readonly kind: "native"; readonly formula: string } | { readonly kind: "none"; readonly why: string };

/**
 * Any formula with all its calls of our functions, nested ones too, in Excel's own functions over the same
 * references. Everything around the calls stays to the character. A table becomes one formula that spills.
 */
export function converted(formula: string, known: Known = {}): Conversion {
  const tree = parse(formula);
  const why = refusal(tree);
  if (why !== undefined) return { kind: "none", why };
  const native = withoutOurs(formula, tree, known);
  if (native.length > longestFormula) {
    return {
      kind: "none",
      why: "The native formula would be longer than the 8,192 characters that Excel takes. Split the formula over several cells first.",
    };
  }
  return { kind: "native", formula: native };
}

/** The table that a formula spills, when it is a call of ours and nothing else. */
export function tableCall(formula: string): { readonly fn: FunctionDefinition; readonly node: CallNode } | undefined {
  const node = parse(formula);
  const fn = node.kind === "call" ? calledFunction(node) : undefined;
  return fn && node.kind === "call" && fn.kind === "table" ? { fn, node } : undefined;
}

/**
 * A table as rows of classic formulas, one for each cell it covers now, headers first, with columns that it works
 * with but does not show on the right; undefined where a formula would be too long. Calls among its arguments become native too.
 */
export function convertedRows(
  formula: string,
  corner: string,
  rowCount: number,
  known: Known = {},
): readonly (readonly string[])[] | undefined {
  const table = tableCall(formula);
  if (!table || !hasBlock(table.fn) || refusal(parse(formula)) !== undefined) return undefined;
  const { fn, node } = table;
  const block = nativeBlock(
    fn,
    referencesOf(formula, { fn, node }, known),
    corner,
    rowCount,
    cellsOf(node, known),
    "inline",
  );
  return block.rows.flat().some((text) => text.length > longestFormula) ? undefined : block.rows;
}

/** Why a formula has to keep a call of ours. */
function refusal(tree: FormulaNode): string | undefined {
  if (tree.kind === "invalid") return `The formula cannot be read: ${tree.message}.`;
  const found = calls(tree);
  for (const { node, locals } of walk(tree)) {
    if (node.kind !== "call" || locals.has(node.name.toLowerCase()) || !node.name.startsWith(`${namespace}.`)) continue;
    if (!found.some((call) => call.node === node)) {
      return `${node.name.slice(namespace.length + 1)} runs other functions of the add-in, or is not one of this version: it has no native form.`;
    }
  }
  for (const { fn, node } of found) {
    const why = noNative(fn);
    if (why !== undefined) return why;
    if (node.arguments.length > Object.keys(fn.parameters).length) return `${fn.name} is given too many arguments.`;
  }
  return undefined;
}

function withoutOurs(formula: string, part: FormulaNode, known: Known): string {
  const found = calls(part).filter(({ node }, _, all) => !all.some((other) => isInside(node, other.node)));
  return replaceParts(
    formula,
    found.map(({ fn, node }) => ({
      part: node,
      text: nativeFormula(fn, referencesOf(formula, { fn, node }, known), cellsOf(node, known)),
    })),
  );
}

/** The arguments as they are to stand in the native formula, by parameter name. */
function referencesOf(
  formula: string,
  { fn, node }: { readonly fn: FunctionDefinition; readonly node: CallNode },
  known: Known,
): References {
  const blank = known.blank?.(node);
  const parameters = Object.entries(fn.parameters);
  return Object.fromEntries(
    parameters.map(([name, { kind, byDefault }], i) => {
      const argument = node.arguments[i];
      if (!argument || argument.kind === "omitted") return [name, undefined];
      const text = withoutOurs(formula, argument, known).slice(
        argument.start,
        argument.end - formula.length || undefined,
      );
      const word = kind === "text" || kind === "boolean";
      if (!word || !blank?.has(name) || byDefault === undefined || byDefault === null) return [name, text];
      const otherwise = typeof byDefault === "string" ? `"${byDefault}"` : String(byDefault).toUpperCase();
      return [name, `IF(${text}="",${otherwise},${text})`];
    }),
  );
}

const cellsOf = (node: CallNode, { withBlanks }: Known): Cells => (withBlanks ? { withBlanks: withBlanks(node) } : {});

const isInside = (inner: FormulaNode, outer: FormulaNode): boolean =>
  inner !== outer && outer.start <= inner.start && inner.end <= outer.end;
