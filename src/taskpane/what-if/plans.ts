import { namespace } from "../../concepts/concept";
import { excelFormat, unitWords } from "../format";
import type { CellPlan } from "../insertion";
import type { Chart } from "../workbook";
import { type ArgumentCells, argumentRows, emptyText, input, label, Sheet, title } from "./sheet";
import { type Line, type Subject, widthOf } from "./subject";

/** What Insert writes for each tool: labelled cells, inputs to change, and the live formula over them. */

const call = (tool: string, ...args: readonly string[]): string => `=${namespace}.${tool}(${args.join(",")})`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const firstValue = 2;

export interface Varied {
  readonly line: Line;
  readonly values: readonly number[];
}

export function sensitivityPlan(subject: Subject, down: Varied, across: Varied | undefined): CellPlan {
  return plan(subject, "Sensitivity", (sheet) => {
    const cells = argumentRows(sheet, subject);
    sheet.skip();
    const rows = valuesRow(sheet, `${down.line.label}, from row to row`, down);
    const columns = across && valuesRow(sheet, `${across.line.label}, from column to column`, across);
    sheet.skip();
    sheet.put(sheet.next, 0, {
      value: across
        ? `${subject.fn.title}: ${down.line.label.toLowerCase()} down, ${across.line.label.toLowerCase()} across`
        : `${subject.fn.title} by ${down.line.label.toLowerCase()}`,
      style: "heading",
    });
    const formula = call(
      "SENSITIVITY",
      quoted(subject.fn.name),
      cells.block,
      quoted(down.line.name),
      rows,
      ...(across && columns ? [quoted(across.line.name), columns] : []),
    );
    const result = excelFormat(subject.unit, subject.value);
    const { row } = sheet.table(formula, down.values.length + 1, [
      excelFormat(down.line.unit, down.values[0]),
      ...Array.from({ length: across ? across.values.length : 1 }, () => result),
    ]);
    across?.values.forEach((value, i) =>
      sheet.put(row, i + 1, { style: "heading", numberFormat: excelFormat(across.line.unit, value) }),
    );
    return across
      ? undefined
      : {
          type: "line",
          address: sheet.at(row, 0, row + down.values.length, 1),
          valueAxis: axis(subject.fn.title, subject.unit),
          categoryAxis: axis(down.line.label, down.line.unit),
        };
  });
}

function valuesRow(sheet: Sheet, words: string, { line, values }: Varied): string {
  const row = sheet.next;
  label(sheet, row, words, line.unit);
  values.forEach((value, i) => sheet.put(row, firstValue + i, input(value, line.unit)));
  return sheet.at(row, firstValue, row, firstValue + values.length - 1);
}

/** The low and the high value of arguments by their names. */
export type Ends = Readonly<Record<string, readonly [low: number, high: number]>>;

export function tornadoPlan(subject: Subject, ends: Ends): CellPlan {
  const { lines } = subject;
  const count = lines.filter(({ name }) => ends[name]).length;
  return plan(subject, "Tornado", (sheet) => {
    const width = widthOf(lines);
    const beside = width === 1;
    const start = sheet.next + 1;
    const cells = argumentRows(sheet, subject, beside ? ["Low", "High"] : []);
    const [low, high] = [0, 1].map((end) => {
      // Beside the base where every argument is one cell; else in a block like it.
      const top = beside ? start : sheet.next + 2;
      const left = beside ? firstValue + 1 + end : firstValue;
      if (!beside) {
        sheet.skip();
        sheet.put(sheet.next, 0, { value: end === 0 ? "Low" : "High", style: "heading" });
      }
      lines.forEach((line, i) => {
        if (!beside) label(sheet, top + i, line.label, line.unit);
        const value = ends[line.name]?.[end];
        for (let k = 0; k < width; k++)
          sheet.put(top + i, left + k, k === 0 && value !== undefined ? input(value, line.unit) : emptyText);
      });
      return sheet.at(top, left, top + lines.length - 1, left + width - 1);
    }) as [string, string];
    sheet.skip();
    const result = excelFormat(subject.unit, subject.value);
    const { row } = sheet.table(call("TORNADO", quoted(subject.fn.name), cells.block, low, high), count + 1, [
      "General",
      "General",
      "General",
      result,
      result,
      result,
    ]);
    sheet.skip();
    const now = sheet.next;
    label(sheet, now, `${subject.fn.title} now`, subject.unit);
    sheet.put(now, firstValue, { formula: resultFormula(subject, cells), style: "calculation", numberFormat: result });
    // A bar chart begins at the bottom: the largest swing last.
    const head = now + 2;
    sheet.skip();
    ["Change of the result", "At low", "At high"].forEach((value, i) =>
      sheet.put(head, i, { value, style: "heading" }),
    );
    for (let i = 0; i < count; i++) {
      const from = row + count - i;
      sheet.put(head + 1 + i, 0, { formula: `=${sheet.at(from, 0)}`, style: "link" });
      [3, 4].forEach((column, k) =>
        sheet.put(head + 1 + i, 1 + k, {
          formula: `=${sheet.at(from, column)}-${fixed(sheet.at(now, firstValue))}`,
          style: "calculation",
          numberFormat: result,
        }),
      );
    }
    return {
      type: "bar",
      address: sheet.at(head, 0, head + count, 2),
      valueAxis: `Change, ${axis(subject.fn.title, subject.unit)}`,
    };
  });
}

