import { allFunctions as functions } from "../src/models/what-if";
import signatures from "./signatures.json";

/**
 * Workbooks keep the names of functions and the order of their arguments. This list is permanent: lines may be added, and
 * optional parameters at the end of a line. Any other change breaks the sheets of people who use the add-in.
 */
const permanent: Readonly<Record<string, readonly string[]>> = signatures;

describe("the permanent names and parameter orders", () => {
  it.each(functions.map((fn) => [fn.name, Object.keys(fn.parameters)] as const))(
    "%s is as promised",
    (name, parameters) => {
      expect(permanent).toHaveProperty(name);
      expect(parameters).toEqual(permanent[name]);
    },
  );

  it("are all of them, in the order of the catalogue", () => {
    expect(functions.map(({ name }) => name)).toEqual(Object.keys(permanent));
  });

  it("names no function twice", () => {
    const names = functions.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it("are names that Excel allows: no cell address, no built-in function, letters and digits only", () => {
    expect(Object.keys(permanent).filter((name) => !/^[A-Z][A-Z0-9]{2,63}$/.test(name))).toEqual([]);
    // A name of up to three letters and digits after them could be a cell.
    expect(Object.keys(permanent).filter((name) => /^[A-Z]{1,3}\d+$/.test(name))).toEqual([]);
  });

  it("are parameter names in camel case, each once in its function", () => {
    for (const [name, parameters] of Object.entries(permanent)) {
      expect([name, parameters.filter((parameter) => !/^[a-z][a-zA-Z0-9]*$/.test(parameter))]).toEqual([name, []]);
      expect([name, new Set(parameters).size]).toEqual([name, parameters.length]);
    }
  });
});
