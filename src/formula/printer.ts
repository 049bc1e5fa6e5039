import type { Decimal } from "../calc/decimal";
import type { Reduction } from "../calc/operation";
import { everyPart, freeScopes, type Part } from "../calc/parts";
import { Condition, Quantity, type Scope } from "../calc/quantity";
import { countOf, elementOf, firstOf, lastOf } from "../calc/reductions";
import { Series } from "../calc/series";
import { atom, call, infix, levels, type Text } from "../calc/text";
import type { FunctionDefinition } from "../concepts/define";
import { Folding } from "./fold";
import { lettered } from "./letting";
import { type Cells, isColumn, isLiteral, reference, type References } from "./references";

/** What may get a name of its own in a formula. */
export type Candidate = Quantity | Series;

/** What is printed as something other than its own formula: a LET name, a cell's address, the elements of an array. */
export class Places {
  readonly names = new Map<Candidate, string>();
  readonly positions = new Map<Scope, Text>();
  readonly elements = new Map<Scope, (series: Series) => Text>();
  readonly above = new Map<Scope, (column: number) => Text>();
  /** The question whether there is a row above, where only the sheet can answer it. */
  readonly asksAbove = new Map<Scope, Text>();
  readonly hasAbove = new Map<Scope, boolean>();
  readonly firstPositions = new Map<Scope, number>();
  /** Loops that are LAMBDAs or rows: what depends on them cannot be named outside. */
  readonly inside = new Set<Scope>();
  /** Whose names have been printed. */
  readonly used = new Set<Candidate>();

  name(part: Candidate): Text | undefined {
    const name = this.names.get(part);
    if (name === undefined) return undefined;
    this.used.add(part);
    return atom(name);
  }
}

/** One call to be printed. */
export interface Printed {
  readonly fn: FunctionDefinition;
  readonly references: References;
  readonly cells: Cells;
}

const divisionByZero: Text = { text: "1/0", level: levels.product };
const text = (content: string): Text => atom(`"${content}"`);
const equals = infix("=", levels.comparison);

/** Writes formulas of the tree as native Excel formulas over the references of one call. */
export class Printer {
  readonly definitions: [name: string, text: string][] = [];
  private readonly met = new Map<Candidate, number>();
  private readonly defined = new Set<Candidate>();
  private readonly folding: Folding;
  /** Inside an array, where AND, MIN and MAX would fold it into one number. */
  private inArray = false;
  private lambdas = 0;

  constructor(
    private readonly printed: Printed,
    private readonly lets: ReadonlyMap<Candidate, string> = new Map(),
    readonly places = new Places(),
  ) {
    this.folding = new Folding(printed.fn, printed.references);
    places.hasAbove.forEach((has, scope) => this.folding.hasAbove.set(scope, has));
    places.firstPositions.forEach((first, scope) => this.folding.firstPositions.set(scope, first));
  }

  /** Parts printed more than once that a LET could name. */
  repeated(): Candidate[] {
    return [...this.met]
      .filter(
        ([candidate, times]) => times > 1 && ![...freeScopes(candidate)].some((scope) => this.places.inside.has(scope)),
      )
      .map(([candidate]) => candidate);
  }

  letName(candidate: Candidate, taken: Iterable<string>): string {
    const words =
      candidate instanceof Series ? candidate.name! : ((candidate.origin as { name?: string }).name ?? "value");
    let name = letNameOf(words);
    // A name that an argument uses already would be hidden from it.
    const used = Object.values(this.printed.references).flatMap((given) => given?.match(/[A-Za-z_][\w.]*/g) ?? []);
    const names = new Set([...taken, ...used]);
    while (names.has(name) || name.length < 2) name += "_";
    return name;
  }

  /** Whether a condition holds, where the call or the row fixes it. */
  known(condition: Condition): boolean | undefined {
    return this.folding.known(condition);
  }

