import { useState } from "preact/hooks";
import { usePane } from "../app";
import { type Argument, isRange, unitInField } from "../argument";
import type { Problems } from "../computation";
import { blankEntry, type Form } from "../form";
import { Details } from "./details";
import { Field } from "./field";

interface ArgumentFieldsProps {
  readonly list: readonly Argument[];
  readonly form: Form;
  readonly problems: Problems;
}

/** The argument card of a function as a form: what each argument is, its unit, range and default. */
export function ArgumentFields({ list, form, problems }: ArgumentFieldsProps) {
  const taking = useTaking();
  const optional = list.filter(({ required }) => !required);
  const field = (argument: Argument) => (
    <ArgumentField key={argument.name} argument={argument} form={form} problems={problems} taking={taking.on} />
  );
  return (
    <form class="fields" onSubmit={(event) => event.preventDefault()} aria-label="Arguments">
      {taking.button}
      {list.filter(({ required }) => required).map(field)}
      {optional.length > 0 && (
        <Details
          title="Optional"
          side={`${optional.length}, blank takes the default`}
          open={optional.length === list.length || optional.some(({ name }) => form.entries[name]?.text)}
        >
          <div class="fields">{optional.map(field)}</div>
        </Details>
      )}
    </form>
  );
}

interface ArgumentFieldProps {
  readonly argument: Argument;
  readonly form: Form;
  readonly problems: Problems;
  readonly taking: boolean;
}

function ArgumentField({ argument, form, problems, taking }: ArgumentFieldProps) {
  const { name, kind } = argument;
  const cell = usePane((state) => state.cell);
  const unread = form.unread[name];
  const entry = form.entries[name] ?? blankEntry;
  const place = cell && { sheet: cell.sheet, address: cell.address };
  return (
    <Field
      id={`argument-${name}`}
      label={<code>{name}</code>}
      entry={entry}
      onType={(text) => form.type(name, text)}
      rule={argument.rule || (isRange(argument) ? "cells or a list" : "")}
      unit={unitInField(argument)}
      hint={argument.description}
      placeholder={argument.byDefault}
      words={kind === "boolean" ? ["TRUE", "FALSE"] : argument.words}
      blankWord={argument.byDefault}
      numeric={kind === "number"}
      problem={unread === undefined ? problems[name] : { message: unread }}
      take={taking && place ? { place, onTake: () => form.take(name, place) } : undefined}
    />
  );
}

/** The switch that offers the selected cell at every field. */
export function useTaking() {
  const can = usePane(({ workbook }) => workbook !== undefined && workbook !== "waiting");
  const cell = usePane((state) => state.cell);
  const [on, setOn] = useState(false);
  const button = can && (
    <div class="row">
      <p class="small muted" role="status">
        {on &&
          (cell
            ? `Select a cell, then the field it belongs to. Now: ${cell.sheet}!${cell.address}.`
            : "Select a cell in the sheet.")}
      </p>
      <button type="button" class="quiet nowrap" aria-pressed={on} onClick={() => setOn(!on)}>
        {on ? "Done" : "Use my cells"}
      </button>
    </div>
  );
  return { on, button };
}
