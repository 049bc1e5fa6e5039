import { argumentHelp, callAt, functionHelp } from "../../src/playground/grid/argument-help";
import type { FunctionMetadata } from "../../src/playground/grid/metadata";

const cost: FunctionMetadata = {
  id: "GPUHOURCOST",
  name: "GPUHOURCOST",
  description: "Returns the cost of an hour. Order: capex, lifeYears, residual.",
  parameters: [
    { name: "capex", description: "What it costs." },
    { name: "lifeYears", description: "How long it lasts." },
    { name: "residual", description: "What it sells for.", optional: true },
  ],
};

describe("the call around the caret", () => {
  it.each([
    ["=COMPUTE.F(", "COMPUTE.F", 0],
    ["=COMPUTE.F(1,", "COMPUTE.F", 1],
    ["=SUM(1,COMPUTE.F(1,2,", "COMPUTE.F", 2],
    ["=COMPUTE.F(SUM(1,2,3),", "COMPUTE.F", 1],
    ["=COMPUTE.F((1+2),", "COMPUTE.F", 1],
    ["=COMPUTE.F((1+", "COMPUTE.F", 0],
    ['=COMPUTE.F("a,b(",', "COMPUTE.F", 1],
    ['=COMPUTE.F("a,b', "COMPUTE.F", 0],
    ["=COMPUTE.F('My, sheet'!A1,", "COMPUTE.F", 1],
    ["=COMPUTE.F({1,2;3,4},", "COMPUTE.F", 1],
  ])("is found in %s", (formula, name, argument) => {
    expect(callAt(formula)).toEqual({ name, argument });
  });

  it.each(["", "12", "F(1,", "=1+2", "=COMPUTE.F(1)", "=(1,"])("is not found in '%s'", (formula) => {
    expect(callAt(formula)).toBeUndefined();
  });

  it("depends on where the caret is", () => {
    expect(callAt("=COMPUTE.F(1,2,3)", 13)).toEqual({ name: "COMPUTE.F", argument: 1 });
  });
});

describe("the help for an argument", () => {
  it("marks the argument and says what it is; optional ones are bracketed", () => {
    expect(argumentHelp([cost], { name: "compute.gpuhourcost", argument: 1 })).toEqual({
      before: "GPUHOURCOST(capex, ",
      current: "lifeYears",
      after: ", [residual]): How long it lasts.",
    });
  });

  it("says when there are too many", () => {
    expect(argumentHelp([cost], { name: "COMPUTE.GPUHOURCOST", argument: 3 })?.after).toBe(
      "takes at most 3 arguments.",
    );
  });

  it("stays with the last one where it repeats", () => {
    const sum = { ...cost, parameters: [{ name: "values", description: "Some.", repeating: true }] };
    expect(argumentHelp([sum], { name: "COMPUTE.GPUHOURCOST", argument: 5 })?.current).toBe("values");
  });

  it("is none for functions that are not ours", () => {
    expect(argumentHelp([cost], { name: "SUM", argument: 0 })).toBeUndefined();
  });
});

describe("the help for a cell", () => {
  it("says what the function of the cell returns", () => {
    expect(functionHelp([cost], "=2*COMPUTE.GPUHOURCOST(A1,A2)")).toBe(
      "GPUHOURCOST(capex, lifeYears, [residual]): Returns the cost of an hour.",
    );
    expect(functionHelp([cost], "=SUM(A1:A2)")).toBeUndefined();
  });
});
