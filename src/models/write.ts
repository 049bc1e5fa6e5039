import type { CellContent, CellStyle, Content } from "./content";
import { written } from "./formula";
import {
  cell,
  chartRows,
  columns,
  type InsertStyle,
  Layout,
  rows,
  type SheetId,
  sheetIds,
  sheetTitles,
} from "./layout";
import type { Check, Decision, Formula, InputRow, Model, Row, Section } from "./model";
import { aboutSheet } from "./about";
import { heading } from "./heading";
import { scheduleSheet, tablesIn } from "./schedules";

export interface WriteOptions {
  readonly style: InsertStyle;
  /** What the sheets are called, where their own names are taken. */
  readonly sheetNames?: Readonly<Record<SheetId, string>>;
  /** Define a name for each input. */
  readonly names?: boolean;
  /** Of the add-in, for the About sheet. */
  readonly addinVersion?: string;
}

export interface WrittenSheet {
  readonly id: SheetId;
  readonly name: string;
  readonly content: Content;
}

/** A model on its sheets, with where its ids are. */
export interface WrittenModel {
  readonly sheets: readonly WrittenSheet[];
  readonly layout: Layout;
}

/** A model as sheets of cells, in the order of their tabs. */
export function write(model: Model, options: WriteOptions): WrittenModel {
  const names = options.sheetNames ?? sheetTitles;
  const layout = new Layout(model, names);
  placeAll(model, layout);
  // Tables come first: where their columns are depends on the style.
  const schedules = tablesIn(model, options.style).length > 0 ? scheduleSheet(model, layout, options.style) : undefined;
  const writer = new SheetWriter(model, layout, options);
  const contents: Readonly<Record<SheetId, Content | undefined>> = {
    about: aboutSheet(model, layout, options),
    inputs: writer.inputs(),
    workings: writer.workings(),
    schedules,
    outputs: writer.outputs(),
    checks: writer.checks(),
  };
  const sheets = sheetIds.flatMap((id) => {
    const content = contents[id];
    return content ? [{ id, name: names[id], content }] : [];
  });
  return { sheets, layout };
}

const firstCheck = 2;

/** Gives every id its place. */
function placeAll(model: Model, layout: Layout): void {
  const put = (id: string, sheet: SheetId, row: number, series: boolean): void => {
    if (layout.spots.has(id)) throw new Error(`${model.id}: two rows are called ${id}`);
    layout.spots.set(id, { kind: series ? "series" : "value", sheet, row });
  };
  const sections = (list: readonly Section<Row | InputRow>[], sheet: SheetId, from: number): void => {
    let row = from;
    for (const section of list) {
      row++;
      for (const line of section.rows) put(line.id, sheet, row++, line.each !== undefined);
      row++;
    }
  };
  sections(model.inputs, "inputs", rows.body);
  sections(model.workings, "workings", rows.body);
  sections(model.outputs, "outputs", rows.body + chartRows);
  let row = rows.body + 1;
  put("tolerance", "checks", row, false);
  row += firstCheck + 1;
  for (const check of model.checks) put(check.id, "checks", row++, check.each !== undefined);
  put("checkErrors", "checks", row, false);
  row += firstCheck + 1;
  for (const decision of model.decisions) {
    put(decision.id, "checks", row, decision.each !== undefined);
    if (decision.each !== undefined) put(`${decision.id}Breaches`, "checks", ++row, true);
    put(`${decision.id}Fix`, "checks", ++row, false);
    row += 1;
  }
}

type Cells = (CellContent | null)[];

class SheetWriter {
  constructor(
    private readonly model: Model,
    private readonly layout: Layout,
    private readonly options: WriteOptions,
  ) {}

  inputs(): Content {
    const body = this.sections(this.model.inputs, (row) => this.input(row));
    const inputs = this.model.inputs.flatMap((section) => section.rows);
    const valued = inputs.filter(({ value }) => value !== undefined);
    const at = (id: string) => ({ row: this.layout.spot(id).row - 1, column: columns.value - 1 });
    const choices = valued.flatMap(({ id, words }) => (words ? [{ ...at(id), words }] : []));
    const names = this.options.names
      ? valued.map(({ id, label, unit }) => ({ name: id, ...at(id), comment: `${label}, ${unit}` }))
      : [];
    return {
      ...this.sheet("inputs", body),
      ...(choices.length > 0 ? { choices } : {}),
      ...(names.length > 0 ? { names } : {}),
    };
  }

  workings(): Content {
    return this.sheet(
      "workings",
      this.sections(this.model.workings, (row) => this.row(row, "workings")),
    );
  }

  outputs(): Content {
    const blank: Cells[] = Array.from({ length: chartRows }, () => []);
    const chart: Cells = [{ value: this.model.chart.point, style: "note" }];
    return this.sheet("outputs", [
      chart,
      ...blank.slice(1),
      ...this.sections(this.model.outputs, (row) => this.row(row, "outputs")),
    ]);
  }

