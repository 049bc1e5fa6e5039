import { calculate } from "../../src/formula/calculate";
import { parse } from "../../src/formula/parse";
import { type Cell, contentOf, failure, type Grid, isError, isGrid } from "../../src/formula/values";
import type {
  Lesson,
  LessonComputation,
  LessonScope,
  LessonValue,
  LessonVariation,
  LessonYourTurn,
  Values,
} from "../../src/concepts/lesson";

export type Content = Cell | Grid;

/** What a block of a lesson sees: values by id. */
export type Known = Map<string, Content>;

const everyScope: LessonScope = { inputs: [], values: [] };

/** The example's inputs with the block's over them, the steps computed from those, then the block's values. */
export function known(
  lesson: Lesson,
  block: Pick<LessonScope, "inputs" | "values"> = everyScope,
  over: Values = {},
): Known {
  const scope: Known = new Map();
  for (const { id, value } of [...lesson.example.inputs, ...block.inputs]) scope.set(id, content(value));
  for (const [id, value] of Object.entries(over)) scope.set(id, content(value));
  for (const computation of [...lesson.example.steps, ...block.values])
    scope.set(computation.id, compute(computation, scope));
  return scope;
}

/** A list is a row of cells. */
const content = (value: LessonValue): Content => (typeof value === "object" ? [value] : value);

/** A formula's value over ids. */
export function evaluated(formula: string, scope: Known): Content {
  const result = calculate(parse(`=${formula}`), { read: () => undefined, name: (id) => scope.get(id) });
  if (result.kind === "unknown") throw new Error(`${formula}: ${result.why}`);
  if (result.kind === "error") return failure(result.code, result.message);
  return contentOf(result.value);
}

function compute({ formula, each }: LessonComputation, scope: Known): Content {
  const [first] = each ?? [];
  if (first === undefined) return evaluated(formula, scope);
  const failed = each?.map((id) => scope.get(id)).find(isError);
  if (failed) return failed;
  return [list(scope.get(first)).map((_, i) => one(evaluated(formula, at(scope, each ?? [], i))))];
}

/** The scope of one element of some series. */
export function at(scope: Known, ids: readonly string[], i: number): Known {
  return new Map([...scope, ...ids.map((id): [string, Content] => [id, list(scope.get(id))[i] ?? null])]);
}

/** The elements of a series. */
export function list(value: Content | undefined): readonly Cell[] {
  return isGrid(value ?? null) ? (value as Grid).flat() : [value as Cell];
}

const one = (value: Content): Cell =>
  isGrid(value) ? { error: "#VALUE!", message: "a series stands where one value belongs" } : value;

/** A number, or a text that says what stands in its place: it then differs from every number expected. */
export function numberIn(formula: string, scope: Known): number | string {
  const value = evaluated(formula, scope);
  return typeof value === "number" ? value : `${formula} is ${JSON.stringify(value)}`;
}

/** Numbers between 0 and 1, the same ones every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fresh numbers for "your turn". */
export function drawn(block: LessonYourTurn, random: () => number): Values {
  return Object.fromEntries(
    block.inputs.flatMap(({ id, value, vary }) => (vary ? [[id, draw(value, vary, random)]] : [])),
  );
}

function draw(value: LessonValue, vary: LessonVariation, random: () => number): LessonValue {
  if ("of" in vary) return vary.of[Math.floor(random() * vary.of.length)]!;
  const [from, to, step] = "range" in vary ? vary.range : vary.times;
  const factor = from + step * Math.floor(random() * (Math.round((to - from) / step) + 1));
  const round = (number: number): number => Number(number.toFixed(6));
  if ("range" in vary) return round(factor);
  return typeof value === "object" ? value.map((element) => round(element * factor)) : round(Number(value) * factor);
}
