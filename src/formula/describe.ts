import { dividedBy, growth, minus, plus, times } from "../calc/arithmetic";
import { above, atMost, equal, unequal } from "../calc/comparisons";
import { type ErrorCode, worksheetErrors } from "../calc/error";
import { rootsOf } from "../calc/evaluate";
import { plainNumber } from "../calc/number";
import type { Operation } from "../calc/operation";
import { everyPart, type Part, partsOf } from "../calc/parts";
import { Condition, Quantity } from "../calc/quantity";
import { deviationOf } from "../calc/reductions";
import { Series } from "../calc/series";
import { inWords } from "../calc/text";
import { Writer } from "../calc/write";
import type { FunctionDefinition } from "../concepts/define";

/** A line of a definition: what = formula. */
export interface Definition {
  readonly name: string;
  readonly formula: string;
}

/** The formula of a function in words: its named results, each after those it uses, then the result or the columns. */
export function formulaInWords(fn: FunctionDefinition): Definition[] {
  const { formula, procedure } = fn;
  if (procedure) return [{ name: procedure.title.toLowerCase(), formula: procedure.inWords }];
  const found = new Map<object, Definition>();
  const columns = new Map<Quantity, string>();
  if (!(formula instanceof Quantity) && formula!.kind === "rows") {
    const names = [...Object.keys(formula!.columns), ...formula!.carried];
    formula!.cells.forEach((cell, i) => cell instanceof Quantity && columns.set(cell, names[i]!));
  }
  const writer = new Definer(found, columns);
  if (formula instanceof Quantity) writer.define(formula);
  else if (formula!.kind === "rows")
    formula!.cells.forEach((cell, i) =>
      writer.column([...Object.keys(formula!.columns), ...formula!.carried][i]!, cell),
    );
  else {
    const names = Object.keys(formula!.columns);
    for (const { cells } of formula!.lines) {
      const label = cells.find((cell) => typeof cell === "string");
      cells.forEach(
        (cell, i) =>
          typeof cell !== "string" &&
          writer.column(label && names.length === 2 ? label : `${label ?? ""} ${names[i]!}`.trim(), cell),
      );
    }
  }
  return [...found.values()];
}

class Definer extends Writer {
  constructor(
    private readonly found: Map<object, Definition>,
    private readonly columns: ReadonlyMap<Quantity, string>,
  ) {
    super();
  }

  define(named: Quantity): void {
    if (this.found.has(named) || named.origin.kind !== "named") return;
    const { name, of } = named.origin;
    const formula = super.write(of).text;
    this.found.set(named, { name: inWords(name), formula });
  }

  column(name: string, cell: Quantity | Condition): void {
    if (this.found.has(cell)) return;
    const formula = cell instanceof Quantity ? super.write(cell).text : this.condition(cell).text;
    if (formula !== inWords(name)) this.found.set(cell, { name: inWords(name), formula });
  }

  override write(part: Quantity) {
    const column = this.columns.get(part);
    return column === undefined ? super.write(part) : this.leaf(part, column);
  }

  protected override leaf(part: Quantity, name: string) {
    this.define(part);
    return super.leaf(part, inWords(name));
  }

  protected override elements(series: Series) {
    const { source } = series;
    if ((source.kind === "each" || source.kind === "generated") && series.name && !this.found.has(series)) {
      const formula = super.write(source.element).text;
      this.found.set(series, { name: inWords(series.name), formula: `for each period, ${formula}` });
    }
    return super.elements(series);
  }

  /** Before an element of a computed series comes what the series is. */
  protected override elementName(series: Series) {
    this.elements(series);
    return super.elementName(series);
  }
}

/** When a function has no result, and what the cell shows then. */
export interface Refusal {
  readonly when: string;
  readonly shows: string;
}

/** The errors of a function beyond the rules of its single arguments, read off its formula. */
export function refusalsOf(fn: FunctionDefinition): Refusal[] {
  const refusals = new Map<string, Refusal>();
  const add = (when: string, code: ErrorCode) =>
    refusals.set(`${code} ${when}`, { when, shows: worksheetErrors[code] });
  for (const words of Object.keys(fn.requirements)) add(`not: ${words}`, "invalidValue");
  const met = new Set<Part>();
  const visit = (part: Part, guarded: ReadonlySet<string>): void => {
    if (met.has(part)) return;
    met.add(part);
    if (part instanceof Quantity) refusalsIn(fn, part, guarded, add);
    const inside =
      part instanceof Quantity && part.origin.kind === "when"
        ? new Set([...guarded, ...kept(part.origin.condition)])
        : guarded;
    partsOf(part).parts.forEach((one) => visit(one, inside));
  };
  if (fn.formula) rootsOf(fn.formula).forEach((root) => visit(root, new Set()));
  return [...refusals.values()];
}

