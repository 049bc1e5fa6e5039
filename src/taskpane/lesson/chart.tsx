import { useMemo, useState } from "preact/hooks";
import type { Lesson, LessonChart } from "../../concepts/lesson";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { Grid } from "../components/grid";
import { apart, type ChartData, chartData, extentOf, ticks } from "./chart-data";
import { formatAs } from "./format";
import { Prose } from "./prose";

/** One chart and the slider that proves its sentence; the same numbers in a table. */
export function ChartBlock({ lesson }: { readonly lesson: Lesson }) {
  const { chart } = lesson;
  const { slider } = chart;
  const own = [...chart.inputs, ...lesson.example.inputs].find(({ id }) => id === slider.input)?.value;
  const [at, setAt] = useState(typeof own === "number" ? Math.min(slider.max, Math.max(slider.min, own)) : slider.min);
  const data = useMemo(() => chartData(lesson, at), [lesson, at]);
  return (
    <Block title={chart.title} id="chart">
      <p>
        <Prose html={chart.lead} sight={data.sight} />
      </p>
      <figure class="chart">
        <Plot chart={chart} data={data} />
        <div class="slider">
          <label for="chart-slider">{slider.label}</label>
          <output for="chart-slider">{formatAs(at, slider.format)}</output>
          <input
            id="chart-slider"
            type="range"
            min={slider.min}
            max={slider.max}
            step={slider.step}
            value={at}
            aria-valuetext={formatAs(at, slider.format)}
            aria-describedby="chart-says"
            onInput={(event) => setAt(Number(event.currentTarget.value))}
          />
          <span class="ends" aria-hidden="true">
            <span>{formatAs(slider.min, slider.format)}</span>
            <span>{formatAs(slider.max, slider.format)}</span>
          </span>
        </div>
        <p id="chart-says" role="status">
          <Prose html={sentenceOf(chart, data)} sight={data.sight} />
        </p>
        <Details title="Show as table">
          <ChartTable chart={chart} data={data} />
        </Details>
      </figure>
    </Block>
  );
}

/** What the chart proves where the slider stands. */
function sentenceOf({ sentence }: LessonChart, { sight }: ChartData): string {
  return (sentence.find(({ when }) => sight.holds(when)) ?? sentence.at(-1))?.text ?? "";
}

/** The plot's own measures, in the 288 units of the narrowest pane. */
const width = 288;
const left = 34;
const right = 214;
const top = 20;
const bottom = 150;

