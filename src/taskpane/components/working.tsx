import type { Step } from "../../formula/explain";
import { fullNumber, unitWords } from "../format";
import { Breakable } from "./formula";
import { Grid } from "./grid";

interface WorkingProps {
  readonly steps: readonly Step[];
  /** Says below that steps are shown shortly but carried fully. */
  readonly note?: boolean;
}

/** The equals rail: each step as formula, numbers, value, with every equals sign on one edge. */
export function Working({ steps, note }: WorkingProps) {
  return (
    <>
      <dl class="working">
        {steps.map((step, i) => (
          <StepLines key={`${i} ${step.name}`} step={step} last={i === steps.length - 1} />
        ))}
      </dl>
      {note && <p class="small muted">Steps show a few digits. The calculation carries all of them.</p>}
    </>
  );
}

function StepLines({ step, last }: { readonly step: Step; readonly last: boolean }) {
  const bare = step.numbers === step.value || step.numbers === step.formula;
  const unit = unitWords(step.unit);
  return (
    <div class={last ? "last" : undefined}>
      <dt>{capital(step.name)}</dt>
      {step.formula && (
        <dd>
          <span>
            <Powers text={step.formula} />
          </span>
        </dd>
      )}
      {step.numbers && !bare && (
        <dd class="numbers">
          <span>
            <Powers text={step.numbers} />
          </span>
        </dd>
      )}
      {step.table && (
        <dd class="beside">
          <Grid label={capital(step.name)} head={step.table.columns} rows={step.table.rows} />
        </dd>
      )}
      {step.value && (
        <dd class="value">
          <span title={step.exact === undefined ? step.value : fullNumber(step.exact)}>
            {step.value} {unit && <span class="unit">{unit}</span>}
          </span>
        </dd>
      )}
    </div>
  );
}

/** A power with what it is raised to: a number, a name of several words, or something short in brackets. */
const powers = /(\^(?:\([^()]{1,24}\)|[−-]?[\p{L}\d.,%]+(?: \p{L}+)*))/u;

/** Writes a^b with b raised. */
function Powers({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(powers)
        .map((part, i) =>
          part.startsWith("^") ? (
            <sup key={i}>{part.replace(/^\^\(?|\)$/g, "")}</sup>
          ) : (
            <Breakable key={i} text={part} />
          ),
        )}
    </>
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
