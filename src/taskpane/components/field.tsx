import type { ComponentChildren } from "preact";
import type { Entry, Problem } from "../computation";
import { qualified } from "../call";
import type { Place } from "../workbook";
import { Icon } from "./icon";

export interface FieldProps {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly entry: Entry;
  readonly onType: (text: string) => void;
  readonly rule?: string;
  readonly unit?: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** The words that may be chosen; none: anything may be typed. */
  readonly words?: readonly string[];
  /** What an empty choice stands for. */
  readonly blankWord?: string;
  /** Whether a keyboard for numbers suits. */
  readonly numeric?: boolean;
  readonly problem?: Problem | undefined;
  readonly valid?: boolean;
  /** Offers the selected cell for this field. */
  readonly take?: { readonly place: Place; readonly onTake: () => void } | undefined;
}

/** One input with its label, rule, unit, and what is wrong with it. */
export function Field(props: FieldProps) {
  const { id, label, entry, rule, unit, hint, problem, valid } = props;
  const described = [rule && `${id}-rule`, unit && `${id}-unit`, problem ? `${id}-problem` : hint && `${id}-hint`];
  const describedBy = described.filter(Boolean).join(" ");
  return (
    <div class={`field ${problem ? "invalid" : valid ? "valid" : ""}`}>
      <label for={id}>{label}</label>
      {rule && (
        <span class="rule" id={`${id}-rule`}>
          {rule}
        </span>
      )}
      <div class="input">
        <Control {...props} describedBy={describedBy} />
        {entry.from && <span class="from">{qualified(entry.from)}</span>}
        {unit && (
          <span class="unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
      {problem ? (
        <p class="problem" id={`${id}-problem`}>
          <Icon name="fail" />
          <span>{problem.message}</span>
          {problem.remedy && <span class="fix">{problem.remedy}</span>}
        </p>
      ) : (
        hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
      {props.take && (
        <button type="button" class="take" onClick={props.take.onTake}>
          Use {qualified(props.take.place)}
          <span class="hidden"> for {id}</span>
        </button>
      )}
    </div>
  );
}

function Control(props: FieldProps & { readonly describedBy: string }) {
  const { id, entry, onType, words = [], problem, describedBy } = props;
  const common = {
    id,
    ...(describedBy ? { "aria-describedby": describedBy } : {}),
    ...(problem ? { "aria-invalid": true } : {}),
  } as const;
  if (words.length > 0) {
    return (
      <select {...common} value={entry.text} onChange={(event) => onType(event.currentTarget.value)}>
        <option value="">{props.blankWord ? `${props.blankWord} (default)` : "choose"}</option>
        {words
          .filter((word) => word !== props.blankWord)
          .map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      type="text"
      {...(props.numeric ? { inputMode: "decimal" as const } : {})}
      autocomplete="off"
      spellcheck={false}
      value={entry.text}
      placeholder={props.placeholder ?? ""}
      onInput={(event) => onType(event.currentTarget.value)}
    />
  );
}
