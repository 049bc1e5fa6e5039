import { bind, type BoundCall } from "../../src/formula/bind";
import { calculate } from "../../src/formula/calculate";
import { calls } from "../../src/formula/calls";
import { parse } from "../../src/formula/parse";
import { evaluate } from "../../src/concepts/evaluate";
import { outcome, sheetOf } from "./sheet";

const cells = sheetOf(
  [
    [30_000, 3, 0.7, null],
    ["text", true, { error: "#N/A" }, "12"],
    [120, 100, null, 80],
    [80, 90, 100, 85],
  ],
  { life: 4 },
);

function bound(formula: string, which = 0): BoundCall {
  const call = calls(parse(formula), "bare")[which];
  if (!call) throw new Error(`no call ${String(which)} in ${formula}`);
  return bind(formula, call, cells);
}

/** How a formula ends in an error: its code, its words and the text of the call that says so. */
function refusal(formula: string): unknown[] {
  const result = calculate(parse(formula), cells);
  if (result.kind !== "error") throw new Error(`${formula} is no error but ${JSON.stringify(result)}`);
  return [result.code, result.message, result.from && formula.slice(result.from.start, result.from.end)];
}

describe("our functions within a formula", () => {
  // 30,000 / (3 · 8,760 · 0.7)
  const hourCost = 30_000 / (3 * 8760 * 0.7);

  it("give what they give alone", () => {
    expect(outcome("=COMPUTE.GPUHOURCOST(30000,3,0.7)", cells)).toBeCloseTo(hourCost, 12);
    expect(outcome("=compute.gpuhourcost(A1,B1,C1)*2+1", cells)).toBeCloseTo(hourCost * 2 + 1, 12);
    expect(outcome("=_xldudf_COMPUTE_GPUHOURCOST(A1,B1,C1)", cells)).toBeCloseTo(hourCost, 12);
    expect(outcome("GPUHOURCOST(A1, B1, C1)", cells)).toBeCloseTo(hourCost, 12);
    expect(outcome("=COMPUTE.LOANCOVERAGE(SUM(A3:B3),COMPUTE.LOANCOVERAGE(A1,B1))", cells)).toBeCloseTo(0.022, 12);
  });

  it("take a blank cell as 0 where a number is declared, and an omitted argument as its default", () => {
    expect(outcome("=COMPUTE.GPUHOURCOST(A1,B1,C1,D1,,,8760)", cells)).toBeCloseTo(hourCost, 12);
    expect(outcome("=COMPUTE.GPUHOURCOST(A1,B1,C1,,,,)", cells)).toBeCloseTo(hourCost, 12);
    expect(refusal("=COMPUTE.GPUHOURCOST(A1,B1,C1,,,,D1)")[0]).toBe("#VALUE!");
  });

  it("take TRUE and text that is a number as Excel hands them over", () => {
    expect(outcome("=COMPUTE.LOANCOVERAGE(D2,B2)", cells)).toBe(12);
    expect(outcome('=COMPUTE.LOANCOVERAGE("50%",2)', cells)).toBe(0.25);
  });

  it("take ranges, and an expression over ranges", () => {
    expect(outcome("=COMPUTE.MINLOANCOVERAGE(A3:B3,A4:B4)", cells)).toBeCloseTo(100 / 90, 12);
    expect(outcome("=COMPUTE.MINLOANCOVERAGE(A3:B3*2,{80,90})", cells)).toBeCloseTo(200 / 90, 12);
    expect(outcome("=COMPUTE.MINLOANCOVERAGE(A3,A4)", cells)).toBe(1.5);
  });

  it("are applied to each cell of a range where they take a single one", () => {
    expect(outcome("=COMPUTE.LOANCOVERAGE(A3:B3,2)", cells)).toEqual([[60, 50]]);
    expect(outcome("=COMPUTE.LOANCOVERAGE({1;2},{1,2})", cells)).toEqual([
      [1, 0.5],
      [2, 1],
    ]);
    expect(outcome("=MAP({1,2},COMPUTE.LOANCOVERAGE,{4,4})", cells)).toBe("#VALUE!");
    expect(outcome("=MAP({1,2},{4,4},COMPUTE.LOANCOVERAGE)", cells)).toEqual([[0.25, 0.5]]);
    expect(outcome("=MAP({1,2},LAMBDA(v,COMPUTE.LOANCOVERAGE(v,4)))", cells)).toEqual([[0.25, 0.5]]);
  });

  it("give tables that other functions take apart", () => {
    expect(outcome("=ROWS(COMPUTE.LOANSCHEDULE(1000,0.1,3))", cells)).toBe(4);
    expect(outcome("=INDEX(COMPUTE.LOANSCHEDULE(1000,0.1,3),1,1)", cells)).toEqual(expect.any(String));
    expect(outcome("=SUM(DROP(COMPUTE.LOANSCHEDULE(1000,0,2),1))", cells)).toEqual(expect.any(Number));
    expect(outcome("=COMPUTE.LOANSCHEDULE({1000,2000},0.1,3)", cells)).toBe(
      "unknown: LOANSCHEDULE gives a table and cannot be applied to each cell of a range",
    );
  });

  it("say why there is no result, and which call says so", () => {
    expect(refusal("=1+COMPUTE.GPUHOURCOST(A1,B1,-1)*2")).toEqual([
      "#VALUE!",
      expect.stringContaining("utilization must be"),
      "COMPUTE.GPUHOURCOST(A1,B1,-1)",
    ]);
    expect(refusal("=SUM(1,COMPUTE.LOANCOVERAGE(1,0))").slice(0, 1)).toEqual(["#DIV/0!"]);
    expect(refusal("=COMPUTE.LOANCOVERAGE(A2,1)")).toEqual([
      "#VALUE!",
      expect.stringContaining("text"),
      "COMPUTE.LOANCOVERAGE(A2,1)",
    ]);
    expect(outcome("=IFERROR(COMPUTE.LOANCOVERAGE(1,0),-1)", cells)).toBe(-1);
  });

  it("pass on an error in their arguments, in ranges too", () => {
    expect(refusal("=COMPUTE.LOANCOVERAGE(C2,1)")).toEqual(["#N/A", undefined, undefined]);
    expect(refusal("=COMPUTE.MINLOANCOVERAGE(A2:C2,A4:C4)")[0]).toBe("#N/A");
  });

  it("are unknown with too many arguments, which Excel refuses to enter", () => {
    expect(outcome("=COMPUTE.LOANCOVERAGE(1,2,3)", cells)).toBe("unknown: LOANCOVERAGE does not take 3 arguments");
    expect(outcome("=COMPUTE.NOSUCHFUNCTION(1)", cells)).toBe("unknown: COMPUTE.NOSUCHFUNCTION is not worked out here");
  });
});