  quantity(part: Quantity): Text {
    const { origin } = part;
    if (origin.kind === "argument") {
      const given = this.printed.references[origin.name];
      if (given !== undefined) return isLiteral(given) ? atom(given) : this.named(part, () => reference(given));
    }
    const constant = this.folding.constant(part);
    if (constant) return number(constant);
    const place = this.places.name(part);
    if (place) return place;
    switch (origin.kind) {
      case "argument":
        return text("");
      case "constant":
        return number(origin.value);
      case "named":
        return this.named(part, () => this.quantity(origin.of));
      case "spelled":
        return this.shorter(origin.of, origin.native);
      case "operation":
        return this.operation(origin);
      case "when": {
        const known = this.known(origin.condition);
        if (known !== undefined) return this.quantity(known ? origin.yes : origin.no);
        return call("IF")(this.condition(origin.condition), this.quantity(origin.yes), this.quantity(origin.no));
      }
      case "match":
        return this.match(origin);
      case "reduction":
        return this.reduction(origin);
      case "element":
        return this.places.elements.get(origin.scope)!(origin.series);
      case "position":
        return this.places.positions.get(origin.scope)!;
      case "above":
        return this.places.above.get(origin.scope)!(origin.column);
      case "blank":
        return text("");
      case "failure":
        return origin.error.code === "notAvailable"
          ? atom("NA()")
          : origin.error.code === "divisionByZero"
            ? divisionByZero
            : atom('VALUE("")');
    }
  }

  private operation({ operation, operands }: Extract<Quantity["origin"], { kind: "operation" }>): Text {
    const { native, nativeEach, neutral } = operation;
    const [a, b] = operands;
    if (b && neutral?.right !== undefined && this.folding.constant(b)?.equals(neutral.right)) return this.quantity(a!);
    if (b && neutral?.left !== undefined && this.folding.constant(a!)?.equals(neutral.left)) return this.quantity(b);
    const texts = operands.map((operand) => this.quantity(operand));
    if (this.inArray && nativeEach) return texts.reduce((left, right) => nativeEach(left, right));
    return native(...(nativeEach ? withoutRepeats(texts) : texts));
  }

  private match({ word, cases }: Extract<Quantity["origin"], { kind: "match" }>): Text {
    const known = this.folding.word(word);
    if (known !== undefined) return this.quantity(cases[known]!);
    const printed = Object.entries(cases).map(([name, result]) => [text(name), this.quantity(result)] as const);
    const given = reference(this.printed.references[word.name]!);
    if (printed.length > 2) return call("SWITCH")(given, ...printed.flat());
    const [[, otherwise], [name, result]] = printed as [readonly [Text, Text], readonly [Text, Text]];
    return call("IF")(equals(given, name), result, otherwise);
  }

  private reduction({ reduction, series, operands, ifNone }: Extract<Quantity["origin"], { kind: "reduction" }>): Text {
    const others = operands.map((operand) => this.quantity(operand));
    const { source } = series;
    if (reduction === countOf && source.kind === "each" && source.where) {
      const { where } = source;
      return atom(
        `SUM(${this.array(source.scope, source.of, where, () => call("IF")(this.condition(where), atom("1"), atom("0"))).text})`,
      );
    }
    if (source.kind === "argument") return reduction.native(this.argumentOf(reduction, series, source.name), ...others);
    const classic = this.overChosen(reduction, series, ifNone);
    if (classic) return classic;
    const outside = this.inArray;
    this.inArray = false;
    const none = ifNone ? this.quantity(ifNone) : divisionByZero;
    this.inArray = outside;
    return reduction.native(this.series(series, none), ...others);
  }

  /** A fold over the elements that a condition chooses, without FILTER, which only newer versions of Excel know. */
  private overChosen({ nativeWhere }: Reduction, series: Series, ifNone: Quantity | undefined): Text | undefined {
    const { source } = series;
    const isError = !ifNone || (ifNone.origin.kind === "failure" && ifNone.origin.error.code === "divisionByZero");
    if (!nativeWhere || !isError || this.lets.has(series) || source.kind !== "each" || !source.where) return undefined;
    const { scope, of, element, where } = source;
    const elements = this.array(scope, of, element, () => this.quantity(element));
    return nativeWhere(
      elements,
      this.array(scope, of, where, () => this.condition(where)),
    );
  }

  /** A range as a fold takes it: blocks as they are where the order is the same, blanks made 0 where Excel would pass over them. */
  private argumentOf(reduction: Reduction, series: Series, name: string): Text {
    const given = this.printed.references[name];
    if (given === undefined) return this.series(series);
    if (reduction.skipsBlanks && this.printed.cells.withBlanks?.has(name))
      return { text: `${reference(given).text}+0`, level: levels.sum };
    const ordered = [countOf, elementOf, firstOf, lastOf].includes(reduction);
    return ordered ? this.series(series) : this.named(series, () => reference(given));
  }

