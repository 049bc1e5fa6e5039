import { dividedBy, minus, plus, times } from "./arithmetic";
import { type Arguments, Compiler, frameOf } from "./compile";
import { CalculationError } from "./error";
import { doubles } from "./numbers";
import type { Comparison, Operation } from "./operation";
import { everyPart, type Part } from "./parts";
import { type Condition, Quantity } from "./quantity";

/** A number for each trial of a batch, or one for all of them. */
type Column = Float64Array | number;
/** 1 true, 0 false, 2 unknown because a number was an error; or one answer for all. */
type Mask = Uint8Array | boolean;

/** Computes a batch of trials from a column of values for each varied argument. NaN is an error. */
export type BatchRun = (columns: Readonly<Record<string, Float64Array>>) => Column;

/**
 * A formula as loops over columns of native doubles, some hundred times faster than one trial after another.
 * Undefined where a series or a table depends on a varied argument: then trials run one by one.
 * `args` are the other arguments, in doubles.
 */
export function compileBatch(
  formula: Quantity,
  conditions: readonly Condition[],
  varied: readonly string[],
  args: Arguments,
  size: number,
): BatchRun | undefined {
  const batch = new Batch(new Set(varied), args, size, [formula, ...conditions]);
  if (!batch.possible()) return undefined;
  const run = batch.quantity(formula);
  const checks = conditions.map((condition) => batch.condition(condition));
  const refused = new Float64Array(size);
  return (columns) => {
    const results = run(columns);
    const masks = checks.map((check) => check(columns));
    if (masks.every((mask) => mask === true)) return results;
    for (let i = 0; i < size; i++) {
      const holds = masks.every((mask) => mask === true || (mask !== false && mask[i] === 1));
      refused[i] = holds ? at(results, i) : NaN;
    }
    return refused;
  };
}

const at = (column: Column, i: number): number => (typeof column === "number" ? column : column[i]!);
const answer = (mask: Mask, i: number): number => (typeof mask === "boolean" ? Number(mask) : mask[i]!);

type Columns = Readonly<Record<string, Float64Array>>;

class Batch {
  private readonly moving = new Map<Part, boolean>();
  private readonly made = new Map<Quantity, (columns: Columns) => Column>();
  private readonly fixed: Compiler<number>;

  constructor(
    private readonly varied: ReadonlySet<string>,
    private readonly args: Arguments,
    private readonly size: number,
    private readonly roots: readonly Part[],
  ) {
    this.fixed = new Compiler(roots, doubles);
  }

  /** Whether nothing but plain quantities depends on what varies. */
  possible(): boolean {
    const plain = ["argument", "constant", "operation", "when", "match", "named", "spelled", "failure", "blank"];
    return [...everyPart(this.roots)].every((part) => {
      if (!this.moves(part)) return true;
      if (part instanceof Quantity) return plain.includes(part.origin.kind);
      return "test" in part && !["every", "last"].includes(part.test.kind);
    });
  }

  private moves(part: Part): boolean {
    let known = this.moving.get(part);
    if (known === undefined) {
      known = [...everyPart([part])].some(
        (one) => one instanceof Quantity && one.origin.kind === "argument" && this.varied.has(one.origin.name),
      );
      this.moving.set(part, known);
    }
    return known;
  }

  quantity(part: Quantity): (columns: Columns) => Column {
    let run = this.made.get(part);
    if (!run) this.made.set(part, (run = this.onceEach(this.moves(part) ? this.build(part) : this.constant(part))));
    return run;
  }

  /** A column that several others use is computed once for each batch. */
  private onceEach(run: (columns: Columns) => Column): (columns: Columns) => Column {
    let last: Columns | undefined;
    let result: Column = NaN;
    return (columns) => {
      if (last !== columns) [last, result] = [columns, run(columns)];
      return result;
    };
  }

  private constant(part: Quantity): () => Column {
    const value = attempt(() => this.fixed.quantity(part)(frameOf<number>(this.args)));
    return () => value;
  }

  private build({ origin }: Quantity): (columns: Columns) => Column {
    switch (origin.kind) {
      case "argument":
        return (columns) => columns[origin.name]!;
      case "named":
      case "spelled":
        return this.quantity(origin.of);
      case "operation":
        return this.operation(origin.operation, origin.operands);
      case "when":
        return this.when(this.condition(origin.condition), this.quantity(origin.yes), this.quantity(origin.no));
      case "match":
        return this.quantity(origin.cases[this.args[origin.word.name] as string]!);
      default:
        return () => NaN;
    }
  }

  private operation(operation: Operation, operands: readonly Quantity[]): (columns: Columns) => Column {
    const runs = operands.map((operand) => this.quantity(operand));
    const out = new Float64Array(this.size);
    const [first, second] = runs;
    const loop = loops.get(operation);
    if (loop && second) return (columns) => loop(first!(columns), second(columns), out);
    if (runs.length === 1) return (columns) => ofOne(operation, first!(columns), out);
    if (runs.length === 2) return (columns) => ofTwo(operation, first!(columns), second!(columns), out);
    return (columns) => {
      const inputs = runs.map((run) => run(columns));
      for (let i = 0; i < out.length; i++) out[i] = operation.double(...inputs.map((input) => at(input, i)));
      return out;
    };
  }

