import { CalculationError, worksheetErrors } from "../calc/error";
import { functionNamed, namespace } from "../concepts";
import type { FunctionDefinition } from "../concepts/define";
import { evaluate } from "../concepts/evaluate";
import type { Parameter } from "../concepts/parameter";
import {
  type Address,
  addressAt,
  boundingAddress,
  commonAddress,
  contains,
  formatPlace,
  type Place,
  placeOf,
  type Position,
} from "./address";
import { areaOf, areaWithin, once } from "./areas";
import type { Arguments, NativeFunctions } from "./native-functions/define";
import type { ApplyNode, BinaryNode, CallNode, FormulaNode, LambdaNode, LetNode, NameNode, Trim } from "./nodes";
import { cellsNeed, type Need, needOf, spillNeed } from "./needs";
import {
  type Area,
  atFifteenDigits,
  badCalculation,
  badReference,
  type Callable,
  type Cell,
  cellOf,
  compareCells,
  contentOf,
  divisionByZero,
  failure,
  fromNumber,
  type Grid,
  gridOf,
  isArea,
  isAreas,
  isCallable,
  isError,
  isGrid,
  lift,
  notANumber,
  toNumber,
  toText,
  Unknown,
  type Value,
  wrongValue,
} from "./values";

/** What a name stands for: a value, rows of values, or cells. */
export type Named = Cell | Grid | { readonly address: Address };

/** What a formula is evaluated over: filled by the caller, who knows the workbook or the lesson. */
export interface Scope {
  /**
   * The cells of a need as rows, null for a blank cell, from the first cell on; rows and columns at the end may be
   * missing where all is blank. Undefined: not known here.
   */
  read(need: Need): Grid | undefined;
  /** What a name stands for, as it is written in the formula. Undefined: not known here. */
  name?(name: string, place: Place): Named | undefined;
  /** The cell of the formula, for ROW(), COLUMN() and @. */
  readonly at?: Position;
}

/** The values of names within LET and LAMBDA, each calculated when it is first used. */
export interface Locals {
  readonly name: string;
  readonly value: () => Value;
  readonly outer: Locals | undefined;
}

/** More steps than any sensible formula takes, few enough that the pane does not freeze. */
const mostSteps = 400_000;

/** Cells of an array that a function gives count as one step. */
const cellsPerStep = 20;

/** Evaluates the parts of a formula. Where that cannot be done faithfully it throws Unknown. */
export class Interpreter {
  private steps = 0;

  constructor(
    private readonly scope: Scope,
    private readonly natives: NativeFunctions,
  ) {}

  evaluate(node: FormulaNode, locals?: Locals): Value {
    if (++this.steps > mostSteps) throw new Unknown("it takes too many steps to be worked out here");
    switch (node.kind) {
      case "number":
      case "text":
      case "boolean":
        return node.value;
      case "error":
        return failure(node.code);
      case "omitted":
        return null;
      case "group":
        return this.evaluate(node.inner, locals);
      case "array":
        return node.rows.map((row) => row.map((item) => (item.kind === "error" ? failure(item.code) : item.value)));
      case "reference":
        return this.trimmed(this.area(node.address), node.trim);
      case "name":
        return this.named(node, locals);
      case "table": {
        const need = needOf(node);
        return need ? this.read(need) : badReference;
      }
      case "spill":
        return this.spill(this.evaluate(node.of, locals));
      case "range":
      case "intersection":
        return this.joined(
          node.kind,
          this.evaluate(node.left, locals),
          this.evaluate(node.right, locals),
          node.kind === "range" ? node.trim : undefined,
        );
      case "union":
        return this.union(node.parts.map((part) => this.evaluate(part, locals)));
      case "unary":
        return this.unary(node.operator, this.evaluate(node.operand, locals));
      case "binary":
        return this.binary(node, locals);
      case "call":
        return this.call(node, locals);
      case "apply":
        return this.apply(node, locals);
      case "let":
        return this.evaluate(node.body, this.bound(node, locals));
      case "lambda":
        return this.lambda(node, locals);
      case "invalid":
        throw new Unknown(`the formula cannot be read: ${node.message}`);
    }
  }

  /**
   * A whole formula. Excel shows 0 where its last addition or subtraction leaves only what rounding to binary left over.
   */
  whole(node: FormulaNode): Value {
    if (node.kind !== "binary" || (node.operator !== "+" && node.operator !== "-")) return this.evaluate(node);
    const [left, right] = [contentOf(this.evaluate(node.left)), contentOf(this.evaluate(node.right))];
    const result = applied(node.operator, left, right);
    if (typeof result !== "number" || isGrid(left) || isGrid(right)) return result;
    const [one, two] = [toNumber(left), toNumber(right)];
    if (isError(one) || isError(two) || one === 0) return result;
    return atFifteenDigits(one) === atFifteenDigits(node.operator === "-" ? two : -two) ? 0 : result;
  }