  checks(): Content {
    const { checks, decisions } = this.model;
    const errors = this.layout.spot("checkErrors").row;
    const first = errors - checks.length;
    const total: Cells = [
      { value: "Errors in all checks", style: "label" },
      { value: "errors", style: "unit" },
      {
        formula: `=SUM(${cell(columns.total, first)}:${cell(columns.total, errors - 1)})`,
        style: "total",
        numberFormat: "0",
      },
    ];
    total[columns.mark - 1] = { value: "C", style: "note" };
    const tolerance = this.input({
      id: "tolerance",
      label: "A difference up to this is rounding",
      unit: "of the check",
      format: "0.000000",
      value: 1e-6,
      source: "Modeling convention",
    });
    return this.sheet("checks", [
      this.banded([{ value: "Settings", style: "heading" }]),
      tolerance,
      [],
      this.banded([
        { value: "Checks: each must be zero", style: "heading" },
        null,
        { value: "Difference", style: "heading" },
        { value: "Error", style: "heading" },
      ]),
      ...checks.map((check) => this.check(check)),
      total,
      [],
      this.banded([
        { value: "Decision checks: a verdict is no error", style: "heading" },
        null,
        { value: "Margin", style: "heading" },
        { value: "Verdict", style: "heading" },
      ]),
      ...decisions.flatMap((decision) => this.decision(decision)),
    ]);
  }

  /** Heading, time axis and body, with the widths that all sheets share. */
  private sheet(id: SheetId, body: readonly Cells[]): Content {
    const { periods } = this.model.axis;
    return {
      rows: [...heading(this.model, id, this.layout), this.axis(id), ...body],
      columnWidths: [46, 17, 13, 13, 4, 16, ...Array.from({ length: periods + 1 }, () => 11)],
      frozenRows: rows.axis,
    };
  }

  private axis(sheet: SheetId): Cells {
    const { axis } = this.model;
    const titles = [axis.label, "Unit", "Value", "Total", "", "Source or note"];
    const cells: Cells = titles.map((value) => ({ value, style: "heading" }));
    for (let column: number = columns.start; column <= this.layout.last; column++) {
      const own = `=${cell(column - 1, rows.axis)}+1`;
      const linked = `=${this.layout.on("inputs", sheet)}${cell(column, rows.axis)}`;
      const format = column === columns.start ? `"${axis.start}"` : "0";
      cells.push(
        sheet === "inputs" && column === columns.start
          ? { value: 0, style: "heading", numberFormat: format }
          : { formula: sheet === "inputs" ? own : linked, style: "heading", numberFormat: format },
      );
    }
    return cells;
  }

  /** Headings of sections run across the sheet. */
  private banded(cells: Cells): Cells {
    return Array.from({ length: this.layout.last }, (_, i) => cells[i] ?? { style: "heading" });
  }

  private sections<R>(sections: readonly Section<R>[], line: (row: R) => Cells): Cells[] {
    return sections.flatMap(({ title, rows: lines }) => [
      this.banded([{ value: title, style: "heading" }]),
      ...lines.map(line),
      [],
    ]);
  }

  private input({ label, unit, format, value, each, source = "Illustrative", date }: InputRow): Cells {
    const cells: Cells = [
      { value: label, style: "label" },
      { value: unit, style: "unit" },
      value === undefined ? null : { value, style: "input", numberFormat: format },
      null,
      { value: "I", style: "note" },
      { value: date === undefined ? source : `${source}, ${date}`, style: "note" },
    ];
    each?.forEach((one, i) => (cells[columns.first - 1 + i] = { value: one, style: "input", numberFormat: format }));
    return filled(cells);
  }

  private row(row: Row, sheet: SheetId): Cells {
    const { label, unit, format, note, value, each, start, total, classic } = row;
    const cells: Cells = [
      { value: label, style: "label" },
      { value: unit, style: "unit" },
    ];
    const put = (column: number, formula: Formula | undefined, stated: Formula | undefined, inPeriod: boolean) => {
      if (formula === undefined) return;
      const text = this.formula(formula, stated, { sheet, ...(inPeriod ? { column } : {}) });
      cells[column - 1] = { formula: text, style: row.style ?? styleOf(text), numberFormat: format };
    };
    put(columns.value, value, classic?.value, false);
    put(columns.total, total && totalOf(row), classic?.total, false);
    put(columns.start, start, classic?.start, true);
    if (each !== undefined) {
      for (let column: number = columns.first; column <= this.layout.last; column++)
        put(column, each, classic?.each, true);
    }
    const main = cells[each === undefined ? columns.value - 1 : columns.first - 1];
    cells[columns.mark - 1] = { value: main?.formula && styleOf(main.formula) === "link" ? "L" : "C", style: "note" };
    if (note !== undefined) cells[columns.note - 1] = { value: note, style: "note" };
    return filled(cells);
  }

