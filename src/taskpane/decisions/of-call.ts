import { conceptOf, functions } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import type { Lesson } from "../../concepts/lesson";
import { type Decision, decisionOf } from "../../models/decisions/decision";
import type { ReadCall } from "../cell-reading";

/** The decision check of a function's lesson on a call of it, where it rests on the call. */
export function decisionOfCall(lesson: Lesson, call: ReadCall): Decision | undefined {
  if (call.computation?.kind !== "value") return undefined;
  return decisionOf(
    lesson,
    call.fn,
    call.arguments.map(({ text, value }) => (text === "" ? { leftOut: true } : { leftOut: false, value })),
  );
}

/** The lesson of a function; the what-if tools have none. */
export const slugOf = (fn: FunctionDefinition): string | undefined =>
  functions.includes(fn) ? conceptOf(fn).slug : undefined;
