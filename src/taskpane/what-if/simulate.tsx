import { useEffect, useMemo, useState } from "preact/hooks";
import { CalculationError } from "../../calc/error";
import { distributionParameters } from "../../models/what-if/distributions";
import { measures, sample } from "../../models/what-if/simulate";
import { inSlices } from "../../models/what-if/slices";
import { useApp } from "../app";
import { callText } from "../call";
import { Block } from "../components/frame";
import { Insertion } from "../components/insertion";
import { Ghost } from "../components/lazy";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { formatShare, showText } from "../format";
import { Distribution, TableBehind } from "./charts";
import { numberAt, toolNamed } from "./compute";
import { Choice, NumberField, type TypedNumber, typedNumber } from "./fields";
import { simulatePlan, type Uncertain } from "./plans";
import { blockOf, type Line, proposable, type Subject, varying } from "./subject";
import { rangeAround, rounded } from "./suggest";
import type { ToolView } from "./tool";

interface TypedUncertain {
  readonly line: Line;
  readonly distribution: string;
  readonly numbers: readonly TypedNumber[];
}

/** What came of the trials. */
type Drawn =
  | { readonly kind: "results"; readonly results: Float64Array; readonly errors: number }
  | { readonly kind: "problem"; readonly message: string };

/** So many arguments are uncertain to begin with. */
const atFirst = 2;
const seed = 1;
const shownNames: Readonly<Record<string, string>> = { "beta-pert": "beta-PERT" };
const names = Object.keys(distributionParameters).map((name) => shownNames[name] ?? name);

/** The distribution of the result when arguments are uncertain. */
export function useSimulate(subject: Subject): ToolView {
  const app = useApp();
  const { fn, unit } = subject;
  const lines = useMemo(() => varying(subject), [fn]);
  const [typed, setTyped] = useState<readonly TypedUncertain[]>(() =>
    lines
      .filter(proposable)
      .slice(0, atFirst)
      .map((line) => suggested(subject, line, "triangular")),
  );
  const [trials, setTrials] = useState(typedNumber(10_000, "count"));
  const [threshold, setThreshold] = useState(() => typedNumber(undefined, unit));
  const uncertain = useMemo(() => uncertainOf(typed), [typed]);
  const count = trials.value;
  const cells = useMemo(
    () =>
      uncertain && count !== undefined
        ? [
            fn.name,
            blockOf(subject.lines),
            rowsOf(uncertain),
            count,
            seed,
            ...(threshold.value === undefined ? [] : [threshold.value]),
          ]
        : undefined,
    [subject, uncertain, count, threshold.value],
  );
  const drawn = useDrawn(subject, uncertain, count);
  const free = lines.filter(({ name }) => !typed.some(({ line }) => line.name === name));
  const change = (at: number, one: TypedUncertain) =>
    setTyped((before) => before.map((each, i) => (i === at ? one : each)));
  const good = drawn?.kind === "results";

  return {
    form: (
      <>
        {typed.map((one, i) => (
          <UncertainFields
            key={one.line.name}
            subject={subject}
            one={one}
            onChange={(changed) => change(i, changed)}
            onRemove={typed.length > 1 ? () => setTyped(typed.filter((_, k) => k !== i)) : undefined}
          />
        ))}
        {free.length > 0 && (
          <Choice
            id="add-uncertain"
            label="Also uncertain"
            options={[{ value: "", label: "choose" }, ...free.map(({ name }) => ({ value: name, label: name }))]}
            value=""
            onChoose={(name) => {
              const line = free.find((other) => other.name === name);
              if (line) setTyped([...typed, suggested(subject, line, "triangular")]);
            }}
          />
        )}
        <div class="pair">
          <NumberField
            id="trials"
            label="Trials"
            unit="count"
            number={trials}
            onType={setTrials}
            problem={fits(count) ? undefined : "A whole number from 100 to 1,000,000."}
          />
          <NumberField
            id="threshold"
            label="Threshold"
            unit={unit}
            number={threshold}
            optional
            rule="may be blank"
            onType={setThreshold}
          />
        </div>
      </>
    ),
    preview: (
      <Block title="What it gives" class="tight">
        {drawn === undefined && <Ghost label="Drawing" />}
        {drawn?.kind === "problem" && (
          <Verdict kind="fail" title="No distribution.">
            {asSentence(drawn.message)}
          </Verdict>
        )}
        {good && <Outcome subject={subject} drawn={drawn} threshold={threshold.value} />}
      </Block>
    ),
    dock: (
      <Insertion
        plan={
          good && uncertain && count !== undefined
            ? () => simulatePlan(subject, { uncertain, trials: count, seed, threshold: threshold.value })
            : undefined
        }
        formula={() => callText(toolNamed("SIMULATE"), cells ?? [], {}, app.workbook?.separators)}
      />
    ),
  };
}

const fits = (count: number | undefined): boolean =>
  count !== undefined && Number.isInteger(count) && count >= 100 && count <= 1_000_000;