export interface Sought {
  readonly line: Line;
  readonly target: number;
  readonly low: number;
  readonly high: number;
}

export function solvePlan(subject: Subject, { line, target, low, high }: Sought): CellPlan {
  return plan(subject, "What must be true", (sheet) => {
    const cells = argumentRows(sheet, subject);
    const top = sheet.next + 1;
    sheet.skip();
    label(sheet, top, `${subject.fn.title} wanted`, subject.unit);
    sheet.put(top, firstValue, input(target, subject.unit));
    label(sheet, top + 1, `${line.label}, lowest`, line.unit);
    sheet.put(top + 1, firstValue, input(low, line.unit));
    label(sheet, top + 2, `${line.label}, highest`, line.unit);
    sheet.put(top + 2, firstValue, input(high, line.unit));
    sheet.skip();
    const answer = top + 4;
    label(sheet, answer, `${line.label} that gives it`, line.unit);
    const [wanted, from, to] = [0, 1, 2].map((i) => sheet.at(top + i, firstValue)) as [string, string, string];
    sheet.put(answer, firstValue, {
      formula: call("SOLVE", quoted(subject.fn.name), cells.block, quoted(line.name), wanted, from, to),
      style: "total",
      numberFormat: excelFormat(line.unit, 0.5),
    });
    label(sheet, answer + 1, `${subject.fn.title} with it`, subject.unit);
    sheet.put(answer + 1, firstValue, {
      formula: resultFormula(subject, cells, line, sheet.at(answer, firstValue)),
      style: "calculation",
      numberFormat: excelFormat(subject.unit, subject.value),
    });
    label(sheet, answer + 2, "Difference from what is wanted", subject.unit);
    sheet.put(answer + 2, firstValue, {
      formula: `=${sheet.at(answer + 1, firstValue)}-${wanted}`,
      style: "check",
      numberFormat: "0.000000",
    });
    return undefined;
  });
}

/** The function itself over the argument rows, with one of them in another cell. */
function resultFormula({ fn, lines }: Subject, { each }: ArgumentCells, line?: Line, by?: string): string {
  const args = lines.map(({ name }, i) => (name === line?.name ? by : each[i]) ?? "");
  return call(fn.name, ...args.slice(0, args.findLastIndex((text) => text !== "") + 1));
}

export interface Scenario {
  readonly name: string;
  /** By argument; one that is missing keeps its base value. */
  readonly values: Readonly<Record<string, number>>;
}

export function scenariosPlan(subject: Subject, lines: readonly Line[], scenarios: readonly Scenario[]): CellPlan {
  return plan(subject, "Scenarios", (sheet) => {
    const cells = argumentRows(sheet, subject);
    sheet.skip();
    const top = sheet.next;
    // Beside the names there is a column for units in other rows: the table of scenarios leaves none free.
    sheet.put(top, 0, { value: "Scenario", style: "heading" });
    lines.forEach(({ name }, i) => sheet.put(top, i + 1, { value: name, style: "heading" }));
    scenarios.forEach(({ name, values }, r) => {
      sheet.put(top + 1 + r, 0, { value: name, style: "input" });
      lines.forEach((line, i) => {
        const value = values[line.name];
        sheet.put(top + 1 + r, i + 1, value === undefined ? emptyText : input(value, line.unit));
      });
    });
    sheet.skip();
    const result = excelFormat(subject.unit, subject.value);
    const { row } = sheet.table(
      call("SCENARIOS", quoted(subject.fn.name), cells.block, sheet.at(top, 0, top + scenarios.length, lines.length)),
      scenarios.length + 2,
      ["General", result, result, "0.0%"],
    );
    return {
      type: "column",
      address: sheet.at(row, 0, row + scenarios.length + 1, 1),
      valueAxis: axis(subject.fn.title, subject.unit),
    };
  });
}

