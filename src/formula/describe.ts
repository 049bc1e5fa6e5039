import { dividedBy, times } from "../calc/arithmetic";
import { type ErrorCode, worksheetErrors } from "../calc/error";
import { rootsOf } from "../calc/evaluate";
import { everyPart } from "../calc/parts";
import { Condition, Quantity } from "../calc/quantity";
import { Series } from "../calc/series";
import { inWords, sentence } from "../calc/text";
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
  const roots = fn.formula ? rootsOf(fn.formula) : [];
  for (const part of everyPart(roots)) {
    if (!(part instanceof Quantity)) continue;
    const { origin } = part;
    if (origin.kind === "failure") add(origin.error.message, origin.error.code);
    if (origin.kind === "operation" && origin.operation === dividedBy)
      zeros(fn, origin.operands[1]!).forEach((name) => add(`${name} is 0`, "divisionByZero"));
    if (
      origin.kind === "reduction" &&
      !origin.ifNone &&
      origin.series.source.kind === "each" &&
      origin.series.source.where
    )
      add(`there is no ${new Writer().seriesName(origin.series)}`, "divisionByZero");
  }
  return [...refusals.values()];
}

/** What can make a divisor 0: arguments by their names, anything else by its formula. */
function zeros(fn: FunctionDefinition, { origin }: Quantity): string[] {
  switch (origin.kind) {
    case "constant":
      return origin.value.isZero() ? ["the divisor"] : [];
    case "argument": {
      const { least, openLeast } = fn.parameters[origin.name]!.limits;
      return least !== undefined && (least > 0 || (least === 0 && openLeast)) ? [] : [origin.name];
    }
    case "named":
    case "spelled": {
      const inner = zeros(fn, origin.of);
      return origin.kind === "named" && inner.length > 0 && origin.of.origin.kind !== "operation"
        ? [origin.name]
        : inner;
    }
    case "operation":
      if (origin.operation === times) return [...new Set(origin.operands.flatMap((operand) => zeros(fn, operand)))];
      if (origin.operation === dividedBy) return zeros(fn, origin.operands[0]!);
      // A power of a growth factor is never 0; a sum may be, in ways that only its own formula says.
      return "native" in origin.operation &&
        /\^/.test(origin.operation.written({ text: "a", level: 9 }, { text: "b", level: 9 }).text)
        ? []
        : [];
    case "reduction":
      return [new Writer().write(new Quantity(origin.series.unit, origin)).text];
    default:
      return [];
  }
}

/** What people are told a call must look like: COMPUTE.NAME(a, b, [c]). */
export const signatureOf = (fn: FunctionDefinition): string =>
  `${fn.name}(${Object.entries(fn.parameters)
    .map(([name, { byDefault }]) => (byDefault === undefined ? name : `[${name}]`))
    .join(", ")})`;

export { sentence };