  /** LET's names around its result. */
  bound(node: LetNode, locals: Locals | undefined): Locals | undefined {
    return node.bindings.reduce<Locals | undefined>((outer, { name, value }) => {
      return { name: name.toLowerCase(), value: once(() => this.evaluate(value, outer)), outer };
    }, locals);
  }

  private read(need: Need): Grid {
    const grid = this.scope.read(need);
    if (!grid) throw new Unknown(`${need.text} is not read here`);
    return grid;
  }

  private area(address: Address): Area {
    const need = cellsNeed(address);
    return areaOf(address, () => {
      if (address.lastSheet !== undefined) throw new Unknown(`${need.text} runs through several sheets`);
      return this.read(need);
    });
  }

  private spill(of: Value): Value {
    if (!isArea(of)) return isError(of) ? of : badReference;
    const anchor = addressAt(of.address.first, of.address.first, of.address);
    const grid = this.read(spillNeed(anchor));
    const { row, column } = anchor.first;
    const last = { row: row + Math.max(grid.length, 1) - 1, column: column + Math.max(grid[0]?.length ?? 1, 1) - 1 };
    return { kind: "area", address: addressAt(anchor.first, last, anchor), grid: () => grid };
  }

  private trimmed(area: Area, trim: Trim | undefined): Area {
    if (!trim) return area;
    const grid = area.grid();
    const rows = grid.flatMap((row, i) => (row.some((cell) => cell !== null) ? [i] : []));
    const columns = grid.flatMap((row) => row.flatMap((cell, i) => (cell === null ? [] : [i])));
    if (rows.length === 0) return area;
    const { first, last } = area.address;
    const [top, left] = trim === "end" ? [0, 0] : [rows[0] ?? 0, Math.min(...columns)];
    const bottom = trim === "start" ? last.row : first.row + (rows.at(-1) ?? 0);
    const right = trim === "start" ? last.column : first.column + Math.max(...columns);
    const start = { row: first.row + top, column: first.column + left };
    return areaWithin(area, addressAt(start, { row: bottom, column: right }, area.address));
  }

  private named(node: NameNode, locals: Locals | undefined): Value {
    const local = node.sheet === undefined && node.book === undefined ? found(locals, node.name) : undefined;
    if (local) return local.value();
    const value = this.scope.name?.(node.name, placeOf(node));
    if (value !== undefined) {
      return typeof value === "object" && value !== null && "address" in value ? this.area(value.address) : value;
    }
    const callable = this.functionByName(node.name.toUpperCase());
    if (callable) return callable;
    throw new Unknown(`the name ${formatPlace(node)}${node.name} is not known here`);
  }

  /** The name of a function as a value, as in BYROW(A1:C9,SUM). */
  private functionByName(name: string): Callable | undefined {
    const [ours, native] = [ownFunction(name), this.natives[name]];
    if (!ours && !native) return undefined;
    return {
      kind: "callable",
      apply: (given) => {
        const node: CallNode = { kind: "call", name, arguments: [], start: 0, end: 0 };
        if (ours) return this.own(ours, node, given);
        return native ? native.run(this.givenArguments(given)) : wrongValue;
      },
    };
  }

  private joined(kind: "range" | "intersection", left: Value, right: Value, trim: Trim | undefined): Value {
    const error = [left, right].find(isError);
    if (error) return error;
    if (!isArea(left) || !isArea(right)) return wrongValue;
    if (kind === "range") {
      const address = boundingAddress(left.address, right.address);
      return address ? this.trimmed(this.holding(address, left, right), trim) : wrongValue;
    }
    const address = commonAddress(left.address, right.address);
    return address ? this.holding(address, left, right) : failure("#NULL!");
  }

  /** Cells that one of two areas, already read, holds; else read them. */
  private holding(address: Address, ...areas: readonly Area[]): Area {
    const holder = areas.find((area) => contains(area.address, address));
    return holder ? areaWithin(holder, address) : this.area(address);
  }

  private union(parts: readonly Value[]): Value {
    const error = parts.find(isError);
    if (error) return error;
    const areas = parts.flatMap((part) => (isArea(part) ? [part] : isAreas(part) ? part.areas : []));
    return areas.length < parts.length ? wrongValue : { kind: "areas", areas };
  }

  private unary(operator: "-" | "+" | "@" | "%", operand: Value): Value {
    if (operator === "+") return isCallable(operand) ? badCalculation : operand;
    if (operator === "@") return this.single(operand);
    return lift([operand], ([cell = null]) => {
      const number = toNumber(cell);
      return isError(number) ? number : fromNumber(operator === "-" ? -number : number / 100);
    });
  }