/** Draws in slices, so that the pane never stands still; what was overtaken by new numbers is dropped. */
function useDrawn(
  subject: Subject,
  uncertain: readonly Uncertain[] | undefined,
  trials: number | undefined,
): Drawn | undefined {
  const [drawn, setDrawn] = useState<Drawn | undefined>();
  useEffect(() => {
    if (!uncertain || !fits(trials)) return;
    let wanted = true;
    const settle = (results: Float64Array | undefined) => {
      if (!wanted || !results) return;
      if (results.length === 0) setDrawn({ kind: "problem", message: "no trial gave a result" });
      else setDrawn({ kind: "results", results, errors: trials! - results.length });
    };
    const fail = (error: unknown) => {
      if (!(error instanceof CalculationError)) throw error;
      if (wanted) setDrawn({ kind: "problem", message: error.message });
    };
    function* whileWanted(): Generator<undefined, Float64Array | undefined> {
      const run = sample(subject.fn, subject.cells, rowsOf(uncertain!), trials!, seed);
      for (;;) {
        const step = run.next();
        if (step.done) return step.value;
        if (!wanted) return undefined;
        yield;
      }
    }
    try {
      const results = inSlices(whileWanted());
      if (results instanceof Promise) results.then(settle, fail);
      else settle(results);
    } catch (error) {
      fail(error);
    }
    return () => {
      wanted = false;
    };
  }, [subject, uncertain, trials]);
  return drawn;
}

interface OutcomeProps {
  readonly subject: Subject;
  readonly drawn: Extract<Drawn, { kind: "results" }>;
  readonly threshold: number | undefined;
}

function Outcome({ subject: { fn, unit }, drawn: { results, errors }, threshold }: OutcomeProps) {
  const rows = useMemo(() => measures(results, errors, threshold), [results, threshold]);
  const valueOf = (name: string) => numberAt(rows.find(([measure]) => measure === name)?.[1]) ?? NaN;
  const below = threshold === undefined ? undefined : valueOf("Probability below the threshold");
  return (
    <figure class="chart">
      <p role="status">
        Eight in ten results lie between {showText(valueOf("P10"), unit, 4)} and {showText(valueOf("P90"), unit, 4)}.
        {below !== undefined && ` ${formatShare(below, 3)} of them lie below the threshold.`}
      </p>
      <Distribution
        label={`Distribution of ${fn.title}. The table below holds its measures.`}
        xLabel={fn.title}
        unit={unit}
        results={results}
        marks={["P10", "P50", "P90"].map((name) => ({ name, value: valueOf(name) }))}
        threshold={threshold}
      />
      <p class="small muted">The half per cent at either end is not drawn.</p>
      {errors > 0 && (
        <p class="small muted">
          {errors.toLocaleString("en-US")} trials gave an error: their draws break a rule of an argument. They do not
          count.
        </p>
      )}
      <TableBehind
        label={`Measures of ${fn.title}`}
        rows={rows}
        units={["", unit]}
        rowUnits={rows
          .slice(1)
          .map(([name]) =>
            String(name).startsWith("Trials") ? "count" : String(name).startsWith("Probability") ? "share" : unit,
          )}
      />
    </figure>
  );
}

/** Numbers around the present value that suit a distribution. */
function suggested({ fn }: Subject, line: Line, distribution: string): TypedUncertain {
  const value = line.values[0] as number;
  const [low, high] = rangeAround(value, fn.parameters[line.name]!.limits, line.unit);
  const deviation = rounded(Math.max(high - value, value - low) / 2, 2);
  const byName: Readonly<Record<string, number>> = {
    low,
    mode: value,
    high,
    mean: value,
    "standard deviation": deviation,
  };
  const numbers = parametersOf(distribution).map((name) => typedNumber(byName[name], line.unit));
  return { line, distribution, numbers };
}

const parametersOf = (distribution: string): readonly string[] =>
  distributionParameters[distribution.toLowerCase()] ?? [];

/** Undefined while a number is missing. */
function uncertainOf(typed: readonly TypedUncertain[]): readonly Uncertain[] | undefined {
  const all = typed.map(({ line, distribution, numbers }) => ({
    line,
    distribution,
    names: parametersOf(distribution),
    values: numbers.flatMap(({ value }) => value ?? []),
  }));
  return all.length > 0 && all.every(({ names: wanted, values }) => wanted.length === values.length) ? all : undefined;
}

function rowsOf(uncertain: readonly Uncertain[]): unknown[][] {
  return uncertain.map(({ line, distribution, values }) => [
    line.name,
    distribution,
    ...Array.from({ length: 3 }, (_, i) => values[i] ?? ""),
  ]);
}

interface UncertainFieldsProps {
  readonly subject: Subject;
  readonly one: TypedUncertain;
  readonly onChange: (one: TypedUncertain) => void;
  readonly onRemove: (() => void) | undefined;
}

function UncertainFields({ subject, one, onChange, onRemove }: UncertainFieldsProps) {
  const { line, distribution, numbers } = one;
  return (
    <fieldset class="fields">
      <legend class="hidden">{line.name}</legend>
      <Choice
        id={`distribution-${line.name}`}
        label={<code>{line.name}</code>}
        options={names.map((name) => ({ value: name, label: name }))}
        value={distribution}
        onChoose={(name) => onChange(suggested(subject, line, name))}
      />
      <div class={numbers.length === 3 ? "pair three" : "pair"}>
        {parametersOf(distribution).map((name, i) => (
          <NumberField
            key={name}
            id={`${line.name}-${name.replace(" ", "-")}`}
            label={name === "standard deviation" ? "Std. deviation" : name.charAt(0).toUpperCase() + name.slice(1)}
            unit={numbers.length === 3 ? "" : line.unit}
            number={numbers[i]!}
            onType={(number) => onChange({ ...one, numbers: numbers.map((old, k) => (k === i ? number : old)) })}
          />
        ))}
      </div>
      {onRemove && (
        <div>
          <button type="button" class="quiet" onClick={onRemove}>
            Remove<span class="hidden"> {line.name}</span>
          </button>
        </div>
      )}
    </fieldset>
  );
}
