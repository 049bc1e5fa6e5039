import type { LessonCondition } from "../../concepts/lesson";
import { Verdict } from "../components/verdict";
import { unitWords } from "../format";
import { Prose } from "../lesson/prose";
import type { CheckedCondition } from "../lesson/check";
import { lowered } from "./words";
import type { Judged } from "./verdict";

/** A verdict in the lesson's words; of a part of the check in words that claim no more than that part. */
export function Said({ judged }: { readonly judged: Judged }) {
  const { lesson, sight, verdict, whole, open } = judged;
  const { messages, fix } = lesson.decisionCheck;
  if (verdict.kind === "cannot") {
    return (
      <Verdict kind="care" title={<Prose html={messages.cannot} sight={sight} words={{ reason: verdict.reason }} />} />
    );
  }
  return (
    <>
      <Verdict
        kind={verdict.kind}
        title={whole ? <Prose html={messages[verdict.kind]} sight={sight} /> : partly(verdict.conditions, judged)}
        fix={
          verdict.fix === undefined ? undefined : (
            <Prose html={fix.message} sight={sight} words={{ fix: verdict.fix }} />
          )
        }
      >
        {verdict.conditions.map((one) => (
          <span key={one.id} class="condition">
            {verdict.conditions.length > 1 && <span class="unit">{one.holds ? "✓ " : "✕ "}</span>}
            <ConditionText one={one} judged={judged} />{" "}
          </span>
        ))}
      </Verdict>
      {open.length > 0 && (
        <ul class="small muted">
          {open.map(({ condition, needs }) => (
            <li key={condition.id}>
              Not judged: {condition.label}
              {needs.length > 0
                ? `, which also needs ${needs.map(({ label }) => label).join(" and ")}.`
                : ", which does not rest on this cell."}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ConditionText({ one, judged }: { readonly one: CheckedCondition; readonly judged: Judged }) {
  const condition = judged.lesson.decisionCheck.conditions.find(({ id }) => id === one.id)!;
  if (judged.tells(one.text)) return <Prose html={one.text} sight={judged.sight} words={{ margin: one.margin }} />;
  return <>{plainly(condition, one)}</>;
}

const plainly = ({ label, unit }: LessonCondition, { holds, margin }: CheckedCondition): string =>
  `${label}: ${[margin.replace(/^−/, ""), unitWords(unit)].filter(Boolean).join(" ")} ${holds ? "to spare" : "short"}.`;

function partly(conditions: readonly CheckedCondition[], { lesson }: Judged): string {
  const failing = conditions.filter(({ holds }) => !holds);
  const named = (failing.length > 0 ? failing : conditions).map(
    ({ id }) => lesson.decisionCheck.conditions.find((one) => one.id === id)!.label,
  );
  return `${failing.length > 0 ? "Fails" : "Holds"}: ${named.map((label, i) => (i === 0 ? label : lowered(label))).join(", ")}.`;
}
