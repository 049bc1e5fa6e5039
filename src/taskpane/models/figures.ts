import { isError } from "../../formula/values";
import { ModelValues } from "../../models/evaluate";
import type { Model } from "../../models/model";
import { write } from "../../models/write";
import type { DrawnData } from "../lesson/chart-data";
import type { DrawnChart } from "../lesson/chart-layout";

/** What a model comes to with its own inputs, for its page. */
export interface ModelFigures {
  readonly key: readonly { readonly label: string; readonly value: unknown; readonly unit: string }[];
  readonly checks: { readonly failed: number; readonly of: number };
  readonly decisions: readonly {
    readonly id: string;
    readonly question: string;
    readonly passes: boolean;
    readonly margin: unknown;
    readonly unit: string;
    /** The first period that fails. */
    readonly breach: number | undefined;
    readonly fix: { readonly label: string; readonly value: unknown; readonly unit: string };
  }[];
  readonly chart: DrawnChart;
  readonly data: DrawnData;
}

export function figuresOf(model: Model): ModelFigures {
  const made = write(model, { style: "dynamic" });
  const values = new ModelValues(made);
  const { chart, axis } = model;
  const periods = Array.from({ length: axis.periods + 1 }, (_, i) => i).slice(chart.fromStart ? 0 : 1);
  const named = chart.x === undefined ? undefined : values.series(chart.x, chart.fromStart);
  const xs = periods.map((period, i) => plain(named?.[i]) ?? period);
  const numbers = (id: string) =>
    values.series(id, chart.fromStart).map((value) => (typeof value === "number" ? value : undefined));
  return {
    key: model.outputs
      .flatMap(({ rows }) => rows)
      .filter(({ key }) => key)
      .map(({ id, label, unit }) => ({ label, value: settled(values.value(id)), unit })),
    checks: { failed: Number(values.value("checkErrors")), of: model.checks.length },
    decisions: model.decisions.map(({ id, label, unit, each, fix }) => {
      const breach = each === undefined ? undefined : values.value(`${id}Breaches`);
      return {
        id,
        question: label,
        passes: values.total(id) === "Pass",
        margin: settled(values.value(id)),
        unit,
        breach: typeof breach === "number" ? breach : undefined,
        fix: { label: fix.label, value: settled(values.value(`${id}Fix`)), unit: fix.unit },
      };
    }),
    chart: {
      title: chart.title,
      kind: chart.kind === "line" ? "line" : chart.kind === "column" ? "bars" : "stack",
      x: { id: "period", label: axis.label.toLowerCase(), unit: "", format: "general", values: xs as number[] },
      y: { label: chart.valueAxis, unit: chart.valueAxis, format: "general" },
    },
    data: {
      xs,
      series: chart.series.map(({ id, label, style }) => ({
        series: { id, label, style, formula: id },
        points: numbers(id),
      })),
      threshold: undefined,
      tests: undefined,
    },
  };
}

/** Sums and differences of amounts that cancel out leave a trace of rounding, which is nothing. */
const settled = (value: unknown): unknown => (typeof value === "number" && Math.abs(value) < 1e-9 ? 0 : value);

const plain = (value: unknown): number | string | undefined =>
  !isError(value) && (typeof value === "number" || typeof value === "string") ? value : undefined;
