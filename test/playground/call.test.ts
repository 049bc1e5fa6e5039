import {
  bindArguments,
  callFunction,
  CellError,
  omitted,
  toResult,
  type Argument,
  type CallSettings,
} from "../../src/playground/grid/call";
import { CustomFunctionsError, installCustomFunctions } from "../../src/playground/grid/custom-functions";
import type { FunctionMetadata, ParameterMetadata } from "../../src/playground/grid/metadata";

const desktop: CallSettings = { blank: 0, passErrors: false };
const web: CallSettings = { blank: null, passErrors: false };

function declared(...parameters: Partial<ParameterMetadata>[]): FunctionMetadata {
  return {
    id: "TRY",
    name: "TRY",
    parameters: parameters.map((parameter, i) => ({ name: `p${i + 1}`, ...parameter })),
  };
}

function bound(parameter: Partial<ParameterMetadata>, argument: Argument, settings = desktop): unknown {
  return bindArguments(declared(parameter), [argument], settings)[0];
}

function called(
  fn: (...args: unknown[]) => unknown,
  meta = declared(),
  args: Argument[] = [],
  settings = desktop,
): unknown {
  return callFunction(meta, new Map([["TRY", fn]]), args, "Sheet1!A1", settings);
}

/** What platform.md, 1.1, has from Microsoft's documentation and reports. */
describe("what a function receives", () => {
  it("is null for an optional argument left out, at the end or between commas", () => {
    const meta = declared({ type: "number" }, { type: "number", optional: true }, { type: "any", optional: true });
    expect(bindArguments(meta, [1], desktop)).toEqual([1, null, null]);
    expect(bindArguments(meta, [1, omitted, 3], desktop)).toEqual([1, null, 3]);
  });

  it("is 0 or null for a blank cell of type any, as the host has it", () => {
    expect(bound({ type: "any" }, null, desktop)).toBe(0);
    expect(bound({ type: "any" }, null, web)).toBeNull();
    expect(bound({ type: "any", dimensionality: "matrix" }, [[1, null]], web)).toEqual([[1, null]]);
  });

  it("is 0 for a blank cell of type number everywhere", () => {
    expect(bound({ type: "number" }, null, web)).toBe(0);
    expect(bound({ type: "number", dimensionality: "matrix" }, [[null], [2]], web)).toEqual([[0], [2]]);
  });

  it.each([
    ["12", 12],
    [" 1,234.5 ", 1234.5],
    ["1e3", 1000],
    ["70%", 0.7],
    ["1.1%", 0.011],
    [true, 1],
    [false, 0],
  ])("is a number for %p where one is declared", (cell, number) => {
    expect(bound({ type: "number" }, cell)).toBe(number);
  });

  it.each(["x", "", "1,23", "1 2", "%"])("refuses the text '%s' where a number is declared", (cell) => {
    expect(() => bound({ type: "number" }, cell)).toThrow(`p1 must be a number; it is '${cell}'`);
  });

  it("is text where text is declared, and any value as it is where nothing is", () => {
    expect(bound({ type: "string" }, 12)).toBe("12");
    expect(bound({ type: "string" }, true)).toBe("TRUE");
    expect(bound({ type: "string" }, null)).toBe("");
    expect(bound({ type: "any" }, "12")).toBe("12");
    expect(bound({}, true)).toBe(true);
  });

  it("is TRUE or FALSE for what stands for it", () => {
    expect(bound({ type: "boolean" }, "true")).toBe(true);
    expect(bound({ type: "boolean" }, 0)).toBe(false);
    expect(bound({ type: "boolean" }, null)).toBe(false);
    expect(() => bound({ type: "boolean" }, "maybe")).toThrow("p1 must be TRUE or FALSE; it is 'maybe'");
  });

  it("is rows of cells for a range, one row of one cell for a single cell", () => {
    expect(bound({ type: "number", dimensionality: "matrix" }, [[1, 2]])).toEqual([[1, 2]]);
    expect(bound({ type: "number", dimensionality: "matrix" }, 5)).toEqual([[5]]);
    expect(bound({ type: "number" }, [[5]])).toBe(5);
    expect(() => bound({ type: "number" }, [[1, 2]])).toThrow("p1 must be one cell; it is a range");
  });

  it("is one list for a repeating parameter", () => {
    const meta = declared({ type: "number" }, { type: "number", repeating: true });
    expect(bindArguments(meta, [1, 2, 3], desktop)).toEqual([1, [2, 3]]);
    expect(bindArguments(meta, [1], desktop)).toEqual([1, []]);
  });

  it("has the invocation behind the declared arguments", () => {
    const fn = jest.fn(() => 1);
    called(fn, declared({ type: "number" }, { optional: true }), [7]);
    expect(fn).toHaveBeenCalledWith(7, null, {
      functionName: "COMPUTE.TRY",
      address: "Sheet1!A1",
      parameterAddresses: [],
    });
  });

  it("names the argument that is missing, and counts those too many", () => {
    const meta = declared({ name: "capex" }, { name: "life" });
    expect(called(() => 1, meta, [1])).toEqual(new CellError("#VALUE!", "life is missing"));
    expect(called(() => 1, meta, [1, 2, 3])).toEqual(new CellError("#VALUE!", "takes at most 2 arguments; it has 3"));
  });
});

