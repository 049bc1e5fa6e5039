import { useMemo } from "preact/hooks";
import type { Lesson, LessonInput } from "../../concepts/lesson";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { Verdict } from "../components/verdict";
import { checkOn } from "./check";
import { InputFields, useInputs } from "./inputs";
import { Prose } from "./prose";
import { Sight } from "./values";

/** A live verdict on the reader's own numbers, with the distance and what would fix it. */
export function DecisionCheck({ lesson }: { readonly lesson: Lesson }) {
  const { decisionCheck, example } = lesson;
  const inputs = useMemo(() => checkInputs(lesson), [lesson]);
  const state = useInputs(inputs);
  const sight = useMemo(() => new Sight(example, decisionCheck, state.values), [lesson, state.values]);
  const broken = Object.values(state.problems)[0];
  const verdict = useMemo(() => checkOn(lesson, sight, state.values), [lesson, sight]);
  return (
    <Block title="Decision check" id="check">
      <p>
        <Prose html={decisionCheck.sentence} sight={sight} />
      </p>
      <div role="status">
        {broken ? (
          <Verdict kind="care" title="Cannot be computed.">
            {broken.message}.
          </Verdict>
        ) : verdict.kind === "cannot" ? (
          <Verdict
            kind="care"
            title={<Prose html={decisionCheck.messages.cannot} sight={sight} words={{ reason: verdict.reason }} />}
          />
        ) : (
          <Verdict
            kind={verdict.kind}
            title={<Prose html={decisionCheck.messages[verdict.kind]} sight={sight} />}
            fix={
              verdict.fix === undefined ? undefined : (
                <Prose html={decisionCheck.fix.message} sight={sight} words={{ fix: verdict.fix }} />
              )
            }
          >
            {verdict.conditions.map(({ id, holds, text, margin }) => (
              <span key={id} class="condition">
                {verdict.conditions.length > 1 && <span class="unit">{holds ? "✓ " : "✕ "}</span>}
                <Prose html={text} sight={sight} words={{ margin }} />{" "}
              </span>
            ))}
          </Verdict>
        )}
      </div>
      <Details title="Your numbers" side={`${inputs.length} inputs`} open>
        <InputFields inputs={inputs} state={state} name="check" of="the decision check" />
      </Details>
    </Block>
  );
}

/** The inputs that the reader may set: the check's own value of an input stands over the example's. */
export function checkInputs({ decisionCheck, example }: Lesson): LessonInput[] {
  const all = new Map([...example.inputs, ...decisionCheck.inputs].map((input) => [input.id, input]));
  return decisionCheck.cells.flatMap((id) => all.get(id) ?? []);
}