  /** The one cell of several that @ takes: that in the formula's own row or column, of an array the first. */
  private single(value: Value): Value {
    if (!isArea(value)) return isGrid(value) ? (value[0]?.[0] ?? null) : value;
    const { first, last } = value.address;
    const [oneRow, oneColumn] = [first.row === last.row, first.column === last.column];
    if (oneRow && oneColumn) return cellOf(value);
    const { at } = this.scope;
    if (!at) throw new Unknown("which row the formula stands in is not known here");
    if (!oneRow && !oneColumn) return wrongValue;
    const place = oneColumn ? { row: at.row, column: first.column } : { row: first.row, column: at.column };
    const address = addressAt(place, place, value.address);
    return contains(value.address, address) ? cellOf(areaWithin(value, address)) : wrongValue;
  }

  /** Works along the left side in a loop: a sum of thousands of terms nests that deep. */
  private binary(node: BinaryNode, locals: Locals | undefined): Value {
    const chain: BinaryNode[] = [];
    let left: FormulaNode = node;
    for (; left.kind === "binary"; left = left.left) chain.push(left);
    let value = this.evaluate(left, locals);
    for (let i = chain.length - 1; i >= 0; i--) {
      const { operator, right } = chain[i] as BinaryNode;
      value = applied(operator, value, this.evaluate(right, locals));
    }
    return value;
  }

  private call(node: CallNode, locals: Locals | undefined): Value {
    const local = found(locals, node.name);
    const callable = local ? local.value() : undefined;
    if (callable !== undefined) return isError(callable) ? callable : this.applied(callable, this.values(node, locals));
    const ours = ownFunction(node.name);
    if (ours) return this.own(ours, node, this.givenValues(node, locals));
    const native = Object.hasOwn(this.natives, node.name) ? this.natives[node.name] : undefined;
    if (!native) throw new Unknown(`${node.name} is not worked out here`);
    const count = node.arguments.length;
    if (count < native.least || count > native.most)
      throw new Unknown(`${node.name} does not take ${String(count)} arguments`);
    return this.weighed(native.run(this.callArguments(node, locals)));
  }

  private weighed(value: Value): Value {
    if (isGrid(value)) this.steps += (value.length * (value[0]?.length ?? 0)) / cellsPerStep;
    return value;
  }

  private values(node: CallNode | ApplyNode, locals: Locals | undefined): Value[] {
    return node.arguments.map((argument) => this.evaluate(argument, locals));
  }

  /** Undefined where an argument is left out. */
  private givenValues(node: CallNode, locals: Locals | undefined): (Value | undefined)[] {
    return node.arguments.map((argument) =>
      argument.kind === "omitted" ? undefined : this.evaluate(argument, locals),
    );
  }

  private callArguments(node: CallNode, locals: Locals | undefined): Arguments {
    const known = node.arguments.map((argument) => once(() => this.evaluate(argument, locals)));
    return {
      count: known.length,
      given: (index) => (node.arguments[index]?.kind ?? "omitted") !== "omitted",
      value: (index) => known[index]?.() ?? null,
      values: () => known.map((value) => value()),
      at: this.scope.at,
    };
  }

  private givenArguments(given: readonly Value[]): Arguments {
    return {
      count: given.length,
      given: (index) => index < given.length,
      value: (index) => given[index] ?? null,
      values: () => [...given],
      at: this.scope.at,
    };
  }

  private apply(node: ApplyNode, locals: Locals | undefined): Value {
    const target = this.evaluate(node.target, locals);
    return isError(target) ? target : this.applied(target, this.values(node, locals));
  }

  private applied(target: Value, given: readonly Value[]): Value {
    return isCallable(target) ? target.apply(given) : wrongValue;
  }

  private lambda(node: LambdaNode, locals: Locals | undefined): Callable {
    const required = node.parameters.filter(({ optional }) => !optional).length;
    return {
      kind: "callable",
      parameters: node.parameters.length,
      apply: (given) => {
        if (given.length > node.parameters.length || given.length < required) return wrongValue;
        const inner = node.parameters.reduce<Locals | undefined>(
          (outer, { name }, i) => ({ name: name.toLowerCase(), value: () => given[i] ?? null, outer }),
          locals,
        );
        return this.evaluate(node.body, inner);
      },
    };
  }