  condition(condition: Condition): Text {
    const { test } = condition;
    switch (test.kind) {
      case "comparison":
        return test.comparison.native(this.quantity(test.left), this.quantity(test.right));
      case "given": {
        const { origin } = test.quantity;
        if (origin.kind === "element") return call("ISNUMBER")(this.quantity(test.quantity));
        // Only a row above can be in doubt besides: an argument is known to be given or not.
        return this.places.asksAbove.get((origin as { scope: Scope }).scope)!;
      }
      case "word":
        return equals(reference(this.printed.references[test.word.name]!), text(test.is));
      case "flag":
        return reference(this.printed.references[test.name]!);
      case "last":
        return equals(this.places.positions.get(test.scope)!, this.quantity(test.to));
      case "every": {
        const { condition: holds } = test;
        return call("AND")(this.array(test.scope, test.of, holds, () => this.condition(holds)));
      }
      case "not":
        return call("NOT")(this.condition(test.of));
      case "asked": {
        const asked = this.known(test.when);
        if (asked !== undefined) return asked ? this.truth(test.of) : text("");
        return call("IF")(this.condition(test.when), this.truth(test.of), text(""));
      }
      case "both":
      case "either": {
        const [left, right] = [this.known(test.left), this.known(test.right)];
        if (left !== undefined) return this.condition(test.right);
        if (right !== undefined) return this.condition(test.left);
        const sides = [this.condition(test.left), this.condition(test.right)] as const;
        if (!this.inArray) return call(test.kind === "both" ? "AND" : "OR")(...sides);
        return test.kind === "both" ? infix("*", levels.product)(...sides) : infix("+", levels.sum)(...sides);
      }
    }
  }

  /** TRUE or FALSE as a cell of a table. */
  truth(condition: Condition): Text {
    const known = this.known(condition);
    return known === undefined ? this.condition(condition) : atom(known ? "TRUE" : "FALSE");
  }

  /** A range or an array; `ifNone` is what stands in an array from which everything was filtered out. */
  series(series: Series, ifNone: Text = divisionByZero): Text {
    return series.name && series.source.kind !== "otherwise"
      ? this.named(series, () => this.unnamed(series, ifNone))
      : this.unnamed(series, ifNone);
  }

  private unnamed(series: Series, ifNone: Text): Text {
    const place = this.places.name(series);
    if (place) return place;
    const { source } = series;
    switch (source.kind) {
      case "argument":
        return this.column(source.name);
      case "otherwise": {
        const name = (source.of.source as { name: string }).name;
        return this.printed.references[name] === undefined ? this.quantity(source.value) : this.series(source.of);
      }
      case "slice": {
        const of = this.series(source.of);
        const row = this.countingUp(of);
        const [from, to] = [this.quantity(source.from), this.quantity(source.to)];
        const [after, before] = [infix(">=", levels.comparison)(row, from), infix("<=", levels.comparison)(row, to)];
        return atom(`FILTER(${of.text},(${after.text})*(${before.text}),${ifNone.text})`);
      }
      case "running": {
        const [start, symbol] = source.fold === "sum" ? ["0", "+"] : ["1", "*"];
        return atom(`SCAN(${start},${this.series(source.of).text},LAMBDA(so_far,next,so_far${symbol}next))`);
      }
      case "shifted": {
        const of = this.series(source.of);
        return atom(`TAKE(VSTACK(${this.quantity(source.first).text},${of.text}),ROWS(${of.text}))`);
      }
      case "generated":
        return this.array(source.scope, [], source.element, () => this.quantity(source.element), source.count);
      case "each": {
        const element = this.array(source.scope, source.of, source.element, () => this.quantity(source.element));
        const { where } = source;
        if (!where) return element;
        return call("FILTER")(
          element,
          this.array(source.scope, source.of, where, () => this.condition(where)),
          ifNone,
        );
      }
    }
  }

  /** Element by element: plain array arithmetic, or MAP where an element itself folds a series that depends on it. */
  private array(scope: Scope, of: readonly Series[], body: Part, write: () => Text, count?: Quantity): Text {
    const nested = [...everyPart([body])].some(
      (part) =>
        ((part instanceof Quantity && part.origin.kind === "reduction") ||
          (part instanceof Condition && part.test.kind === "every")) &&
        freeScopes(part).has(scope),
    );
    const counting = (): Text =>
      count ? this.sequence(count) : this.countingUp(this.series(of.find((one) => !this.isConstant(one)) ?? of[0]!));
    const outside = this.inArray;
    if (!nested) {
      this.places.elements.set(scope, (one) => this.series(one));
      this.places.positions.set(scope, this.lazily(counting));
      this.inArray = true;
      const result = write();
      this.inArray = outside;
      return result;
    }
    return this.mapped(scope, of, body, write, counting, outside);
  }

