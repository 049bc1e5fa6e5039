import { Condition, type Quantity, type Scope } from "./quantity";
import { Series } from "./series";

/** Anything that a formula is made of. */
export type Part = Quantity | Condition | Series;

/** The parts that a part is made of, the loop it is an element of, and the loop it closes. */
export interface Anatomy {
  readonly parts: readonly Part[];
  readonly own?: Scope;
  readonly bound?: Scope;
}

export function partsOf(part: Part): Anatomy {
  if (part instanceof Series) return partsOfSeries(part);
  return part instanceof Condition ? partsOfCondition(part) : partsOfQuantity(part);
}

function partsOfSeries({ source }: Series): Anatomy {
  switch (source.kind) {
    case "argument":
      return { parts: [] };
    case "otherwise":
      return { parts: [source.of, source.value] };
    case "slice":
      return { parts: [source.of, source.from, source.to] };
    case "running":
      return { parts: [source.of] };
    case "shifted":
      return { parts: [source.of, source.first] };
    case "generated":
      return { parts: [source.count, source.element], bound: source.scope };
    case "each":
      return { parts: [...source.of, source.element, ...(source.where ? [source.where] : [])], bound: source.scope };
  }
}

function partsOfCondition({ test }: Condition): Anatomy {
  switch (test.kind) {
    case "comparison":
      return { parts: [test.left, test.right] };
    case "given":
      return { parts: [test.quantity] };
    case "word":
    case "flag":
      return { parts: [] };
    case "last":
      return { parts: [test.to], own: test.scope };
    case "every":
      return { parts: [...test.of, test.condition], bound: test.scope };
    case "not":
      return { parts: [test.of] };
    case "asked":
      return { parts: [test.when, test.of] };
    case "both":
    case "either":
      return { parts: [test.left, test.right] };
  }
}

function partsOfQuantity({ origin }: Quantity): Anatomy {
  switch (origin.kind) {
    case "argument":
    case "constant":
    case "failure":
    case "blank":
      return { parts: [] };
    case "operation":
      return { parts: origin.operands };
    case "reduction":
      return { parts: [origin.series, ...origin.operands, ...(origin.ifNone ? [origin.ifNone] : [])] };
    case "when":
      return { parts: [origin.condition, origin.yes, origin.no] };
    case "match":
      return { parts: Object.values(origin.cases) };
    case "named":
    case "spelled":
      return { parts: [origin.of] };
    case "element":
      return { parts: [origin.series], own: origin.scope };
    case "position":
    case "above":
      return { parts: [], own: origin.scope };
  }
}

/** Every part that a formula is made of, each once, itself included. */
export function* everyPart(roots: Iterable<Part>): Generator<Part> {
  const met = new Set<Part>();
  const waiting = [...roots];
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    if (met.has(part)) continue;
    met.add(part);
    yield part;
    waiting.push(...partsOf(part).parts);
  }
}

const scopesOf = new WeakMap<Part, ReadonlySet<Scope>>();

/** The loops on which a part depends: those whose elements, positions or rows above it uses and does not close itself. */
export function freeScopes(part: Part): ReadonlySet<Scope> {
  const known = scopesOf.get(part);
  if (known) return known;
  const { parts, own, bound } = partsOf(part);
  const free = new Set(parts.flatMap((one) => [...freeScopes(one)]));
  if (bound) free.delete(bound);
  if (own) free.add(own);
  scopesOf.set(part, free);
  return free;
}
