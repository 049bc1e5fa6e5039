import { useMemo, useState } from "preact/hooks";
import type { Lesson } from "../../concepts/lesson";
import { Field } from "../components/field";
import { Block } from "../components/frame";
import { Verdict } from "../components/verdict";
import { unitWords } from "../format";
import { type Grade, grade, roundValues } from "./answer";
import { StepLines } from "./example";
import { formatAs } from "./format";
import { Prose } from "./prose";
import { Sight } from "./values";

/** The same question on other numbers, answered by the reader: as often as wanted, with hints, never locked. */
export function YourTurn({ lesson }: { readonly lesson: Lesson }) {
  const { yourTurn, example, slug } = lesson;
  const { answer } = yourTurn;
  const [round, setRound] = useState(0);
  const [text, setText] = useState("");
  const [graded, setGraded] = useState<Grade>({ kind: "blank" });
  const [hints, setHints] = useState(0);
  const sightOf = (values: ReturnType<typeof roundValues>) => new Sight(example, yourTurn, values);
  const sight = useMemo(() => sightOf(roundValues(yourTurn, round, slug)), [lesson, round]);
  const check = () => {
    // Rounds far ahead: numbers the reader has not seen.
    const hidden = [round + 1001, round + 1002].map((other) => sightOf(roundValues(yourTurn, other, slug)));
    setGraded(grade(text, { ...yourTurn, ...answer }, sight, hidden));
  };
  const right = graded.kind === "right";
  const given = yourTurn.given.flatMap((id) => example.steps.find((step) => step.id === id) ?? []);
  return (
    <Block title="Your turn" id="turn">
      <p>
        <Prose html={yourTurn.prompt} sight={sight} />
      </p>
      {given.length > 0 && (
        <dl class="working">
          {given.map((step, i) => (
            <StepLines key={step.id} step={step} sight={sight} last={i === given.length - 1} />
          ))}
        </dl>
      )}
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <Field
          id="turn-answer"
          label={answer.label}
          rule="number or formula"
          entry={{ text }}
          onType={(typed) => {
            setText(typed);
            setGraded({ kind: "blank" });
          }}
          unit={unitWords(answer.unit)}
          valid={right}
          problem={graded.kind === "unreadable" ? { message: graded.message } : undefined}
          hint={`A formula may use ${yourTurn.inputs.map(({ id }) => id).join(", ")}.`}
        />
        <div role="status">
          <Told graded={graded} sight={sight} lesson={lesson} />
        </div>
        <div class="actions">
          <button type="submit" class="primary">
            Check
          </button>
          <button
            type="button"
            onClick={() => {
              setRound(round + 1);
              setText("");
              setGraded({ kind: "blank" });
              setHints(0);
            }}
          >
            Fresh numbers
          </button>
          {hints < yourTurn.hints.length && (
            <button type="button" class="quiet" onClick={() => setHints(hints + 1)}>
              Hint {hints + 1} of {yourTurn.hints.length}
            </button>
          )}
        </div>
      </form>
      {hints > 0 && (
        <ol class="hints" aria-live="polite">
          {yourTurn.hints.slice(0, hints).map((hint, i) => (
            <li key={i}>
              <Prose html={hint} sight={sight} />
            </li>
          ))}
        </ol>
      )}
    </Block>
  );
}

interface ToldProps {
  readonly graded: Grade;
  readonly sight: Sight;
  readonly lesson: Lesson;
}

function Told({ graded, sight, lesson }: ToldProps) {
  const { answer } = lesson.yourTurn;
  switch (graded.kind) {
    case "right": {
      const value = sight.number(answer.formula);
      return (
        <Verdict kind="pass" title="Right.">
          {formatAs(value, answer.format)} {unitWords(answer.unit)}.
          {graded.byFormula && " Two more cases with other numbers passed too."}
        </Verdict>
      );
    }
    case "onlyHere":
      return (
        <Verdict kind="care" title="Right here, not everywhere.">
          With other numbers the formula gives another answer. Use the names of the inputs instead of their numbers.
        </Verdict>
      );
    case "wrong":
      return (
        <Verdict kind="fail" title="Not yet.">
          {graded.feedback === undefined ? (
            "Try again, or take a hint."
          ) : (
            <Prose html={graded.feedback} sight={sight} />
          )}
        </Verdict>
      );
    default:
      return null;
  }
}
