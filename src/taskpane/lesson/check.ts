import type { Lesson, Values } from "../../concepts/lesson";
import { closureOf } from "../../models/decisions/closure";
import { asSentence } from "../computation";
import { formatAs } from "./format";
import { Sight } from "./values";

/** What a decision check says of some numbers. */
export type CheckVerdict =
  | { readonly kind: "cannot"; readonly reason: string }
  | {
      readonly kind: "pass" | "fail";
      readonly conditions: readonly CheckedCondition[];
      /** What would make it pass, in the fix's format; undefined when it passes or nothing does. */
      readonly fix: string | undefined;
    };

export interface CheckedCondition {
  readonly id: string;
  readonly holds: boolean;
  readonly text: string;
  readonly margin: string;
}

/**
 * Judges a lesson's decision check on what is seen; `values` are the reader's, for the search of a fix. The search takes
 * far longer than the rest: without it the verdict is there at once.
 */
export function checkOn(lesson: Lesson, sight: Sight, values: Values, search = true): CheckVerdict {
  const { conditions } = lesson.decisionCheck;
  const outcomes = conditions.map(({ formula }) => sight.evaluate(formula));
  const failure = outcomes.find((outcome) => "error" in outcome);
  if (failure && "error" in failure) return { kind: "cannot", reason: asSentence(failure.reason) };
  const checked = conditions.map((condition, i): CheckedCondition => {
    const outcome = outcomes[i]!;
    const holds = "value" in outcome && outcome.value === true;
    const margin = sight.number(condition.margin);
    return {
      id: condition.id,
      holds,
      text: holds ? condition.pass : condition.fail,
      margin: margin === undefined ? "an unknown distance" : formatAs(margin, condition.format),
    };
  });
  const passes = checked.every(({ holds }) => holds);
  return {
    kind: passes ? "pass" : "fail",
    conditions: checked,
    fix: passes || !search ? undefined : fixOf(lesson, sight, values),
  };
}

/** The value that would make the check pass: by its formula, or of one input, found between two bounds. */
function fixOf(lesson: Lesson, sight: Sight, values: Values): string | undefined {
  const { fix, conditions } = lesson.decisionCheck;
  if ("formula" in fix) {
    const value = sight.evaluate(fix.formula);
    return "value" in value ? formatAs(value.value, fix.format) : undefined;
  }
  const [low, high] = [sight.number(fix.low), sight.number(fix.high)];
  if (low === undefined || high === undefined) return undefined;
  const needed = closureOf(
    lesson,
    conditions.map(({ formula }) => formula),
  );
  const passes = (value: number): boolean => {
    const there = new Sight(needed, needed, { ...values, [fix.input]: value });
    return conditions.every(({ formula }) => there.holds(formula));
  };
  const [lowPasses, highPasses] = [passes(low), passes(high)];
  if (lowPasses === highPasses) return undefined;
  let [good, bad] = lowPasses ? [low, high] : [high, low];
  // Until the two are the same in what is shown, to a thousandth of its last digit.
  const close = lastDigit(fix.format) / 1000;
  for (let i = 0; i < 50 && Math.abs(good - bad) > close; i++) {
    const middle = (good + bad) / 2;
    if (passes(middle)) good = middle;
    else bad = middle;
  }
  return formatAs(towards(good, bad, fix.format), fix.format);
}

/** Rounded as it is shown, but to the side that passes: what the reader types from the screen must pass. */
function towards(good: number, bad: number, format: string): number {
  const unit = lastDigit(format);
  const rounded = good < bad ? Math.floor(good / unit + 1e-9) * unit : Math.ceil(good / unit - 1e-9) * unit;
  return Number(rounded.toPrecision(12));
}

/** What one more in the last digit of a format is worth. */
function lastDigit(format: string): number {
  const [, digits = "6", percent = ""] = /^(\d+)(%?)$/.exec(format) ?? [];
  return 10 ** -(Number(digits) + (percent ? 2 : 0));
}