function Plot({ chart, data }: { readonly chart: LessonChart; readonly data: ChartData }) {
  const stacked = chart.kind === "stack";
  const [low, high] = extentOf(data, stacked);
  const marks = ticks(low, high);
  const ceiling = Math.max(high, marks.at(-1) ?? high);
  const floor = Math.min(low, marks[0] ?? low);
  const y = (value: number) => bottom - ((value - floor) / (ceiling - floor || 1)) * (bottom - top);
  const x = placesOf(chart, data);
  const height = data.tests ? 222 : 176;
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${chart.title}. ${chart.y.label} by ${chart.x.label}. The table below holds the numbers.`}>
      <text x={left} y="11">
        {chart.y.label}
      </text>
      {marks.map((mark) => (
        <g key={mark}>
          {mark !== 0 && <path class="gridline" d={`M${left} ${y(mark)}H${right}`} />}
          <text x={left - 6} y={y(mark) + 4} text-anchor="end">
            {formatAs(mark, chart.y.format.endsWith("%") ? "0%" : "general")}
          </text>
        </g>
      ))}
      {chart.kind === "line" ? <Lines data={data} chart={chart} x={x} y={y} /> : <Bars data={data} chart={chart} x={x} y={y} />}
      <path class="axis" d={`M${left} ${y(0)}H${right}`} />
      <Threshold data={data} chart={chart} y={y} />
      {xLabels(chart, data).map((label, i) =>
        label === "" ? null : (
          <text key={i} x={x(i)} y="168" text-anchor="middle">
            {label}
          </text>
        ),
      )}
      <XLabel chart={chart} />
      {data.tests && <Tests data={data} chart={chart} x={x} />}
    </svg>
  );
}

interface DrawingProps {
  readonly data: ChartData;
  readonly chart: LessonChart;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

const lineClasses = { plain: "value", strong: "loan", dashed: "limit" } as const;
const labelClasses = { plain: "", strong: "on", dashed: "lend" } as const;

function Lines({ data, chart, x, y }: DrawingProps) {
  const last = data.series.map(({ points }) => points.findLast((point) => point !== undefined) ?? 0);
  const heights = apart(last.map((value) => y(value) + 4), 13, bottom + 4);
  return (
    <>
      {data.series.map(({ series, points }) => (
        <path key={series.id} class={lineClasses[series.style]} d={pathOf(points, x, y)} />
      ))}
      {data.series
        .filter(({ series }) => series.style === "strong")
        .map(({ series, points }) =>
          points.map((point, i) =>
            point === undefined ? null : (
              <circle key={`${series.id} ${i}`} class={data.tests?.[i]?.fails ? "over" : "ok"} cx={x(i)} cy={y(point)} r={data.tests?.[i]?.fails ? 4 : 3.5}>
                <title>{pointTitle(chart, data, i)}</title>
              </circle>
            ),
          ),
        )}
      {data.series.map(({ series }, i) => (
        <text key={series.id} class={`end ${labelClasses[series.style]}`} x={right + 8} y={heights[i]}>
          {series.label}
        </text>
      ))}
    </>
  );
}

const fills = ["p1", "p2", "p3", "p4"] as const;

/** Columns side by side, or one on the other. What is dashed is hollow: it is less, or unused. */
function Bars({ data, chart, x, y }: DrawingProps) {
  const stacked = chart.kind === "stack";
  const count = stacked ? 1 : data.series.length;
  const room = ((right - left) / data.xs.length) * 0.72;
  const bar = room / count;
  const fillOf = (i: number) => (data.series[i]?.series.style === "dashed" ? "p4" : fills[Math.min(2, i)]);
  const rects = data.xs.map((_, place) => {
    let ground = 0;
    return data.series.map(({ series, points }, i) => {
      const value = points[place];
      if (value === undefined) return null;
      const from = stacked ? ground : 0;
      if (stacked) ground += value;
      const [one, other] = [y(from), y(from + value)];
      const start = x(place) - room / 2 + (stacked ? 0 : i * bar);
      return (
        <rect key={series.id} class={`bar ${fillOf(i)}`} x={start} y={Math.min(one, other)} width={Math.max(1, bar - 1)} height={Math.max(0.5, Math.abs(one - other))}>
          <title>{pointTitle(chart, data, place)}</title>
        </rect>
      );
    });
  });
  const end = data.xs.length - 1;
  let ground = 0;
  const middles = data.series.map(({ points }) => {
    const value = points[end] ?? 0;
    const middle = stacked ? ground + value / 2 : value;
    ground += value;
    return y(middle) + 4;
  });
  const heights = apart(middles, 13, bottom + 4);
  return (
    <>
      {rects}
      {data.series.length > 1 &&
        data.series.map(({ series }, i) => (
          <g key={series.id}>
            <rect class={`bar ${fillOf(i)}`} x={right + 6} y={heights[i]! - 8} width="7" height="7" />
            <text class="end" x={right + 17} y={heights[i]}>
              {series.label}
            </text>
          </g>
        ))}
    </>
  );
}

function Threshold({ data, chart, y }: Omit<DrawingProps, "x">) {
  if (data.threshold === undefined || !chart.threshold) return null;
  const at = y(data.threshold);
  return (
    <>
      <path class="limit" d={`M${left} ${at}H${right}`} />
      <text class="lend" x={right} y={at - 4} text-anchor="end">
        {chart.threshold.label} {formatAs(data.threshold, chart.y.format)}
      </text>
    </>
  );
}

/** A number and a word under each x: never the color alone. */
function Tests({ data, chart, x }: Omit<DrawingProps, "y">) {
  const { test } = chart;
  if (!test) return null;
  return (
    <>
      <path class="gridline" d={`M0 177H${width}`} />
      <text x="0" y="191">
        {test.label}
      </text>
      {data.tests?.map(({ value, fails }, i) => (
        <g key={i}>
          <text class={fails ? "over-t" : "on"} x={x(i)} y="206" text-anchor="middle">
            {formatAs(value, test.format)}
          </text>
          <text class={fails ? "over-t" : ""} x={x(i)} y="219" text-anchor="middle">
            {fails ? test.words.fail : test.words.pass}
          </text>
        </g>
      ))}
    </>
  );
}

/** What x is: after the last place where it is short, else in two lines. */
function XLabel({ chart }: { readonly chart: LessonChart }) {
  const words = chart.x.unit ? `${chart.x.label}, ${chart.x.unit}` : chart.x.label;
  if (words.length <= 12) {
    return (
      <text x={right + 8} y="168">
        {words}
      </text>
    );
  }
  const middle = words.lastIndexOf(" ", 13) > 0 ? words.lastIndexOf(" ", 13) : 13;
  return (
    <>
      <text x={right + 8} y="162">
        {words.slice(0, middle)}
      </text>
      <text x={right + 8} y="174">
        {words.slice(middle).trim()}
      </text>
    </>
  );
}

function ChartTable({ chart, data }: { readonly chart: LessonChart; readonly data: ChartData }) {
  const head = [capital(chart.x.label), ...data.series.map(({ series }) => capital(series.label)), ...(chart.test ? [chart.test.label] : [])];
  const rows = data.xs.map((x, i) => [
    formatAs(x, chart.x.format),
    ...data.series.map(({ points }) => (points[i] === undefined ? "none" : formatAs(points[i], chart.y.format))),
    ...(chart.test ? [formatAs(data.tests?.[i]?.value, chart.test.format)] : []),
  ]);
  return (
    <Grid
      label={`${chart.title}, ${chart.y.label}`}
      caption={chart.y.unit || chart.y.label}
      head={head}
      rows={rows}
      failing={(row, column) => chart.test !== undefined && column === head.length - 1 && (data.tests?.[row]?.fails ?? false)}
    />
  );
}

/** Where each x stands: lines by their number from edge to edge, bars in equal places. */
function placesOf(chart: LessonChart, data: ChartData): (index: number) => number {
  const { xs } = data;
  const numbers = xs.map(Number);
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  if (chart.kind === "line" && numbers.every(Number.isFinite) && last > first) {
    return (index) => left + ((numbers[index]! - first) / (last - first)) * (right - left - 6);
  }
  if (chart.kind === "line") return (index) => left + (index / Math.max(1, xs.length - 1)) * (right - left - 6);
  return (index) => left + ((index + 0.5) / xs.length) * (right - left);
}

function pathOf(points: readonly (number | undefined)[], x: (index: number) => number, y: (value: number) => number): string {
  let pen = "M";
  return points
    .map((point, i) => {
      if (point === undefined) {
        pen = "M";
        return "";
      }
      const part = `${pen}${x(i).toFixed(1)} ${y(point).toFixed(1)}`;
      pen = "L";
      return part;
    })
    .join("");
}

function pointTitle(chart: LessonChart, data: ChartData, i: number): string {
  const values = data.series.map(({ series, points }) => `${series.label} ${points[i] === undefined ? "none" : formatAs(points[i], chart.y.format)}`);
  return `${capital(chart.x.label)} ${formatAs(data.xs[i], chart.x.format)}: ${values.join(", ")}`;
}

/** A digit of the plot's type is about this wide. */
const digit = 6.5;

/** What stands under each place: where all would not fit, every second or third; the others are empty. */
function xLabels(chart: LessonChart, data: ChartData): string[] {
  const labels = data.xs.map((value) => formatAs(value, chart.x.format));
  const widest = Math.max(...labels.map(({ length }) => length)) * digit + 5;
  const every = Math.max(1, Math.ceil((widest * labels.length) / (right - left)));
  return labels.map((label, i) => (i % every === 0 ? label : ""));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