export interface Uncertain {
  readonly line: Line;
  /** "triangular" and so on. */
  readonly distribution: string;
  readonly names: readonly string[];
  readonly values: readonly number[];
}

export interface Simulated {
  readonly uncertain: readonly Uncertain[];
  readonly trials: number;
  readonly seed: number;
  readonly threshold: number | undefined;
}

const levels = 7;

export function simulatePlan(subject: Subject, { uncertain, trials, seed, threshold }: Simulated): CellPlan {
  return plan(subject, "Monte Carlo", (sheet) => {
    const cells = argumentRows(sheet, subject);
    sheet.skip();
    const head = sheet.next;
    ["Uncertain argument", "Distribution", "First", "Second", "Third"].forEach((value, i) =>
      sheet.put(head, i, { value, style: "heading" }),
    );
    uncertain.forEach(({ line, distribution, values }, r) => {
      sheet.put(head + 1 + r, 0, { value: line.name, style: "label" });
      sheet.put(head + 1 + r, 1, { value: distribution, style: "input" });
      for (let i = 0; i < 3; i++)
        sheet.put(head + 1 + r, 2 + i, values[i] === undefined ? emptyText : input(values[i]!, line.unit));
    });
    sheet.put(sheet.next, 0, {
      value: uncertain.map(({ line, names }) => `${line.name}: ${names.join(", ")}`).join("; "),
      style: "note",
    });
    sheet.skip();
    const top = sheet.next;
    label(sheet, top, "Trials");
    sheet.put(top, firstValue, input(trials, "count"));
    label(sheet, top + 1, "Seed: the same gives the same answer");
    sheet.put(top + 1, firstValue, input(seed, "count"));
    if (threshold !== undefined) {
      label(sheet, top + 2, `${subject.fn.title}, threshold`, subject.unit);
      sheet.put(top + 2, firstValue, input(threshold, subject.unit));
    }
    sheet.skip();
    const result = excelFormat(subject.unit, subject.value);
    const measures = 3 + levels + 1 + (threshold === undefined ? 0 : 1);
    const { row } = sheet.table(
      call(
        "SIMULATE",
        quoted(subject.fn.name),
        cells.block,
        sheet.at(head + 1, 0, head + uncertain.length, 4),
        sheet.at(top, firstValue),
        sheet.at(top + 1, firstValue),
        ...(threshold === undefined ? [] : [sheet.at(top + 2, firstValue)]),
      ),
      measures,
      ["General", result],
    );
    sheet.put(row + 3 + levels, 1, { numberFormat: "#,##0", style: "calculation" });
    if (threshold !== undefined) sheet.put(row + 4 + levels, 1, { numberFormat: "0.0%", style: "calculation" });
    sheet.skip();
    const chart = sheet.next;
    ["Percentile", subject.fn.title].forEach((value, i) => sheet.put(chart, i, { value, style: "heading" }));
    for (let i = 0; i < levels; i++) {
      sheet.put(chart + 1 + i, 0, { formula: `=${sheet.at(row + 3 + i, 0)}`, style: "link" });
      sheet.put(chart + 1 + i, 1, { formula: `=${sheet.at(row + 3 + i, 1)}`, style: "link", numberFormat: result });
    }
    return {
      type: "column",
      address: sheet.at(chart, 0, chart + levels, 1),
      valueAxis: axis(subject.fn.title, subject.unit),
      categoryAxis: "Share of results below",
    };
  });
}

type Drawn = Pick<Chart, "type" | "address" | "valueAxis" | "categoryAxis">;

function plan(subject: Subject, what: string, write: (sheet: Sheet) => Drawn | undefined): CellPlan {
  const heading = `${what}: ${subject.fn.title}`;
  const written = (corner: string) => {
    const sheet = new Sheet(corner);
    title(sheet, subject, what);
    sheet.skip();
    const chart = write(sheet);
    return { sheet, chart };
  };
  return {
    sheetName: `${what} ${subject.fn.name}`,
    avoid: subject.place,
    layOut: (corner) => written(corner).sheet.content(),
    chart: (corner) => {
      const { chart } = written(corner);
      return chart && { ...chart, title: heading, topLeft: "H3", bottomRight: "P22" };
    },
  };
}

const fixed = (address: string): string => address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
const axis = (name: string, unit: string): string => (unitWords(unit) ? `${name}, ${unitWords(unit)}` : name);
