import { useMemo } from "preact/hooks";
import type { Outcome } from "../../calc/evaluate";
import { Details } from "../components/details";
import { Grid } from "../components/grid";
import { isShare, show, unitWords } from "../format";
import { percentiles } from "../../models/what-if/percentiles";
import { ticks } from "../lesson/chart-data";
import { numberAt } from "./compute";

/** All plots are drawn in the 288 units that the narrowest pane has for them. */
const width = 288;
const digits = 4;

const text = (value: unknown, unit: string): string => show(value, unit, digits).text;
const clipped = (words: string, letters: number): string =>
  words.length > letters ? `${words.slice(0, letters - 1)}…` : words;

interface TableBehindProps {
  readonly label: string;
  readonly rows: readonly (readonly Outcome[])[];
  /** The unit of each column; the last stands for those beyond it. */
  readonly units: readonly string[];
  /** The unit of the values in the header, where they are numbers. */
  readonly headUnit?: string;
  /** Units of single rows, for tables of measures. */
  readonly rowUnits?: readonly string[];
}

/** The numbers of a plot. */
export function TableBehind({ label, rows, units, headUnit = "", rowUnits }: TableBehindProps) {
  const [head = [], ...body] = rows;
  const unitOf = (row: number, column: number) =>
    column > 0 && rowUnits?.[row] !== undefined ? rowUnits[row] : (units[column] ?? units.at(-1) ?? "");
  return (
    <Details title="Show as table">
      <Grid
        label={label}
        head={head.map((cell) => (typeof cell === "number" ? text(cell, headUnit) : wordsIn(cell)))}
        rows={body.map((row, r) =>
          row.map((cell, c) => (typeof cell === "number" ? text(cell, unitOf(r, c)) : wordsIn(cell))),
        )}
      />
    </Details>
  );
}

const wordsIn = (cell: Outcome): string => (typeof cell === "object" ? cell.error : String(cell));

interface HeatMapProps {
  readonly label: string;
  readonly rows: readonly (readonly Outcome[])[];
  readonly unit: string;
  readonly downUnit: string;
  readonly acrossUnit: string;
  /** The values of the call as it is, to mark its cell. */
  readonly base: readonly [down: number | undefined, across: number | undefined];
}

const rowHeight = 26;
const firstColumn = 58;

