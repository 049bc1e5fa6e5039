import { minus, plus, times } from "../calc/arithmetic";
import { Decimal, zero } from "../calc/decimal";
import { maximum, minimum } from "../calc/mathematics";
import { everyPart, type Part } from "../calc/parts";
import { type Condition, Quantity, type Scope, type Word } from "../calc/quantity";
import type { FunctionDefinition } from "../concepts/define";
import { isLiteral, type References } from "./references";

/** What a call fixes before any cell is read: what is left out, written as a number or as a word in quotes. */
export class Folding {
  /** Whether a row has one above it; absent where it depends on the row. */
  readonly hasAbove = new Map<Scope, boolean>();
  /** The first position of a table's rows. */
  readonly firstPositions = new Map<Scope, number>();

  constructor(
    private readonly fn: FunctionDefinition,
    private readonly references: References,
  ) {}

  /** The number, where the call fixes it: a constant, a default, a number typed into the formula, or what follows from them. */
  constant({ origin }: Quantity): Decimal | undefined {
    switch (origin.kind) {
      case "constant":
        return origin.value;
      case "named":
      case "spelled":
        return this.constant(origin.of);
      case "argument":
        return this.argument(origin.name);
      case "operation": {
        const operands = origin.operands.map((operand) => this.constant(operand));
        if (origin.operation === times && operands.some((operand) => operand?.isZero()) && cannotFail(origin.operands))
          return zero;
        if (!operands.every((operand) => operand !== undefined)) return undefined;
        return attempt(() => origin.operation.value(...operands));
      }
      case "when": {
        const known = this.known(origin.condition);
        return known === undefined ? undefined : this.constant(known ? origin.yes : origin.no);
      }
      case "match": {
        const word = this.word(origin.word);
        return word === undefined ? undefined : this.constant(origin.cases[word]!);
      }
      case "element": {
        const { source } = origin.series;
        if (source.kind !== "otherwise" || source.of.source.kind !== "argument") return undefined;
        return this.references[source.of.source.name] === undefined ? this.constant(source.value) : undefined;
      }
      default:
        return undefined;
    }
  }

  private argument(name: string): Decimal | undefined {
    const given = this.references[name];
    const parameter = this.fn.parameters[name]!;
    if (given === undefined)
      return typeof parameter.byDefault === "number" ? new Decimal(parameter.byDefault) : undefined;
    if (!isLiteral(given)) return undefined;
    return given.endsWith("%") ? new Decimal(given.slice(0, -1)).dividedBy(100) : new Decimal(given);
  }

  /** Whether a condition holds, where the call fixes it. */
  known({ test }: Condition): boolean | undefined {
    switch (test.kind) {
      case "comparison": {
        const [left, right] = [this.constant(test.left), this.constant(test.right)];
        if (left && right) return test.comparison.holds(left, right);
        return right && this.beforeFirst(test.left, right, test.comparison.holds);
      }
      case "given":
        return this.given(test.quantity);
      case "word": {
        const word = this.word(test.word);
        return word === undefined ? undefined : word === test.is;
      }
      case "flag": {
        const given = this.references[test.name];
        if (given === undefined) return this.fn.parameters[test.name]!.byDefault === true;
        return /^(TRUE|FALSE)(\(\))?$/i.test(given) ? /^TRUE/i.test(given) : undefined;
      }
      case "last":
      case "every":
        return undefined;
      case "not": {
        const of = this.known(test.of);
        return of === undefined ? undefined : !of;
      }
      case "asked":
        return this.known(test.when) === true ? this.known(test.of) : undefined;
      case "both":
      case "either": {
        const [left, right] = [this.known(test.left), this.known(test.right)];
        const decides = test.kind === "either";
        if (left === decides || right === decides) return decides;
        return left === undefined || right === undefined ? undefined : !decides;
      }
    }
  }

  /** The word of an argument, where it is left out or written in quotes. */
  word(word: Word): string | undefined {
    const given = this.references[word.name];
    if (given === undefined) return this.fn.parameters[word.name]!.byDefault as string;
    if (!/^"[^"]*"$/.test(given)) return undefined;
    const text = given.slice(1, -1).trim().toLowerCase();
    return word.words.find((one) => one.toLowerCase() === text);
  }

  private given({ origin }: Quantity): boolean | undefined {
    switch (origin.kind) {
      case "argument":
        return (
          this.references[origin.name] !== undefined || (this.fn.parameters[origin.name]!.byDefault ?? null) !== null
        );
      case "above":
        return this.hasAbove.get(origin.scope);
      case "element":
        return undefined;
      default:
        return true;
    }
  }

  /** A row's position is never below the first: "position at most 0" needs no question in the sheet. */
  private beforeFirst(
    { origin }: Quantity,
    right: Decimal,
    holds: (left: Decimal, right: Decimal) => boolean,
  ): boolean | undefined {
    if (origin.kind !== "position") return undefined;
    const first = this.firstPositions.get(origin.scope) ?? 1;
    if (!right.lessThan(first)) return undefined;
    return holds(new Decimal(first), right);
  }
}

/** Whether parts always have a number, so that 0 times them is 0: nothing is divided, looked up or refused in them. */
const cannotFail = (parts: readonly Part[]): boolean =>
  [...everyPart(parts)].every((part) => {
    if (!(part instanceof Quantity)) return true;
    const { origin } = part;
    if (origin.kind === "operation") return [plus, minus, times, minimum, maximum].includes(origin.operation);
    return origin.kind !== "reduction" && origin.kind !== "failure";
  });

/** Folds only to what a worksheet holds without loss. */
function attempt(fold: () => Decimal): Decimal | undefined {
  try {
    const folded = fold();
    return folded.isFinite() && folded.precision() <= 15 ? folded : undefined;
  } catch {
    return undefined;
  }
}
