import { functionNamed, functions } from "../../src/concepts";
import { argumentsOf, asLabel, ruleInWords } from "../../src/taskpane/argument";
import { compute, type Entries } from "../../src/taskpane/computation";
import { entriesOf } from "../../src/taskpane/form";

const cost = functionNamed("GPUHOURCOST")!;
const typed = (texts: Record<string, string>): Entries =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]));

describe("a form", () => {
  it("computes from what was typed, percentages and thousands included", () => {
    expect(compute(cost, typed({ capex: "30,000", lifeYears: "3", utilization: "70%" }))).toMatchObject({
      kind: "value",
      value: 1.6307893020221786,
    });
  });

  it("asks for what is still missing", () => {
    expect(compute(cost, typed({ capex: "30,000", lifeYears: "" }))).toEqual({
      kind: "missing",
      names: ["lifeYears", "utilization"],
    });
  });

  it("says which arguments will not do, all of them, with what to do", () => {
    const result = compute(cost, typed({ capex: "-1", lifeYears: "3", utilization: "70" }));
    expect(result).toMatchObject({
      kind: "problem",
      problems: {
        capex: { message: "capex must be at least 0; it is -1" },
        utilization: {
          message: "utilization must be at most 1; it is 70",
          remedy: "70 looks like a percentage: type 70% or 0.7.",
          better: 0.7,
        },
      },
    });
  });

  it("says what cannot be read", () => {
    expect(compute(cost, typed({ capex: "a lot", lifeYears: "3", utilization: "70%" }))).toMatchObject({
      problems: { capex: { message: "capex must be a number; it is “a lot”" } },
    });
  });

  it("shows the error of the cell where no argument is to blame", () => {
    const result = compute(cost, typed({ capex: "1", lifeYears: "3", utilization: "0" }));
    expect(result).toMatchObject({ kind: "problem", problems: {}, code: "#DIV/0!" });
  });

  it("starts with the example of every function, and that computes", () => {
    for (const fn of functions) {
      const result = compute(fn, entriesOf(argumentsOf(fn), fn.example));
      expect([fn.name, result.kind]).toEqual([fn.name, "value"]);
    }
  });
});

describe("a rule in words", () => {
  it.each([
    [{ least: 0, most: 1 }, "share", "0% to 100%"],
    [{ least: 0 }, "USD", "0 or more"],
    [{ least: 0, openLeast: true }, "year", "above 0"],
    [{ least: 0, most: 1, openMost: true }, "share", "0% to below 100%"],
    [{ least: 1, most: 1200, whole: true }, "", "1 to 1,200, whole"],
    [{ most: 5 }, "", "5 or less"],
    [{}, "USD", ""],
  ])("%p in %s", (limits, unit, words) => {
    expect(ruleInWords(limits, unit)).toBe(words);
  });
});

it("labels arguments in words", () => {
  expect(asLabel("lifeYears")).toBe("Life years");
});
