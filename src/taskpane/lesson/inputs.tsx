import { useMemo } from "preact/hooks";
import type { LessonInput, LessonValue, Values } from "../../concepts/lesson";
import { usePane } from "../app";
import { useTaking } from "../components/argument-fields";
import { Field } from "../components/field";
import type { Problem } from "../computation";
import { blankEntry, type Form, useForm } from "../form";
import { unitWords } from "../format";
import { readRange, readValue } from "../typing";
import { typedAs } from "./format";

/** The inputs of a lesson's block as fields: what was typed, read, and what is wrong with it. */
export interface InputForm {
  readonly form: Form;
  readonly values: Values;
  readonly problems: Readonly<Record<string, Problem>>;
}

/** `open`: ids of inputs that begin blank and may stay so; `typed`: what was typed over others before. */
export function useInputs(inputs: readonly LessonInput[], open = nothingOpen, typed: Values = {}): InputForm {
  const specs = useMemo(() => inputs.map(specOf), [inputs]);
  const start = useMemo(
    () =>
      Object.fromEntries(
        inputs.map(({ id, value, format }) => {
          const shown = typed[id] ?? (open.has(id) ? undefined : value);
          return [id, { text: shown === undefined ? "" : typedAs(shown, format) }];
        }),
      ),
    [inputs],
  );
  const form = useForm(specs, start);
  const read = useMemo(() => {
    const values: Record<string, LessonValue> = {};
    const problems: Record<string, Problem> = {};
    for (const input of inputs) {
      if (open.has(input.id) && !form.settled[input.id]?.text.trim()) continue;
      const outcome = readInput(input, form.settled[input.id]?.text ?? "");
      if ("value" in outcome) values[input.id] = outcome.value;
      else problems[input.id] = outcome.problem;
    }
    return { values, problems };
  }, [inputs, form.settled]);
  return { form, ...read };
}

const nothingOpen: ReadonlySet<string> = new Set();

interface InputFieldsProps {
  readonly inputs: readonly LessonInput[];
  readonly state: InputForm;
  /** Sets ids apart where a lesson shows the same input twice. */
  readonly name: string;
  /** What the fields are of, for those who jump from form to form. */
  readonly of: string;
}

export function InputFields({ inputs, state, name, of }: InputFieldsProps) {
  const { form, problems } = state;
  const taking = useTaking();
  const cell = usePane((pane) => pane.cell);
  const selection = cell && { sheet: cell.sheet, address: cell.address };
  return (
    <form class="fields" aria-label={`Inputs of ${of}`} onSubmit={(event) => event.preventDefault()}>
      {taking.button}
      {inputs.map(({ id, label, unit, format, value }) => {
        const unread = form.unread[id];
        return (
          <Field
            key={id}
            id={`${name}-${id}`}
            label={label}
            entry={form.entries[id] ?? blankEntry}
            onType={(text) => form.type(id, text)}
            rule={Array.isArray(value) ? "a list" : ""}
            unit={format.endsWith("%") ? unit : unitWords(unit)}
            numeric={typeof value === "number"}
            problem={unread === undefined ? problems[id] : { message: unread }}
            take={taking.on && selection ? { place: selection, onTake: () => form.take(id, selection) } : undefined}
          />
        );
      })}
    </form>
  );
}

function specOf({ id, value, format }: LessonInput) {
  const kind = Array.isArray(value)
    ? "numbers"
    : typeof value === "string"
      ? "text"
      : typeof value === "boolean"
        ? "boolean"
        : "number";
  return { name: id, kind, unit: format.endsWith("%") ? "share" : "" } as const;
}

function readInput(input: LessonInput, text: string): { readonly value: LessonValue } | { readonly problem: Problem } {
  const { label, value } = input;
  if (text.trim() === "") return { problem: { message: `${label} is needed` } };
  if (Array.isArray(value)) {
    const read = readRange(text);
    const list = read.kind === "value" ? (read.value as unknown[][]).flat() : [];
    const wrong = list.find((one) => typeof one !== "number");
    if (list.length === 0 || wrong !== undefined)
      return { problem: { message: `${label} must be numbers, with commas between them` } };
    return { value: list as number[] };
  }
  const read = readValue(text, specOf(input).kind as "number" | "text" | "boolean");
  if (read.kind === "value") return { value: read.value as LessonValue };
  return {
    problem:
      read.kind === "problem" ? { ...read, message: `${label} ${read.message}` } : { message: `${label} is needed` },
  };
}
