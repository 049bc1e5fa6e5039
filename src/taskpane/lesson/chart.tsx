import { useMemo, useState } from "preact/hooks";
import type { Lesson, LessonChart } from "../../concepts/lesson";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { Grid } from "../components/grid";
import { apart, type ChartData, chartData, type DrawnData } from "./chart-data";
import { type ChartLayout, type DrawnChart, layOutChart, lineHeight } from "./chart-layout";
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

export function Plot({ chart, data }: { readonly chart: DrawnChart; readonly data: DrawnData }) {
  const layout = layOutChart(chart, data);
  const { width, height, left, right, ground, marks, x, xLabels, xTitle } = layout;
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${chart.title}. ${chart.y.label} by ${chart.x.label}. The table below holds the numbers.`}
    >
      <text x={left} y="11">
        {chart.y.label}
      </text>
      {marks.map(({ at, label, y }) => (
        <g key={at}>
          {y !== ground && <path class="gridline" d={`M${left} ${y}H${right}`} />}
          <text x={left - 6} y={y + 4} text-anchor="end">
            {label}
          </text>
        </g>
      ))}
      {chart.kind === "line" ? (
        <Lines data={data} chart={chart} layout={layout} />
      ) : (
        <Bars data={data} chart={chart} layout={layout} />
      )}
      <path class="axis" d={`M${left} ${ground}H${right}`} />
      <Threshold data={data} chart={chart} layout={layout} />
      {xLabels.map((label, i) =>
        label === "" ? null : (
          <text key={i} x={x(i)} y="168" text-anchor="middle">
            {label}
          </text>
        ),
      )}
      {xTitle.beside ? (
        <text x={right + 8} y="168">
          {xTitle.text}
        </text>
      ) : (
        <text x={left} y="182">
          {xTitle.text}
        </text>
      )}
      {data.tests && <Tests data={data} chart={chart} layout={layout} />}
    </svg>
  );
}

interface DrawingProps {
  readonly data: DrawnData;
  readonly chart: DrawnChart;
  readonly layout: ChartLayout;
}

const lineClasses = { plain: "value", strong: "loan", dashed: "limit" } as const;
const labelClasses = { plain: "", strong: "on", dashed: "lend" } as const;

/** More dots than this run into a thick line. */
const mostDots = 14;

function Lines({ data, chart, layout }: DrawingProps) {
  const { x, y, right } = layout;
  const last = data.series.map(({ points }) => points.findLast((point) => point !== undefined) ?? 0);
  const heights = nameHeights(
    last.map((value) => y(value) + 4),
    layout,
  );
  return (
    <>
      {data.series.map(({ series, points }) => (
        <path key={series.id} class={lineClasses[series.style]} d={pathOf(points, x, y)} />
      ))}
      {data.series
        .filter(({ series, points }) => series.style === "strong" && (data.tests || points.length <= mostDots))
        .map(({ series, points }) =>
          points.map((point, i) =>
            point === undefined ? null : (
              <circle
                key={`${series.id} ${i}`}
                class={data.tests?.[i]?.fails ? "over" : "ok"}
                cx={x(i)}
                cy={y(point)}
                r={data.tests?.[i]?.fails ? 4 : 3.5}
              >
                <title>{pointTitle(chart, data, i)}</title>
              </circle>
            ),
          ),
        )}
      {data.series.map(({ series }, i) => (
        <Name
          key={series.id}
          class={labelClasses[series.style]}
          lines={layout.names[i] ?? []}
          x={right + 8}
          y={heights[i] ?? 0}
        />
      ))}
    </>
  );
}

const fills = ["p1", "p2", "p3", "p4"] as const;

/** Columns side by side, or one on the other. What is dashed is hollow: it is less, or unused. */
function Bars({ data, chart, layout }: DrawingProps) {
  const { x, y, left, right } = layout;
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
        <rect
          key={series.id}
          class={`bar ${fillOf(i)}`}
          x={start}
          y={Math.min(one, other)}
          width={Math.max(1, bar - 1)}
          height={Math.max(0.5, Math.abs(one - other))}
        >
          <title>{pointTitle(chart, data, place)}</title>
        </rect>
      );
    });
  });
  return (
    <>
      {rects}
      {data.series.length > 1 && <BarNames data={data} stacked={stacked} layout={layout} fillOf={fillOf} />}
    </>
  );
}

interface BarNamesProps {
  readonly data: DrawnData;
  readonly stacked: boolean;
  readonly layout: ChartLayout;
  readonly fillOf: (index: number) => string | undefined;
}

/** The names of bars stand where their parts of the last column end. */
function BarNames({ data, stacked, layout, fillOf }: BarNamesProps) {
  const { y, right } = layout;
  const end = data.xs.length - 1;
  let ground = 0;
  const middles = data.series.map(({ points }) => {
    const value = points[end] ?? 0;
    const middle = stacked ? ground + value / 2 : value;
    ground += value;
    return y(middle) + 4;
  });
  const heights = nameHeights(middles, layout);
  return (
    <>
      {data.series.map(({ series }, i) => (
        <g key={series.id}>
          <rect class={`bar ${fillOf(i)}`} x={right + 6} y={(heights[i] ?? 0) - 8} width="7" height="7" />
          <Name class="" lines={layout.names[i] ?? []} x={right + 17} y={heights[i] ?? 0} />
        </g>
      ))}
    </>
  );
}

interface NameProps {
  readonly class: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

function Name({ class: name, lines, x, y }: NameProps) {
  return (
    <text class={`end ${name}`} x={x} y={y}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} dy={i === 0 ? 0 : lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Names are moved apart; one of two lines needs the room of two. */
function nameHeights(heights: readonly number[], { names, bottom }: ChartLayout): number[] {
  const deepest = Math.max(1, ...names.map(({ length }) => length));
  return apart(heights, lineHeight * deepest, bottom + 4 - lineHeight * (deepest - 1));
}

function Threshold({ data, chart, layout: { y, left, right } }: DrawingProps) {
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

/** A number and a word under each x, or where they would not fit a sign: never the color alone. */
function Tests({ data, chart, layout: { width, x, tests: top, testsFit } }: DrawingProps) {
  const { test } = chart;
  if (!test) return null;
  return (
    <>
      <path class="gridline" d={`M0 ${top}H${width}`} />
      <text x="0" y={top + 14}>
        {test.label}
      </text>
      {!testsFit && (
        <text x="0" y={top + 42}>
          ✓ {test.words.pass}, ✕ {test.words.fail}
        </text>
      )}
      {data.tests?.map(({ value, fails }, i) => (
        <g key={i}>
          <text class={fails ? "over-t" : "on"} x={x(i)} y={top + 29} text-anchor="middle">
            {testsFit ? formatAs(value, test.format) : fails ? "✕" : "✓"}
          </text>
          {testsFit && (
            <text class={fails ? "over-t" : ""} x={x(i)} y={top + 42} text-anchor="middle">
              {fails ? test.words.fail : test.words.pass}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

export function ChartTable({ chart, data }: { readonly chart: DrawnChart; readonly data: DrawnData }) {
  const head = [
    capital(chart.x.label),
    ...data.series.map(({ series }) => capital(series.label)),
    ...(chart.test ? [chart.test.label] : []),
  ];
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
      failing={(row, column) =>
        chart.test !== undefined && column === head.length - 1 && (data.tests?.[row]?.fails ?? false)
      }
    />
  );
}

function pathOf(
  points: readonly (number | undefined)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
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

function pointTitle(chart: DrawnChart, data: DrawnData, i: number): string {
  const values = data.series.map(
    ({ series, points }) => `${series.label} ${points[i] === undefined ? "none" : formatAs(points[i], chart.y.format)}`,
  );
  return `${capital(chart.x.label)} ${formatAs(data.xs[i], chart.x.format)}: ${values.join(", ")}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
