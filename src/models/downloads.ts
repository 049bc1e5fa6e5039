/** The models as files to download: read by the build. */
import { columnLetters, quoteSheet } from "../formula/address";
import { isError } from "../formula/values";
import type { CellContent, CellStyle, Content } from "./content";
import { ModelValues } from "./evaluate";
import { chartRows, columns, rows } from "./layout";
import { looks } from "./looks";
import type { Model } from "./model";
import { models } from "./templates";
import { write } from "./write";

/** A workbook in classic rows, with what each formula comes to. */
export interface Book {
  readonly id: string;
  readonly title: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly content: Content;
    readonly cells: readonly {
      readonly row: number;
      readonly column: number;
      readonly cell: CellContent;
      readonly result?: number | string | boolean;
    }[];
    readonly chart?: BookChart;
  }[];
}

export interface BookChart {
  readonly type: "line" | "column";
  readonly stacked: boolean;
  readonly title: string;
  readonly valueAxis: string;
  /** The number format of its first series. */
  readonly valueFormat: string;
  readonly categoryAxis: string;
  /** Ranges with their sheet. */
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string; readonly dashed: boolean }[];
  /** Rows and columns counted from 0. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export { looks };

export const books = (addinVersion: string): readonly Book[] => models.map((model) => bookOf(model, addinVersion));

function bookOf(model: Model, addinVersion: string): Book {
  const made = write(model, { style: "classic", names: true, addinVersion });
  const values = new ModelValues(made);
  const sheets = made.sheets.map(({ id, name, content }) => {
    const cells = content.rows.flatMap((line, r) =>
      line.flatMap((cell, c) => {
        if (!cell) return [];
        const value = cell.formula === undefined ? null : values.at(id, r + 1, c + 1);
        const result = value === null || isError(value) ? {} : { result: value };
        return [{ row: r, column: c, cell, ...result }];
      }),
    );
    return { name, content, cells, ...(id === "outputs" ? { chart: chartOf(model, name, made) } : {}) };
  });
  return { id: model.id, title: model.title, sheets };
}

/** What the embedded workbook opens: a model in the dynamic style, in the form of its examples (src/playground/page/examples/example.ts). */
export interface ModelExample {
  readonly id: string;
  readonly title: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly columnWidths: readonly number[];
    readonly cells: Readonly<Record<string, { content?: string | number; look?: string; format?: string }>>;
    readonly spills: readonly string[];
    readonly frozenRows: number;
    readonly start: string;
  }[];
  /** The sheet it opens on, counted from 0. */
  readonly opens: number;
}

const exampleLooks: Readonly<Record<CellStyle, string>> = {
  title: "title",
  heading: "heading",
  label: "label",
  unit: "unit",
  input: "input",
  calculation: "result",
  link: "link",
  total: "total",
  check: "result",
  note: "note",
};

export const examples = (addinVersion: string): readonly ModelExample[] =>
  models.map((model) => {
    const { sheets } = write(model, { style: "dynamic", addinVersion });
    return {
      id: model.id,
      title: model.title,
      sheets: sheets.map(({ name, content }) => ({
        name,
        columnWidths: (content.columnWidths ?? []).map((characters = 9) => characters * 7 + 5),
        cells: Object.fromEntries(content.rows.flatMap(exampleCells)),
        spills: (content.spills ?? []).map(
          ({ row, column, rows: height, columns: width }) =>
            `${columnLetters(column + 1)}${row + 1}:${columnLetters(column + width)}${row + height}`,
        ),
        frozenRows: content.frozenRows ?? 0,
        start: "A1",
      })),
      opens: sheets.findIndex(({ id }) => id === "outputs"),
    };
  });

function exampleCells(line: Content["rows"][number], row: number) {
  return line.flatMap((cell, column) => {
    if (!cell) return [];
    const { formula, value, style, numberFormat } = cell;
    const content = formula ?? (typeof value === "boolean" ? String(value).toUpperCase() : value);
    const entry = {
      ...(content === undefined ? {} : { content }),
      ...(style ? { look: exampleLooks[style] } : {}),
      ...(numberFormat === undefined || numberFormat === "General" ? {} : { format: numberFormat }),
    };
    return [[`${columnLetters(column + 1)}${row + 1}`, entry] as const];
  });
}

function chartOf({ chart, axis }: Model, sheet: string, { layout, sheets }: ReturnType<typeof write>): BookChart {
  const first = chart.fromStart ? columns.start : columns.first;
  const across = (row: number) =>
    `${quoteSheet(sheet)}!$${columnLetters(first)}$${row}:$${columnLetters(layout.last)}$${row}`;
  const drawn = sheets.find(({ name }) => name === sheet)?.content.rows ?? [];
  const named = chart.x === undefined ? undefined : drawn[layout.spot(chart.x).row - 1]?.[0]?.value;
  const [leading] = chart.series;
  const format = leading && drawn[layout.spot(leading.id).row - 1]?.[columns.first - 1]?.numberFormat;
  return {
    type: chart.kind === "line" ? "line" : "column",
    stacked: chart.kind === "stackedColumn",
    title: chart.title,
    valueAxis: chart.valueAxis,
    valueFormat: format ?? "#,##0",
    categoryAxis: typeof named === "string" ? named : axis.label,
    categories: across(chart.x === undefined ? rows.axis : layout.spot(chart.x).row),
    series: chart.series.map(({ id, label, style }) => ({
      name: label,
      values: across(layout.spot(id).row),
      dashed: style === "dashed",
    })),
    from: { row: rows.body, column: 0 },
    to: { row: rows.body + chartRows - 2, column: columns.note },
  };
}
