import { functionNamed, functions } from "../../src/concepts";
import { exampleCells } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import { nativeFormula, noNative } from "../../src/formula/native";
import { parse } from "../../src/formula/parse";
import { callPlan, callText, qualified, signature } from "../../src/taskpane/call";
import { layOut, type SheetPlan } from "../../src/taskpane/sheet-rows";

const formulas = (plan: SheetPlan, corner = "A1") =>
  layOut(plan, corner).rows.flatMap((row) => row.flatMap((cell) => cell?.formula ?? []));

describe("a block of labelled rows", () => {
  const plan: SheetPlan = {
    sheetName: "Loan",
    title: "Loan",
    rows: [
      { id: "cash", label: "Cash", unit: "USD million", value: [12.6, 9.4, 6.9, 4.9] },
      { id: "service", label: "Debt service", value: [6, 6, 6, 6] },
      { id: "covenant", label: "Covenant", value: 1.2 },
      { id: "coverage", label: "Coverage", formula: "cash / service", each: ["cash", "service"] },
      { id: "passes", label: "Passes", formula: "coverage >= covenant", each: ["coverage"] },
      { id: "worst", label: "Worst", formula: "MINLOANCOVERAGE(cash, service)" },
    ],
  };

  it("puts values on the addresses its formulas name", () => {
    expect(formulas(plan)).toEqual([
      ...["=C2 / C3", "=D2 / D3", "=E2 / E3", "=F2 / F3"],
      ...["=C5 >= $C4", "=D5 >= $C4", "=E5 >= $C4", "=F5 >= $C4"],
      "=COMPUTE.MINLOANCOVERAGE(C2:F2, C3:F3)",
    ]);
  });

  it("moves as a whole with its corner", () => {
    expect(formulas(plan, "H10").at(-1)).toBe("=COMPUTE.MINLOANCOVERAGE(J11:M11, J12:M12)");
  });

  it("sets inputs apart from what is computed, in style", () => {
    const { rows } = layOut(plan, "A1");
    expect(rows[1]?.slice(2).map((cell) => cell?.style)).toEqual(["input", "input", "input", "input"]);
    expect(rows[6]?.[2]?.style).toBe("calculation");
  });

  it("keeps room for a table that spills", () => {
    const content = layOut(
      { sheetName: "T", title: "T", rows: [{ label: "Table", formula: "LOANSCHEDULE(100,10%,4)", spills: [5, 6] }] },
      "A1",
    );
    expect(content.rows).toHaveLength(6);
    expect(content.spills).toEqual([{ row: 1, column: 2, rows: 5, columns: 6 }]);
  });
});

describe("what Insert writes for a function", () => {
  it.each(functions.map((fn) => [fn.name, fn] as const))(
    "%s: a row for each argument, and a formula that can be read",
    (_, fn) => {
      const cells = exampleCells(fn);
      const plan = callPlan(fn, cells, {}, evaluate(fn, cells), undefined);
      const given = cells.filter((cell) => cell !== undefined && cell !== null).length;
      expect(plan.rows).toHaveLength(given + 1);
      const [formula = ""] = formulas(plan);
      expect(formula).toMatch(new RegExp(`^=COMPUTE\\.${fn.name}\\(`));
      expect(parse(formula).kind).toBe("call");
      for (const name of Object.keys(fn.parameters)) expect(formula).not.toMatch(new RegExp(`\\b${name}\\b`));
    },
  );

  it("may be Excel's own functions instead", () => {
    const fn = functionNamed("GPUHOURCOST")!;
    const cells = exampleCells(fn);
    const plan = callPlan(fn, cells, {}, 1.63, (references) => nativeFormula(fn, references));
    expect(formulas(plan)).toEqual(["=C2/C3/(8760*C4)"]);
    expect(noNative(fn)).toBeUndefined();
  });

  it("links to the cells that an argument came from", () => {
    const fn = functionNamed("GPUHOURCOST")!;
    const entries = { capex: { text: "30,000", from: { sheet: "My sheet", address: "B4" } } };
    const plan = callPlan(fn, [30000, 3, 0.7], entries, 1.63, undefined);
    expect(formulas(plan)).toEqual(["='My sheet'!B4", "=COMPUTE.GPUHOURCOST(C2,C3,C4)"]);
  });
});

describe("what Copy formula copies", () => {
  const fn = functionNamed("GPUHOURCOST")!;

  it("is the call with its values, blanks at the end left out", () => {
    expect(callText(fn, [30000, 3, 0.7], {})).toBe("=COMPUTE.GPUHOURCOST(30000,3,0.7)");
    expect(callText(fn, [30000, 3, 0.7, undefined, 5000], {})).toBe("=COMPUTE.GPUHOURCOST(30000,3,0.7,,5000)");
  });

  it("names the cells that arguments came from", () => {
    expect(callText(fn, [30000, 3, 0.7], { lifeYears: { text: "3", from: { sheet: "Loan", address: "B4" } } })).toBe(
      "=COMPUTE.GPUHOURCOST(30000,Loan!B4,0.7)",
    );
  });

  it("is written as the user's Excel reads it", () => {
    const german = { decimal: ",", thousands: ".", list: ";" };
    expect(callText(fn, [30000.5, 3, 0.7], {}, german)).toBe("=COMPUTE.GPUHOURCOST(30000,5;3;0,7)");
  });

  it("writes ranges and words as constants", () => {
    expect(callText(functionNamed("MINLOANCOVERAGE")!, [[[9, 7, 5]], [[5], [5], [4]]], {})).toBe(
      "=COMPUTE.MINLOANCOVERAGE({9,7,5},{5;5;4})",
    );
    expect(callText(functionNamed("LOANSCHEDULE")!, [100, 0.1, 4, "straight"], {})).toBe(
      '=COMPUTE.LOANSCHEDULE(100,0.1,4,"straight")',
    );
  });
});

it("shows optional arguments in brackets", () => {
  expect(signature(functionNamed("LOANSCHEDULE")!)).toEqual({
    required: "=COMPUTE.LOANSCHEDULE(debt, rate, periods",
    optional: ", [style], [balloonShare], [interestOnlyPeriods]",
  });
});

it("quotes the names of sheets that formulas could not read otherwise", () => {
  expect(qualified({ sheet: "Loan", address: "B4" })).toBe("Loan!B4");
  expect(qualified({ sheet: "H100", address: "B4" })).toBe("'H100'!B4");
});
