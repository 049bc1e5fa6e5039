import { dividedBy, plus, times } from "./arithmetic";
import type { Decimal } from "./decimal";
import { CalculationError } from "./error";
import { freeScopes, type Part, partsOf } from "./parts";
import { type Condition, type Quantity, type Scope } from "./quantity";
import type { Numbers } from "./numbers";
import type { Series } from "./series";
import { Writer } from "./write";

/** The cells of a range as they are: for functions that read arguments, names or tables out of a sheet. */
export class Cells {
  constructor(readonly rows: readonly (readonly unknown[])[]) {}
}

/** An argument already read; undefined is an optional one left out. */
export type Argument = Decimal | readonly Decimal[] | string | boolean | Cells | undefined;

/** Arguments by name, already read. */
export type Arguments = Readonly<Record<string, Argument>>;

/** Arguments in the numbers of a compiler. */
type ArgumentsOf<N> = Readonly<Record<string, N | readonly N[] | Argument>>;

/** What a scope's row or element is at the moment, and the results already known there. */
export interface Place<N = Decimal> {
  results: unknown[];
  readonly position: number;
  /** Position of the last row. */
  readonly until: number;
  readonly elements: ReadonlyMap<Series, readonly N[]>;
  /** The columns of the row above, in order. */
  readonly above: readonly (N | boolean)[] | undefined;
}

/** One evaluation in progress. Place 0 is the call itself, the others are its loops. */
export interface Frame<N = Decimal> {
  readonly args: ArgumentsOf<N>;
  readonly places: Place<N>[];
}

export type Run<T, N = Decimal> = (frame: Frame<N>) => T;

const noElements: ReadonlyMap<Series, never> = new Map<Series, never>();

/** The start of an evaluation in any arithmetic. */
export const frameOf = <N>(args: ArgumentsOf<N>): Frame<N> => ({
  args,
  places: [{ results: [], position: 0, until: 0, elements: noElements, above: undefined }],
});

/** The start of an evaluation in decimals. */
export const frameFor = (args: Arguments): Frame => frameOf<Decimal>(args);

/**
 * Turns formulas into closures over numbers, so that a cell pays for its arithmetic and for nothing else.
 * What is used twice is computed once: per call, or per row if it depends on the row.
 */
export class Compiler<N = Decimal> {
  private readonly uses = new Map<Part, number>();
  private readonly quantities = new Map<Quantity, Run<N, N>>();
  private readonly lists = new Map<Series, Run<readonly N[], N>>();
  private readonly visited = new Set<Part>();
  private readonly places = new Map<Scope, number>();
  private slots = 0;

  constructor(
    roots: readonly Part[],
    private readonly numbers: Numbers<N>,
  ) {
    for (const root of roots) this.visit(root);
  }

  placeOf(scope: Scope | undefined): number {
    if (!scope) return 0;
    if (!this.places.has(scope)) this.places.set(scope, this.places.size + 1);
    return this.places.get(scope)!;
  }

  quantity(formula: Quantity): Run<N, N> {
    const known = this.quantities.get(formula);
    if (known) return known;
    const plain = this.build(formula);
    const cheap = ["argument", "constant", "element"].includes(formula.origin.kind);
    const run = (this.uses.get(formula) ?? 0) > 1 && !cheap ? this.once(formula, plain) : plain;
    this.quantities.set(formula, run);
    return run;
  }

  private once<T>(part: Part, run: Run<T, N>): Run<T, N> {
    const place = this.placeOf(innermost(freeScopes(part)));
    const slot = this.slots++;
    return (frame) => {
      const { results } = frame.places[place]!;
      return (results[slot] ??= run(frame)) as T;
    };
  }

  private build({ origin }: Quantity): Run<N, N> {
    switch (origin.kind) {
      case "argument":
        return ({ args }) => args[origin.name] as N;
      case "constant": {
        const value = this.numbers.constant(origin.value);
        return () => value;
      }
      case "named":
      case "spelled":
        return this.quantity(origin.of);
      case "blank":
        return () => this.numbers.empty;
      case "failure":
        return () => {
          throw origin.error;
        };
      case "operation":
        return this.operation(origin);
      case "when": {
        const [condition, yes, no] = [
          this.condition(origin.condition),
          this.quantity(origin.yes),
          this.quantity(origin.no),
        ];
        return (frame) => (condition(frame) ? yes(frame) : no(frame));
      }
      case "match": {
        const cases = Object.fromEntries(
          Object.entries(origin.cases).map(([word, result]) => [word, this.quantity(result)]),
        );
        return (frame) => cases[frame.args[origin.word.name] as string]!(frame);
      }
      case "reduction":
        return this.reduction(origin);
      case "element": {
        const place = this.placeOf(origin.scope);
        return (frame) => {
          const { elements, position } = frame.places[place]!;
          const list = elements.get(origin.series)!;
          return list.length === 1 && origin.series.spreads ? list[0]! : list[position - 1]!;
        };
      }
      case "position": {
        const place = this.placeOf(origin.scope);
        return (frame) => this.numbers.whole(frame.places[place]!.position);
      }
      case "above": {
        const place = this.placeOf(origin.scope);
        return (frame) => frame.places[place]!.above![origin.column] as N;
      }
    }
  }

