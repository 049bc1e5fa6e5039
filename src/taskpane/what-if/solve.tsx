import { useMemo, useState } from "preact/hooks";
import { useApp } from "../app";
import { callText } from "../call";
import { Details } from "../components/details";
import { Figure } from "../components/figure";
import { Block } from "../components/frame";
import { Grid } from "../components/grid";
import { Insertion } from "../components/insertion";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { show, showText } from "../format";
import { Curve } from "./charts";
import { ask, numberAt, toolNamed } from "./compute";
import { Choice, NumberField, type TypedNumber, typedNumber } from "./fields";
import { solvePlan } from "./plans";
import { blockOf, type Line, type Subject, varying } from "./subject";
import { rounded, searchAround } from "./suggest";
import type { ToolView } from "./tool";

interface Search {
  readonly line: Line | undefined;
  readonly low: TypedNumber;
  readonly high: TypedNumber;
}

/** So many points make the curve. */
const parts = 48;

/** The value of an argument at which the result is what is wanted. */
export function useSolve(subject: Subject): ToolView {
  const app = useApp();
  const { fn, unit } = subject;
  const lines = useMemo(() => varying(subject), [fn]);
  const searchOf = (name: string | undefined): Search => {
    const line = lines.find((one) => one.name === name);
    if (!line) return { line: undefined, low: typedNumber(undefined, ""), high: typedNumber(undefined, "") };
    const [low, high] = searchAround(line.values[0] as number, fn.parameters[line.name]!.limits, line.unit);
    return { line, low: typedNumber(low, line.unit), high: typedNumber(high, line.unit) };
  };
  const [search, setSearch] = useState(() => searchOf(lines[0]?.name));
  const [target, setTarget] = useState(() => typedNumber(firstTarget(subject.value), unit));
  const { line } = search;
  const [low, high, wanted] = [search.low.value, search.high.value, target.value];
  const points = useMemo(
    () => (line && low !== undefined && high !== undefined && low < high ? curve(subject, line, low, high) : []),
    [subject, line, low, high],
  );
  const ready = line !== undefined && wanted !== undefined && points.length > 0;
  const cells = useMemo(
    () => (ready ? [fn.name, blockOf(subject.lines), line.name, wanted, low, high] : []),
    [subject, line, wanted, low, high, ready],
  );
  const answer = useMemo(() => (ready ? ask("SOLVE", cells) : undefined), [cells]);
  const reached = points.flatMap(({ y }) => y ?? []);
  const found = answer?.kind === "number" ? answer.value : undefined;

  return {
    form: (
      <>
        <NumberField id="target" label={`${fn.title} wanted`} unit={unit} number={target} onType={setTarget} />
        {reached.length > 0 && wanted !== undefined && (
          <TargetSlider
            reached={reached}
            wanted={wanted}
            unit={unit}
            onTarget={(value) => setTarget(typedNumber(value, unit))}
          />
        )}
        <Choice
          id="argument"
          label="By changing"
          options={lines.map(({ name }) => ({ value: name, label: name }))}
          value={line?.name ?? ""}
          onChoose={(name) => setSearch(searchOf(name))}
        />
        {line && (
          <div class="pair">
            <NumberField
              id="search-low"
              label="From"
              unit={line.unit}
              number={search.low}
              onType={(number) => setSearch({ ...search, low: number })}
            />
            <NumberField
              id="search-high"
              label="To"
              unit={line.unit}
              number={search.high}
              onType={(number) => setSearch({ ...search, high: number })}
              problem={
                low !== undefined && high !== undefined && low >= high ? "It must be above the other end." : undefined
              }
            />
          </div>
        )}
      </>
    ),
    preview: answer && line && (
      <Block title="What must be true" class="tight">
        <div role="status">
          {found !== undefined && (
            <p>
              <b>
                {line.label} <Figure value={found} unit={line.unit} />
              </b>{" "}
              gives <Figure value={wanted} unit={unit} />. Now it is <Figure value={line.values[0]} unit={line.unit} />.
            </p>
          )}
          {answer.kind === "problem" && (
            <Verdict kind="care" title={`No ${line.label.toLowerCase()} in this range gives it.`}>
              {reached.length === 0
                ? asSentence(answer.message)
                : `${fn.title} reaches from ${showText(Math.min(...reached), unit, 4)} to ${showText(Math.max(...reached), unit, 4)} there. Widen the range, or change another argument.`}
            </Verdict>
          )}
        </div>
        <figure class="chart">
          <Curve
            label={`${fn.title} over ${line.name}, and where it is what is wanted. The table below holds the numbers.`}
            yLabel={fn.title}
            yUnit={unit}
            xLabel={line.label}
            xUnit={line.unit}
            points={points}
            target={wanted!}
            answer={found}
          />
          <Details title="Show as table">
            <Grid
              label={`${fn.title} over ${line.name}`}
              head={[line.label, fn.title]}
              rows={points
                .filter((_, i) => i % 6 === 0)
                .map(({ x, y }) => [show(x, line.unit, 4).text, y === undefined ? "no result" : show(y, unit, 6).text])}
            />
          </Details>
        </figure>
      </Block>
    ),
    dock: (
      <Insertion
        plan={
          answer && line && wanted !== undefined && low !== undefined && high !== undefined
            ? () => solvePlan(subject, { line, target: wanted, low, high })
            : undefined
        }
        formula={() => callText(toolNamed("SOLVE"), cells, {}, app.workbook?.separators)}
      />
    ),
  };
}

/** A round number near the result that is not the result: a tenth off where it is round itself. */
function firstTarget(value: number): number {
  const round = rounded(value, 2);
  return Math.abs(round - value) > Math.abs(value) * 1e-3 ? round : rounded(value * 1.1, 3);
}

/** The result at evenly spaced values of the argument. */
function curve(subject: Subject, line: Line, low: number, high: number): { x: number; y: number | undefined }[] {
  const values = Array.from({ length: parts + 1 }, (_, i) => low + ((high - low) * i) / parts);
  const whole = subject.fn.parameters[line.name]!.limits.whole;
  const xs = whole ? [...new Set(values.map(Math.round))] : values;
  const answer = ask("SENSITIVITY", [subject.fn.name, blockOf(subject.lines), line.name, xs.map((x) => [x])]);
  return answer.kind === "table" ? xs.map((x, i) => ({ x, y: numberAt(answer.rows[i + 1]?.[1]) })) : [];
}

interface TargetSliderProps {
  readonly reached: readonly number[];
  readonly wanted: number;
  readonly unit: string;
  readonly onTarget: (value: number) => void;
}

/** Drags the wanted result over what can be reached; where it shoots up at one end, over most of it. */
function TargetSlider({ reached, wanted, unit, onTarget }: TargetSliderProps) {
  const sorted = [...reached].sort((a, b) => a - b);
  const [least, most] = [sorted[0]!, sorted[Math.floor((sorted.length - 1) * 0.8)]!];
  const step = (most - least) / 200 || 1;
  return (
    <div class="slider">
      <input
        type="range"
        aria-label="Result wanted"
        min={least}
        max={most}
        step={step}
        value={Math.min(most, Math.max(least, wanted))}
        aria-valuetext={showText(wanted, unit, 4)}
        onInput={(event) => onTarget(rounded(Number(event.currentTarget.value), 3))}
      />
      <span class="ends" aria-hidden="true">
        <span>{show(least, unit, 4).text}</span>
        <span>{show(most, unit, 4).text}</span>
      </span>
    </div>
  );
}
