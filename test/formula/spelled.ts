import { formatAddress, formatPlace } from "../../src/formula/address";
import type { FormulaNode } from "../../src/formula/nodes";

/** A formula with every grouping shown, so that two formulas of the same meaning are equal texts and no other two are. */
export function spelled(node: FormulaNode): string {
  const list = (nodes: readonly FormulaNode[]): string => nodes.map(spelled).join(",");
  const trim = (kind: "start" | "end" | "both" | undefined): string =>
    kind === undefined ? ":" : { start: ".:", end: ":.", both: ".:." }[kind];
  switch (node.kind) {
    case "number":
      return String(node.value).replace("e+", "E+").replace("e-", "E-");
    case "text":
      return `"${node.value.replaceAll('"', '""')}"`;
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "error":
      return node.code;
    case "omitted":
      return "";
    case "reference":
      return formatAddress(node.address).replace(/:(?=[^:!]*$)/, trim(node.trim));
    case "name":
      return formatPlace(node) + node.name;
    case "table":
      return formatPlace(node) + node.text;
    case "spill":
      return `${spelled(node.of)}#`;
    case "range":
      return `(${spelled(node.left)}${trim(node.trim)}${spelled(node.right)})`;
    case "intersection":
      return `(${spelled(node.left)} ${spelled(node.right)})`;
    case "union":
      return `(${list(node.parts)})`;
    case "unary":
      return node.operator === "%" ? `(${spelled(node.operand)}%)` : `(${node.operator}${spelled(node.operand)})`;
    case "binary":
      return `(${spelled(node.left)}${node.operator}${spelled(node.right)})`;
    case "group":
      return spelled(node.inner);
    case "array":
      return `{${node.rows.map(list).join(";")}}`;
    case "call":
      return `${node.name}(${list(node.arguments)})`;
    case "apply":
      return `${spelled(node.target)}(${list(node.arguments)})`;
    case "let":
      return `LET(${node.bindings.map(({ name, value }) => `${name},${spelled(value)},`).join("")}${spelled(node.body)})`;
    case "lambda": {
      const names = node.parameters.map(({ name, optional }) => `${optional ? `[${name}]` : name},`);
      return `LAMBDA(${names.join("")}${spelled(node.body)})`;
    }
    case "invalid":
      return `cannot be read at ${String(node.position)}: ${node.message}`;
  }
}
