import { type FunctionDefinition, inWords } from "../concepts/define";
import { isRequired, type Limits, type ParameterKind } from "../concepts/parameter";
import { fieldUnit, formatNumber, formatShare, isShare, typed } from "./format";

/** What a field needs to know of a parameter. */
export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly kind: ParameterKind;
  /** What a value must be, as a reader would say it: "0% to 100%", "above 0". */
  readonly rule: string;
  readonly required: boolean;
  /** What a blank counts as, as it would be typed; empty when there is none. */
  readonly byDefault: string;
  readonly words: readonly string[];
}

/** The arguments of a function in their permanent order. */
export function argumentsOf(fn: FunctionDefinition): Argument[] {
  return Object.entries(fn.parameters).map(([name, parameter]) => {
    const unit = String(parameter.unit);
    return {
      name,
      description: parameter.description,
      unit,
      kind: parameter.kind,
      rule: ruleInWords(parameter.limits, unit, parameter.kind),
      required: isRequired(parameter),
      byDefault: typed(parameter.byDefault, unit),
      words: parameter.words ?? [],
    };
  });
}

/** Whether an argument takes many cells. */
export function isRange({ kind }: Pick<Argument, "kind">): boolean {
  return kind === "numbers" || kind === "range";
}

/** The unit as it stands at the right end of a field. */
export function unitInField({ unit, kind }: Pick<Argument, "unit" | "kind">): string {
  return kind === "text" || kind === "boolean" ? "" : fieldUnit(unit);
}

/** Limits, said shortly: "0% to 100%", "above 0", "1 or more, whole". */
export function ruleInWords(limits: Limits, unit: string, kind: ParameterKind = "number"): string {
  if (kind === "boolean") return "TRUE or FALSE";
  const shown = (limit: number) => (isShare(unit) ? formatShare(limit) : formatNumber(limit));
  const { least, most, openLeast, openMost, whole } = limits;
  const from = least === undefined ? undefined : shown(least);
  const to = most === undefined ? undefined : shown(most);
  return [rangeInWords(from, to, openLeast ?? false, openMost ?? false), whole ? "whole" : ""]
    .filter(Boolean)
    .join(", ");
}

function rangeInWords(from: string | undefined, to: string | undefined, above: boolean, below: boolean): string {
  if (from !== undefined && to !== undefined) return `${above ? "above " : ""}${from} to ${below ? "below " : ""}${to}`;
  if (from !== undefined) return above ? `above ${from}` : `${from} or more`;
  if (to !== undefined) return below ? `below ${to}` : `${to} or less`;
  return "";
}

/** An argument's name as a label: "Hours per year". */
export function asLabel(name: string): string {
  const words = inWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