  private operation({ operation, operands }: Extract<Quantity["origin"], { kind: "operation" }>): Run<N, N> {
    const [a, b, ...more] = operands.map((operand) => this.quantity(operand));
    if (operation === dividedBy) {
      const divisor = operands[1]!;
      const divided = this.numbers.operation(dividedBy);
      return (frame) => {
        const under = b!(frame);
        if (this.numbers.isZero(under))
          throw new CalculationError("divisionByZero", `${this.zeroIn(divisor, frame)} is 0`);
        return divided(a!(frame), under);
      };
    }
    const value = this.numbers.operation(operation);
    if (!b) return (frame) => value(a!(frame));
    if (more.length === 0) return (frame) => value(a!(frame), b(frame));
    return (frame) => value(a!(frame), b(frame), ...more.map((run) => run(frame)));
  }

  /** Which factor of a divisor makes it 0, in words. */
  private zeroIn(divisor: Quantity, frame: Frame<N>): string {
    const { origin } = divisor;
    if (origin.kind === "named" || origin.kind === "spelled") return this.zeroIn(origin.of, frame);
    if (origin.kind === "operation" && origin.operation === times) {
      const zero = origin.operands.find((operand) => this.numbers.isZero(this.quantity(operand)(frame)));
      if (zero) return this.zeroIn(zero, frame);
    }
    if (origin.kind === "operation" && origin.operation === dividedBy) return this.zeroIn(origin.operands[0]!, frame);
    return origin.kind === "argument" ? origin.name : new Writer().write(divisor).text;
  }

  private reduction({
    reduction,
    series,
    operands,
    ifNone,
  }: Extract<Quantity["origin"], { kind: "reduction" }>): Run<N, N> {
    const list = this.series(series);
    const others = operands.map((operand) => this.quantity(operand));
    const instead = ifNone && this.quantity(ifNone);
    const fold = this.numbers.reduction(reduction);
    return (frame) => {
      const elements = list(frame);
      return elements.length === 0 && instead ? instead(frame) : fold(elements, ...others.map((run) => run(frame)));
    };
  }

  condition({ test }: Condition): Run<boolean, N> {
    switch (test.kind) {
      case "comparison": {
        const holds = this.numbers.comparison(test.comparison);
        const [left, right] = [this.quantity(test.left), this.quantity(test.right)];
        return (frame) => holds(left(frame), right(frame));
      }
      case "given":
        return this.given(test.quantity);
      case "word":
        return ({ args }) => args[test.word.name] === test.is;
      case "flag":
        return ({ args }) => args[test.name] === true;
      case "last": {
        const place = this.placeOf(test.scope);
        return (frame) => frame.places[place]!.position === frame.places[place]!.until;
      }
      case "every": {
        const walk = this.walk(test.scope, test.of);
        const holds = this.condition(test.condition);
        return (frame) => {
          for (const _ of walk(frame)) if (!holds(frame)) return false;
          return true;
        };
      }
      case "not": {
        const of = this.condition(test.of);
        return (frame) => !of(frame);
      }
      case "asked": {
        const [asked, of] = [this.condition(test.when), this.condition(test.of)];
        return (frame) => asked(frame) && of(frame);
      }
      case "both":
      case "either": {
        const [left, right] = [this.condition(test.left), this.condition(test.right)];
        return test.kind === "both" ? (frame) => left(frame) && right(frame) : (frame) => left(frame) || right(frame);
      }
    }
  }

  private given(quantity: Quantity): Run<boolean, N> {
    const { origin } = quantity;
    switch (origin.kind) {
      case "argument":
        return ({ args }) => args[origin.name] !== undefined;
      case "above": {
        const place = this.placeOf(origin.scope);
        return (frame) => frame.places[place]!.above !== undefined;
      }
      case "element": {
        const element = this.quantity(quantity);
        return (frame) => element(frame) !== this.numbers.empty;
      }
      default:
        return () => true;
    }
  }

  series(series: Series): Run<readonly N[], N> {
    const known = this.lists.get(series);
    if (known) return known;
    const plain = this.buildSeries(series);
    // A computed series is computed once, or once a row if it depends on the row.
    const run = series.source.kind === "argument" ? plain : this.once(series, plain);
    this.lists.set(series, run);
    return run;
  }

