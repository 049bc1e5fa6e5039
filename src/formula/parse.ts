import { areaBetween, parseAddress, parsePlace, type Place, samePlace } from "./address";
import type {
  ArrayNode,
  BinaryOperator,
  BooleanNode,
  ErrorNode,
  FormulaNode,
  LambdaNode,
  LetNode,
  NumberNode,
  ReferenceNode,
  TableNode,
  TextNode,
  Trim,
} from "./nodes";
import { structured } from "./structured-reference";
import { type Token, tokenize } from "./tokens";

/** Excel refuses longer formulas. */
export const longestFormula = 8192;

/** Deeper nesting than Excel's 64 functions needs, and shallow enough for every engine's call stack. */
const deepestNesting = 200;

/**
 * Reads a formula in English with commas, as Range.formulas gives it; the equals sign may be missing.
 * Never throws: what cannot be read is an invalid node that says why and where.
 */
export function parse(formula: string): FormulaNode {
  try {
    if (formula.length > longestFormula) throw new Unreadable("it is longer than 8,192 characters", longestFormula);
    return new Parser(formula).whole();
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return { kind: "invalid", message: problem.message, position: problem.position, start: 0, end: formula.length };
  }
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
  }
}

/** How tightly an operator binds; all of them group from the left, also the power. */
const strength: Readonly<Record<BinaryOperator, number>> = {
  "^": 5,
  "*": 4,
  "/": 4,
  "+": 3,
  "-": 3,
  "&": 2,
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
};

const strengthOf = ({ kind, text }: Token): number =>
  kind === "operator" ? (strength[text as BinaryOperator] ?? 0) : 0;