  /** One of our functions, over values in the order of its parameters. */
  own(fn: FunctionDefinition, node: CallNode, given: readonly (Value | undefined)[]): Value {
    const parameters = Object.values(fn.parameters);
    if (given.length > parameters.length)
      throw new Unknown(`${fn.name} does not take ${String(given.length)} arguments`);
    const cells = parameters.map((parameter, i) => asArgument(parameter, given[i]));
    const error = cells
      .flatMap((cell) => (isGrid(cell ?? null) ? (cell as Grid).flat() : [cell ?? null]))
      .find(isError);
    if (error) return error;
    if (!parameters.some((parameter, i) => !takesRange(parameter) && isGrid(cells[i] ?? null)))
      return run(fn, node, cells);
    return this.spread(fn, node, parameters, cells);
  }

  /** A range given where a single cell is expected: the function is applied to each. */
  private spread(
    fn: FunctionDefinition,
    node: CallNode,
    parameters: readonly Parameter[],
    cells: readonly OwnArgument[],
  ): Value {
    const single = parameters.map((parameter, i) => (takesRange(parameter) ? null : (cells[i] ?? null)));
    return lift(single, (each) => {
      const arranged = parameters.map((parameter, i) => {
        if (takesRange(parameter) || cells[i] === undefined) return cells[i];
        return each[i] ?? null;
      });
      const result = run(fn, node, arranged);
      if (isGrid(result)) throw new Unknown(`${fn.name} gives a table and cannot be applied to each cell of a range`);
      return cellOf(result);
    });
  }
}

/** What is handed to one of our functions: a cell, rows of cells, or nothing. */
export type OwnArgument = Cell | Grid | undefined;

/** A function of ours by the name of a call; in lessons the namespace is missing. */
export function ownFunction(name: string): FunctionDefinition | undefined {
  return name.startsWith(`${namespace}.`) || !name.includes(".") ? functionNamed(name) : undefined;
}

/** Whether a parameter takes rows of cells; the others take a single one. */
export function takesRange({ kind }: Parameter): boolean {
  return kind === "numbers" || kind === "range";
}

/** A value as Excel hands it to an add-in's function, given what the parameter is declared as. */
export function asArgument(parameter: Parameter, value: Value | undefined): OwnArgument {
  if (value === undefined) return undefined;
  if (takesRange(parameter)) return gridOf(value);
  const content = contentOf(value);
  if (parameter.kind !== "number") return content;
  // Declared as numbers, so Excel itself makes blank cells, TRUE and number-like text numbers; other text stays for our own words.
  const numeric = (cell: Cell): Cell => {
    const number = toNumber(cell);
    return typeof cell === "string" && isError(number) ? cell : number;
  };
  return isGrid(content) ? content.map((row) => row.map(numeric)) : numeric(content);
}

function run(fn: FunctionDefinition, node: CallNode, cells: readonly OwnArgument[]): Cell | Grid {
  try {
    return evaluate(fn, cells);
  } catch (problem) {
    if (!(problem instanceof CalculationError)) throw problem;
    return { error: worksheetErrors[problem.code], message: problem.message, from: node };
  }
}

function applied(operator: BinaryNode["operator"], left: Value, right: Value): Value {
  const [one, two] = [contentOf(left), contentOf(right)];
  if (!isGrid(one) && !isGrid(two)) return operate(operator, one, two);
  return lift([left, right], ([each = null, other = null]) => operate(operator, each, other));
}

function operate(operator: BinaryNode["operator"], left: Cell, right: Cell): Cell {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case "&": {
      const [one, two] = [toText(left), toText(right)];
      return isError(one) ? one : isError(two) ? two : one + two;
    }
    case "=":
      return compareCells(left, right) === 0;
    case "<>":
      return compareCells(left, right) !== 0;
    case "<":
      return compareCells(left, right) < 0;
    case ">":
      return compareCells(left, right) > 0;
    case "<=":
      return compareCells(left, right) <= 0;
    case ">=":
      return compareCells(left, right) >= 0;
    default: {
      const [one, two] = [toNumber(left), toNumber(right)];
      return isError(one) ? one : isError(two) ? two : arithmetic(operator, one, two);
    }
  }
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "^", left: number, right: number): Cell {
  switch (operator) {
    case "+":
      return fromNumber(left + right);
    case "-":
      return fromNumber(left - right);
    case "*":
      return fromNumber(left * right);
    case "/":
      return right === 0 ? divisionByZero : fromNumber(left / right);
    case "^":
      return power(left, right);
  }
}

/** The power as Excel has it: 0^0 is #NUM!, 0^-1 is #DIV/0!. */
export function power(base: number, exponent: number): Cell {
  if (base === 0 && exponent <= 0) return exponent === 0 ? notANumber : divisionByZero;
  return fromNumber(base ** exponent);
}

function found(locals: Locals | undefined, name: string): Locals | undefined {
  const sought = name.toLowerCase();
  for (let local = locals; local; local = local.outer) if (local.name === sought) return local;
  return undefined;
}