describe("an error among the arguments", () => {
  it("is the result, and the function is not called", () => {
    const fn = jest.fn();
    expect(called(fn, declared({ type: "any" }), [new CellError("#REF!")])).toEqual(new CellError("#REF!"));
    expect(called(fn, declared({ dimensionality: "matrix" }), [[[1, new CellError("#N/A")]]])).toEqual(
      new CellError("#N/A"),
    );
    expect(fn).not.toHaveBeenCalled();
  });

  it("reaches parameters of type any where functions.json allows it", () => {
    const settings = { ...desktop, passErrors: true };
    const code = (error: unknown): string => (error as CustomFunctionsError).code;
    expect(called(code, declared({ type: "any" }), [new CellError("#N/A")], settings)).toBe("#N/A");
    expect(called(code, declared({ type: "number" }), [new CellError("#N/A")], settings)).toEqual(
      new CellError("#N/A"),
    );
  });
});

/** What platform.md, 1.2, has measured on Microsoft's runtime. */
describe("what a cell shows of a result", () => {
  it.each([
    [1.5, 1.5],
    [-0, 0],
    ["123", "123"],
    ["", ""],
    [true, true],
    [null, 0],
    [undefined, 0],
    [NaN, new CellError("#VALUE!")],
    [Infinity, new CellError("#NUM!")],
    [-Infinity, new CellError("#NUM!")],
    [{ type: "Double", basicValue: 2, numberFormat: "0.0" }, 2],
    [{ type: "Error", basicValue: "#N/A", message: "none" }, new CellError("#N/A", "none")],
  ])("is, for %p, %p", (returned, cell) => {
    expect(toResult(returned)).toEqual(cell);
  });

  it("is 0 for what is no number inside a table", () => {
    expect(toResult([[NaN, Infinity, null, undefined, 1]])).toEqual([[0, 0, 0, 0, 1]]);
  });

  it("is an error per cell, and #N/A where rows are short", () => {
    const error = new CustomFunctionsError("#N/A", "not published");
    expect(toResult([["a", error], ["b"]])).toEqual([
      ["a", new CellError("#N/A", "not published")],
      ["b", new CellError("#N/A")],
    ]);
  });

  it("is #CALC! for an empty table", () => {
    expect(toResult([])).toEqual(new CellError("#CALC!", "the function returned an empty table"));
  });

  it.each([
    ["#VALUE!", "#VALUE!"],
    ["#N/A", "#N/A"],
    ["#NUM!", "#NUM!"],
    ["#DIV/0!", "#DIV/0!"],
    ["#NULL!", "#NULL!"],
    ["#NAME?", "#VALUE!"],
    ["#REF!", "#VALUE!"],
  ])("is, for the thrown error %s, %s with its words", (thrown, shown) => {
    const result = called(() => {
      throw new CustomFunctionsError(thrown, "because");
    });
    expect(result).toEqual(new CellError(shown, "because"));
  });

  it("is #VALUE! without words for any other exception", () => {
    const result = called(() => {
      throw new TypeError("x is undefined");
    });
    expect(result).toEqual(new CellError("#VALUE!"));
  });
});

describe("CustomFunctions.associate", () => {
  it("takes a pair or a table, ids in any case, and skips what is no function", () => {
    const target: { CustomFunctions?: { associate: (...args: unknown[]) => void } } = {};
    const associations = installCustomFunctions(target);
    target.CustomFunctions?.associate("add", () => 1);
    target.CustomFunctions?.associate({ SUB: () => 2, WRONG: 3 });
    expect([...associations.keys()]).toEqual(["ADD", "SUB"]);
  });

  it("is reported when a declared function is missing", () => {
    expect(callFunction(declared(), new Map(), [], "A1", desktop)).toEqual(
      new CellError("#N/A", "TRY is declared but not associated"),
    );
  });
});
