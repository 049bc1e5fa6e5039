import type { Reduction } from "./operation";
import { Condition, type Operand, Quantity, quantity, Scope } from "./quantity";
import * as reductions from "./reductions";
import { none, Unit } from "./unit";

export type Source =
  | { readonly kind: "argument"; readonly name: string; readonly spreads: boolean }
  | { readonly kind: "otherwise"; readonly of: Series; readonly value: Quantity }
  | {
      readonly kind: "each";
      readonly scope: Scope;
      readonly of: readonly Series[];
      readonly element: Quantity;
      readonly where: Condition | undefined;
    }
  | { readonly kind: "generated"; readonly scope: Scope; readonly count: Quantity; readonly element: Quantity }
  | { readonly kind: "slice"; readonly of: Series; readonly from: Quantity; readonly to: Quantity }
  | { readonly kind: "running"; readonly of: Series; readonly fold: "sum" | "product" }
  | { readonly kind: "shifted"; readonly of: Series; readonly first: Quantity };

type IfNone = { readonly ifNone?: Operand };

/**
 * Numbers that share a unit: a range, or one computed from ranges.
 * Folding none of them is #DIV/0!, unless `ifNone` says what it is.
 */
export class Series {
  constructor(
    readonly unit: Unit,
    readonly source: Source,
    readonly name: string | undefined = source.kind === "argument" ? source.name : undefined,
  ) {}

  /** Names a computed series, which makes it a step of the working and a candidate for LET. */
  as(name: string): Series {
    return new Series(this.unit, this.source, name);
  }

  /** Whether one number may stand for every position: a range of one cell that applies to all, or the default of one left out. */
  get spreads(): boolean {
    return (this.source.kind === "argument" && this.source.spreads) || this.source.kind === "otherwise";
  }

  sum(): Quantity {
    return this.folded(reductions.sumOf, [], { ifNone: 0 });
  }
  product(): Quantity {
    return this.folded(reductions.productOf, [], { ifNone: 1 });
  }
  mean(none?: IfNone): Quantity {
    return this.folded(reductions.meanOf, [], none);
  }
  smallest(none?: IfNone): Quantity {
    return this.folded(reductions.smallestOf, [], none);
  }
  largest(none?: IfNone): Quantity {
    return this.folded(reductions.largestOf, [], none);
  }
  count(): Quantity {
    return this.source.kind === "generated" ? this.source.count : this.folded(reductions.countOf, [], { ifNone: 0 });
  }
  standardDeviation(): Quantity {
    return this.folded(reductions.deviationOf);
  }
  quantile(share: Operand): Quantity {
    return this.folded(reductions.quantileOf, [share]);
  }
  /** The number at a rank, 1 being the smallest. */
  ranked(rank: Operand): Quantity {
    return this.folded(reductions.rankedOf, [rank]);
  }
  /** At a rate per period, the first amount one period from now. */
  presentValue(rate: Operand): Quantity {
    return this.folded(reductions.presentValueOf, [rate]);
  }
  at(position: Operand): Quantity {
    return this.folded(reductions.elementOf, [position]);
  }
  first(none?: IfNone): Quantity {
    return this.folded(reductions.firstOf, [], none);
  }
  last(none?: IfNone): Quantity {
    return this.folded(reductions.lastOf, [], none);
  }

  /** The elements at the positions `from` to `to`, of which some or all may lie outside. */
  between(from: Operand, to: Operand): Series {
    return new Series(this.unit, { kind: "slice", of: this, from: quantity(from), to: quantity(to) });
  }
  /** At each position the sum of the elements so far. */
  runningSum(): Series {
    return new Series(this.unit, { kind: "running", of: this, fold: "sum" });
  }
  /** At each position the product of the elements so far. */
  runningProduct(): Series {
    return new Series(this.unit, { kind: "running", of: this, fold: "product" });
  }
  /** At each position the element before it, and `first` at the first position. */
  shifted(first: Operand): Series {
    const value = quantity(first);
    return new Series(Unit.shared("put before the series", this.unit, value.unit), {
      kind: "shifted",
      of: this,
      first: value,
    });
  }
  /** For an optional range: the number that stands for every element when the range is left out. */
  otherwise(value: Operand): Series {
    const instead = quantity(value);
    return new Series(
      Unit.shared("take instead", this.unit, instead.unit),
      { kind: "otherwise", of: this, value: instead },
      this.name,
    );
  }
  /** Whether an optional range is given. */
  get isGiven(): Condition {
    return new Condition({
      kind: "given",
      quantity: new Quantity(this.unit, { kind: "argument", name: this.argument }),
    });
  }
  /** Whether every element is above the one before it. */
  get increases(): Condition {
    const before = this.between(1, this.count().minus(1));
    const after = this.between(2, this.count());
    return together({ before, after }).every((pair) => pair.after.isMoreThan(pair.before));
  }

  private get argument(): string {
    if (this.source.kind !== "argument") throw new Error("only an argument can be left out");
    return this.source.name;
  }

  private folded(reduction: Reduction, operands: readonly Operand[] = [], { ifNone }: IfNone = {}): Quantity {
    const others = operands.map(quantity);
    return new Quantity(reduction.unit(this.unit, ...others.map(({ unit }) => unit)), {
      kind: "reduction",
      reduction,
      series: this,
      operands: others,
      ifNone: ifNone === undefined ? undefined : quantity(ifNone),
    });
  }
}

type Elements<R> = { readonly [K in keyof R]: Quantity } & { readonly position: Quantity };

/** Series of equal length, walked side by side. */
export interface Together<R> {
  where(condition: (elements: Elements<R>) => Condition): Together<R>;
  map(element: (elements: Elements<R>) => Quantity): Series;
  /** At how many positions: those that are left after `where`. */
  count(): Quantity;
  /** Whether a condition holds at every position. */
  every(condition: (elements: Elements<R>) => Condition): Condition;
}

/** Walks series side by side. They must be of equal length; the position counts from 1. */
export function together<R extends Readonly<Record<string, Series>>>(series: R): Together<R> {
  const scope = new Scope();
  const of = Object.values(series);
  const elements = elementsOf(series, scope);
  const filtered = (where: Condition | undefined): Together<R> => ({
    where: (condition) => filtered(where ? where.and(condition(elements)) : condition(elements)),
    map(body) {
      const element = body(elements);
      return new Series(element.unit, { kind: "each", scope, of, element, where });
    },
    count() {
      return filtered(where)
        .map(({ position }) => position)
        .count();
    },
    every(condition) {
      return new Condition({ kind: "every", scope, of, condition: condition(elements) });
    },
  });
  return filtered(undefined);
}

/** A series with a formula for each position from 1 to `count`; the position has the unit of the count. */
export function generate(count: Operand, body: (position: Quantity) => Quantity): Series {
  const scope = new Scope();
  const length = quantity(count);
  const element = body(new Quantity(length.unit, { kind: "position", scope }));
  return new Series(element.unit, { kind: "generated", scope, count: length, element });
}

export function elementsOf<R extends Readonly<Record<string, Series>>>(
  series: R,
  scope: Scope,
  position = none,
): Elements<R> {
  const elements = Object.entries(series).map(([name, one]) => [
    name,
    new Quantity(one.unit, { kind: "element", scope, series: one }),
  ]);
  return Object.fromEntries([
    ...elements,
    ["position", new Quantity(position, { kind: "position", scope })],
  ]) as Elements<R>;
}
