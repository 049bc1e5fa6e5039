import { functionNamed } from "../../src/concepts";
import type { Place } from "../../src/taskpane/workbook";
import { readMainCalls } from "../../src/taskpane/cell-reading";
import {
  asConstant,
  betterValues,
  blamedCell,
  blamedValue,
  nameWithoutQuotes,
  nearestNames,
} from "../../src/taskpane/cell/mend";
import { problemsOf } from "../../src/taskpane/computation";
import { fakeWorkbook } from "./fake-workbook";

/** What may be written in the place of an argument that will not do. */
function better(name: string, parameter: string, value: unknown): unknown {
  const fn = functionNamed(name)!;
  const cells = Object.keys(fn.parameters).map((one) => (one === parameter ? value : undefined));
  const problem = problemsOf(fn, cells)[parameter]!;
  return betterValues(fn.parameters[parameter]!, blamedValue(value, problem.message), problem);
}

describe("what may be written in the place of what will not do", () => {
  it.each([
    ["a percentage typed as a number", "GPUHOURCOST", "utilization", 70, [0.7]],
    ["the nearest value that is allowed", "GPUHOURCOST", "capex", -5, [0]],
    ["nothing where the limit itself is not allowed", "GPUHOURCOST", "lifeYears", 0, []],
    ["a number with its unit behind it", "GPUHOURCOST", "lifeYears", "5 years", [5]],
    ["a number with its currency before it", "GPUHOURCOST", "capex", "$ 35,000", [35_000]],
    ["nothing for a number in another scale", "GPUHOURCOST", "capex", "35k", []],
    ["nothing for a sum of money where none is wanted", "GPUHOURCOST", "lifeYears", "$5", []],
    ["nothing for a word", "GPUHOURCOST", "capex", "about thirty", []],
    ["the nearest word", "PUEOVERHEAD", "basis", "totla", ["total"]],
    ["nothing where no word is near", "PUEOVERHEAD", "basis", "everything", []],
    ["a truth in another word", "STAKINGYIELD", "real", "yes", [true]],
    ["the cell of a range that is to blame", "MINLOANCOVERAGE", "debtServices", [[6, -1, 6]], [0]],
  ])("is %s", (_, name, parameter, value, expected) => {
    const fn = functionNamed(name)!;
    expect(Object.keys(fn.parameters)).toContain(parameter);
    expect(better(name, parameter, value)).toEqual(expected);
  });

  it("is written with its quotes in a formula", () => {
    expect([0.7, true, 'A "B"'].map(asConstant)).toEqual(["0.7", "TRUE", '"A ""B"""']);
  });

  it("goes to the cell that the message counts, row by row", () => {
    const from: Place = { sheet: "Loan", address: "B4:D5" };
    expect(blamedCell(from, "cash cell 5 must be at least 0; it is -1")).toEqual({ sheet: "Loan", address: "C5" });
    expect(blamedCell(from, "cash must be as long as service")).toBeUndefined();
  });
});

describe("the name of a GPU", () => {
  const read = async (formula: string, value: string | null) => {
    const workbook = fakeWorkbook();
    if (value !== null) workbook.put("Sheet1", "A1", value);
    const [one] = await readMainCalls(workbook, [{ sheet: "Sheet1", address: "B1", formula }]);
    return one!.call;
  };

  it("that is not in the table is followed by those it may have meant", async () => {
    const call = await read('=COMPUTE.GPUSPEC(A1,"memory")', "H10O SXM");
    const { computation } = call;
    const message = computation?.kind === "problem" ? (computation.message ?? "") : "";
    const names = nearestNames(call.fn, message, call.arguments[0]!);
    expect(names.length).toBeGreaterThan(0);
    expect(names[0]).toMatch(/^H100/);
    expect(nearestNames(call.fn, message, call.arguments[1]!)).toEqual([]);
  });

  it("without quotes is an address, unless the cell there holds something", async () => {
    expect(nameWithoutQuotes((await read('=COMPUTE.GPUSPEC(H100,"memory")', null)).arguments[0]!)).toBe("H100");
    expect(nameWithoutQuotes((await read('=COMPUTE.GPUSPEC(A1,"memory")', "B200")).arguments[0]!)).toBeUndefined();
    expect(nameWithoutQuotes((await read('=COMPUTE.GPUSPEC(A2,"memory")', null)).arguments[0]!)).toBeUndefined();
  });
});
