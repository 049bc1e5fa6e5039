import { isDeepStrictEqual } from "node:util";
import { concepts, functions, namespace } from "../../src/concepts";
import type { FunctionDefinition } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import { isRequired } from "../../src/concepts/parameter";
import { formulaInWords, refusalsOf } from "../../src/formula/describe";
import { explain } from "../../src/formula/explain";
import published from "../published/catalogue.json";

interface Entry {
  name: string;
  concept: string;
  parameters: {
    name: string;
    kind: string;
    unit: string;
    rules: string[];
    optional: boolean;
    default: unknown;
    words?: string[];
  }[];
  returns: { kind: string; unit: string; columns?: { name: string; unit: string }[] };
  errors: { when: string; returns: string }[];
  example: { args: unknown[]; result: unknown };
}

const catalogue = published.functions as unknown as Entry[];
const entryOf = (fn: FunctionDefinition): Entry => catalogue.find(({ name }) => name === fn.name)!;

/** The catalogue spells rules as comparisons; people read them in words. */
const inWords = (rule: string): string | undefined => {
  const limit = (text: string): string => Number(text).toLocaleString("en-US");
  if (rule === "whole") return "a whole number";
  const [, sign = "", number = ""] = /^(>=|>|<=|<)(-?[\d.]+)$/.exec(rule) ?? [];
  const words = { ">=": "at least", ">": "more than", "<=": "at most", "<": "less than" }[sign];
  return words && `${words} ${limit(number)}`;
};

const rangesOf = (args: unknown[]): unknown[] =>
  args.map((cell) => (Array.isArray(cell) && !Array.isArray(cell[0]) ? [cell] : cell));
const lowered = (cells: unknown): unknown => JSON.parse(JSON.stringify(cells).toLowerCase());

it("has every function of the catalogue, in its order", () => {
  expect(functions.map(({ name }) => name)).toEqual(catalogue.map(({ name }) => name));
});

it("gives every concept the functions of the catalogue", () => {
  for (const { slug, functions: own } of concepts) {
    expect([slug, own.map(({ name }) => name)]).toEqual([
      slug,
      catalogue.filter(({ concept }) => concept === slug).map(({ name }) => name),
    ]);
  }
});

describe.each(functions.map((fn) => [fn.name as string, fn] as const))("%s", (_, fn) => {
  const entry = entryOf(fn);

  it("keeps the permanent interface: parameters, order, defaults, rules and words", () => {
    const declared = Object.entries(fn.parameters).map(([name, parameter]) => ({
      name,
      kind: parameter.kind,
      optional: !isRequired(parameter),
      default: parameter.byDefault ?? null,
      words: parameter.words?.map((word) => word.toLowerCase()),
      rules: parameter.words ? [] : [...parameter.rules].sort(),
    }));
    expect(declared).toEqual(
      entry.parameters.map(({ name, kind, optional, default: byDefault, words, rules }) => ({
        name,
        kind,
        optional,
        // A range of one cell is declared by that cell.
        default: Array.isArray(byDefault) ? (byDefault[0] as unknown) : byDefault,
        words: words?.map((word) => word.toLowerCase()),
        rules: rules
          .map(inWords)
          .filter((rule) => rule !== undefined)
          .sort(),
      })),
    );
  });

  it("shows the catalogue's units to people", () => {
    const units = Object.values(fn.parameters).map(({ unit }) => String(unit));
    const alike = (unit: string): string => ({ ratio: "times", "": "" })[unit] ?? unit;
    expect(units).toEqual(entry.parameters.map(({ unit }, i) => (unit === "" ? units[i] : alike(unit))));
  });

  it("balances its units in every branch", () => {
    expect(() => fn.formula).not.toThrow();
    expect(() => fn.requirements).not.toThrow();
  });

  it("holds the example's result, bit for bit", () => {
    const result = evaluate(fn, rangesOf(entry.example.args));
    expect(isDeepStrictEqual(lowered(result), lowered(entry.example.result)) || result).toBe(true);
  });

  it("takes a blank optional argument as one left out, and its default as the same", () => {
    const names = Object.keys(fn.parameters);
    const given = rangesOf(entry.example.args);
    const filled = names.map((name, i) => given[i] ?? fn.parameters[name]!.byDefault ?? undefined);
    expect(evaluate(fn, filled)).toEqual(evaluate(fn, given));
    expect(
      evaluate(
        fn,
        names.map((_, i) => given[i] ?? null),
      ),
    ).toEqual(evaluate(fn, given));
  });

  it("says which argument will not do, for every rule", () => {
    Object.entries(fn.parameters).forEach(([name, { limits, kind }], i) => {
      const broken = [
        ...(limits.least === undefined ? [] : [limits.openLeast ? limits.least : limits.least - 1]),
        ...(limits.most === undefined ? [] : [limits.openMost ? limits.most : limits.most + 1]),
        ...(limits.whole ? [(limits.least ?? 0) + 1.5] : []),
        ...(kind === "number" || kind === "numbers" ? ["twelve"] : []),
      ].filter(
        (value) => !(kind === "numbers" && value === "twelve" && /not tested/.test(String(entry.parameters[i]!.rules))),
      );
      for (const value of broken) {
        const cells = names(fn).map((_, at) => (at === i ? value : rangesOf(entry.example.args)[at]));
        expect(() => evaluate(fn, cells)).toThrow(new RegExp(`^${name}\\b.* must be `));
      }
    });
  });

  it("explains itself", () => {
    const { steps } = explain(fn, rangesOf(entry.example.args));
    if (fn.kind === "procedure") return;
    if (fn.kind === "number") expect(steps.at(-1)?.exact).toBe(entry.example.result);
    for (const step of steps)
      expect(`${step.formula} ${step.numbers} ${step.value}`).not.toMatch(/undefined|NaN|\[object/);
  });

  it("has a formula in words, a meaning, sources and documented errors", () => {
    expect(formulaInWords(fn).length).toBeGreaterThan(0);
    expect(fn.summary).toMatch(/\.$/);
    expect(fn.sources.length).toBeGreaterThan(0);
    for (const { description } of Object.values(fn.parameters)) expect(description).toMatch(/^[^.].*\.$/);
    const codes = new Set(refusalsOf(fn).map(({ shows }) => shows));
    if (fn.kind !== "procedure")
      for (const { returns } of entry.errors)
        expect([returns, [...codes, "#VALUE!"]]).toEqual([returns, expect.arrayContaining([returns])]);
    if (fn.returns) expect(fn.returns.means).toContain("{result}");
  });

  it(`is typed as ${namespace}.${fn.name} with a name that Excel allows`, () => {
    expect(fn.name).toMatch(/^[A-Z][A-Z0-9]{2,63}$/);
    // A name of up to three letters and digits after them would be a cell.
    expect(fn.name).not.toMatch(/^[A-Z]{1,3}\d+$/);
  });
});

const names = (fn: FunctionDefinition): string[] => Object.keys(fn.parameters);
