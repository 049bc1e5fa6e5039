import { functionNamed, functions } from "../../src/concepts";
import { exampleCells } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";
import { calculate } from "../../src/formula/calculate";
import { parseAddress } from "../../src/formula/address";
import { parse } from "../../src/formula/parse";
import { readCell } from "../../src/taskpane/cell-reading";
import type { CellPlan } from "../../src/taskpane/insertion";
import { scenariosPlan, sensitivityPlan, simulatePlan, solvePlan, tornadoPlan } from "../../src/taskpane/what-if/plans";
import { blockOf, type Line, type Subject, subjectOf, varying } from "../../src/taskpane/what-if/subject";
import { rangeAround, searchAround, spread } from "../../src/taskpane/what-if/suggest";
import type { Cell } from "../../src/taskpane/workbook";
import { fakeWorkbook } from "./fake-workbook";

const cellWith = (formula: string, value: number): Cell => ({
  sheet: "Sheet1",
  address: "D9",
  formula,
  value,
  text: String(value),
  numberFormat: "General",
});

async function subjectFrom(formula: string, value: number, cells: Record<string, number>): Promise<Subject> {
  const workbook = fakeWorkbook();
  for (const [address, content] of Object.entries(cells)) workbook.put("Sheet1", address, content);
  const subject = subjectOf(await readCell(workbook, cellWith(formula, value)));
  if ("why" in subject) throw new Error(subject.why);
  return subject;
}

const cost = () => subjectFrom("=COMPUTE.GPUHOURCOST(B1,B2*1,0.7)", 10_000 / 6132, { B1: 30_000, B2: 3 });

/** Formulas of a laid-out block by address, evaluated over the block and the reader's sheet. */
function evaluated(plan: CellPlan, corner: string, sheet: Record<string, number>) {
  const { rows } = plan.layOut(corner);
  const start = parseAddress(corner)!.first;
  const cells = new Map<string, { value?: unknown; formula?: string | undefined }>();
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell) cells.set(`${start.row + r},${start.column + c}`, cell);
    }),
  );
  const valueAt = (row: number, column: number): number | string | boolean | null => {
    const cell = cells.get(`${row},${column}`);
    if (!cell) return null;
    if (cell.formula === undefined) return (cell.value as number | string | undefined) ?? null;
    const result = run(cell.formula);
    return Array.isArray(result) ? ((result as number[][])[0]![0] as number) : (result as number);
  };
  const run = (formula: string): unknown => {
    const result = calculate(parse(formula), {
      read: (need) => {
        if (need.kind !== "cells") return undefined;
        const { first, last, sheet: name } = need.address;
        return Array.from({ length: last.row - first.row + 1 }, (_, r) =>
          Array.from({ length: last.column - first.column + 1 }, (__, c) =>
            name === "Sheet1"
              ? (sheet[`${String.fromCharCode(64 + first.column + c)}${first.row + r}`] ?? null)
              : valueAt(first.row + r, first.column + c),
          ),
        );
      },
      name: () => undefined,
      at: { row: 1, column: 1 },
    });
    if (result.kind !== "value") throw new Error(`${formula}: ${JSON.stringify(result)}`);
    const [[only] = []] = result.value;
    return result.value.length === 1 && result.value[0]!.length === 1 ? only : result.value;
  };
  return { rows, valueAt, run };
}

/** The result of the first formula that calls a tool. */
function toolResult(plan: CellPlan, tool: string, sheet: Record<string, number>): unknown {
  const { rows, run } = evaluated(plan, "H20", sheet);
  const formula = rows.flat().find((cell) => cell?.formula?.startsWith(`=COMPUTE.${tool}(`))?.formula;
  return run(formula!);
}