/** What a single part refuses; a divisor whose arguments a choice around it has looked at is taken care of. */
function refusalsIn(
  fn: FunctionDefinition,
  part: Quantity,
  guarded: ReadonlySet<string>,
  add: (when: string, code: ErrorCode) => void,
): void {
  const { origin } = part;
  if (origin.kind === "failure") add(origin.error.message, origin.error.code);
  if (origin.kind === "operation" && origin.operation === dividedBy) {
    const divisor = origin.operands[1]!;
    if (![...argumentsIn(divisor)].some((name) => guarded.has(name)))
      zeros(fn, divisor).forEach((when) => add(when, "divisionByZero"));
  }
  if (origin.kind === "reduction" && origin.reduction === deviationOf)
    add(`${new Writer().seriesName(origin.series)} are too few`, "divisionByZero");
  const { source } = origin.kind === "reduction" ? origin.series : { source: undefined };
  if (origin.kind === "reduction" && !origin.ifNone && source?.kind === "each" && source.where)
    add(`there is no ${new Writer().seriesName(origin.series)}`, "divisionByZero");
}

/** The arguments that a condition keeps from being 0 on one of its sides. */
function kept(condition: Condition): ReadonlySet<string> {
  const asked = [...everyPart([condition])].filter(
    (part) =>
      part instanceof Condition &&
      part.test.kind === "comparison" &&
      [equal, unequal, above, atMost].includes(part.test.comparison),
  );
  return new Set(asked.flatMap((part) => [...argumentsIn(part)]));
}

/** The names of the arguments that a part uses. */
function argumentsIn(part: Part): ReadonlySet<string> {
  const names = [...everyPart([part])].flatMap((one) => {
    if (one instanceof Quantity && one.origin.kind === "argument") return [one.origin.name];
    return one instanceof Series && one.source.kind === "argument" ? [one.source.name] : [];
  });
  return new Set(names);
}

/** When a divisor is 0, in words; nothing where the rules of the arguments keep it above. */
function zeros(fn: FunctionDefinition, part: Quantity): string[] {
  const { origin } = part;
  switch (origin.kind) {
    case "argument":
      return isPositive(fn, part) ? [] : [`${origin.name} is 0`];
    case "named":
    case "spelled":
      return zeros(fn, origin.of);
    case "reduction":
      return [`${new Writer().write(part).text} is 0`];
    case "operation": {
      const { operation, operands } = origin;
      if (operation === times) return [...new Set(operands.flatMap((operand) => zeros(fn, operand)))];
      if (operation === dividedBy) return zeros(fn, operands[0]!);
      if (operation === growth || isPositive(fn, part)) return [];
      return [whenZero(operation, operands) ?? `${new Writer().write(part).text} is 0`];
    }
    default:
      return [];
  }
}

/** 1 − a is 0 when a is 1. */
function whenZero(operation: Operation, [left, right]: readonly Quantity[]): string | undefined {
  if (operation !== minus || left?.origin.kind !== "constant" || right?.origin.kind !== "argument") return undefined;
  return `${right.origin.name} is ${plainNumber(left.origin.value)}`;
}

/** Whether the rules of the arguments keep a number above 0. */
function isPositive(fn: FunctionDefinition, { origin }: Quantity): boolean {
  switch (origin.kind) {
    case "constant":
      return origin.value.greaterThan(0);
    case "argument": {
      const { least = -Infinity, openLeast } = fn.parameters[origin.name]!.limits;
      return least > 0 || (least === 0 && openLeast === true);
    }
    case "named":
    case "spelled":
      return isPositive(fn, origin.of);
    case "operation":
      return (
        (origin.operation === plus || origin.operation === times) && origin.operands.every((one) => isPositive(fn, one))
      );
    default:
      return false;
  }
}

/** What people are told a call must look like: COMPUTE.NAME(a, b, [c]). */
export const signatureOf = (fn: FunctionDefinition): string =>
  `${fn.name}(${Object.entries(fn.parameters)
    .map(([name, { byDefault }]) => (byDefault === undefined ? name : `[${name}]`))
    .join(", ")})`;