/** A grid of results, the larger the darker; the call's own cell has a frame. */
export function HeatMap({ label, rows, unit, downUnit, acrossUnit, base }: HeatMapProps) {
  const [head = [], ...body] = rows;
  const results = body.flatMap((row) => row.slice(1).flatMap((cell) => numberAt(cell) ?? []));
  const [least, most] = [Math.min(...results), Math.max(...results)];
  const shown = alike(results, unit);
  const columns = head.length - 1;
  const cellWidth = (width - firstColumn) / columns;
  const depth = (value: number) => (most > least ? 0.06 + (0.4 * (value - least)) / (most - least) : 0.06);
  const twoWay = typeof head[1] === "number";
  const letters = Math.floor(cellWidth / 6.2);
  const height = rowHeight * (body.length + 1);
  return (
    <svg class="plot heat" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {twoWay &&
        head.slice(1).map((value, c) => (
          <text key={c} class="on" x={firstColumn + (c + 0.5) * cellWidth} y={17} text-anchor="middle">
            {clipped(text(value, acrossUnit), letters)}
          </text>
        ))}
      {body.map((row, r) => (
        <g key={r}>
          <text class="on" x={firstColumn - 8} y={rowHeight * (r + 1) + 17} text-anchor="end">
            {text(row[0], downUnit)}
          </text>
          {row.slice(1).map((cell, c) => {
            const value = numberAt(cell);
            const own = near(row[0], base[0]) && (!twoWay || near(head[c + 1], base[1]));
            const [x, y] = [firstColumn + c * cellWidth, rowHeight * (r + 1)];
            return (
              <g key={c}>
                <rect
                  class={`cell ${own ? "own" : ""}`}
                  x={x + 1}
                  y={y + 1}
                  width={cellWidth - 2}
                  height={rowHeight - 2}
                  fill-opacity={value === undefined ? 0 : depth(value)}
                >
                  <title>{value === undefined ? wordsOfError(cell) : `${value}`}</title>
                </rect>
                <text class={own ? "on" : "in"} x={x + cellWidth / 2} y={y + 17} text-anchor="middle">
                  {value === undefined ? wordsIn(cell ?? "") : clipped(shown(value), letters)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** Numbers that are compared have the same decimals. */
function alike(values: readonly number[], unit: string): (value: number) => string {
  const shares = isShare(unit);
  const largest = Math.max(...values.map(Math.abs)) * (shares ? 100 : 1);
  if (!(largest >= 1e-4 && largest < 1e7)) return (value) => text(value, unit);
  const decimals = Math.max(0, digits - 1 - Math.max(0, Math.floor(Math.log10(largest))) - (shares ? 1 : 0));
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return (value) => {
    const size = Math.abs(value * (shares ? 100 : 1)).toLocaleString("en-US", options);
    return `${value < 0 && /[1-9]/.test(size) ? "−" : ""}${size}${shares ? "%" : ""}`;
  };
}

const near = (cell: Outcome | undefined, value: number | undefined): boolean =>
  typeof cell === "number" && value !== undefined && Math.abs(cell - value) <= 1e-9 * Math.max(1, Math.abs(value));
const wordsOfError = (cell: Outcome | undefined): string =>
  typeof cell === "object" ? `${cell.error} ${cell.message}` : String(cell);

interface TornadoProps {
  readonly label: string;
  readonly rows: readonly (readonly Outcome[])[];
  readonly base: number;
  readonly unit: string;
}

const barHeight = 38;
const shownBars = 8;

/** A bar for each argument from the result at its low value, hollow, to that at its high value, filled. */
export function Tornado({ label, rows, base, unit }: TornadoProps) {
  const bars = rows.slice(1, shownBars + 1).map(([name, , , atLow, atHigh, swing]) => ({
    name: String(name),
    low: numberAt(atLow),
    high: numberAt(atHigh),
    swing: numberAt(swing),
  }));
  const ends = [base, ...bars.flatMap(({ low, high }) => [low ?? base, high ?? base])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (value: number) => 4 + ((value - least) / (most - least || 1)) * (width - 8);
  const height = bars.length * barHeight + 16;
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {bars.map(({ name, low, high, swing }, i) => {
        const top = i * barHeight;
        return (
          <g key={name}>
            <text class="on" x="0" y={top + 11}>
              {clipped(name, 22)}
            </text>
            <text x={width} y={top + 11} text-anchor="end">
              {swing === undefined ? "no result at an end" : `${text(low, unit)} to ${text(high, unit)}`}
            </text>
            {[
              { value: low, fill: "p4" },
              { value: high, fill: "p1" },
            ].map(({ value, fill }) =>
              value === undefined ? null : (
                <rect
                  key={fill}
                  class={`bar ${fill}`}
                  x={Math.min(x(base), x(value))}
                  y={top + 17}
                  width={Math.max(0.5, Math.abs(x(value) - x(base)))}
                  height="12"
                >
                  <title>{`${name} ${fill === "p4" ? "low" : "high"}: ${String(value)}`}</title>
                </rect>
              ),
            )}
          </g>
        );
      })}
      <path class="axis" d={`M${x(base)} 14V${height - 14}`} />
      <text x={x(base)} y={height - 2} text-anchor={anchor(x(base))}>
        base {text(base, unit)}
      </text>
    </svg>
  );
}

/** Words near an edge stay inside. */
const anchor = (x: number): "start" | "middle" | "end" => (x < 40 ? "start" : x > width - 40 ? "end" : "middle");

interface AxesProps {
  readonly yLabel: string;
  readonly yUnit: string;
  readonly low: number;
  readonly high: number;
  readonly zero?: boolean;
}

const top = 20;
const bottom = 140;

function scaleOf({ low, high, zero }: AxesProps) {
  const [from, to] = zero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  const marks = ticks(from, to);
  const step = (marks[1] ?? to) - (marks[0] ?? from);
  const floor = Math.min(from, marks[0] === from ? from : (marks[0] ?? from) - step);
  const ceiling = Math.max(to, marks.at(-1) ?? to);
  const y = (value: number) => bottom - ((value - floor) / (ceiling - floor || 1)) * (bottom - top);
  return { y, marks: marks.filter((mark) => mark >= floor) };
}

interface CurveProps extends Omit<AxesProps, "low" | "high"> {
  readonly label: string;
  readonly xLabel: string;
  readonly xUnit: string;
  readonly points: readonly { readonly x: number; readonly y: number | undefined }[];
  readonly target: number;
  readonly answer: number | undefined;
}

/** The result over an argument, the wanted result as a line across, the answer where they meet. */
export function Curve({ label, xLabel, xUnit, points, target, answer, ...axes }: CurveProps) {
  const known = points.flatMap(({ y: value }) => value ?? []);
  // A curve that shoots up at one end would press all else flat: the plot shows some room around the target.
  const sorted = [...known].sort((a, b) => a - b);
  const highest = sorted[Math.floor(sorted.length * 0.75)] ?? target;
  const lowest = sorted[Math.floor(sorted.length * 0.25)] ?? target;
  const room = Math.max(highest - lowest, Math.abs(target) / 10);
  const low = Math.max(Math.min(target, ...known), Math.min(target, lowest) - room);
  const high = Math.min(Math.max(target, ...known), Math.max(target, highest) + room);
  const { y, marks } = scaleOf({ ...axes, low, high });
  const left = Math.max(24, ...marks.map((mark) => text(mark, axes.yUnit).length * 6.4 + 8));
  const right = width - 6;
  const [from, to] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 1];
  const x = (value: number) => left + ((value - from) / (to - from || 1)) * (right - left);
  let pen = "M";
  const path = points
    .map((point) => {
      if (point.y === undefined || point.y < low || point.y > high) {
        pen = "M";
        return "";
      }
      const part = `${pen}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`;
      pen = "L";
      return part;
    })
    .join("");
  const above = answer !== undefined && y(target) < top + 14;
  return (
    <svg class="plot" viewBox={`0 0 ${width} 178`} role="img" aria-label={label}>
      <text x={left} y="11">
        {axes.yLabel}
        {unitWords(axes.yUnit) ? `, ${unitWords(axes.yUnit)}` : ""}
      </text>
      <Marks marks={marks} y={y} left={left} right={right} unit={axes.yUnit} />
      <path class="loan" d={path} />
      <path class="limit" d={`M${left} ${y(target)}H${right}`} />
      <text class="lend" x={right} y={y(target) + (above ? 14 : -4)} text-anchor="end">
        wanted {text(target, axes.yUnit)}
      </text>
      <path class="axis" d={`M${left} ${bottom}H${right}`} />
      {answer !== undefined && (
        <>
          <path class="gridline" d={`M${x(answer)} ${y(target)}V${bottom}`} />
          <circle class="ok" cx={x(answer)} cy={y(target)} r="4.5" />
        </>
      )}
      <text x={left} y={bottom + 15}>
        {text(from, xUnit)}
      </text>
      <text x={right} y={bottom + 15} text-anchor="end">
        {text(to, xUnit)}
      </text>
      <text x={left} y={bottom + 32}>
        {xLabel}
        {unitWords(xUnit) ? `, ${unitWords(xUnit)}` : ""}
      </text>
    </svg>
  );
}

interface MarksProps {
  readonly marks: readonly number[];
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly unit: string;
}

const Marks = ({ marks, y, left, right, unit }: MarksProps) => (
  <>
    {marks.map((mark) => (
      <g key={mark}>
        <path class="gridline" d={`M${left} ${y(mark)}H${right}`} />
        <text x={left - 6} y={y(mark) + 4} text-anchor="end">
          {text(mark, unit)}
        </text>
      </g>
    ))}
  </>
);

interface BarsProps {
  readonly label: string;
  readonly bars: readonly { readonly name: string; readonly value: number | undefined; readonly words: string }[];
  readonly unit: string;
}

/** One bar for each scenario, the base outlined. */
export function ScenarioBars({ label, bars, unit }: BarsProps) {
  const values = bars.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value: number) => 2 + ((value - least) / (most - least || 1)) * (width - 4);
  return (
    <svg class="plot" viewBox={`0 0 ${width} ${bars.length * barHeight}`} role="img" aria-label={label}>
      {bars.map(({ name, value, words }, i) => (
        <g key={i}>
          <text class="on" x="0" y={i * barHeight + 11}>
            {clipped(name, 22)}
          </text>
          <text x={width} y={i * barHeight + 11} text-anchor="end">
            {words}
          </text>
          {value !== undefined && (
            <rect
              class={`bar ${i === 0 ? "p4" : "p1"}`}
              x={Math.min(x(0), x(value))}
              y={i * barHeight + 17}
              width={Math.max(0.5, Math.abs(x(value) - x(0)))}
              height="12"
            >
              <title>{`${name}: ${show(value, unit, 15).text}`}</title>
            </rect>
          )}
        </g>
      ))}
      <path class="axis" d={`M${x(0)} 14V${bars.length * barHeight - 4}`} />
    </svg>
  );
}

interface DistributionProps {
  readonly label: string;
  readonly xLabel: string;
  readonly unit: string;
  readonly results: Float64Array;
  readonly marks: readonly { readonly name: string; readonly value: number }[];
  readonly threshold: number | undefined;
}

const bins = 32;

/** Of the results this share at either end is not drawn, so that a single one far out does not press the rest together. */
const outermost = 0.005;

/** How often results fall where. */
export function Distribution({ label, xLabel, unit, results, marks, threshold }: DistributionProps) {
  const far = useMemo(() => percentiles(results, [outermost, 1 - outermost]) as [number, number], [results]);
  const values = [...marks.map(({ value }) => value), ...(threshold === undefined ? [] : [threshold]), ...far];
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const counts = new Array<number>(bins).fill(0);
  for (const result of results) {
    const bin = Math.floor(((result - from) / (to - from || 1)) * bins);
    if (result >= from && result <= to) counts[Math.min(bins - 1, bin)]!++;
  }
  const highest = Math.max(...counts);
  const x = (value: number) => 4 + ((value - from) / (to - from || 1)) * (width - 8);
  const ground = 112;
  const bar = (width - 8) / bins;
  return (
    <svg class="plot" viewBox={`0 0 ${width} 162`} role="img" aria-label={label}>
      {counts.map((count, i) => {
        const [left, right] = [from + ((to - from) * i) / bins, from + ((to - from) * (i + 1)) / bins];
        const below = threshold !== undefined && right <= threshold;
        const height = (count / highest) * 84;
        return (
          <rect
            key={i}
            class={`bar ${below ? "p4" : "p1"}`}
            x={4 + i * bar + 0.5}
            y={ground - height}
            width={bar - 1}
            height={height}
          >
            <title>{`${text(left, unit)} to ${text(right, unit)}: ${count}`}</title>
          </rect>
        );
      })}
      <path class="axis" d={`M4 ${ground}H${width - 4}`} />
      {threshold !== undefined && (
        <>
          <path class="limit" d={`M${x(threshold)} 16V${ground}`} />
          <text class="lend" x={x(threshold)} y="11" text-anchor={anchor(x(threshold))}>
            threshold {text(threshold, unit)}
          </text>
        </>
      )}
      {marks.map(({ name, value }) => (
        <g key={name}>
          <path class="axis" d={`M${x(value)} ${ground}v6`} />
          <text x={x(value)} y={ground + 18} text-anchor={anchor(x(value))}>
            {name}
          </text>
          <text class="on" x={x(value)} y={ground + 32} text-anchor={anchor(x(value))}>
            {text(value, unit)}
          </text>
        </g>
      ))}
      <text x="4" y={ground + 48}>
        {xLabel}
        {unitWords(unit) ? `, ${unitWords(unit)}` : ""}
      </text>
    </svg>
  );
}