  private when(
    condition: (columns: Columns) => Mask,
    yes: (columns: Columns) => Column,
    no: (columns: Columns) => Column,
  ): (columns: Columns) => Column {
    const out = new Float64Array(this.size);
    return (columns) => {
      const mask = condition(columns);
      if (typeof mask === "boolean") return mask ? yes(columns) : no(columns);
      const [a, b] = [yes(columns), no(columns)];
      for (let i = 0; i < out.length; i++) out[i] = mask[i] === 1 ? at(a, i) : mask[i] === 0 ? at(b, i) : NaN;
      return out;
    };
  }

  condition(condition: Condition): (columns: Columns) => Mask {
    const { test } = condition;
    if (!this.moves(condition)) {
      const holds = attempt(() => Number(this.fixed.condition(condition)(frameOf<number>(this.args))));
      const unknown = new Uint8Array(this.size).fill(2);
      return () => (Number.isNaN(holds) ? unknown : holds === 1);
    }
    switch (test.kind) {
      case "comparison":
        return this.comparison(test.comparison, this.quantity(test.left), this.quantity(test.right));
      case "not": {
        const of = this.condition(test.of);
        return this.masks([of], ([a]) => (a === 2 ? 2 : 1 - a!));
      }
      case "both":
        return this.masks([this.condition(test.left), this.condition(test.right)], ([a, b]) =>
          a === 0 ? 0 : a === 2 ? 2 : b!,
        );
      case "either":
        return this.masks([this.condition(test.left), this.condition(test.right)], ([a, b]) =>
          a === 1 ? 1 : a === 2 ? 2 : b!,
        );
      default:
        return () => true;
    }
  }

  private comparison(
    { holdsDouble }: Comparison,
    left: (columns: Columns) => Column,
    right: (columns: Columns) => Column,
  ): (columns: Columns) => Mask {
    const out = new Uint8Array(this.size);
    return (columns) => {
      const [a, b] = [left(columns), right(columns)];
      for (let i = 0; i < out.length; i++) {
        const [x, y] = [at(a, i), at(b, i)];
        out[i] = Number.isNaN(x) || Number.isNaN(y) ? 2 : holdsDouble(x, y) ? 1 : 0;
      }
      return out;
    };
  }

  private masks(
    of: readonly ((columns: Columns) => Mask)[],
    combine: (answers: number[]) => number,
  ): (columns: Columns) => Mask {
    const out = new Uint8Array(this.size);
    return (columns) => {
      const inputs = of.map((run) => run(columns));
      for (let i = 0; i < out.length; i++) out[i] = combine(inputs.map((input) => answer(input, i)));
      return out;
    };
  }
}

type Loop = (a: Column, b: Column, out: Float64Array) => Column;

/** The four operations of arithmetic as tight loops: a shared loop that calls a function for each number is many times slower. */
const loops = new Map<Operation, Loop>([
  [
    plus,
    (a, b, out) => {
      if (typeof a === "number") return added(b as Float64Array, a, out);
      if (typeof b === "number") return added(a, b, out);
      for (let i = 0; i < out.length; i++) out[i] = a[i]! + b[i]!;
      return out;
    },
  ],
  [
    minus,
    (a, b, out) => {
      if (typeof b === "number") return added(a as Float64Array, -b, out);
      if (typeof a === "number") for (let i = 0; i < out.length; i++) out[i] = a - b[i]!;
      else for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
      return out;
    },
  ],
  [
    times,
    (a, b, out) => {
      if (typeof a === "number") return scaled(b as Float64Array, a, out);
      if (typeof b === "number") return scaled(a, b, out);
      for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
      return out;
    },
  ],
  [
    dividedBy,
    (a, b, out) => {
      if (typeof b === "number") return b === 0 ? out.fill(NaN) : divided(a as Float64Array, b, out);
      if (typeof a === "number") for (let i = 0; i < out.length; i++) out[i] = b[i] === 0 ? NaN : a / b[i]!;
      else for (let i = 0; i < out.length; i++) out[i] = b[i] === 0 ? NaN : a[i]! / b[i]!;
      return out;
    },
  ],
]);

function added(a: Float64Array, b: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! + b;
  return out;
}
function scaled(a: Float64Array, b: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b;
  return out;
}
function divided(a: Float64Array, b: number, out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = a[i]! / b;
  return out;
}

/** Other operations, without a list of operands for each number. */
function ofOne({ double }: Operation, a: Column, out: Float64Array): Column {
  if (typeof a === "number") return double(a);
  for (let i = 0; i < out.length; i++) out[i] = double(a[i]!);
  return out;
}
function ofTwo({ double }: Operation, a: Column, b: Column, out: Float64Array): Column {
  if (typeof a === "number") {
    if (typeof b === "number") return double(a, b);
    for (let i = 0; i < out.length; i++) out[i] = double(a, b[i]!);
  } else if (typeof b === "number") for (let i = 0; i < out.length; i++) out[i] = double(a[i]!, b);
  else for (let i = 0; i < out.length; i++) out[i] = double(a[i]!, b[i]!);
  return out;
}

function attempt(run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (error instanceof CalculationError) return NaN;
    throw error;
  }
}
