import { useMemo } from "preact/hooks";
import type { Lesson, LessonStep } from "../../concepts/lesson";
import { Details } from "../components/details";
import { Breakable } from "../components/formula";
import { Block } from "../components/frame";
import { Grid } from "../components/grid";
import { Insertion } from "../components/insertion";
import { Working } from "../components/working";
import { fullNumber, unitWords } from "../format";
import { formatAs } from "./format";
import { GuessAnswer } from "./guess";
import { InputFields, useInputs } from "./inputs";
import { examplePlan } from "./plan";
import { Prose } from "./prose";
import { Sight } from "./values";
import { workingOfCall } from "./working";

interface ExampleProps {
  readonly lesson: Lesson;
  readonly guessed: number | undefined;
}

/** The worked example: every number is computed when it is shown, on the lesson's inputs or on the reader's. */
export function Example({ lesson, guessed }: ExampleProps) {
  const { example } = lesson;
  const inputs = useInputs(example.inputs);
  const sight = useMemo(() => new Sight(example, undefined, inputs.values), [example, inputs.values]);
  const shown = example.steps.filter(({ caption }) => caption !== undefined);
  return (
    <Block title={`Example: ${example.caseName}`} id="example">
      <p class="small muted">The inputs are illustrative and chosen for easy checking. They are not market prices.</p>
      <Details title="Inputs" side={`${example.inputs.length}, change them or use your cells`}>
        <InputFields inputs={example.inputs} state={inputs} name="example" of="the example" />
      </Details>
      <dl class="working">
        {shown.map((step, i) => (
          <StepLines key={step.id} step={step} sight={sight} last={i === shown.length - 1} />
        ))}
      </dl>
      <ExampleTable lesson={lesson} sight={sight} />
      {example.note !== undefined && (
        <p>
          <Prose html={example.note} sight={sight} />
        </p>
      )}
      <GuessAnswer lesson={lesson} guessed={guessed} />
      <Insertion plan={() => examplePlan(lesson, inputs)} />
    </Block>
  );
}

interface StepProps {
  readonly step: LessonStep;
  readonly sight: Sight;
  readonly last: boolean;
}

/** One step on the equals rail: the call, the call with its numbers, the value, and what it shows. */
export function StepLines({ step, sight, last }: StepProps) {
  const known = sight.get(step.id);
  const outcome = known?.outcome;
  const value = outcome && "value" in outcome ? outcome.value : undefined;
  const numbers = filledIn(step.formula, (id) => {
    const one = sight.get(id);
    if (!one || !("value" in one.outcome)) return undefined;
    const text = formatAs(
      one.outcome.value,
      one.format === "text" ? "general" : Array.isArray(one.outcome.value) ? "general" : one.format,
    );
    return Array.isArray(one.outcome.value) ? `{${text.replace(" and ", ", ")}}` : text.replaceAll(",", "");
  });
  return (
    <div class={last ? "last" : undefined}>
      <dt>{step.label}</dt>
      <dd>
        <span>
          <Breakable text={step.formula} />
        </span>
      </dd>
      {numbers !== step.formula && !step.each && (
        <dd class="numbers">
          <span>
            <Breakable text={numbers} />
          </span>
        </dd>
      )}
      <dd class="value">
        <span title={typeof value === "number" ? fullNumber(value) : undefined}>
          {value === undefined ? (
            <code>{outcome && "error" in outcome ? outcome.error : ""}</code>
          ) : (
            formatAs(value, step.format)
          )}{" "}
          {step.unit && <span class="unit">{unitWords(step.unit)}</span>}
        </span>
      </dd>
      {outcome && "error" in outcome && <dd class="caption">{outcome.reason}</dd>}
      {step.caption !== undefined && (
        <dd class="caption">
          <Prose html={step.caption} sight={sight} />
        </dd>
      )}
      <CallWorking step={step} sight={sight} />
    </div>
  );
}

/** A formula with its ids replaced by what they stand for; texts and names of functions stay. */
function filledIn(formula: string, textOf: (id: string) => string | undefined): string {
  return formula.replace(/"(?:[^"]|"")*"|[a-z]\w*(?![\w(])/g, (word) => textOf(word) ?? word);
}

/** How the step's function came to its result, on request. */
function CallWorking({ step, sight }: { readonly step: LessonStep; readonly sight: Sight }) {
  const working = useMemo(() => workingOfCall(step.formula, sight), [step, sight]);
  if (!working || working.steps.length === 0) return null;
  return (
    <dd class="caption">
      <Details title={`How ${working.fn.name} works it out`}>
        <Working steps={working.steps} />
      </Details>
    </dd>
  );
}

function ExampleTable({ lesson, sight }: { readonly lesson: Lesson; readonly sight: Sight }) {
  const { table } = lesson.example;
  if (!table) return null;
  const columns = table.columns.map((column) => {
    const value = sight.value(column.id);
    return { ...column, list: Array.isArray(value) ? (value as readonly number[]) : [] };
  });
  const count = Math.max(...columns.map(({ list }) => list.length));
  const rows = Array.from({ length: count }, (_, r) =>
    columns.map(({ list, format }) => (list[r] === undefined ? "" : formatAs(list[r], format))),
  );
  const failing = (r: number, c: number): boolean => {
    const fails = columns[c]?.fails;
    if (fails === undefined) return false;
    const at = Object.fromEntries(columns.flatMap(({ id, list }) => (list[r] === undefined ? [] : [[id, list[r]]])));
    return sight.holds(fails, at);
  };
  return (
    <Grid
      label={table.caption}
      caption={table.caption}
      head={columns.map(({ label }) => label)}
      rows={rows}
      failing={failing}
    />
  );
}
