import { useMemo, useState } from "preact/hooks";
import { evaluate } from "../../concepts/evaluate";
import { useApp } from "../app";
import { callText } from "../call";
import { Block } from "../components/frame";
import { Insertion } from "../components/insertion";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { formatShare, show } from "../format";
import { Field } from "../components/field";
import { ScenarioBars, TableBehind } from "./charts";
import { ask, numberAt, toolNamed } from "./compute";
import { NumberField, type TypedNumber, typedNumber } from "./fields";
import { type Scenario, scenariosPlan } from "./plans";
import { blockOf, type Line, proposable, type Subject, varying } from "./subject";
import { rangeAround } from "./suggest";
import type { ToolView } from "./tool";

interface TypedScenario {
  readonly name: string;
  readonly values: Readonly<Record<string, TypedNumber>>;
}

/** So many arguments, those that move the result most, are offered. */
const mostArguments = 3;
const mostScenarios = 5;

/** The result in a few named cases, each of which changes several arguments at once. */
export function useScenarios(subject: Subject): ToolView {
  const app = useApp();
  const lines = useMemo(() => varying(subject).filter(proposable).slice(0, mostArguments), [subject.fn]);
  const [typed, setTyped] = useState<readonly TypedScenario[]>(() => [
    suggested(subject, lines, "Lower", -1),
    suggested(subject, lines, "Higher", 1),
  ]);
  const scenarios = useMemo(() => typed.map(scenarioOf), [typed]);
  const cells = useMemo(() => cellsOf(subject, lines, scenarios), [subject, lines, scenarios]);
  const answer = useMemo(() => ask("SCENARIOS", cells), [cells]);
  const change = (at: number, scenario: TypedScenario) =>
    setTyped((before) => before.map((one, i) => (i === at ? scenario : one)));

  return {
    form: (
      <>
        {typed.map((scenario, i) => (
          <ScenarioFields
            key={i}
            index={i}
            scenario={scenario}
            lines={lines}
            onChange={(changed) => change(i, changed)}
            onRemove={typed.length > 1 ? () => setTyped(typed.filter((_, k) => k !== i)) : undefined}
          />
        ))}
        {typed.length < mostScenarios && (
          <div class="actions">
            <button
              type="button"
              onClick={() => setTyped([...typed, { name: `Scenario ${typed.length + 1}`, values: {} }])}
            >
              Add a scenario
            </button>
          </div>
        )}
      </>
    ),
    preview: (
      <Block title="What it gives" class="tight">
        {answer.kind === "problem" && (
          <Verdict kind="fail" title="No table.">
            {asSentence(answer.message)}
          </Verdict>
        )}
        {answer.kind === "table" && (
          <figure class="chart">
            <ScenarioBars
              label={`${subject.fn.title} in each scenario. The table below holds the numbers.`}
              unit={subject.unit}
              bars={answer.rows.slice(1).map(([name, result, , share]) => ({
                name: String(name),
                value: numberAt(result),
                words: wordsOf(result, numberAt(share), subject.unit, name === "Base"),
              }))}
            />
            <TableBehind
              label={`${subject.fn.title} by scenario`}
              rows={answer.rows}
              units={["", subject.unit, subject.unit, "share"]}
            />
          </figure>
        )}
      </Block>
    ),
    dock: (
      <Insertion
        plan={answer.kind === "table" ? () => scenariosPlan(subject, lines, scenarios) : undefined}
        formula={() => callText(toolNamed("SCENARIOS"), cells, {}, app.workbook?.separators)}
      />
    ),
  };
}

function wordsOf(result: unknown, share: number | undefined, unit: string, base: boolean): string {
  if (typeof result !== "number") return "no result";
  const value = show(result, unit, 4).text;
  return base || share === undefined ? value : `${value}, ${formatShare(share, 3)} of base`;
}

/** Every argument at the end of its range that lowers the result, or that raises it. */
function suggested(subject: Subject, lines: readonly Line[], name: string, towards: 1 | -1): TypedScenario {
  const { fn, cells, value: now } = subject;
  const values = lines.map((line) => {
    const value = line.values[0] as number;
    const [low, high] = rangeAround(value, fn.parameters[line.name]!.limits, line.unit, 0.1);
    const at = Object.keys(fn.parameters).indexOf(line.name);
    const better = [low, high].find((end) => (resultWith(fn, cells, at, end) - now) * towards > 0);
    return [line.name, typedNumber(better ?? value, line.unit)] as const;
  });
  return { name, values: Object.fromEntries(values) };
}

function resultWith(fn: Subject["fn"], cells: readonly unknown[], at: number, value: number): number {
  try {
    const changed = Array.from({ length: Math.max(cells.length, at + 1) }, (_, i) => (i === at ? value : cells[i]));
    const result = evaluate(fn, changed);
    return typeof result === "number" ? result : NaN;
  } catch {
    // No result there: the other end, or the value as it is.
    return NaN;
  }
}

const scenarioOf = ({ name, values }: TypedScenario): Scenario => ({
  name,
  values: Object.fromEntries(
    Object.entries(values).flatMap(([argument, { value }]) => (value === undefined ? [] : [[argument, value]])),
  ),
});

function cellsOf({ fn, lines: all }: Subject, lines: readonly Line[], scenarios: readonly Scenario[]): unknown[] {
  const table = [
    ["Scenario", ...lines.map(({ name }) => name)],
    ...scenarios.map(({ name, values }) => [name, ...lines.map((line) => values[line.name] ?? "")]),
  ];
  return [fn.name, blockOf(all), table];
}

interface ScenarioFieldsProps {
  readonly index: number;
  readonly scenario: TypedScenario;
  readonly lines: readonly Line[];
  readonly onChange: (scenario: TypedScenario) => void;
  readonly onRemove: (() => void) | undefined;
}

function ScenarioFields({ index, scenario, lines, onChange, onRemove }: ScenarioFieldsProps) {
  const { name, values } = scenario;
  return (
    <fieldset class="fields">
      <legend class="hidden">{name}</legend>
      <Field
        id={`scenario-${index}`}
        label="Scenario"
        entry={{ text: name }}
        onType={(text) => onChange({ ...scenario, name: text })}
      />
      <div class="pair">
        {lines.map((line) => (
          <NumberField
            key={line.name}
            id={`scenario-${index}-${line.name}`}
            label={<code>{line.name}</code>}
            unit={line.unit}
            number={values[line.name] ?? typedNumber(undefined, line.unit)}
            optional
            onType={(number) => onChange({ ...scenario, values: { ...values, [line.name]: number } })}
          />
        ))}
      </div>
      {onRemove && (
        <div>
          <button type="button" class="quiet" onClick={onRemove}>
            Remove<span class="hidden"> {name}</span>
          </button>
        </div>
      )}
    </fieldset>
  );
}
