import type {
  Format,
  Formula,
  Html,
  LessonValue,
  LessonVariation,
  LessonYourTurn,
  Values,
  WrongPattern,
} from "../../concepts/lesson";
import { formulaValue } from "../formula-value";
import { readNumber } from "../typing";
import { near, type Sight } from "./values";

export interface Expected {
  readonly formula: Formula;
  readonly tolerance: number;
  readonly wrongPatterns: readonly WrongPattern[];
  readonly format: Format;
}

export type Grade =
  | { readonly kind: "blank" }
  | { readonly kind: "right"; readonly value: number; readonly byFormula: boolean }
  /** Right for these numbers, but a formula must be right for others too. */
  | { readonly kind: "onlyHere"; readonly value: number }
  | { readonly kind: "wrong"; readonly feedback: Html | undefined }
  | { readonly kind: "unreadable"; readonly message: string };

/** Grades a number or a formula; a formula over the inputs' names must hold on the hidden sights too. */
export function grade(text: string, expected: Expected, sight: Sight, hidden: readonly Sight[] = []): Grade {
  const typed = text.trim();
  if (typed === "") return { kind: "blank" };
  const number = readNumber(typed);
  const right = sight.number(expected.formula);
  if (right === undefined)
    return { kind: "unreadable", message: "There is no answer for these numbers. Take fresh ones." };
  const given = number ?? typedFormula(typed, sight);
  if (typeof given === "string") return { kind: "unreadable", message: given };
  if (!near(given, right, expected.tolerance)) return { kind: "wrong", feedback: feedbackFor(given, expected, sight) };
  if (number !== undefined) return { kind: "right", value: given, byFormula: false };
  const holds = hidden.every((other) => {
    const [theirs, wanted] = [typedFormula(typed, other), other.number(expected.formula)];
    return typeof theirs === "number" && wanted !== undefined && near(theirs, wanted, expected.tolerance);
  });
  return holds ? { kind: "right", value: given, byFormula: true } : { kind: "onlyHere", value: given };
}

/** The likeliest slip that gives this number. A percentage typed without its sign is one as well. */
function feedbackFor(
  given: number,
  { formula, wrongPatterns, format, tolerance }: Expected,
  sight: Sight,
): Html | undefined {
  const pattern = wrongPatterns.find((one) => {
    const value = sight.number(one.formula);
    return value !== undefined && near(given, value, tolerance);
  });
  if (pattern) return pattern.feedback;
  const right = sight.number(formula);
  if (format.endsWith("%") && right !== undefined && near(given / 100, right, tolerance))
    return "Write it with a percent sign, or as a decimal.";
  return undefined;
}

/** The value of a formula that was typed, or what is wrong with it. */
function typedFormula(text: string, sight: Sight): number | string {
  const formula = text.replace(/^=/, "").replace(/\bCOMPUTE\./gi, "");
  const outcome = formulaValue(formula, (name) => sight.value(name) ?? sight.value(sight.nameLike(name)));
  if ("error" in outcome) return outcome.reason;
  return typeof outcome.value === "number" ? outcome.value : "It must come to one number.";
}

/** Numbers of a round: the first is the lesson's, then those it lists, then fresh ones. */
export function roundValues(turn: LessonYourTurn, round: number, slug: string): Values {
  const first = Object.fromEntries(turn.inputs.map(({ id, value }) => [id, value]));
  if (round === 0) return first;
  const listed = turn.rounds[round - 1];
  if (listed) return { ...first, ...listed };
  const draw = randomFrom(`${slug} ${round}`);
  return {
    ...first,
    ...Object.fromEntries(turn.inputs.flatMap(({ id, value, vary }) => (vary ? [[id, drawn(value, vary, draw)]] : []))),
  };
}

function drawn(value: LessonValue, vary: LessonVariation, draw: () => number): LessonValue {
  if ("of" in vary) return vary.of[Math.floor(draw() * vary.of.length)]!;
  const [from, to, step] = "range" in vary ? vary.range : vary.times;
  const steps = Math.round((to - from) / step);
  // Through text, so that 0.06 + 3 × 0.01 is 0.09 and not nearly so.
  const number = Number((from + Math.floor(draw() * (steps + 1)) * step).toPrecision(12));
  if ("range" in vary) return number;
  const scaled = (one: number) => Number((one * number).toPrecision(6));
  return Array.isArray(value) ? (value as readonly number[]).map(scaled) : scaled(value as number);
}

/** Numbers from 0 to 1 that look random and are the same for the same seed, so that a round can be seen again. */
function randomFrom(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