  private buildSeries({ source }: Series): Run<readonly N[], N> {
    switch (source.kind) {
      case "argument":
        return ({ args }) => args[source.name] as readonly N[];
      case "otherwise": {
        const [of, value] = [this.series(source.of), this.quantity(source.value)];
        return (frame) => of(frame) ?? [value(frame)];
      }
      case "slice": {
        const [of, from, to] = [this.series(source.of), this.quantity(source.from), this.quantity(source.to)];
        const { toNumber } = this.numbers;
        return (frame) => of(frame).slice(Math.max(0, toNumber(from(frame)) - 1), Math.max(0, toNumber(to(frame))));
      }
      case "running": {
        const of = this.series(source.of);
        const combine = this.numbers.operation(source.fold === "sum" ? plus : times);
        return (frame) => running(of(frame), combine);
      }
      case "shifted": {
        const [of, first] = [this.series(source.of), this.quantity(source.first)];
        return (frame) => {
          const elements = of(frame);
          return elements.length === 0 ? [] : [first(frame), ...elements.slice(0, -1)];
        };
      }
      case "generated": {
        const [place, count, element] = [
          this.placeOf(source.scope),
          this.quantity(source.count),
          this.quantity(source.element),
        ];
        return (frame) => {
          const until = this.numbers.toNumber(count(frame));
          const results: N[] = [];
          for (let position = 1; position <= until; position++) {
            frame.places[place] = { results: [], position, until, elements: noElements, above: undefined };
            results.push(element(frame));
          }
          return results;
        };
      }
      case "each": {
        const walk = this.walk(source.scope, source.of);
        const element = this.quantity(source.element);
        const where = source.where && this.condition(source.where);
        return (frame) => {
          const results: N[] = [];
          for (const _ of walk(frame)) if (!where || where(frame)) results.push(element(frame));
          return results;
        };
      }
    }
  }

  /** Position after position; until the next one is asked for, the frame stands at it. */
  private walk(scope: Scope, of: readonly Series[]): (frame: Frame<N>) => Generator<void> {
    const place = this.placeOf(scope);
    const lists = of.map((one) => this.series(one));
    return function* (frame) {
      const elements = new Map(of.map((one, i) => [one, lists[i]!(frame)]));
      const until = sharedLength(elements);
      // Two folds may walk the same series: what is first asked for inside the one must not move it.
      const outer = frame.places[place];
      try {
        for (let position = 1; position <= until; position++) {
          frame.places[place] = { results: [], position, until, elements, above: undefined };
          yield;
        }
      } finally {
        if (outer) frame.places[place] = outer;
      }
    };
  }

  /** Counts uses. What is used once, but in a loop on which it does not depend, is as good as used often. */
  private visit(part: Part): void {
    this.uses.set(part, (this.uses.get(part) ?? 0) + 1);
    if (this.visited.has(part)) return;
    this.visited.add(part);
    const { parts, bound } = partsOf(part);
    const here = bound ?? innermost(freeScopes(part));
    for (const one of parts) {
      this.visit(one);
      if (here && !freeScopes(one).has(here)) this.uses.set(one, 2);
    }
  }
}

/** Inner scopes are made after outer ones. */
function innermost(scopes: ReadonlySet<Scope>): Scope | undefined {
  let inner: Scope | undefined;
  for (const scope of scopes) if (!inner || scope.order > inner.order) inner = scope;
  return inner;
}

function running<N>(elements: readonly N[], combine: (before: N, element: N) => N): N[] {
  const results: N[] = [];
  for (const element of elements) {
    const before = results.at(-1);
    results.push(before === undefined ? element : combine(before, element));
  }
  return results;
}

/** How many positions series have when walked side by side: one number may stand for all where the series allows it. */
export function sharedLength(all: ReadonlyMap<Series, readonly unknown[]>): number {
  let shared: number | undefined;
  let first: Series | undefined;
  for (const [series, { length }] of all) {
    if (length === 1 && series.spreads) continue;
    if (shared !== undefined && shared !== length) throw unequalLengths(first!, shared, series, length);
    [shared, first] = [length, series];
  }
  return shared ?? 1;
}

export function unequalLengths(one: Series, length: number, other: Series, otherLength: number): CalculationError {
  const name = (series: Series) => series.name ?? new Writer().seriesName(series);
  const cells = (number: number) => `${number} ${number === 1 ? "cell" : "cells"}`;
  const remedy = other.spreads
    ? "give it one cell or as many"
    : one.spreads
      ? `give ${name(one)} one cell or as many`
      : "give ranges of the same length";
  return new CalculationError(
    "invalidValue",
    `${name(other)} must be as long as ${name(one)}: it has ${cells(otherLength)}, ${name(one)} has ${cells(length)}; ${remedy}`,
    other.name,
  );
}