describe("bind", () => {
  it("gives the cells in the order of the parameters, and what each argument is", () => {
    const {
      fn,
      cells: given,
      arguments: args,
      problems,
    } = bound("= 2 * COMPUTE.GPUHOURCOST( A1 , 1+2, 70%,, -(5) ,D1)");
    expect(fn.name).toBe("GPUHOURCOST");
    expect(given).toEqual([30_000, 3, 0.7, undefined, -5, 0, undefined]);
    expect(args.map(({ name, text, what, blank }) => [name, text, what, blank])).toEqual([
      ["capex", "A1", "reference", false],
      ["lifeYears", "1+2", "expression", false],
      ["utilization", "70%", "constant", false],
      ["opexPerYear", "", "left out", false],
      ["residual", "-(5)", "constant", false],
      ["discountRate", "D1", "reference", true],
      ["hoursPerYear", "", "left out", false],
    ]);
    expect(problems).toEqual([]);
  });

  it("gives ranges as rows, with null for blank cells", () => {
    const { cells: given, fn } = bound("=COMPUTE.MINLOANCOVERAGE(A3:D3,A4:D4)");
    expect(given).toEqual([[[120, 100, null, 80]], [[80, 90, 100, 85]]]);
    expect(evaluate(fn, given)).toBe(0);
  });

  it("names what cannot be evaluated, and goes on with the rest", () => {
    const { problems, cells: given } = bound("=COMPUTE.GPUHOURCOST(NOW(),Sheet2!A1,C1,C2,A1:C2)");
    expect(problems.map(({ name, text, problem }) => [name, text, problem])).toEqual([
      ["capex", "NOW()", { kind: "unknown", why: "NOW is not worked out here" }],
      ["lifeYears", "Sheet2!A1", { kind: "unknown", why: "Sheet2!A1 is not read here" }],
      ["opexPerYear", "C2", { kind: "error", code: "#N/A" }],
      ["residual", "A1:C2", { kind: "error", code: "#N/A" }],
    ]);
    expect(given.slice(0, 4)).toEqual([undefined, undefined, 0.7, undefined]);
  });

  it("passes on what an inner call says", () => {
    const { problems } = bound("=COMPUTE.LOANCOVERAGE(COMPUTE.LOANCOVERAGE(1,0),2)");
    expect(problems).toMatchObject([{ name: "cashFlow", problem: { kind: "error", code: "#DIV/0!" } }]);
  });

  it("knows the names that LET gives around a call", () => {
    expect(bound("=LET(a,A1,b,a/10,COMPUTE.LOANCOVERAGE(a,b))").cells).toEqual([30_000, 3000]);
    expect(bound("=LET(a,A1,b,COMPUTE.LOANCOVERAGE(a,2),LET(a,1,a+b))").cells).toEqual([30_000, 2]);
    expect(bound("=LET(a,1,LET(a,a+1,SUM(COMPUTE.LOANCOVERAGE(a,life))))").cells).toEqual([2, 4]);
  });

  it("says that a LAMBDA's names have no value of their own", () => {
    const { problems } = bound("=MAP(A3:B3,LAMBDA(v,COMPUTE.LOANCOVERAGE(v,2)))");
    expect(problems.map(({ name, problem }) => [name, problem])).toEqual([
      ["cashFlow", { kind: "unknown", why: "v has a value only while its LAMBDA is applied" }],
    ]);
  });

  it("lists arguments that the function does not take", () => {
    expect(bound("=COMPUTE.LOANCOVERAGE(1,2,A1)").surplus).toEqual(["A1"]);
  });
});
