import { useMemo, useState } from "preact/hooks";
import { functionNamed } from "../../concepts";
import { substitute } from "../../formula/calls";
import { evaluate } from "../../concepts/evaluate";
import { useDigits, usePane } from "../app";
import { unitInField } from "../argument";
import { calculatorNamed } from "../calculators";
import type { Calculator, CalculatorInput, Comparison, Presets, Route } from "../calculators/calculator";
import {
  driversOf,
  formulaOf,
  inputArgument,
  inputsOf,
  meeting,
  partsOf,
  planOf,
  type Run,
  run,
  type Values,
  workingOf,
} from "../calculators/run";
import { useTaking } from "../components/argument-fields";
import { Chips } from "../components/chips";
import { Details } from "../components/details";
import { Drivers } from "../components/drivers";
import { Field } from "../components/field";
import { Figure, Result } from "../components/figure";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Insertion } from "../components/insertion";
import { Links } from "../components/links";
import { Stack } from "../components/stack";
import { Verdict } from "../components/verdict";
import { Working } from "../components/working";
import type { Problems } from "../computation";
import { blankEntry, entriesOf, type Form, useForm } from "../form";
import { show, showChange, showText, unitWords } from "../format";
import { readValue } from "../typing";

/** One calculator: inputs, the answer as you type, its working, what decides it. */
export function CalculatorScreen({ id }: { readonly id: string }) {
  const calculator = calculatorNamed(id);
  if (!calculator) {
    return (
      <Frame place="Calculate">
        <div class="still">
          <Heading>There is no such calculator</Heading>
          <Go to={{ name: "calculators" }} class="button primary">
            See the calculators
          </Go>
        </div>
      </Frame>
    );
  }
  return <Page calculator={calculator} />;
}

function Page({ calculator }: { readonly calculator: Calculator }) {
  const [routeId, setRoute] = useState(calculator.routes[0]!.id);
  const route = calculator.routes.find((one) => one.id === routeId)!;
  const specs = useMemo(() => calculator.inputs.map(inputArgument), [calculator]);
  const start = useMemo(
    () => entriesOf(specs, Object.fromEntries(calculator.inputs.map(({ id, value }) => [id, value]))),
    [calculator],
  );
  const form = useForm(specs, start);
  const inputs = inputsOf(calculator, route);
  const read = useMemo(() => readInputs(inputs, form), [form.settled, route]);
  const result = useMemo(() => (read.complete ? run(route, read.values) : undefined), [read]);
  const problems = { ...read.problems, ...(result?.kind === "problem" ? labelled(result.problems, calculator) : {}) };
  return (
    <Frame
      place="Calculate"
      dock={
        <Dock
          calculator={calculator}
          route={route}
          values={read.values}
          result={result}
          wrong={Object.keys(problems).length}
        />
      }
    >
      <div class="head">
        <Heading>{calculator.title}</Heading>
        <p>{calculator.summary}</p>
      </div>
      <Chips
        legend="Route"
        name="route"
        options={calculator.routes.map(({ id, label }) => ({ value: id, label }))}
        value={routeId}
        onChoose={setRoute}
      />
      <Inputs inputs={inputs} form={form} problems={problems} presets={presetsFor(calculator, inputs)} />
      {result?.kind === "value" && <Outcome inputs={inputs} route={route} values={read.values} result={result} />}
      <p class="small muted">The inputs are illustrative and chosen for easy checking. They are not market prices.</p>
      <Links
        plain
        items={[{ to: { name: "lesson", slug: calculator.lesson }, name: "Learn how it works", side: "Lesson" }]}
      />
    </Frame>
  );
}

interface InputsProps {
  readonly inputs: readonly CalculatorInput[];
  readonly form: Form;
  readonly problems: Problems;
  readonly presets: Presets | undefined;
}

