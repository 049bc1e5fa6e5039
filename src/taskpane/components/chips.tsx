import type { ComponentChildren } from "preact";

interface ChipsProps<Value extends string | number> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: ComponentChildren }[];
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  /** Chips share the width. */
  readonly even?: boolean;
  readonly showLegend?: boolean;
}

/** One of a few, side by side. */
export function Chips<Value extends string | number>(props: ChipsProps<Value>) {
  const { legend, name, options, value, onChoose, even, showLegend } = props;
  return (
    <fieldset>
      <legend class={showLegend ? undefined : "hidden"}>{legend}</legend>
      <div class={even ? "chips even" : "chips"}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
