import { useEffect, useMemo, useState } from "preact/hooks";
import type { Lesson, LessonInput, Values } from "../../concepts/lesson";
import { type Decision, looksInLessonUnits, scaledUnit, type Taken } from "../../models/decisions/decision";
import { useApp } from "../app";
import type { ReadArgument, ReadCall } from "../cell-reading";
import { PlaceLink } from "../cell/place-link";
import { Chips } from "../components/chips";
import { Details } from "../components/details";
import { Block } from "../components/frame";
import { Verdict } from "../components/verdict";
import { unitWords } from "../format";
import { formatAs } from "../lesson/format";
import { InputFields, useInputs } from "../lesson/inputs";
import { Prose } from "../lesson/prose";
import { decisionOfCall } from "./of-call";
import { keepReplaced, replacedIn } from "./replaced";
import { Said } from "./said";
import { judge, type Judged } from "./verdict";
import { lowered } from "./words";

interface OnCellProps {
  readonly lesson: Lesson;
  readonly call: ReadCall;
  readonly here: string;
}

/** The decision check of a lesson on the numbers of a cell; nothing where the check does not rest on them. */
export function OnCell({ lesson, call, here }: OnCellProps) {
  const decision = useMemo(() => decisionOfCall(lesson, call), [lesson, call]);
  if (!decision) return null;
  // Other inputs are other fields.
  const key = [lesson.slug, ...decision.taken.map(({ input, leftOut }) => `${input.id}${leftOut ? "?" : ""}`)].join(
    " ",
  );
  return <Checked key={key} decision={decision} call={call} here={here} />;
}

interface CheckedProps {
  readonly decision: Decision;
  readonly call: ReadCall;
  readonly here: string;
}

function Checked({ decision, call, here }: CheckedProps) {
  const app = useApp();
  const { lesson, needed } = decision;
  const [asLesson, setAsLesson] = useState<boolean | undefined>();
  const inLessonUnits = asLesson ?? looksInLessonUnits(decision);
  const leftOut = decision.taken.filter((one) => one.leftOut);
  const fields = useMemo(
    () => [...leftOut.map(({ input, value }) => ({ ...input, value })), ...decision.others, ...needed],
    [],
  );
  const open = useMemo(() => new Set(needed.map(({ id }) => id)), []);
  const state = useInputs(fields, open, replacedIn(app, lesson.slug));
  useEffect(() => keepReplaced(app, lesson.slug, changedIn(fields, state.values)), [state.values]);
  const judged = useLater(
    (search) => judge(decision, inLessonUnits, state.values, search),
    [decision, inLessonUnits, state.values],
  );
  if (!judged) return null;
  const resting = new Set(judged.others.map(({ id }) => id));
  const shown = fields.filter(({ id }) => resting.has(id) || open.has(id));
  const unit = scaledUnit(decision);
  const problem = Object.values(state.problems)[0];
  return (
    <Block title="Decision check" id="decision">
      {judged.whole && (
        <p>
          <Prose html={lesson.decisionCheck.sentence} sight={judged.sight} />
        </p>
      )}
      <div role="status">
        {problem ? (
          <Verdict kind="care" title="Cannot be computed.">
            {problem.message}.
          </Verdict>
        ) : (
          <Said judged={judged} />
        )}
      </div>
      <RestsOn
        taken={decision.taken.filter((one) => !one.leftOut)}
        call={call}
        here={here}
        fields={fields.filter(({ id }) => resting.has(id))}
        leftOut={leftOut}
        values={state.values}
      />
      {unit !== undefined && (
        <Chips
          legend="Amounts in these cells are in"
          name="scale"
          showLegend
          even
          options={[
            { value: "function", label: unit.replace(/\s*(thousand|million|billion)s?\s*/, " ").trim() },
            { value: "lesson", label: unit },
          ]}
          value={inLessonUnits ? "lesson" : "function"}
          onChoose={(value) => setAsLesson(value === "lesson")}
        />
      )}
      {shown.length > 0 && (
        <Details title="Put your numbers in" side={shown.length === 1 ? "1 input" : `${shown.length} inputs`}>
          <InputFields inputs={shown} state={state} name="decision" of="the decision check" />
        </Details>
      )}
    </Block>
  );
}

/** Computed after what is on screen is drawn, what takes long last: the explanation never waits for it. */
function useLater(work: (search: boolean) => Judged, inputs: readonly unknown[]): Judged | undefined {
  const [judged, setJudged] = useState<Judged | undefined>();
  useEffect(() => {
    let timer = setTimeout(() => {
      const first = work(false);
      setJudged(first);
      if (first.verdict.kind === "fail") timer = setTimeout(() => setJudged(work(true)), 50);
    });
    return () => clearTimeout(timer);
  }, inputs);
  return judged;
}

const changedIn = (fields: readonly LessonInput[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ id, value }) => {
      const now = values[id];
      return now === undefined || String(now) === String(value) ? [] : [[id, now]];
    }),
  );

interface RestsOnProps {
  readonly taken: readonly Taken[];
  readonly leftOut: readonly Taken[];
  readonly call: ReadCall;
  readonly here: string;
  readonly fields: readonly LessonInput[];
  readonly values: Values;
}

/** Which numbers are the cell's, which are its defaults, and which are the lesson's or the reader's own. */
function RestsOn({ taken, leftOut, call, here, fields, values }: RestsOnProps) {
  const said = (input: LessonInput) => {
    const value = values[input.id];
    const amount = formatAs(
      value ?? input.value,
      value === undefined || !Array.isArray(value) ? input.format : "general",
    );
    return `${lowered(input.label)} ${[amount, unitWords(input.unit)].filter(Boolean).join(" ")}`;
  };
  const isTyped = ({ id, value }: LessonInput) => values[id] !== undefined && String(values[id]) !== String(value);
  const isDefault = ({ id }: LessonInput) => leftOut.some(({ input }) => input.id === id);
  const given = fields.filter(({ id }) => values[id] !== undefined);
  const yours = given.filter(isTyped);
  const defaults = given.filter((one) => !isTyped(one) && isDefault(one));
  const lessons = given.filter((one) => !isTyped(one) && !isDefault(one));
  return (
    <dl class="rests small">
      <dt>From the cell</dt>
      <dd>
        {taken.map(({ input, argument }, i) => (
          <span key={input.id}>
            {i > 0 && ", "}
            {lowered(input.label)} <Source argument={call.arguments[argument]!} here={here} />
          </span>
        ))}
      </dd>
      {defaults.length > 0 && (
        <>
          <dt>Left out there</dt>
          <dd>{defaults.map(said).join(", ")}</dd>
        </>
      )}
      {lessons.length > 0 && (
        <>
          <dt>With the lesson’s</dt>
          <dd>{lessons.map(said).join(", ")}</dd>
        </>
      )}
      {yours.length > 0 && (
        <>
          <dt>With your</dt>
          <dd>{yours.map(said).join(", ")}</dd>
        </>
      )}
    </dl>
  );
}

function Source({ argument: { from, text }, here }: { readonly argument: ReadArgument; readonly here: string }) {
  if (from) return <PlaceLink place={from} here={here} />;
  return <code>{text.length > 18 ? `${text.slice(0, 17)}…` : text}</code>;
}
