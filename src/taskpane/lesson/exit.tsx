import { useMemo, useState } from "preact/hooks";
import type { Lesson } from "../../concepts/lesson";
import { Field } from "../components/field";
import { Block } from "../components/frame";
import { Icon } from "../components/icon";
import { unitWords } from "../format";
import { type Grade, grade } from "./answer";
import { formatAs } from "./format";
import { Prose } from "./prose";
import { Sight } from "./values";

interface ExitProps {
  readonly lesson: Lesson;
  /** Told of each answer, and whether it was right. */
  readonly onAnswer: (question: "choice" | "number", right: boolean) => void;
}

/** Two questions, each answered at once. Not a gate: the lesson may be left without them. */
export function ExitQuestions({ lesson, onAnswer }: ExitProps) {
  return (
    <Block title="Exit questions" id="exit">
      <Choice lesson={lesson} onAnswer={(right) => onAnswer("choice", right)} />
      <NumberQuestion lesson={lesson} onAnswer={(right) => onAnswer("number", right)} />
    </Block>
  );
}

interface QuestionProps {
  readonly lesson: Lesson;
  readonly onAnswer: (right: boolean) => void;
}

function Choice({ lesson, onAnswer }: QuestionProps) {
  const { choice } = lesson.exit;
  const [chosen, setChosen] = useState<number | undefined>();
  const sight = useMemo(() => new Sight(lesson.example, choice), [lesson]);
  return (
    <fieldset>
      <legend>
        1. <Prose html={choice.question} sight={sight} />
      </legend>
      <div class="choice">
        {choice.options.map(({ text, correct, feedback }, i) => {
          const picked = chosen === i;
          const right = sight.holds(correct);
          return (
            <label key={i} class={picked ? (right ? "right" : "other") : undefined}>
              <input
                type="radio"
                name="exit-choice"
                checked={picked}
                onChange={() => {
                  setChosen(i);
                  onAnswer(right);
                }}
              />
              <span>
                <Prose html={text} sight={sight} />
              </span>
              {picked && (
                <span class="why" role="status">
                  <b>
                    <Icon name={right ? "pass" : "fail"} />
                    {right ? "Right." : "Not this one."}
                  </b>{" "}
                  <Prose html={feedback} sight={sight} />
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function NumberQuestion({ lesson, onAnswer }: QuestionProps) {
  const { number } = lesson.exit;
  const [text, setText] = useState("");
  const [graded, setGraded] = useState<Grade>({ kind: "blank" });
  const sight = useMemo(() => new Sight(lesson.example, number), [lesson]);
  const right = graded.kind === "right";
  const problem =
    graded.kind === "unreadable"
      ? { message: graded.message }
      : graded.kind === "wrong" && graded.feedback === undefined
        ? { message: "Not yet. Look at the example again." }
        : undefined;
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        const result = grade(text, number, sight);
        setGraded(result);
        if (result.kind !== "blank" && result.kind !== "unreadable") onAnswer(result.kind === "right");
      }}
    >
      <p>
        <b>2.</b> <Prose html={number.question} sight={sight} />
      </p>
      <Field
        id="exit-number"
        label="Your answer"
        rule="number"
        entry={{ text }}
        onType={(typed) => {
          setText(typed);
          setGraded({ kind: "blank" });
        }}
        unit={unitWords(number.unit)}
        valid={right}
        problem={problem}
      />
      <div role="status">
        {right && (
          <p class="good">
            <Icon name="pass" /> Right: {formatAs(sight.number(number.formula), number.format)} {unitWords(number.unit)}
            .
          </p>
        )}
        {graded.kind === "wrong" && graded.feedback !== undefined && (
          <p class="problem">
            <Icon name="fail" />
            <span>
              <Prose html={graded.feedback} sight={sight} />
            </span>
          </p>
        )}
      </div>
      <div class="actions">
        <button type="submit">Check</button>
      </div>
    </form>
  );
}
