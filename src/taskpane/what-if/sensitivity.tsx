import { useMemo, useState } from "preact/hooks";
import { callText } from "../call";
import { useApp } from "../app";
import { Chips } from "../components/chips";
import { Block } from "../components/frame";
import { Insertion } from "../components/insertion";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { HeatMap, TableBehind } from "./charts";
import { ask, toolNamed } from "./compute";
import { Choice, NumberField, type TypedNumber, typedNumber } from "./fields";
import { sensitivityPlan, type Varied } from "./plans";
import { blockOf, type Line, type Subject, varying } from "./subject";
import { rangeAround, spread } from "./suggest";
import type { ToolView } from "./tool";

interface Axis {
  readonly line: Line | undefined;
  readonly low: TypedNumber;
  readonly high: TypedNumber;
}

/** The result for values of one or two arguments. */
export function useSensitivity(subject: Subject): ToolView {
  const app = useApp();
  const lines = useMemo(() => varying(subject), [subject.fn]);
  const axisOf = (name: string | undefined): Axis => {
    const line = lines.find((one) => one.name === name);
    if (!line) return { line: undefined, low: typedNumber(undefined, ""), high: typedNumber(undefined, "") };
    const [low, high] = rangeAround(line.values[0] as number, subject.fn.parameters[line.name]!.limits, line.unit, 0.3);
    return { line, low: typedNumber(low, line.unit), high: typedNumber(high, line.unit) };
  };
  const [down, setDown] = useState(() => axisOf(lines[0]?.name));
  const [across, setAcross] = useState(() => axisOf(lines[1]?.name));
  const [steps, setSteps] = useState(5);
  const rows = useMemo(() => valuesOf(subject, down, steps), [down, steps]);
  const columns = useMemo(() => valuesOf(subject, across, steps), [across, steps]);
  const wrong = down.line === undefined || !rows || (across.line !== undefined && !columns);
  const cells = useMemo(() => (wrong || !rows ? undefined : cellsOf(subject, rows, columns)), [subject, rows, columns]);
  const answer = useMemo(() => cells && ask("SENSITIVITY", cells), [cells]);

  return {
    form: (
      <>
        <AxisFields
          id="down"
          label="Down"
          axis={down}
          lines={lines.filter(({ name }) => name !== across.line?.name)}
          onAxis={setDown}
          axisOf={axisOf}
        />
        <AxisFields
          id="across"
          label="Across"
          axis={across}
          lines={lines.filter(({ name }) => name !== down.line?.name)}
          none="nothing"
          onAxis={setAcross}
          axisOf={axisOf}
        />
        <Chips
          legend="Steps"
          name="steps"
          showLegend
          options={[3, 5, 7].map((count) => ({ value: count, label: String(count) }))}
          value={steps}
          onChoose={setSteps}
        />
      </>
    ),
    preview: answer && (
      <Block title="What it gives" class="tight">
        {answer.kind === "problem" && (
          <Verdict kind="fail" title="No grid.">
            {asSentence(answer.message)}
          </Verdict>
        )}
        {answer.kind === "table" && down.line && (
          <figure class="chart">
            <p class="small muted">
              {down.line.label} down{across.line ? `, ${across.line.label.toLowerCase()} across` : ""}. The darker, the
              larger; the frame marks the cell as it is.
            </p>
            <HeatMap
              label={`${subject.fn.title} for values of ${down.line.name}${across.line ? ` and ${across.line.name}` : ""}. The table below holds the numbers.`}
              rows={answer.rows}
              unit={subject.unit}
              downUnit={down.line.unit}
              acrossUnit={across.line?.unit ?? ""}
              base={[down.line.values[0] as number, across.line?.values[0] as number | undefined]}
            />
            <TableBehind
              label={`${subject.fn.title}, ${subject.unit}`}
              rows={answer.rows}
              units={[down.line.unit, subject.unit]}
              headUnit={across.line?.unit ?? ""}
            />
          </figure>
        )}
      </Block>
    ),
    dock: (
      <Insertion
        plan={answer?.kind === "table" && rows ? () => sensitivityPlan(subject, rows, columns) : undefined}
        formula={() => callText(toolNamed("SENSITIVITY"), cells ?? [], {}, app.workbook?.separators)}
      />
    ),
  };
}

function valuesOf({ fn }: Subject, { line, low, high }: Axis, steps: number): Varied | undefined {
  if (!line || low.value === undefined || high.value === undefined || low.value === high.value) return undefined;
  return { line, values: spread(low.value, high.value, steps, fn.parameters[line.name]!.limits.whole ?? false) };
}

function cellsOf(subject: Subject, down: Varied, across: Varied | undefined): unknown[] {
  const block = blockOf(subject.lines);
  const rows = down.values.map((value) => [value]);
  return [subject.fn.name, block, down.line.name, rows, ...(across ? [across.line.name, [[...across.values]]] : [])];
}

interface AxisFieldsProps {
  readonly id: string;
  readonly label: string;
  readonly axis: Axis;
  readonly lines: readonly Line[];
  /** What is said where no argument is chosen; absent: one must be. */
  readonly none?: string;
  readonly onAxis: (axis: Axis) => void;
  readonly axisOf: (name: string | undefined) => Axis;
}

function AxisFields({ id, label, axis, lines, none, onAxis, axisOf }: AxisFieldsProps) {
  const unit = axis.line?.unit ?? "";
  return (
    <>
      <Choice
        id={id}
        label={label}
        options={[
          ...(none === undefined ? [] : [{ value: "", label: none }]),
          ...lines.map((line) => ({ value: line.name, label: line.name })),
        ]}
        value={axis.line?.name ?? ""}
        onChoose={(name) => onAxis(axisOf(name || undefined))}
      />
      {axis.line && (
        <div class="pair">
          <NumberField
            id={`${id}-low`}
            label="From"
            unit={unit}
            number={axis.low}
            onType={(low) => onAxis({ ...axis, low })}
          />
          <NumberField
            id={`${id}-high`}
            label="To"
            unit={unit}
            number={axis.high}
            onType={(high) => onAxis({ ...axis, high })}
            problem={axis.high.value === axis.low.value ? "Both ends are the same." : undefined}
          />
        </div>
      )}
    </>
  );
}