const trims: Readonly<Record<string, Trim | undefined>> = { ".:": "start", ":.": "end", ".:.": "both" };

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: Token;
  private at = 0;
  private depth = 0;

  constructor(formula: string) {
    this.tokens = tokenize(formula);
    this.end = this.tokens.at(-1) as Token;
  }

  whole(): FormulaNode {
    this.skipSpace();
    if (this.is("=")) this.at++;
    const node = this.expression(0, true);
    this.skipSpace();
    if (this.next.kind !== "end") this.fail(this.unexpected());
    return node;
  }

  /** Operators at least as strong as asked. The comma joins references only where it cannot separate arguments. */
  private expression(weakest: number, unions: boolean): FormulaNode {
    let left = this.percent(unions);
    for (;;) {
      const before = this.at;
      this.skipSpace();
      const binding = strengthOf(this.next);
      if (binding === 0 || binding < weakest) {
        this.at = before;
        return left;
      }
      const operator = this.take().text as BinaryOperator;
      const right = this.expression(binding + 1, unions);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }

  private percent(unions: boolean): FormulaNode {
    let operand = this.prefixed(unions);
    for (let count = 0; this.comes("%"); count++) {
      if (count > deepestNesting) this.tooDeep();
      operand = { kind: "unary", operator: "%", operand, start: operand.start, end: this.take().end };
    }
    return operand;
  }

  /** A sign binds more tightly than the power: -2^2 is 4. */
  private prefixed(unions: boolean): FormulaNode {
    this.skipSpace();
    if (!this.is("-") && !this.is("+") && !this.is("@")) return this.union(unions);
    const sign = this.take();
    const operand = this.deeper(() => this.prefixed(unions));
    return { kind: "unary", operator: sign.text as "-" | "+" | "@", operand, start: sign.start, end: operand.end };
  }

  private union(unions: boolean): FormulaNode {
    const first = this.intersection();
    if (!unions || !isReferenceLike(first)) return first;
    const parts = [first];
    while (this.comes(",")) {
      this.take();
      const part = this.intersection();
      if (!isReferenceLike(part)) this.fail("only cells can be joined by a comma", part.start);
      parts.push(part);
    }
    return parts.length === 1
      ? first
      : { kind: "union", parts, start: first.start, end: parts.at(-1)?.end ?? first.end };
  }

  private intersection(): FormulaNode {
    let left = this.range();
    for (let count = 0; isReferenceLike(left) && this.spaceThenReference(); count++) {
      if (count > deepestNesting) this.tooDeep();
      const right = this.range();
      left = { kind: "intersection", left, right, start: left.start, end: right.end };
    }
    return left;
  }

  private spaceThenReference(): boolean {
    const following = this.tokens[this.at + 1];
    if (this.next.kind !== "space" || !following) return false;
    return (
      ["cell", "lines", "sheet", "name", "table", "function"].includes(following.kind) ||
      following.text === "(" ||
      following.text.toUpperCase() === "#REF!"
    );
  }

  private range(): FormulaNode {
    let left = this.postfixed();
    for (let count = 0; isReferenceLike(left) && this.comesRange(); count++) {
      if (count > deepestNesting) this.tooDeep();
      const trim = trims[this.take().text];
      const right = this.postfixed();
      if (!isReferenceLike(right)) this.fail("a range must end with a cell", right.start);
      left = ranged(left, right, trim);
    }
    return left;
  }

  private comesRange(): boolean {
    return [":", ".:", ":.", ".:."].some((operator) => this.comes(operator));
  }

  private postfixed(): FormulaNode {
    let target = this.primary();
    for (let count = 0; ; count++) {
      if (count > deepestNesting) this.tooDeep();
      if (this.is("#") && isReferenceLike(target)) {
        target = { kind: "spill", of: target, start: target.start, end: this.take().end };
      } else if (this.is("(") && isCallable(target)) {
        const given = this.argumentList();
        target = { kind: "apply", target, arguments: given.nodes, start: target.start, end: given.end };
      } else {
        return target;
      }
    }
  }

  private primary(): FormulaNode {
    this.skipSpace();
    const token = this.next;
    const { start, text } = token;
    switch (token.kind) {
      case "number":
      case "text":
      case "boolean":
      case "error":
        this.at++;
        return this.literal(token);
      case "cell":
      case "lines":
      case "table":
      case "name":
        this.at++;
        return this.reference(token, start, {});
      case "sheet":
        return this.behindSheet();
      case "function":
        return this.call();
      case "punctuation":
        if (text === "(") return this.group();
        if (text === "{") return this.array();
    }
    return this.fail(this.unexpected(), start);
  }

  private literal({ kind, text, start, end }: Token): NumberNode | TextNode | BooleanNode | ErrorNode {
    switch (kind) {
      case "number": {
        const value = Number(text);
        if (!Number.isFinite(value)) this.fail(`${text} is too large for a number`, start);
        return { kind, value, start, end };
      }
      case "text":
        return { kind, value: text.slice(1, -1).replaceAll('""', '"'), start, end };
      case "boolean":
        return { kind, value: text.toUpperCase() === "TRUE", start, end };
      default:
        return { kind: "error", code: text.toUpperCase(), start, end };
    }
  }

  private reference({ kind, text, end }: Token, start: number, place: Place): FormulaNode {
    if (kind === "name") return { kind: "name", name: text.replace(/^_xlpm\./i, ""), ...place, start, end };
    if (kind === "table") return this.table(text, start, end, place);
    const trim = trims[/[.:]+/.exec(text)?.[0] ?? ""];
    const body = parseAddress(text.replaceAll(".", ""));
    if (!body) return this.fail(`${text} is no address`, start);
    return { kind: "reference", address: { ...body, ...place }, ...(trim && { trim }), start, end };
  }

  private table(text: string, start: number, end: number, place: Place): TableNode {
    const parts = structured(text);
    if (!parts) return this.fail(`${text} is no reference to a table`, start);
    return { kind: "table", ...parts, ...place, text, start, end };
  }

  /** What a sheet's name stands before; its own #REF! is what is left of a deleted cell. */
  private behindSheet(): FormulaNode {
    const sheet = this.take();
    const place = parsePlace(sheet.text.slice(0, -1));
    if (!place) return this.fail(`${sheet.text} names no sheet`, sheet.start);
    const token = this.next;
    if (["cell", "lines", "name", "table"].includes(token.kind)) {
      this.at++;
      return this.reference(token, sheet.start, place);
    }
    if (token.kind === "error" && token.text.toUpperCase() === "#REF!") {
      return { kind: "error", code: "#REF!", start: sheet.start, end: this.take().end };
    }
    if (token.kind === "function") return this.call(sheet);
    return this.fail("a cell must follow the sheet's name", token.start);
  }

  private group(): FormulaNode {
    const { start } = this.take();
    const inner = this.deeper(() => this.expression(0, true));
    if (!this.comes(")")) this.fail("a closing parenthesis is missing", this.next.start);
    return { kind: "group", inner, start, end: this.take().end };
  }

  private call(sheet?: Token): FormulaNode {
    const token = this.take();
    const start = sheet?.start ?? token.start;
    this.skipSpace();
    const { nodes, end } = this.argumentList();
    const name = (sheet?.text ?? "") + functionName(token.text);
    if (name === "LET") return this.letNode(nodes, start, end);
    if (name === "LAMBDA") return this.lambdaNode(nodes, start, end);
    const [only, ...others] = nodes;
    // How files spell @A1 and A1#.
    if (name === "SINGLE" && only && others.length === 0)
      return { kind: "unary", operator: "@", operand: only, start, end };
    if (name === "ANCHORARRAY" && only && others.length === 0) return { kind: "spill", of: only, start, end };
    return { kind: "call", name, arguments: nodes, start, end };
  }

  private argumentList(): { nodes: FormulaNode[]; end: number } {
    this.take();
    const nodes: FormulaNode[] = [];
    if (this.comes(")")) return { nodes, end: this.take().end };
    for (;;) {
      this.skipSpace();
      const { start } = this.next;
      const omitted = this.is(",") || this.is(")");
      nodes.push(omitted ? { kind: "omitted", start, end: start } : this.deeper(() => this.expression(0, false)));
      if (this.comes(")")) return { nodes, end: this.take().end };
      if (!this.comes(",")) this.fail(this.unexpected("a comma or a closing parenthesis"), this.next.start);
      this.take();
    }
  }

  private letNode(nodes: readonly FormulaNode[], start: number, end: number): LetNode {
    if (nodes.length < 3 || nodes.length % 2 === 0) this.fail("LET takes names with values, then one result", start);
    const body = nodes.at(-1) as FormulaNode;
    const bindings = pairs(nodes.slice(0, -1)).map(([name, value]) => ({ name: this.localName(name), value }));
    const names = bindings.map(({ name }) => name.toLowerCase());
    const twice = names.findIndex((name, i) => names.indexOf(name) < i);
    if (twice >= 0) this.fail(`LET gives ${bindings[twice]?.name ?? ""} twice`, start);
    return { kind: "let", bindings, body, start, end };
  }

  private lambdaNode(nodes: readonly FormulaNode[], start: number, end: number): LambdaNode {
    const body = nodes.at(-1);
    if (!body || body.kind === "omitted") return this.fail("LAMBDA has no formula to apply", start);
    const parameters = nodes.slice(0, -1).map((node) => {
      const optional = node.kind === "table" && node.table === undefined && node.columns.length === 1;
      return { name: optional ? (node.columns[0] ?? "") : this.localName(node), optional };
    });
    return { kind: "lambda", parameters, body, start, end };
  }

  private localName(node: FormulaNode): string {
    if (node.kind !== "name" || node.sheet !== undefined) return this.fail("a name is missing here", node.start);
    return node.name;
  }

  private array(): ArrayNode {
    const { start } = this.take();
    const rows: (NumberNode | TextNode | BooleanNode | ErrorNode)[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.element());
      if (this.comes("}")) break;
      if (!this.comes(",") && !this.comes(";"))
        this.fail(this.unexpected("a comma, a semicolon or a brace"), this.next.start);
      if (this.take().text === ";") rows.push([]);
    }
    const { end } = this.take();
    if (rows.some((row) => row.length !== rows[0]?.length))
      this.fail("the rows between braces differ in length", start);
    return { kind: "array", rows, start, end };
  }

  private element(): NumberNode | TextNode | BooleanNode | ErrorNode {
    this.skipSpace();
    const { start } = this.next;
    const sign = this.is("-") || this.is("+") ? this.take().text : undefined;
    const token = this.next;
    if (!["number", ...(sign ? [] : ["text", "boolean", "error"])].includes(token.kind)) {
      this.fail("only numbers, texts, TRUE, FALSE and errors can stand between braces", token.start);
    }
    this.at++;
    const node = this.literal(token);
    return sign === "-" && node.kind === "number" ? { ...node, value: -node.value, start } : { ...node, start };
  }

  private get next(): Token {
    return this.tokens[this.at] ?? this.end;
  }

  private take(): Token {
    const token = this.next;
    if (token.kind === "end") return this.fail(this.unexpected());
    this.at++;
    return token;
  }

  private skipSpace(): void {
    while (this.next.kind === "space") this.at++;
  }

  private is(text: string): boolean {
    const { kind } = this.next;
    return this.next.text === text && (kind === "operator" || kind === "punctuation");
  }

  /** Like `is`, looking past spaces, and moving past them when it comes. */
  private comes(text: string): boolean {
    const before = this.at;
    this.skipSpace();
    if (this.is(text)) return true;
    this.at = before;
    return false;
  }

  private deeper(read: () => FormulaNode): FormulaNode {
    if (++this.depth > deepestNesting) this.tooDeep();
    const node = read();
    this.depth--;
    return node;
  }

  private tooDeep(): never {
    throw new Unreadable("it is nested too deeply", this.next.start);
  }

  private unexpected(instead?: string): string {
    const { kind, text } = this.next;
    if (kind === "end") return "it ends too early";
    const what = `${text.slice(0, 20).trimEnd()} is not expected here`;
    if (kind === "invalid" && text.startsWith('"')) return "a closing quotation mark is missing";
    return instead ? `${what}: ${instead} is` : what;
  }

  private fail(message: string, position = this.next.start): never {
    throw new Unreadable(message, position);
  }
}