function Inputs({ inputs, form, problems, presets }: InputsProps) {
  const taking = useTaking();
  const cell = usePane((state) => state.cell);
  const place = cell && { sheet: cell.sheet, address: cell.address };
  return (
    <form class="fields" aria-label="Inputs" onSubmit={(event) => event.preventDefault()}>
      <h2>Inputs</h2>
      {taking.button}
      {presets && <PresetChips presets={presets} form={form} />}
      {inputs.map((input) => {
        const argument = inputArgument(input);
        const unread = form.unread[input.id];
        return (
          <Field
            key={input.id}
            id={`input-${input.id}`}
            label={input.label}
            entry={form.entries[input.id] ?? blankEntry}
            onType={(text) => form.type(input.id, text)}
            rule={argument.rule || "may be negative"}
            unit={unitInField(argument)}
            numeric
            problem={unread === undefined ? problems[input.id] : { message: unread }}
            take={taking.on && place ? { place, onTake: () => form.take(input.id, place) } : undefined}
          />
        );
      })}
    </form>
  );
}

/** Takes figures of an accelerator from the reference table. */
function PresetChips({ presets, form }: { readonly presets: Presets; readonly form: Form }) {
  const [chosen, setChosen] = useState<string | undefined>();
  const specification = functionNamed("GPUSPEC");
  if (!specification) return null;
  const take = (gpu: string) => {
    const found = Object.entries(presets.fills).flatMap(([input, { field, times = 1 }]) => {
      try {
        const value = evaluate(specification, [gpu, field]);
        return typeof value === "number" ? [[input, { text: String(value * times) }] as const] : [];
      } catch {
        // The maker has not published the figure: the field keeps what it has.
        return [];
      }
    });
    form.fill(Object.fromEntries(found));
    setChosen(gpu);
  };
  return (
    <Chips
      legend={presets.label}
      name="preset"
      showLegend
      options={presets.gpus.map((gpu) => ({ value: gpu, label: gpu }))}
      value={chosen}
      onChoose={take}
    />
  );
}

interface OutcomeProps {
  readonly inputs: readonly CalculatorInput[];
  readonly route: Route;
  readonly values: Values;
  readonly result: Extract<Run, { kind: "value" }>;
}

function Outcome({ inputs, route, values, result }: OutcomeProps) {
  const parts = partsOf(route, values);
  const unit = String(result.answer.fn.returns?.unit ?? "");
  const moved = useMemo(() => driversOf(inputs, route, values), [route, values]);
  const largest = moved[0];
  const others = result.steps.filter(({ id }) => id !== route.answer);
  return (
    <>
      {route.parts && Array.isArray(parts?.value) && (
        <Block title={route.parts.title}>
          <Stack
            table={parts.value}
            unit={unitWords(unit)}
            label={`Parts of ${result.answer.fn.title.toLowerCase()}`}
          />
        </Block>
      )}
      {route.comparison && typeof result.answer.value === "number" && (
        <Compared
          comparison={route.comparison}
          route={route}
          values={values}
          answer={result.answer.value}
          unit={unit}
          inputs={inputs}
        />
      )}
      {others.length > 0 && (
        <Block title="On the way" class="tight">
          <ul class="links plain">
            {others.map(({ id, fn, value }) => (
              <li key={id} class="row">
                <span>{fn.title}</span>
                <Figure value={value} unit={fn.returns?.unit ?? ""} />
              </li>
            ))}
          </ul>
        </Block>
      )}
      <Block title="What moves it most" class="tight">
        {largest && (
          <p>
            One input decides most: a tenth more <b>{lowerFirst(largest.name)}</b>{" "}
            {largest.change < 0 ? "lowers" : "raises"} the result by{" "}
            {showChange(Math.abs(largest.change), unit).slice(1)} {unitWords(unit)}.
          </p>
        )}
        <Drivers drivers={moved} unit={unit} />
      </Block>
      <Block>
        <Details title="Working" open>
          <Working steps={workingOf(result.steps)} note />
        </Details>
      </Block>
    </>
  );
}

interface ComparedProps {
  readonly comparison: Comparison;
  readonly route: Route;
  readonly values: Values;
  readonly answer: number;
  readonly unit: string;
  readonly inputs: readonly CalculatorInput[];
}

