import type { Lesson, LessonChart, LessonSeries, LessonValue, Values } from "../../concepts/lesson";
import { Sight } from "./values";

/** What a plot draws. */
export interface DrawnData {
  readonly xs: readonly (number | string)[];
  readonly series: readonly { readonly series: LessonSeries; readonly points: readonly (number | undefined)[] }[];
  readonly threshold: number | undefined;
  /** Under each x: its number and whether it fails. */
  readonly tests: readonly { readonly value: LessonValue | undefined; readonly fails: boolean }[] | undefined;
}

/** What the chart shows at one place of its slider. */
export interface ChartData extends DrawnData {
  readonly sight: Sight;
}

export function chartData(lesson: Lesson, slider: number): ChartData {
  const { chart, example } = lesson;
  const sight = new Sight(example, chart, { [chart.slider.input]: slider });
  const points = chart.series.map(() => [] as (number | undefined)[]);
  const tests: { value: LessonValue | undefined; fails: boolean }[] = [];
  for (const x of chart.x.values) {
    const known: Record<string, LessonValue> = { [chart.x.id]: x };
    chart.series.forEach((series, i) => {
      const value = sight.number(series.formula, known);
      points[i]!.push(value);
      if (value !== undefined) known[series.id] = value;
    });
    if (chart.test) tests.push(testAt(sight, chart.test, known));
  }
  return {
    sight,
    xs: chart.x.values,
    series: chart.series.map((series, i) => ({ series, points: points[i]! })),
    threshold: chart.threshold && sight.number(chart.threshold.formula),
    tests: chart.test ? tests : undefined,
  };
}

function testAt(sight: Sight, test: NonNullable<Lesson["chart"]["test"]>, known: Values) {
  const outcome = sight.evaluate(test.formula, known);
  return { value: "value" in outcome ? outcome.value : undefined, fails: sight.holds(test.fails, known) };
}

/**
 * The lowest and highest value the axis must hold; stacks count from the ground up. Bars stand on zero; lines may leave it out
 * where all of them run far above it.
 */
export function extentOf({ series, threshold }: DrawnData, kind: LessonChart["kind"]): readonly [number, number] {
  const single = series.flatMap(({ points }) => points.filter((point) => point !== undefined));
  const sums =
    kind === "stack"
      ? (series[0]?.points ?? []).map((_, i) => series.reduce((sum, { points }) => sum + (points[i] ?? 0), 0))
      : [];
  const all = [...single, ...sums, ...(threshold === undefined ? [] : [threshold])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return kind === "line" && low > high / 2 && low < high ? [low, high] : [Math.min(0, low), Math.max(0, high)];
}

/** Round numbers that divide an axis into three to five parts. */
export function ticks(low: number, high: number): number[] {
  const span = high - low || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Heights of labels moved apart so that none covers another, in their order from the top. */
export function apart(heights: readonly number[], gap: number, lowest: number): number[] {
  const order = heights.map((height, i) => ({ height, i })).sort((a, b) => a.height - b.height);
  const placed = new Array<number>(heights.length);
  let above = -Infinity;
  for (const { height, i } of order) {
    placed[i] = Math.max(height, above + gap);
    above = placed[i]!;
  }
  let below = lowest + gap;
  for (const { i } of order.reverse()) {
    placed[i] = Math.min(placed[i]!, below - gap);
    below = placed[i]!;
  }
  return placed;
}