describe("the subject of a what-if tool", () => {
  it("is the call of a cell, its arguments linked to the reader's cells, defaults written out", async () => {
    const { lines, value } = await cost();
    expect(value).toBe(10_000 / 6132);
    expect(lines.map(({ name, values, formulas, given }) => [name, values[0], formulas[0], given])).toEqual([
      ["capex", 30_000, "=Sheet1!B1", true],
      ["lifeYears", 3, "=Sheet1!B2*1", true],
      ["utilization", 0.7, undefined, true],
      ["opexPerYear", 0, undefined, false],
      ["residual", 0, undefined, false],
      ["discountRate", 0, undefined, false],
      ["hoursPerYear", 8760, undefined, false],
    ]);
  });

  it("is found inside a longer formula", async () => {
    const subject = await subjectFrom("=ROUND(COMPUTE.PUEPOWER(B1,1.2),0)", 1200, { B1: 1000 });
    expect([subject.fn.name, subject.whole, subject.value]).toEqual(["PUEPOWER", false, 1200]);
  });

  it("lays a range out in a row of its own, cell by cell", async () => {
    const subject = await subjectFrom("=COMPUTE.LOANLIFECOVERAGE(A1:A3,0.08,200)", 1.4, { A1: 120, A2: 110, A3: 100 });
    expect(subject.lines[0]!.formulas).toEqual(["=Sheet1!A1", "=Sheet1!A2", "=Sheet1!A3"]);
    expect(blockOf(subject.lines)[0]).toEqual([120, 110, 100]);
    expect(blockOf(subject.lines)[1]).toEqual([0.08, "", ""]);
    expect(varying(subject).map(({ name }) => name)).not.toContain("cashFlows");
  });

  it("is none where there is no function that gives one number, and says so", async () => {
    const workbook = fakeWorkbook();
    const table = subjectOf(await readCell(workbook, cellWith("=COMPUTE.LOANSCHEDULE(100,0.1,4)", 1)));
    expect(table).toEqual({ why: "It calls no function that gives one number." });
    const broken = subjectOf(await readCell(workbook, cellWith("=COMPUTE.GPUHOURCOST(30000,3,7)", 1)));
    expect(broken).toHaveProperty("why", expect.stringContaining("has no result there") as unknown);
    const tool = subjectOf(
      await readCell(workbook, cellWith('=COMPUTE.SOLVE("PUEPOWER",{1000,1.2},"pue",1300,1,2)', 1.3)),
    );
    expect(tool).toHaveProperty("why");
  });
});

describe("proposed ranges", () => {
  it("lie around the present value, inside the rules", () => {
    expect(rangeAround(30_000, { least: 0 }, "USD")).toEqual([24_000, 36_000]);
    expect(rangeAround(0.95, { least: 0, most: 1, openLeast: true }, "share")).toEqual([0.75, 1]);
    expect(rangeAround(8, { least: 1, whole: true }, "count")).toEqual([6, 10]);
    expect(searchAround(0.7, { least: 0, most: 1, openLeast: true }, "share")).toEqual([0, 1]);
    expect(searchAround(3, { least: 0, openLeast: true }, "year")).toEqual([0.75, 12]);
    expect(spread(1, 4, 7, true)).toEqual([1, 2, 3, 4]);
    expect(spread(0.5, 0.9, 5, false)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9]);
  });

  it("are values that every function of the catalogue takes", () => {
    for (const fn of functions) {
      Object.entries(fn.parameters).forEach(([name, parameter], i) => {
        const value = exampleCells(fn)[i] ?? parameter.byDefault;
        if (parameter.kind !== "number" || typeof value !== "number") return;
        const ends = rangeAround(value, parameter.limits, String(parameter.unit));
        for (const end of ends) expect(() => parameter.read(end, name)).not.toThrow();
        expect([fn.name, name, ends[0] <= value && value <= ends[1] && ends[0] < ends[1]]).toEqual([
          fn.name,
          name,
          true,
        ]);
      });
    }
  });
});

