import type { FunctionDefinition } from "../concepts/define";
import type { Parameter } from "../concepts/parameter";
import { type Result, known } from "./calculate";
import type { FunctionCall } from "./calls";
import { asArgument, Interpreter, type Locals, type OwnArgument, type Scope } from "./interpreter";
import { nativeFunctions } from "./native-functions";
import { type CallNode, type FormulaNode, type LetNode, partsOf } from "./nodes";
import { parse } from "./parse";
import { gridOf, isCallable, isError, isGrid, Unknown, type Value } from "./values";

/** One argument of a call: what it is, and what it comes to. */
export interface BoundArgument {
  /** The parameter it is for. */
  readonly name: string;
  readonly parameter: Parameter;
  /** As it is written in the formula; "" when it is left out. */
  readonly text: string;
  /** left out: the default is used, or there is none. A reference is an address, name, spill or part of a table. */
  readonly what: "reference" | "constant" | "expression" | "left out";
  readonly node?: FormulaNode;
  /** Points at a blank cell. A number parameter then receives 0, as Excel hands it over. */
  readonly blank: boolean;
  /** What `evaluate` takes. */
  readonly cell: OwnArgument;
  /** Why there is no value: an error in it, or something that is not worked out here. */
  readonly problem?: Exclude<Result, { kind: "value" }>;
}

/** A call of one of our functions with the values of its arguments. */
export interface BoundCall {
  readonly fn: FunctionDefinition;
  readonly node: CallNode;
  /** In the order of the parameters, undefined where left out: what `evaluate(fn, cells)` takes, if there is no problem. */
  readonly cells: readonly OwnArgument[];
  readonly arguments: readonly BoundArgument[];
  /** The arguments without a value. */
  readonly problems: readonly BoundArgument[];
  /** Arguments that the function does not take. */
  readonly surplus: readonly string[];
}

/** Evaluates the arguments of a call that `calls(parse(formula))` found, over what the caller knows. Never throws. */
export function bind(formula: string, call: FunctionCall, scope: Scope): BoundCall {
  const interpreter = new Interpreter(scope, nativeFunctions);
  const locals = localsAround(parse(formula), call.node, interpreter);
  const parameters = Object.entries(call.fn.parameters);
  const bound = parameters.map(([name, parameter], i) => {
    const node = call.node.arguments[i];
    return boundArgument({ name, parameter }, node, formula, () => interpreter.evaluate(node ?? call.node, locals));
  });
  return {
    fn: call.fn,
    node: call.node,
    cells: bound.map(({ cell }) => cell),
    arguments: bound,
    problems: bound.filter(({ problem }) => problem),
    surplus: call.node.arguments.slice(parameters.length).map(({ start, end }) => formula.slice(start, end)),
  };
}

function boundArgument(
  { name, parameter }: Pick<BoundArgument, "name" | "parameter">,
  node: FormulaNode | undefined,
  formula: string,
  evaluate: () => Value,
): BoundArgument {
  if (!node || node.kind === "omitted") {
    return { name, parameter, text: "", what: "left out", blank: false, cell: undefined };
  }
  const written = { name, parameter, text: formula.slice(node.start, node.end), what: kindOf(node), node };
  let [cell, blank]: [OwnArgument, boolean] = [undefined, false];
  const result = known(() => {
    const value = evaluate();
    if (isCallable(value)) throw new Unknown("it is a function");
    cell = asArgument(parameter, value);
    blank = written.what === "reference" && gridOf(value).every((row) => row.every((each) => each === null));
    // An error in any cell of a range is what Excel shows instead of calling the function.
    return (isGrid(cell ?? null) ? gridOf(value).flat().find(isError) : undefined) ?? cell ?? null;
  });
  if (result.kind !== "value") return { ...written, blank: false, cell: undefined, problem: result };
  return { ...written, blank, cell };
}

function kindOf(node: FormulaNode): BoundArgument["what"] {
  switch (node.kind) {
    case "group":
      return kindOf(node.inner);
    case "number":
    case "text":
    case "boolean":
    case "error":
    case "array":
      return "constant";
    case "unary":
      if (node.operator === "@") return kindOf(node.operand);
      return kindOf(node.operand) === "constant" ? "constant" : "expression";
    case "reference":
    case "name":
    case "table":
    case "spill":
    case "range":
    case "intersection":
    case "union":
      return "reference";
    default:
      return "expression";
  }
}

/** The names that LET gives around a call. Those of a LAMBDA have no value outside its use. */
function localsAround(root: FormulaNode, target: CallNode, interpreter: Interpreter): Locals | undefined {
  let locals: Locals | undefined;
  for (let node: FormulaNode | undefined = root; node && !isSame(node, target);) {
    const within: FormulaNode | undefined = partsOf(node).find(
      ({ start, end }) => start <= target.start && target.end <= end,
    );
    if (node.kind === "let") locals = interpreter.bound(upTo(node, within), locals);
    if (node.kind === "lambda") {
      for (const { name } of node.parameters) {
        const value = (): never => {
          throw new Unknown(`${name} has a value only while its LAMBDA is applied`);
        };
        locals = { name: name.toLowerCase(), value, outer: locals };
      }
    }
    node = within;
  }
  return locals;
}

const isSame = (one: FormulaNode, other: FormulaNode): boolean =>
  one.kind === other.kind && one.start === other.start && one.end === other.end;

/** LET with only the names that are known at one of its values. */
function upTo(node: LetNode, value: FormulaNode | undefined): LetNode {
  const at = node.bindings.findIndex((binding) => binding.value === value);
  return at < 0 ? node : { ...node, bindings: node.bindings.slice(0, at) };
}