  private formula(
    formula: Formula,
    stated: Formula | undefined,
    at: { readonly sheet: SheetId; readonly column?: number },
  ): string {
    const { style } = this.options;
    return written(style === "classic" ? (stated ?? formula) : formula, at, this.layout, style);
  }

  private check({ id, label, unit, difference, each, truth, classic }: Check): Cells {
    const { row } = this.layout.spot(id);
    const cells: Cells = [
      { value: label, style: "label" },
      { value: unit, style: "unit" },
    ];
    if (each !== undefined) {
      this.across(cells, each, classic, "#,##0.000000;-#,##0.000000;0", "checks");
      const all = `${cell(columns.first, row)}:${cell(this.layout.last, row)}`;
      cells[columns.value - 1] = checking(`=MAX(MAX(${all}),-MIN(${all}))`, "0.000000");
    } else {
      const formula = difference ?? `IF(${truth},0,1)`;
      const stated = classic === undefined || difference !== undefined ? classic : `IF(${classic},0,1)`;
      cells[columns.value - 1] = checking(this.formula(formula, stated, { sheet: "checks" }), "0.000000");
    }
    const limit = cell(columns.value, this.layout.spot("tolerance").row, "both");
    cells[columns.total - 1] = checking(`=IFERROR(IF(ABS(${cell(columns.value, row)})<=${limit},0,1),1)`, "0");
    cells[columns.mark - 1] = { value: "C", style: "note" };
    return filled(cells);
  }

  private decision({ id, label, unit, format, margin, each, classic, fix }: Decision): Cells[] {
    const { row } = this.layout.spot(id);
    const limit = cell(columns.value, this.layout.spot("tolerance").row, "both");
    const first: Cells = [
      { value: label, style: "label" },
      { value: unit, style: "unit" },
    ];
    const lines = [first];
    if (each !== undefined) {
      this.across(first, each, classic, format, "checks");
      const all = `${cell(columns.first, row)}:${cell(this.layout.last, row)}`;
      first[columns.value - 1] = checking(`=MIN(${all})`, format);
      lines.push(this.breaches(row, limit));
    } else first[columns.value - 1] = checking(this.formula(margin ?? "0", classic, { sheet: "checks" }), format);
    first[columns.total - 1] = checking(`=IF(${cell(columns.value, row)}>=-${limit},"Pass","Fail")`, "General");
    first[columns.mark - 1] = { value: "C", style: "note" };
    const fixed: Cells = [
      { value: fix.label, style: "label" },
      { value: fix.unit, style: "unit" },
      {
        formula: this.formula(fix.value, fix.classic, { sheet: "checks" }),
        style: "calculation",
        numberFormat: fix.format,
      },
    ];
    fixed[columns.mark - 1] = { value: "C", style: "note" };
    return [...lines, fixed].map(filled);
  }

  /** A flag for each period that fails, and the first of them. */
  private breaches(row: number, limit: string): Cells {
    const all = `${cell(columns.first, row + 1)}:${cell(this.layout.last, row + 1)}`;
    const axis = `${cell(columns.first, rows.axis, "both")}:${cell(this.layout.last, rows.axis, "both")}`;
    const cells: Cells = [
      { value: `First breach (1: breach in the ${this.model.axis.unit})`, style: "label" },
      { value: this.model.axis.unit, style: "unit" },
      checking(`=IFERROR(INDEX(${axis},MATCH(1,${all},0)),"none")`, "0"),
      checking(`=SUM(${all})`, "0"),
    ];
    cells[columns.mark - 1] = { value: "C", style: "note" };
    for (let column: number = columns.first; column <= this.layout.last; column++)
      cells[column - 1] = checking(`=IF(${cell(column, row)}<-${limit},1,0)`, "0");
    return cells;
  }

  private across(
    cells: Cells,
    each: Formula,
    classic: Formula | undefined,
    numberFormat: string,
    sheet: SheetId,
  ): void {
    for (let column: number = columns.first; column <= this.layout.last; column++) {
      const formula = this.formula(each, classic, { sheet, column });
      cells[column - 1] = { formula, style: "check", numberFormat };
    }
  }
}

const checking = (formula: string, numberFormat: string): CellContent => ({ formula, style: "check", numberFormat });

const functionsOfTotals = { sum: "SUM", min: "MIN", max: "MAX", average: "AVERAGE" } as const;

function totalOf({ id, total = "sum" }: Row): Formula {
  if (total === "last") return `last(${id})`;
  return total in functionsOfTotals ? `${functionsOfTotals[total as "sum"]}(all(${id}))` : total;
}

/** A formula that only fetches a cell from another sheet is a link. */
const styleOf = (formula: string): CellStyle =>
  /^=(INDEX\()?('[^']*'|\w+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+,[A-Z]+\$?\d+\))?$/.test(formula) ? "link" : "calculation";

/** No holes in a row. */
const filled = (cells: Cells): Cells => Array.from(cells, (one) => one ?? null);