describe("what Insert writes", () => {
  const sheet = { B1: 30_000, B2: 3 };
  const line = ({ lines }: Subject, name: string): Line => lines.find((one) => one.name === name)!;

  it("for a grid: its middle is the cell, its corner the function with both values in place", async () => {
    const subject = await cost();
    const down = { line: line(subject, "utilization"), values: [0.5, 0.7, 0.9] };
    const across = { line: line(subject, "capex"), values: [20_000, 30_000] };
    const grid = toolResult(sensitivityPlan(subject, down, across), "SENSITIVITY", sheet) as unknown[][];
    expect(grid[2]![2]).toBeCloseTo(subject.value, 14);
    expect(grid[1]![1]).toBe(evaluate(subject.fn, [20_000, 3, 0.5]));
  });

  it("for a tornado: the drivers, and a chart's cells that begin with the smallest", async () => {
    const subject = await cost();
    const plan = tornadoPlan(subject, { capex: [25_000, 35_000], utilization: [0.5, 0.9] });
    const rows = toolResult(plan, "TORNADO", sheet) as unknown[][];
    expect(rows.slice(1).map(([name]) => name)).toEqual(["utilization", "capex"]);
    const chart = plan.chart!("H20")!;
    expect(chart.type).toBe("bar");
    const { first } = parseAddress(chart.address)!;
    const formulas = plan.layOut("H20").rows[first.row - 20 + 1]!;
    expect(formulas[0]!.formula).toBe(`=H${first.row - 4}`);
  });

  it("for a goal: the answer, the result with it, and no difference", async () => {
    const subject = await cost();
    const plan = solvePlan(subject, { line: line(subject, "utilization"), target: 1.5, low: 0.1, high: 1 });
    const answer = toolResult(plan, "SOLVE", sheet) as number;
    expect(evaluate(subject.fn, [30_000, 3, answer])).toBeCloseTo(1.5, 14);
    const { rows, valueAt } = evaluated(plan, "H20", sheet);
    const at = rows.findIndex(([first]) => first?.value === "Difference from what is wanted");
    expect(valueAt(20 + at, 10)).toBeCloseTo(0, 14);
  });

  it("for scenarios: the base first, and a value that is missing is the base's", async () => {
    const subject = await cost();
    const lines = [line(subject, "utilization"), line(subject, "capex")];
    const plan = scenariosPlan(subject, lines, [{ name: "half empty", values: { utilization: 0.35 } }]);
    const rows = toolResult(plan, "SCENARIOS", sheet) as unknown[][];
    expect(rows[2]![0]).toBe("half empty");
    expect(rows[2]![3]).toBeCloseTo(2, 14);
  });

  it("for a distribution: what SIMULATE gives with the same rows", async () => {
    const subject = await cost();
    const plan = simulatePlan(subject, {
      uncertain: [
        {
          line: line(subject, "utilization"),
          distribution: "triangular",
          names: ["low", "mode", "high"],
          values: [0.5, 0.7, 0.9],
        },
      ],
      trials: 1000,
      seed: 3,
      threshold: 1.6,
    });
    const rows = toolResult(plan, "SIMULATE", sheet) as unknown[][];
    const same = evaluate(functionNamed("SIMULATE")!, [
      "GPUHOURCOST",
      [[30_000, 3, 0.7]],
      [["utilization", "triangular", 0.5, 0.7, 0.9]],
      1000,
      3,
      1.6,
    ]);
    expect(rows).toEqual(same);
    expect(plan.avoid).toEqual({ sheet: "Sheet1", address: "D9" });
  });

  it("for every function of the catalogue that gives one number: a tornado over its example", async () => {
    for (const fn of functions.filter(({ columns }) => !columns)) {
      const cells = exampleCells(fn);
      const literal = (cell: unknown): string => {
        if (cell === undefined) return "";
        if (Array.isArray(cell))
          return `{${(cell as unknown[][]).map((row) => row.map((one) => (one === "" || one === null ? '""' : literal(one))).join(",")).join(";")}}`;
        if (typeof cell === "string") return `"${cell}"`;
        return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell);
      };
      const value = evaluate(fn, cells);
      if (typeof value !== "number") continue;
      const subject = await subjectFrom(`=COMPUTE.${fn.name}(${cells.map(literal).join(",")})`, value, {});
      const ends = Object.fromEntries(
        varying(subject).map(({ name, values, unit }) => [
          name,
          rangeAround(values[0] as number, fn.parameters[name]!.limits, unit),
        ]),
      );
      if (Object.keys(ends).length === 0) continue;
      const plan = tornadoPlan(subject, ends);
      const rows = toolResult(plan, "TORNADO", {}) as unknown[][];
      expect([fn.name, rows.length]).toEqual([fn.name, Object.keys(ends).length + 1]);
      // The function itself over the written arguments is the reader's own result.
      const { rows: written, valueAt } = evaluated(plan, "H20", {});
      const at = written.findIndex(([first]) => first?.value === `${fn.title} now`);
      expect([fn.name, valueAt(20 + at, 10)]).toEqual([fn.name, value]);
    }
  });
});
