import { functions } from "../../src/concepts";
import { exampleCells, type FunctionDefinition } from "../../src/concepts/define";
import { columnLetters } from "../../src/formula/address";
import { type calculate, type Grid, type Scope } from "../../src/formula/calculate";
import { calculateBlock } from "../../src/formula/calculate-block";
import { converted, convertedRows } from "../../src/formula/convert";
import { noNative } from "../../src/formula/native";
import { parse } from "../../src/formula/parse";
import { outcome, sheetOf } from "./sheet";

/** A call of the function's example over cells: each argument in rows of its own from A1 on. */
function exampleCall(fn: FunctionDefinition): { readonly formula: string; readonly scope: Scope } {
  const rows: (number | string | boolean | null)[][] = [];
  const references = exampleCells(fn).map((cell) => {
    if (cell === undefined || cell === null) return "";
    const grid = (Array.isArray(cell) ? cell : [[cell]]) as (number | string | boolean | null)[][];
    const from = rows.length + 1;
    rows.push(...grid);
    const last = `${columnLetters(Math.max(...grid.map((row) => row.length)))}${rows.length}`;
    return last === `A${from}` ? last : `A${from}:${last}`;
  });
  return { formula: `=COMPUTE.${fn.name}(${references.join(",")})`, scope: sheetOf(rows as Grid) };
}

const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value.flat() : [value]);

function expectNear(actual: unknown, expected: unknown): void {
  const [ours, theirs] = [flat(actual), flat(expected)];
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((cell, i) => {
    const other = theirs[i];
    if (typeof cell === "number" && typeof other === "number")
      expect(Math.abs(cell - other)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));
    else expect(cell).toEqual(other);
  });
}

describe("the example of every function", () => {
  it.each(functions.map((fn): [string, FunctionDefinition] => [fn.name, fn]))("%s: as before, or a reason", (_, fn) => {
    const { formula, scope } = exampleCall(fn);
    const native = converted(formula);
    const why = noNative(fn);
    if (why !== undefined) {
      expect(native).toEqual({ kind: "none", why });
      return;
    }
    if (native.kind !== "native") throw new Error(native.why);
    expect(native.formula).not.toContain("COMPUTE.");
    expectNear(outcome(native.formula, scope), outcome(formula, scope));
  });

  const tables = functions.filter(({ kind, formula }) => kind === "table" && formula !== undefined);
  it.each(tables.map((fn): [string, FunctionDefinition] => [fn.name, fn]))("%s: as rows", (_, fn) => {
    const { formula, scope } = exampleCall(fn);
    const expected = outcome(formula, scope) as unknown[][];
    const rows = convertedRows(formula, "J5", expected.length - 1)!;
    // Columns that the table itself does not show follow on the right.
    const width = expected[0]!.length;
    const cells = calculateBlock(rows, "J5", scope).map((row) =>
      row
        .slice(0, width)
        .map((cell) => (cell.kind === "value" ? cell.value[0]![0] : cell.kind === "error" ? cell.code : cell.why)),
    );
    expectNear(cells, expected);
  });
});

describe("a formula around our calls", () => {
  const scope = sheetOf([[100, 1.25, 7, 4, 0.5]]);

  it.each([
    ["=A1*COMPUTE.PUEPOWER(A1,B1)+C1", "=A1*(A1*B1)+C1"],
    ['= COMPUTE.GPUHOURCOST( A1 , D1,E1 ) & " USD"', '= A1/D1/(8760*E1) & " USD"'],
    ["=COMPUTE.PUEPOWER(COMPUTE.PUEPOWER(A1,B1),B1)", "=A1*B1*B1"],
    ['=IF(A1>0,COMPUTE.PUEPOWER(A1,B1),"COMPUTE.PUEPOWER(1,2)")', '=IF(A1>0,A1*B1,"COMPUTE.PUEPOWER(1,2)")'],
    ["=LET(rate,B1,COMPUTE.PUEPOWER(A1,rate))", "=LET(rate,B1,A1*rate)"],
  ])("%s becomes %s", (formula, expected) => {
    const native = converted(formula);
    expect(native.kind).toBe("native");
    const text = (native as { formula: string }).formula;
    expect(text.replaceAll(/[()]/g, "")).toBe(expected.replaceAll(/[()]/g, ""));
    expectNear(outcome(text, scope), outcome(formula, scope));
  });

  it("stays as it is where a call has no native form, and says why", () => {
    for (const formula of ['=1+COMPUTE.GPUSPEC("H100","memory")', "=COMPUTE.NOSUCHTHING(A1)", "=COMPUTE.PUEPOWER(A1"]) {
      const none = converted(formula);
      expect(none.kind).toBe("none");
      expect((none as { why: string }).why).not.toBe("");
    }
  });

  it("gives a word its default while its cell is blank, and takes the word once it is there", () => {
    const formula = "=COMPUTE.LOANSCHEDULE(A1,E1,D1,F1)";
    const blank = converted(formula, { blank: () => new Set(["style"]) });
    const text = (blank as { formula: string }).formula;
    expectNear(outcome(text, scope), outcome(formula, scope));
    const filled = sheetOf([[100, 1.25, 7, 4, 0.5, "bullet"]]);
    expectNear(outcome(text, filled), outcome(formula, filled));
  });
});

describe("a block of formulas on trial", () => {
  it("sees the sheet around it and its own cells", () => {
    const rows = [
      ["Year", "Balance"],
      ["1", "=A1"],
      ["=C3+1", "=D3*(1+B1)"],
      ["=SUM(C3:C4)", "=SUM(D:D)-SUM(D6:D9)"],
    ];
    const results = calculateBlock(rows.slice(0, 3), "C2", sheetOf([[100, 0.1]]));
    expect(results[2]!.map((one) => one.kind === "value" && one.value[0]![0])).toEqual([2, 110.00000000000001]);
  });

  it("does not run in circles", () => {
    const [[one]] = calculateBlock([["=B1", "=A1"]], "A1", sheetOf([])) as [[ReturnType<typeof calculate>]];
    expect(one.kind).toBe("unknown");
  });
});

it("parses what it writes", () => {
  for (const fn of functions.filter((each) => noNative(each) === undefined)) {
    const native = converted(exampleCall(fn).formula);
    expect(parse((native as { formula: string }).formula).kind).not.toBe("invalid");
  }
});
