import type { Html, Lesson, LessonCondition, LessonInput, Values } from "../../concepts/lesson";
import { type Closure, closureOf } from "../../models/decisions/closure";
import { conditionsOf, type Decision, type OpenCondition, valuesOf } from "../../models/decisions/decision";
import { checkOn, type CheckVerdict } from "../lesson/check";
import { Sight } from "../lesson/values";

/** What the decision check says of the call in a cell. */
export interface Judged {
  /** The lesson with the conditions that are judged, and no others. */
  readonly lesson: Lesson;
  readonly sight: Sight;
  readonly verdict: CheckVerdict;
  /** Whether all conditions of the check are judged: its own words then hold. */
  readonly whole: boolean;
  readonly open: readonly OpenCondition[];
  /** The inputs that the verdict rests on and the cell does not give: the lesson's values, or what the reader typed over them. */
  readonly others: readonly LessonInput[];
  /** Whether a text can be shown: it tells nothing that rests on what is not known. */
  readonly tells: (html: Html) => boolean;
}

/**
 * Judges a decision by the lesson's own check. `typed` are the reader's values for what the cell does not give.
 * Without the search for what would fix it the verdict is there at once.
 */
export function judge(decision: Decision, inLessonUnits: boolean, typed: Values, search = true): Judged {
  const { lesson: original, taken, needed } = decision;
  const { judged, open } = conditionsOf(decision, typed);
  const whole = open.length === 0;
  const lesson = { ...original, decisionCheck: { ...original.decisionCheck, conditions: judged } };
  const values = valuesOf(decision, inLessonUnits, typed);
  const block = closureOf(original, [...formulasOf(judged), ...fixFormulas(lesson), ...toldIn(lesson)]);
  const sight = new Sight(block, block, values);
  const { inputs } = closureOf(original, formulasOf(judged));
  const others = inputs.filter(({ id }) => !taken.some(({ input, leftOut }) => input.id === id && !leftOut));
  const unknown = needed.filter(({ id }) => typed[id] === undefined);
  const restsOnUnknown = ({ inputs: rests }: Closure) => rests.some(({ id }) => unknown.some((one) => one.id === id));
  const tells = (html: Html) => {
    return !restsOnUnknown(closureOf(original, idsOf(html)));
  };
  const said = checkOn(lesson, sight, values, search);
  const { fix } = lesson.decisionCheck;
  // A fix by formula is one of the whole check: where a part of it has nothing to do with the cell, it may be of that part.
  const mayFix =
    said.kind !== "cannot" &&
    tells(fix.message) &&
    (!("formula" in fix) ||
      (open.every(({ needs }) => needs.length > 0) && !restsOnUnknown(closureOf(original, [fix.formula]))));
  const verdict = said.kind === "cannot" || mayFix ? said : { ...said, fix: undefined };
  return { lesson, sight, verdict, whole, open, others, tells };
}

const formulasOf = (conditions: readonly LessonCondition[]): string[] =>
  conditions.flatMap(({ formula, margin }) => [formula, margin]);

/** The ids whose values a text shows. */
const idsOf = (html: Html): string[] => [...html.matchAll(/data-id="([^"]*)"/g)].map(([, id = ""]) => id);

/** The ids that the check's texts show. */
function toldIn({ decisionCheck }: Lesson): string[] {
  const { sentence, messages, conditions, fix } = decisionCheck;
  const texts = [sentence, messages.pass, messages.fail, messages.cannot, fix.message];
  return [...texts, ...conditions.flatMap(({ pass, fail }) => [pass, fail])].flatMap(idsOf);
}

function fixFormulas({ decisionCheck: { fix } }: Lesson): string[] {
  return "formula" in fix ? [fix.formula] : [fix.low, fix.high].map(String);
}