/** The answer against a price or a budget, and where the two meet. */
function Compared({ comparison, route, values, answer, unit, inputs }: ComparedProps) {
  const digits = useDigits();
  const { title, against, subject, per, lever } = comparison;
  const limit = values[against];
  if (typeof limit !== "number") return null;
  const distance = limit - answer;
  const leverInput = inputs.find(({ id }) => id === lever.input);
  const leverUnit = leverInput ? inputArgument(leverInput).unit : "";
  const meets = meeting(route, values, lever.input, limit, lever.low, lever.high);
  const amount = show(Math.abs(distance), unit, digits).text;
  const words =
    distance === 0
      ? `${subject} just as much`
      : `${subject} ${amount} ${distance > 0 ? "less" : "more"}${per && ` ${per}`}`;
  return (
    <Block title={`${title} at ${show(limit, unit, digits).text}`} class="tight">
      <div role="status">
        <Verdict kind={distance >= 0 ? "pass" : "fail"} title={`${words}.`}>
          {meets === undefined
            ? `No ${lever.words} between ${showText(lever.low, leverUnit)} and ${showText(lever.high, leverUnit)} makes them equal.`
            : `They meet at ${showText(meets, leverUnit, 4)} ${lever.words}; you entered ${showText(values[lever.input], leverUnit)}.`}
        </Verdict>
      </div>
    </Block>
  );
}

interface DockProps {
  readonly calculator: Calculator;
  readonly route: Route;
  readonly values: Values;
  readonly result: Run | undefined;
  readonly wrong: number;
}

function Dock({ calculator, route, values, result, wrong }: DockProps) {
  const computed = result?.kind === "value" ? result : undefined;
  return (
    <>
      {computed ? (
        <Result value={computed.answer.value} unit={computed.answer.fn.returns?.unit ?? ""} live />
      ) : wrong > 0 || !result ? (
        <p class="result muted" role="status">
          No result <span class="unit">{wrong === 1 ? "1 input" : `${wrong || "Some"} inputs`} to correct</span>
        </p>
      ) : (
        <div role="status">
          <p class="result error">{result.kind === "problem" ? result.code : ""}</p>
          <p class="small">{result.kind === "problem" ? result.message : ""}</p>
        </div>
      )}
      <Insertion
        plan={computed && (() => planOf(calculator, route, values, computed))}
        formula={() => literalFormula(route, values)}
      />
    </>
  );
}

/** The chain as one formula over numbers: earlier steps stand inside the later ones. */
function literalFormula(route: Route, values: Values): string {
  const texts = new Map(Object.entries(values).map(([id, value]) => [id, String(value)]));
  for (const step of route.steps) {
    const fn = functionNamed(step.fn)!;
    const call = {
      ...step,
      arguments: Object.fromEntries(Object.entries(step.arguments).map(([name, id]) => [name, texts.get(id) ?? ""])),
    };
    texts.set(step.id, formulaOf(fn, call));
  }
  return `=${substitute(texts.get(route.answer) ?? "", {})}`;
}

function readInputs(inputs: readonly CalculatorInput[], form: Form) {
  const values: Record<string, unknown> = {};
  const problems: Record<string, { message: string; remedy?: string }> = {};
  for (const { id, label } of inputs) {
    const read = readValue(form.settled[id]?.text ?? "", "number");
    if (read.kind === "value") values[id] = read.value;
    else if (read.kind === "problem") problems[id] = { ...read, message: `${label} ${read.message}` };
  }
  return { values, problems, complete: inputs.every(({ id }) => id in values) };
}

/** Messages of functions begin with the argument's name; on this page the input's label says more. */
function labelled(problems: Problems, calculator: Calculator): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([id, problem]) => {
      const label = calculator.inputs.find((input) => input.id === id)?.label ?? id;
      return [id, { ...problem, message: problem.message.replace(/^\w+/, label) }];
    }),
  );
}

function presetsFor({ presets }: Calculator, inputs: readonly CalculatorInput[]): Presets | undefined {
  return presets && inputs.some(({ id }) => id in presets.fills) ? presets : undefined;
}

const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
