import type { FunctionDefinition } from "../../concepts/define";
import { useDigits } from "../app";
import { showText } from "../format";

interface MeansProps {
  readonly fn: FunctionDefinition;
  readonly value: unknown;
  readonly cells: readonly unknown[];
}

/** What a result says, in one sentence with its own numbers. */
export function Means({ fn, value, cells }: MeansProps) {
  const digits = Math.min(4, useDigits());
  const { returns } = fn;
  if (!returns) return null;
  const names = Object.keys(fn.parameters);
  return (
    <p>
      {returns.means.split(/(\{\w+\})/).map((part, i) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return part;
        const index = names.indexOf(name);
        const parameter = fn.parameters[name];
        const [shown, unit] =
          name === "result" ? [value, returns.unit] : [cells[index] ?? parameter?.byDefault, parameter?.unit ?? ""];
        return (
          <b key={i} class="num">
            {showText(shown, unit, digits)}
          </b>
        );
      })}
    </p>
  );
}
