import type { Address, Place } from "./address";

/** Where a part stands: characters of the whole formula, the equals sign included, so that slicing gives its text. */
export interface Located {
  readonly start: number;
  readonly end: number;
}

export interface NumberNode extends Located {
  readonly kind: "number";
  readonly value: number;
}

export interface TextNode extends Located {
  readonly kind: "text";
  readonly value: string;
}

export interface BooleanNode extends Located {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface ErrorNode extends Located {
  readonly kind: "error";
  /** In capitals: "#N/A", "#REF!". */
  readonly code: string;
}

/** An argument left out: the middle one of F(1,,3). */
export interface OmittedNode extends Located {
  readonly kind: "omitted";
}

/** Cells by their address. */
export interface ReferenceNode extends Located {
  readonly kind: "reference";
  readonly address: Address;
  /** The edges without values to be cut off, as the operators .: :. and .:. ask. */
  readonly trim?: Trim;
}

export type Trim = "start" | "end" | "both";

/** A defined name, or a name that LET or LAMBDA gives. */
export interface NameNode extends Located, Place {
  readonly kind: "name";
  readonly name: string;
}

/** A structured reference: Sales[Rent], Sales[[#Totals],[Rent]:[Power]], [@Rent]. */
export interface TableNode extends Located, Place {
  readonly kind: "table";
  /** Absent: the table in which the formula stands. */
  readonly table?: string;
  /** "#Headers", "#Data", "#Totals", "#All", "#This Row". */
  readonly items: readonly string[];
  /** One column, or the first and last of several; none: all columns. */
  readonly columns: readonly string[];
  readonly text: string;
}

/** A1#: all cells that the formula of A1 spills. */
export interface SpillNode extends Located {
  readonly kind: "spill";
  readonly of: FormulaNode;
}

/** Reference operators between anything but two plain addresses: A1:INDEX(…), A1:B9 B2:C3, (A1,B2). */
export interface RangeNode extends Located {
  readonly kind: "range";
  readonly left: FormulaNode;
  readonly right: FormulaNode;
  readonly trim?: Trim;
}

export interface IntersectionNode extends Located {
  readonly kind: "intersection";
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

export interface UnionNode extends Located {
  readonly kind: "union";
  readonly parts: readonly FormulaNode[];
}

export interface UnaryNode extends Located {
  readonly kind: "unary";
  readonly operator: "-" | "+" | "@" | "%";
  readonly operand: FormulaNode;
}

export type BinaryOperator = "^" | "*" | "/" | "+" | "-" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

export interface BinaryNode extends Located {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: FormulaNode;
  readonly right: FormulaNode;
}

/** Parentheses, kept so that a part's text is whole. */
export interface GroupNode extends Located {
  readonly kind: "group";
  readonly inner: FormulaNode;
}

export interface ArrayNode extends Located {
  readonly kind: "array";
  readonly rows: readonly (readonly (NumberNode | TextNode | BooleanNode | ErrorNode)[])[];
}

export interface CallNode extends Located {
  readonly kind: "call";
  /** In capitals and as people type it: "SUM" also for _xlfn.SUM, "COMPUTE.PUEPOWER" also for _xldudf_COMPUTE_PUEPOWER. */
  readonly name: string;
  readonly arguments: readonly FormulaNode[];
}

/** A call of what is not a function's name: LAMBDA(x,x+1)(2). */
export interface ApplyNode extends Located {
  readonly kind: "apply";
  readonly target: FormulaNode;
  readonly arguments: readonly FormulaNode[];
}

export interface LetNode extends Located {
  readonly kind: "let";
  readonly bindings: readonly { readonly name: string; readonly value: FormulaNode }[];
  readonly body: FormulaNode;
}

export interface LambdaNode extends Located {
  readonly kind: "lambda";
  /** An optional one may be left out by the caller; it is written in brackets. */
  readonly parameters: readonly { readonly name: string; readonly optional: boolean }[];
  readonly body: FormulaNode;
}

/** What cannot be read as a formula, always the whole of it. */
export interface InvalidNode extends Located {
  readonly kind: "invalid";
  /** In words, to follow "the formula cannot be read: ". */
  readonly message: string;
  /** The character at which reading stopped. */
  readonly position: number;
}

/** A formula, read. */
export type FormulaNode =
  | NumberNode
  | TextNode
  | BooleanNode
  | ErrorNode
  | OmittedNode
  | ReferenceNode
  | NameNode
  | TableNode
  | SpillNode
  | RangeNode
  | IntersectionNode
  | UnionNode
  | UnaryNode
  | BinaryNode
  | GroupNode
  | ArrayNode
  | CallNode
  | ApplyNode
  | LetNode
  | LambdaNode
  | InvalidNode;

/** The parts that a part is made of, in the order in which they stand. */
export function partsOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case "spill":
      return [node.of];
    case "range":
    case "intersection":
    case "binary":
      return [node.left, node.right];
    case "union":
      return node.parts;
    case "unary":
      return [node.operand];
    case "group":
      return [node.inner];
    case "call":
      return node.arguments;
    case "apply":
      return [node.target, ...node.arguments];
    case "let":
      return [...node.bindings.map(({ value }) => value), node.body];
    case "lambda":
      return [node.body];
    default:
      return [];
  }
}

/** A part, and the names that LET and LAMBDA around it give, in lower case. */
export interface Visit {
  readonly node: FormulaNode;
  readonly locals: ReadonlySet<string>;
}

/** Every part of a formula, each before the parts it is made of. A loop, because long sums nest thousands deep. */
export function* walk(root: FormulaNode): Generator<Visit> {
  const waiting: Visit[] = [{ node: root, locals: new Set() }];
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    yield visit;
    waiting.push(...visitsWithin(visit).reverse());
  }
}

function visitsWithin({ node, locals }: Visit): Visit[] {
  if (node.kind === "lambda") {
    return [{ node: node.body, locals: withNames(locals, node.parameters) }];
  }
  if (node.kind !== "let") return partsOf(node).map((part) => ({ node: part, locals }));
  // A name is known from the value after its own on.
  const values = node.bindings.map(({ value }, i) => ({
    node: value,
    locals: withNames(locals, node.bindings.slice(0, i)),
  }));
  return [...values, { node: node.body, locals: withNames(locals, node.bindings) }];
}

function withNames(locals: ReadonlySet<string>, named: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set([...locals, ...named.map(({ name }) => name.toLowerCase())]);
}
