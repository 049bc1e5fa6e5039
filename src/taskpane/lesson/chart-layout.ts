import type { LessonChart } from "../../concepts/lesson";
import { type DrawnData, extentOf, ticks } from "./chart-data";
import { formatAs } from "./format";

/** What a plot needs to know of a chart. */
export type DrawnChart = Pick<LessonChart, "title" | "kind" | "x" | "y" | "threshold" | "test">;

/** Where everything of a plot stands, in the 288 units that the narrowest pane has for it. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Where the axis of x lies: at zero, or at the foot where zero is out of sight. */
  readonly ground: number;
  readonly marks: readonly { readonly at: number; readonly label: string; readonly y: number }[];
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  /** Under each place; empty where it would run into its neighbor. */
  readonly xLabels: readonly string[];
  /** What x is: beside the last label where it is short, else on a line of its own. */
  readonly xTitle: { readonly text: string; readonly beside: boolean };
  /** The top of the rows under each place, if there are any. */
  readonly tests: number;
  /** Whether numbers and words fit under each place; else only signs do. */
  readonly testsFit: boolean;
  /** Names of the series, each in one or two lines. */
  readonly names: readonly (readonly string[])[];
}

export const lineHeight = 13;

const width = 288;
const top = 20;
const bottom = 150;
/** About the width of a letter in the plot's type. */
const letter = 6.4;
const widestName = 92;

const widthOf = (text: string): number => text.length * letter;

export function layOutChart(chart: DrawnChart, data: DrawnData): ChartLayout {
  const [low, high] = extentOf(data, chart.kind);
  const steps = ticks(low, high);
  const step = (steps[1] ?? high) - (steps[0] ?? low);
  // Lines that leave zero out stand on the round number below them.
  const floor =
    low > 0 ? Math.min(low, (steps[0] ?? low) - (steps[0] === low ? 0 : step)) : Math.min(low, steps[0] ?? low);
  const ceiling = Math.max(high, steps.at(-1) ?? high);
  const y = (value: number) => bottom - ((value - floor) / (ceiling - floor || 1)) * (bottom - top);
  const marks = (low > 0 ? [floor, ...steps.filter((mark) => mark > floor)] : steps).map((at) => ({
    at,
    label: formatAs(at, chart.y.format.endsWith("%") ? "0%" : "general"),
    y: y(at),
  }));
  const left = Math.max(20, ...marks.map(({ label }) => widthOf(label) + 8));
  const names = data.series.map(({ series }) => inLines(series.label));
  const named = chart.kind === "line" || names.length > 1;
  const key = chart.kind === "line" ? 8 : 18;
  const right = named ? width - key - Math.max(...names.flat().map(widthOf)) : width - 8;
  const x = placesOf(chart, data, left, right);
  const { label, unit } = chart.x;
  const title = unit && !label.includes(unit) ? `${label}, ${unit}` : label;
  const beside = named && widthOf(title) <= width - right - 8;
  const foot = beside ? 177 : 190;
  const testsFit = data.tests?.every((_, i) => testWidth(chart, data, i) <= gapAt(x, i, data.xs.length)) ?? true;
  return {
    width,
    height: data.tests ? foot + 45 : foot,
    left,
    right,
    bottom,
    ground: low > 0 ? bottom : y(0),
    marks,
    x,
    y,
    xLabels: fitting(
      data.xs.map((value) => formatAs(value, chart.x.format)),
      x,
    ),
    xTitle: { text: title, beside },
    tests: foot,
    testsFit,
    names,
  };
}

/** Where each x stands: lines by their number from edge to edge, bars in equal places. */
function placesOf(chart: DrawnChart, data: DrawnData, left: number, right: number): (index: number) => number {
  const { xs } = data;
  if (chart.kind !== "line") return (index) => left + ((index + 0.5) / xs.length) * (right - left);
  const numbers = xs.map(Number);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  const byNumber = numbers.every(Number.isFinite) && last > first;
  const part = (index: number) =>
    byNumber ? (numbers[index]! - first) / (last - first) : index / Math.max(1, xs.length - 1);
  return (index) => left + part(index) * (right - left - 6);
}

/** Labels that do not run into one another: the first, the last, and between them what there is room for. */
function fitting(labels: readonly string[], x: (index: number) => number): string[] {
  const last = labels.length - 1;
  const halves = labels.map((label) => widthOf(label) / 2 + 4);
  let free = -Infinity;
  return labels.map((label, i) => {
    const beforeLast = i === last || x(i) + halves[i]! <= x(last) - halves[last]!;
    if (x(i) - halves[i]! < free || !beforeLast) return "";
    free = x(i) + halves[i]!;
    return label;
  });
}

function testWidth(chart: DrawnChart, data: DrawnData, i: number): number {
  const test = chart.test!;
  const { value, fails } = data.tests![i]!;
  return Math.max(widthOf(formatAs(value, test.format)), widthOf(fails ? test.words.fail : test.words.pass)) + 2;
}

function gapAt(x: (index: number) => number, i: number, count: number): number {
  const gaps = [i > 0 ? x(i) - x(i - 1) : Infinity, i < count - 1 ? x(i + 1) - x(i) : Infinity];
  return Math.min(...gaps);
}

/** A name in one line, or in two where it is too long for one. */
function inLines(name: string): string[] {
  if (widthOf(name) <= widestName || !name.includes(" ")) return [name];
  const middle = name.length / 2;
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best));
  return [name.slice(0, at), name.slice(at + 1)];
}
