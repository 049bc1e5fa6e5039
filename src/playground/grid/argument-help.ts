/** Which function a formula is calling where the caret is, and what to say about it. */
import { nameInFormulas, type FunctionMetadata } from "./metadata";

/** A call around the caret. */
export interface Call {
  /** As typed. */
  readonly name: string;
  /** Which argument the caret is in, from 0. */
  readonly argument: number;
}

/** The innermost call of a function around a place in a formula; undefined when there is none. */
export function callAt(formula: string, caret = formula.length): Call | undefined {
  if (!formula.startsWith("=")) return undefined;
  const open: { name: string; argument: number }[] = [];
  const text = formula.slice(0, caret);
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, index + 1);
      // In an unfinished text the caret is still in the argument that the text is part of.
      index = end < 0 ? text.length : end;
    } else if (character === "{") {
      const end = text.indexOf("}", index);
      index = end < 0 ? text.length : end;
    } else if (character === "(") {
      open.push({ name: /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, index))?.[0] ?? "", argument: 0 });
    } else if (character === ")") open.pop();
    else if (character === ",") {
      const last = open.at(-1);
      if (last) last.argument += 1;
    }
  }
  return open.findLast(({ name }) => name !== "");
}

/** A line of help: pieces of text, the current argument marked. */
export interface Help {
  readonly before: string;
  readonly current: string;
  readonly after: string;
}

/** "GPUHOURCOST(capex, **lifeYears**, …): what the argument is". */
export function argumentHelp(functions: readonly FunctionMetadata[], call: Call): Help | undefined {
  const fn = functionNamed(functions, call.name);
  if (!fn) return undefined;
  const repeating = fn.parameters.at(-1)?.repeating === true;
  const index = repeating ? Math.min(call.argument, fn.parameters.length - 1) : call.argument;
  const names = fn.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const current = fn.parameters[index];
  if (!current)
    return {
      before: `${fn.name}(${names.join(", ")}): `,
      current: "",
      after: `takes at most ${names.length} arguments.`,
    };
  const before = names.slice(0, index).map((name) => `${name}, `);
  const after = names.slice(index + 1).map((name) => `, ${name}`);
  return {
    before: `${fn.name}(${before.join("")}`,
    current: names[index] ?? "",
    after: `${after.join("")}): ${current.description ?? ""}`,
  };
}

/** "GPUHOURCOST(capex, lifeYears, …): what it returns", for a formula that is one call of ours. */
export function functionHelp(functions: readonly FunctionMetadata[], formula: string): string | undefined {
  const name = /COMPUTE\.[A-Z0-9.]+/i.exec(formula)?.[0];
  const fn = name && functionNamed(functions, name);
  if (!fn) return undefined;
  const names = fn.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  // The rest of the description repeats the arguments, for spreadsheets that show nothing else.
  const [meaning] = (fn.description ?? "").split(/(?<=\.)\s/);
  return `${fn.name}(${names.join(", ")}): ${meaning}`;
}

function functionNamed(functions: readonly FunctionMetadata[], name: string): FunctionMetadata | undefined {
  return functions.find((fn) => nameInFormulas(fn) === name.toUpperCase());
}
