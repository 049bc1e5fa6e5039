import { useMemo, useState } from "preact/hooks";
import { useApp } from "../app";
import { callText } from "../call";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { Insertion } from "../components/insertion";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { Tornado, TableBehind } from "./charts";
import { ask, toolNamed } from "./compute";
import { NumberField, type TypedNumber, typedNumber } from "./fields";
import { type Ends, tornadoPlan } from "./plans";
import { blockOf, type Line, proposable, type Subject, varying, widthOf } from "./subject";
import { rangeAround } from "./suggest";
import type { ToolView } from "./tool";

type TypedEnds = Readonly<Record<string, readonly [TypedNumber, TypedNumber]>>;

/** How far each argument moves the result. */
export function useTornado(subject: Subject): ToolView {
  const app = useApp();
  const lines = useMemo(() => varying(subject), [subject.fn]);
  const [typed, setTyped] = useState<TypedEnds>(() => suggested(subject, lines));
  const ends = useMemo(() => endsOf(typed), [typed]);
  const cells = useMemo(() => cellsOf(subject, ends), [subject, ends]);
  const answer = useMemo(() => ask("TORNADO", cells), [cells]);
  const set = (name: string, end: 0 | 1, number: TypedNumber) =>
    setTyped((before) => {
      const [low, high] = before[name]!;
      return { ...before, [name]: end === 0 ? [number, high] : [low, number] };
    });

  return {
    form: (
      <Details title="Low and high values" side={Object.keys(ends).length}>
        <div class="fields">
          {lines.map((line) => (
            <EndFields key={line.name} line={line} ends={typed[line.name]!} onType={set} />
          ))}
        </div>
      </Details>
    ),
    preview: (
      <Block title="What it gives" class="tight">
        {answer.kind === "problem" && (
          <Verdict kind="care" title="Nothing is varied.">
            {asSentence(answer.message)}
          </Verdict>
        )}
        {answer.kind === "table" && (
          <figure class="chart">
            <p class="small muted">
              {subject.fn.title} as each argument goes from its low value, outlined, to its high value, filled.
            </p>
            <Tornado
              label={`How far each argument moves ${subject.fn.title}, the largest swing first. The table below holds the numbers.`}
              rows={answer.rows}
              base={subject.value}
              unit={subject.unit}
            />
            <TableBehind
              label={`Drivers of ${subject.fn.title} by swing`}
              rows={answer.rows}
              units={["", "", "", subject.unit]}
            />
          </figure>
        )}
      </Block>
    ),
    dock: (
      <Insertion
        plan={answer.kind === "table" ? () => tornadoPlan(subject, ends) : undefined}
        formula={() => callText(toolNamed("TORNADO"), cells, {}, app.workbook?.separators)}
      />
    ),
  };
}

/** A fifth down and up, for what the result depends on and has a size to take a fifth of. */
function suggested({ fn }: Subject, lines: readonly Line[]): TypedEnds {
  return Object.fromEntries(
    lines.map((line) => {
      const { name, values, unit } = line;
      const [low, high] = proposable(line)
        ? rangeAround(values[0] as number, fn.parameters[name]!.limits, unit)
        : [undefined, undefined];
      return [name, [typedNumber(low, unit), typedNumber(high, unit)] as const];
    }),
  );
}

const endsOf = (typed: TypedEnds): Ends =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, [low, high]]) =>
      low.value === undefined || high.value === undefined ? [] : [[name, [low.value, high.value] as const]],
    ),
  );

function cellsOf({ fn, lines }: Subject, ends: Ends): unknown[] {
  const width = widthOf(lines);
  const side = (end: 0 | 1) =>
    lines.map(({ name }) => Array.from({ length: width }, (_, i) => (i === 0 ? (ends[name]?.[end] ?? "") : "")));
  return [fn.name, blockOf(lines), side(0), side(1)];
}

interface EndFieldsProps {
  readonly line: Line;
  readonly ends: readonly [TypedNumber, TypedNumber];
  readonly onType: (name: string, end: 0 | 1, number: TypedNumber) => void;
}

function EndFields({ line: { name, unit }, ends: [low, high], onType }: EndFieldsProps) {
  return (
    <fieldset>
      <legend>
        <code>{name}</code>
      </legend>
      <div class="pair">
        <NumberField
          id={`${name}-low`}
          label="Low"
          unit={unit}
          number={low}
          optional
          onType={(number) => onType(name, 0, number)}
        />
        <NumberField
          id={`${name}-high`}
          label="High"
          unit={unit}
          number={high}
          optional
          onType={(number) => onType(name, 1, number)}
        />
      </div>
    </fieldset>
  );
}
