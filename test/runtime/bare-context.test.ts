import vm from "node:vm";
import type { Metadata } from "../../src/excel/metadata";
import { built } from "./dist";

type Table = Record<string, (...args: unknown[]) => unknown>;

class HostError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

/** The least that a host offers. */
function loaded(extras: Record<string, unknown> = {}): Table {
  const table: Table = {};
  const CustomFunctions = { associate: (more: Table) => Object.assign(table, more), ...extras };
  vm.runInNewContext(built("functions.js"), { CustomFunctions });
  return table;
}

const host = {
  Error: HostError,
  ErrorCode: { invalidValue: "#VALUE!", divisionByZero: "#DIV/0!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
};

describe("functions.js without a page, Office or Node around it", () => {
  it("associates every function of functions.json before it ends", () => {
    const { functions } = JSON.parse(built("functions.json")) as Metadata;
    expect(Object.keys(loaded(host))).toEqual(functions.map(({ id }) => id));
  });

  it("calculates", () => {
    expect(loaded(host).GPUHOURCOST!(30_000, 3, 0.7)).toBe(10_000 / 6132);
  });

  it("throws the host's own error with the code that a cell shows", () => {
    const { GPUHOURCOST } = loaded(host);
    const thrown = (...args: unknown[]) => {
      try {
        return GPUHOURCOST!(...args);
      } catch (error) {
        return error;
      }
    };
    expect(thrown(30_000, 3, 0)).toMatchObject({ code: "#DIV/0!" });
    expect(thrown("dear", 3, 0.7)).toBeInstanceOf(HostError);
    expect(thrown("dear", 3, 0.7)).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining("capex must be a number") as unknown,
    });
  });

  it("throws an error with the same words where the host has no class for it, such as office.js in a plain browser", () => {
    expect(() => loaded().GPUHOURCOST!(30_000, 3, 2)).toThrow("utilization must be at most 1; it is 2");
  });

  it("does nothing where there is no host at all", () => {
    expect(() => vm.runInNewContext(built("functions.js"), {}) as unknown).not.toThrow();
  });

  it("has no dependence on how the address of its script is found", () => {
    expect(built("functions.js")).not.toMatch(/document\.|currentScript|importScripts/);
  });
});
