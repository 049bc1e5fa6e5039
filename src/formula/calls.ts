import { functionNamed, namespace } from "../concepts";
import type { FunctionDefinition } from "../concepts/define";
import { formatAddress, movedAddress } from "./address";
import { type CallNode, type FormulaNode, walk } from "./nodes";
import { parse } from "./parse";

/** A call of one of our functions within a formula. */
export interface FunctionCall {
  readonly fn: FunctionDefinition;
  /** Where it stands, with its arguments. */
  readonly node: CallNode;
}

/** The calls of our functions, outer ones before those in their arguments. In lessons our names stand bare, without the namespace. */
export function calls(formula: FormulaNode, names: "prefixed" | "bare" = "prefixed"): FunctionCall[] {
  const found: FunctionCall[] = [];
  for (const { node, locals } of walk(formula)) {
    if (node.kind !== "call" || locals.has(node.name.toLowerCase())) continue;
    const fn = calledFunction(node, names);
    if (fn) found.push({ fn, node });
  }
  return found;
}

/** The function of ours that is called; undefined when it is not one of ours. */
export function calledFunction(
  call: CallNode,
  names: "prefixed" | "bare" = "prefixed",
): FunctionDefinition | undefined {
  const prefixed = call.name.startsWith(`${namespace}.`);
  return prefixed || names === "bare" ? functionNamed(call.name) : undefined;
}

/** A text to be put in the place of a part. */
export interface Replacement {
  readonly part: FormulaNode;
  /** A formula, with or without equals sign. It is put in parentheses where the operators around it would take it apart. */
  readonly text: string;
}

/** Puts another text in the place of a call; everything else stays as it is, to the character. */
export function replaceCall(formula: string, call: FormulaNode, text: string): string {
  return replaceParts(formula, [{ part: call, text }]);
}

/** Puts other texts in the place of parts, none of which may lie inside another. */
export function replaceParts(formula: string, replacements: readonly Replacement[]): string {
  const ordered = [...replacements].sort((a, b) => a.part.start - b.part.start);
  let [result, from] = ["", 0];
  for (const { part, text } of ordered) {
    if (part.start < from) throw new Error("a part to be replaced lies inside another");
    result += formula.slice(from, part.start) + fitting(formula, part, text.replace(/^\s*=/, "").trim());
    from = part.end;
  }
  return result + formula.slice(from);
}

/** Alone between parentheses, commas or the ends of the formula any text can stand; elsewhere only what holds together. */
function fitting(formula: string, part: FormulaNode, text: string): string {
  const before = formula.slice(0, part.start).trimEnd();
  const after = formula.slice(part.end).trimStart();
  const alone = /(^=?|[(,])$/.test(before) && /^($|[),])/.test(after);
  const node = parse(text);
  const loose =
    node.kind === "binary" || node.kind === "unary" || node.kind === "union" || node.kind === "intersection";
  const separate = alone && node.kind !== "union";
  return loose && !separate ? `(${text})` : text;
}

/**
 * Writes a lesson's formula for a sheet: its ids become the given texts, our functions get their namespace.
 * Names that LET or LAMBDA give stay. An id that no text is given for stays too. Throws when the formula cannot be read.
 */
export function substitute(formula: string, texts: Readonly<Record<string, string>>): string {
  const root = parse(formula);
  if (root.kind === "invalid") throw new Error(`${formula}: ${root.message}`);
  const replacements: Replacement[] = [];
  const given = (id: string): string | undefined => (Object.hasOwn(texts, id) ? texts[id] : undefined);
  for (const { node, locals } of walk(root)) {
    const id = formula.slice(node.start, node.end);
    const text = isIdentifier(node) && !locals.has(id.toLowerCase()) ? given(id) : undefined;
    if (text !== undefined) replacements.push({ part: node, text });
    if (node.kind === "call" && !node.name.includes(".") && functionNamed(node.name)) {
      replacements.push({ part: { ...node, end: node.start + node.name.length }, text: `${namespace}.${node.name}` });
    }
  }
  return replaceParts(formula, replacements);
}

/** An id may look like a cell, such as price1 would. */
function isIdentifier(node: FormulaNode): boolean {
  return node.kind === "name" || (node.kind === "reference" && node.address.shape === "cell");
}

/** The formula as Excel writes it when its cell is copied so many rows down and columns right. */
export function moved(formula: string, rows: number, columns: number): string {
  const replacements: Replacement[] = [];
  for (const { node } of walk(parse(formula))) {
    if (node.kind !== "reference") continue;
    const address = movedAddress(node.address, rows, columns);
    const before = formula.slice(node.start, node.end);
    const separator = /\.?:\.?(?=[^:!]*$)/.exec(before)?.[0] ?? ":";
    const text = address ? formatAddress(address).replace(/:(?=[^:!]*$)/, separator) : "#REF!";
    if (text !== formatAddress(node.address)) replacements.push({ part: node, text });
  }
  return replaceParts(formula, replacements);
}
