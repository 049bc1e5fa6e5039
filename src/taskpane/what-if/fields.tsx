import type { ComponentChildren } from "preact";
import { Field } from "../components/field";
import { fieldUnit, typed } from "../format";
import { readNumber } from "../typing";

/** A number as it is being typed. */
export interface TypedNumber {
  readonly text: string;
  /** Undefined while the text is blank or no number. */
  readonly value: number | undefined;
}

export const typedNumber = (value: number | undefined, unit: string): TypedNumber => ({
  text: typed(value, unit),
  value,
});

interface NumberFieldProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly unit: string;
  readonly number: TypedNumber;
  readonly onType: (number: TypedNumber) => void;
  /** What is wrong with the number beyond its spelling. */
  readonly problem?: string | undefined;
  readonly rule?: string;
  readonly optional?: boolean;
}

export function NumberField({ id, label, unit, number, onType, problem, rule, optional }: NumberFieldProps) {
  const { text, value } = number;
  const unread =
    text.trim() === ""
      ? optional
        ? undefined
        : "A number is missing."
      : value === undefined
        ? `“${text}” is no number.`
        : undefined;
  const message = unread ?? problem;
  return (
    <Field
      id={id}
      label={label}
      entry={{ text }}
      onType={(next) => onType({ text: next, value: next.trim() === "" ? undefined : readNumber(next) })}
      unit={fieldUnit(unit)}
      numeric
      {...(rule ? { rule } : {})}
      problem={message === undefined ? undefined : { message }}
    />
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

export function Choice({ id, label, options, value, onChoose }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="input">
        <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