/** What reference operators can stand beside; a call may give cells, as INDEX does. */
function isReferenceLike(node: FormulaNode): boolean {
  switch (node.kind) {
    case "reference":
    case "name":
    case "table":
    case "spill":
    case "range":
    case "intersection":
    case "union":
    case "call":
    case "apply":
      return true;
    case "group":
      return isReferenceLike(node.inner);
    default:
      return node.kind === "error" && node.code === "#REF!";
  }
}

function isCallable({ kind }: FormulaNode): boolean {
  return kind === "lambda" || kind === "call" || kind === "apply" || kind === "let" || kind === "group";
}

function ranged(left: FormulaNode, right: FormulaNode, trim: Trim | undefined): FormulaNode {
  const place = { start: left.start, end: right.end };
  const cells =
    isCell(left) && isCell(right) && (samePlace(right.address, {}) || samePlace(left.address, right.address));
  if (cells)
    return { kind: "reference", address: areaBetween(left.address, right.address), ...(trim && { trim }), ...place };
  return { kind: "range", left, right, ...(trim && { trim }), ...place };
}

function isCell(node: FormulaNode): node is ReferenceNode {
  return node.kind === "reference" && node.address.shape === "cell";
}

/** Drops what files add to names that old versions of Excel, or workbooks without the add-in, do not know. */
function functionName(text: string): string {
  const name = text.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.|_XLPM\.|_XLL\.)+/, "");
  return name.replace(/^_XLDUDF_([A-Z0-9]+)_/, "$1.");
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((item, i) => (i % 2 === 0 ? [[item, list[i + 1] as T] as [T, T]] : []));
}
