import type { FunctionDefinition } from "../concepts/define";
import type { Parameter } from "../concepts/parameter";

/** The shape that Excel reads: docs/excel/custom-functions-json.md in OfficeDev/office-js-docs-pr. */
export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
  readonly enums: readonly EnumMetadata[];
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type: "number" | "any"; readonly dimensionality: "scalar" | "matrix" };
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: "number" | "boolean" | "any";
  readonly dimensionality: "scalar" | "matrix";
  readonly optional?: true;
  readonly customEnumId?: string;
}

export interface EnumMetadata {
  readonly id: string;
  readonly type: "string";
  readonly values: readonly { readonly name: string; readonly stringValue: string; readonly tooltip: string }[];
}

/** Longer descriptions are cut by Excel's own tips. */
const longestDescription = 255;

export function metadataOf(functions: readonly FunctionDefinition[], addinUrl: string): Metadata {
  const enums = new Map<string, EnumMetadata>();
  return {
    functions: functions.map((fn) => ({
      id: fn.name,
      name: fn.name,
      description: functionDescription(fn),
      helpUrl: `${addinUrl}help/functions/${fn.name}.html`,
      parameters: Object.entries(fn.parameters).map(([name, parameter]) => parameterMetadata(name, parameter, enums)),
      result:
        fn.kind === "number"
          ? { type: "number", dimensionality: "scalar" }
          : { type: "any", dimensionality: fn.columns ? "matrix" : "scalar" },
    })),
    enums: [...enums.values()],
  };
}

/** Numbers and flags are converted and refused by Excel itself; the rest is read by us, so that our words answer. */
function parameterMetadata(name: string, parameter: Parameter, enums: Map<string, EnumMetadata>): ParameterMetadata {
  const { kind, words } = parameter;
  const scalar = kind !== "numbers" && kind !== "range";
  return {
    name,
    description: parameterDescription(parameter),
    type: kind === "number" || kind === "boolean" ? kind : "any",
    dimensionality: scalar ? "scalar" : "matrix",
    ...(isOptional(parameter) && { optional: true }),
    ...(words && { customEnumId: enumFor(words, enums) }),
  };
}

/** Equal lists of words share one entry. */
function enumFor(words: readonly string[], enums: Map<string, EnumMetadata>): string {
  const id = words.map((word) => word.toUpperCase().replace(/[^A-Z0-9]/g, "")).join("");
  enums.set(id, {
    id,
    type: "string",
    values: words.map((word) => ({ name: word, stringValue: word, tooltip: word })),
  });
  return id;
}

/** "Years over which the price is recovered (year, more than 0)." and, where it may be left out, what then holds. */
export function parameterDescription(parameter: Parameter): string {
  const notes = [String(parameter.unit), ...parameter.rules].filter(Boolean).join(", ");
  const meaning = parameter.description.replace(/\.$/, "");
  return [`${meaning}${notes && ` (${notes})`}.`, leftOut(parameter)].filter(Boolean).join(" ");
}

/**
 * "Leave out", not "leave blank", where the default is not 0: a blank cell counts as 0.
 * What follows from an argument without a default is part of its description.
 */
function leftOut({ byDefault, unit }: Parameter): string {
  if (byDefault === undefined || byDefault === null) return "";
  if (byDefault === 0) return "Blank or left out: 0.";
  const name = typeof byDefault === "string" ? `"${byDefault}"` : shown(byDefault);
  const label =
    typeof byDefault === "number" && !["share", "times", "count"].includes(String(unit)) ? ` ${String(unit)}` : "";
  return `If left out: ${name}${label.trimEnd()}.`;
}

/**
 * The summary, then the arguments in order with units and defaults, as far as there is room: Excel on the web shows no tips for
 * single arguments.
 */
function functionDescription(fn: FunctionDefinition): string {
  const parameters = Object.entries(fn.parameters);
  const order = (name: (entry: [string, Parameter]) => string) =>
    `${fn.summary} Order: ${parameters.map(name).join(", ")}.`;
  const candidates = [
    order(([name, parameter]) => bracketed(parameter, `${name}${unitAfter(parameter)}${defaultAfter(parameter)}`)),
    order(([name, parameter]) => bracketed(parameter, `${name}${unitAfter(parameter)}`)),
    order(([name, parameter]) => bracketed(parameter, name)),
  ];
  return candidates.find(({ length }) => length <= longestDescription) ?? fn.summary;
}

const bracketed = (parameter: Parameter, text: string) => (isOptional(parameter) ? `[${text}]` : text);
const unitAfter = ({ unit }: Parameter) => (String(unit) ? ` (${String(unit)})` : "");
const defaultAfter = ({ byDefault }: Parameter) =>
  byDefault === undefined || byDefault === null ? "" : ` = ${shown(byDefault)}`;
const isOptional = ({ byDefault }: Parameter) => byDefault !== undefined;

function shown(value: number | string | boolean): string {
  if (typeof value === "number") return value.toLocaleString("en-US", { maximumFractionDigits: 15 });
  return String(value).replace(/^(true|false)$/, (flag) => flag.toUpperCase());
}