  private mapped(
    scope: Scope,
    of: readonly Series[],
    body: Part,
    write: () => Text,
    counting: () => Text,
    outside: boolean,
  ): Text {
    const suffix = String.fromCharCode(97 + this.lambdas++);
    const walked = of.filter((one) => !this.isConstant(one));
    const usesPosition = [...everyPart([body])].some(
      (part) => part instanceof Quantity && part.origin.kind === "position" && part.origin.scope === scope,
    );
    const names = walked.map((one, i) => `item_${suffix}${"_".repeat(i)}`);
    const lists = [
      ...walked.map((one) => this.series(one).text),
      ...(usesPosition || walked.length === 0 ? [counting().text] : []),
    ];
    const place = `place_${suffix}`;
    this.places.elements.set(scope, (one) =>
      this.isConstant(one) ? this.series(one) : atom(names[walked.indexOf(one)]!),
    );
    this.places.positions.set(scope, atom(place));
    this.places.inside.add(scope);
    this.inArray = false;
    const { text: result } = write();
    this.inArray = outside;
    const parameters = [...names, ...(usesPosition || walked.length === 0 ? [place] : [])];
    return atom(`MAP(${lists.join(",")},LAMBDA(${parameters.join(",")},${result}))`);
  }

  private isConstant({ source }: Series): boolean {
    return (
      source.kind === "otherwise" && this.printed.references[(source.of.source as { name: string }).name] === undefined
    );
  }

  /** 1, 2, 3, … as long as a list. */
  private countingUp(list: Text): Text {
    return atom(`SEQUENCE(ROWS(${list.text}))`);
  }
  private sequence(count: Quantity): Text {
    return atom(`SEQUENCE(${this.quantity(count).text})`);
  }
  /** A text that is written only where it is used, so that what it names is not counted for nothing. */
  private lazily(write: () => Text): Text {
    let written: Text | undefined;
    const text = (): Text => (written ??= write());
    return {
      get text() {
        return text().text;
      },
      get level() {
        return text().level;
      },
    };
  }

  /** Ranges may be rows, columns or blocks, and are read row by row. */
  private column(name: string): Text {
    const given = this.printed.references[name];
    if (given === undefined) return atom(String(this.printed.fn.parameters[name]!.byDefault));
    const blanks = this.printed.cells.withBlanks?.has(name) ? "+0" : "";
    if (isColumn(given)) return blanks ? { text: `${given}+0`, level: levels.sum } : reference(given);
    return atom(`TOCOL(${given}${blanks})`);
  }

  private named(candidate: Candidate, write: () => Text): Text {
    this.met.set(candidate, (this.met.get(candidate) ?? 0) + 1);
    const name = this.lets.get(candidate);
    if (!name) return write();
    if (!this.defined.has(candidate)) {
      this.defined.add(candidate);
      this.definitions.push([name, write().text]);
    }
    return atom(name);
  }

  private shorter(...alternatives: Quantity[]): Text {
    const used = [...this.places.used];
    const inside = [...this.places.inside];
    const lengths = alternatives.map((one) => {
      const trial = (lets: ReadonlyMap<Candidate, string>): Printer => {
        const printer = new Printer(this.printed, lets, this.places);
        printer.inArray = this.inArray;
        return printer;
      };
      return lettered(trial, (printer) => printer.quantity(one).text).length;
    });
    // A trial leaves no trace, or it would keep a name alive that nobody needs.
    this.places.used.clear();
    used.forEach((part) => this.places.used.add(part));
    this.places.inside.clear();
    inside.forEach((scope) => this.places.inside.add(scope));
    return this.quantity(alternatives[lengths.indexOf(Math.min(...lengths))]!);
  }
}

/** Words as a LET name: camel case, no digits, so that it cannot be a cell's address. */
export const letNameOf = (words: string): string =>
  words
    .replace(/[^A-Za-z]+(.)?/g, (_, next: string = "") => next.toUpperCase())
    .replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** A default of 0 next to a written 0, as in MAX(B2,0,0). */
const withoutRepeats = (operands: readonly Text[]): Text[] =>
  operands.filter((operand, i) => operands.findIndex(({ text }) => text === operand.text) === i);

/**
 * A number as Excel reads it, written out while that keeps it exactly: 0.000000001 rather than 1E-9. A leading minus
 * binds tighter than ^ there, so that even -1 needs no parentheses.
 */
export function number(value: Decimal): Text {
  const double = value.toNumber();
  const plain = double.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });
  const exact = plain.length <= 18 && Number(plain) === double;
  return atom(exact ? plain : String(double).replace("e+", "E").replace("e", "E"));
}
