import type { FunctionDefinition } from "../../concepts/define";
import type { Formula, Lesson, LessonCondition, LessonInput, LessonValue, Values } from "../../concepts/lesson";
import type { Parameter } from "../../concepts/parameter";
import { calls } from "../../formula/calls";
import type { FormulaNode } from "../../formula/nodes";
import { parse } from "../../formula/parse";
import { takesRange } from "../../formula/interpreter";
import { type Closure, closureOf, idOf, idsIn, inputsOf } from "./closure";

/** One argument of a call in a cell, in the order of the parameters. */
export interface Given {
  /** Absent where the call leaves it out. */
  readonly value?: unknown;
  readonly leftOut: boolean;
}

/** An input of a decision check that an argument of a call in a cell stands for. */
export interface Taken {
  readonly input: LessonInput;
  /** The position of the argument. */
  readonly argument: number;
  readonly parameter: string;
  /** As the cell holds it; of an argument that the call leaves out, its default. */
  readonly value: LessonValue;
  readonly leftOut: boolean;
  /** The lesson counts in so many of the function's units: USD million where the function says USD. */
  readonly scale: number;
}

/** A lesson's decision check, applied to the call in a cell. */
export interface Decision {
  readonly lesson: Lesson;
  readonly fn: FunctionDefinition;
  /** Whether the check computes this very function, not one with the same arguments. */
  readonly direct: boolean;
  readonly taken: readonly Taken[];
  /** The inputs that the cell does not give and the lesson's value stands for. */
  readonly others: readonly LessonInput[];
  /** The inputs that only the reader can give: names, series and amounts of the lesson's case say nothing about another one. */
  readonly needed: readonly LessonInput[];
}

/**
 * The decision check of a lesson on the arguments of one of its functions; undefined where it does not rest on them.
 * An argument stands for the input that the lesson gives to the function in its place.
 */
export function decisionOf(lesson: Lesson, fn: FunctionDefinition, given: readonly Given[]): Decision | undefined {
  const { conditions, cells } = lesson.decisionCheck;
  const closure = closureOf(
    lesson,
    conditions.flatMap(({ formula, margin }) => [formula, margin]),
  );
  const resting = new Set(closure.inputs.map(({ id }) => id));
  const readings = candidates(lesson, fn, closure)
    .filter((candidate) => fits(candidate, fn, given, resting))
    .map((candidate) => takenBy(candidate, lesson, fn, given))
    .filter((taken) => taken !== undefined)
    .map((taken) => taken.filter(({ input }) => resting.has(input.id)));
  const best = readings.reduce<readonly Taken[]>((one, other) => (other.length > one.length ? other : one), []);
  const rest = closure.inputs.filter(({ id }) => !best.some(({ input }) => input.id === id));
  const isNeeded = ({ id, value, unit }: LessonInput) =>
    cells.includes(id) && (Array.isArray(value) || typeof value === "string" || scaleIn(unit) !== 1);
  const decision = {
    lesson,
    fn,
    direct: candidates(lesson, fn, closure).some(({ resting: computed, sibling }) => computed && !sibling),
    taken: best,
    others: rest.filter((input) => !isNeeded(input)),
    needed: rest.filter(isNeeded),
  };
  const { judged } = conditionsOf(decision, {});
  const { inputs } = closureOf(
    lesson,
    judged.flatMap(({ formula, margin }) => [formula, margin]),
  );
  const own = inputs.filter(({ id }) => best.some(({ input }) => input.id === id));
  return judged.length > 0 && own.length >= inputs.length * leastShare ? decision : undefined;
}

/** Below this share of its inputs a verdict would be one on the lesson's case, not on the cell. */
const leastShare = 1 / 4;

/** The conditions that can be judged from the cell, and those that cannot. */
export function conditionsOf({ lesson, taken, needed }: Decision, typed: Values): Conditions {
  const judged: LessonCondition[] = [];
  const open: OpenCondition[] = [];
  for (const condition of lesson.decisionCheck.conditions) {
    const { inputs } = closureOf(lesson, [condition.formula, condition.margin]);
    const names = new Set(inputs.map(({ id }) => id));
    const needs = needed.filter(({ id }) => names.has(id) && typed[id] === undefined);
    const isOwn = taken.some(({ input, leftOut }) => !leftOut && names.has(input.id));
    if (isOwn && needs.length === 0) judged.push(condition);
    else open.push({ condition, needs: isOwn ? needs : [] });
  }
  return { judged, open };
}

export interface Conditions {
  readonly judged: readonly LessonCondition[];
  readonly open: readonly OpenCondition[];
}

/** A condition that is not judged: for want of some inputs, or because it has nothing to do with the cell. */
export interface OpenCondition {
  readonly condition: LessonCondition;
  readonly needs: readonly LessonInput[];
}

/** What the check computes with: the cell's values, over them the reader's own. */
export function valuesOf({ taken }: Decision, inLessonUnits: boolean, typed: Values): Values {
  const own = taken.map(({ input, value, scale }) => [input.id, inLessonUnits ? value : scaled(value, scale)]);
  return { ...(Object.fromEntries(own) as Values), ...typed };
}

/** The amounts of a decision whose scale the cell alone does not tell, such as USD million. */
export function scaledUnit({ taken }: Decision): string | undefined {
  return taken.find(({ scale, leftOut }) => scale !== 1 && !leftOut)?.input.unit;
}

/**
 * Whether the cell's amounts are probably in the lesson's own units, such as USD million, not in the function's USD:
 * whichever brings them nearer to the lesson's.
 */
export function looksInLessonUnits({ taken }: Decision): boolean {
  const ratios = taken.flatMap(({ input, value, scale, leftOut }) => {
    const [own, lessons] = [size(value), size(input.value)];
    return scale === 1 || leftOut || own === 0 || lessons === 0 ? [] : [Math.log(own / lessons) / Math.log(scale)];
  });
  const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / Math.max(1, ratios.length);
  return mean < 0.5;
}

const size = (value: LessonValue): number => {
  const numbers = [value].flat().filter((one) => typeof one === "number");
  return Math.max(0, ...numbers.map(Math.abs));
};

const scaled = (value: LessonValue, scale: number): LessonValue =>
  typeof value === "number" ? value / scale : typeof value === "object" ? value.map((one) => one / scale) : value;

/** A call in the lesson, read as: which parameter takes which input. */
interface Candidate {
  /** By parameter: the id of an input; or what stands there instead, after an equals sign. */
  readonly places: ReadonlyMap<string, string>;
  /** Whether the check computes this very call. */
  readonly resting: boolean;
  readonly sibling: boolean;
}

/** The lesson's calls of a function, those that the check computes first; then calls of others with parameters of the same names. */
function candidates(lesson: Lesson, fn: FunctionDefinition, closure: Closure): Candidate[] {
  const { example, decisionCheck } = lesson;
  const inside = new Set<object>([...closure.steps, ...closure.values]);
  const parts = [
    ...[...example.steps, ...decisionCheck.values].map((part) => ({
      formula: part.formula,
      each: part.each ?? [],
      resting: inside.has(part),
    })),
    ...decisionCheck.conditions.map(({ formula }) => ({ formula, each: [], resting: true })),
  ];
  const found = parts.flatMap(({ formula, each, resting }) =>
    calls(parse(formula), "bare").map((call) => ({
      fn: call.fn,
      places: placesOf(call.fn, call.node.arguments, formula, each, lesson),
      resting,
    })),
  );
  const own = found.filter((one) => one.fn === fn);
  const siblings = found.filter((one) => one.fn !== fn && one.resting && sharesParameters(one.fn, fn));
  return [...own.filter(({ resting }) => resting), ...own.filter(({ resting }) => !resting), ...siblings].map(
    (one) => ({ ...one, sibling: one.fn !== fn }),
  );
}

function placesOf(
  fn: FunctionDefinition,
  nodes: readonly FormulaNode[],
  formula: Formula,
  each: readonly string[],
  { example, decisionCheck }: Lesson,
): Candidate["places"] {
  const inputs = new Set([...example.inputs, ...decisionCheck.inputs].map(({ id }) => id));
  const fixed = (id: string) => inputs.has(id) && !decisionCheck.cells.includes(id);
  const place = (node: FormulaNode): string => {
    const id = idOf(node, formula);
    if (id !== undefined && inputs.has(id) && !each.includes(id)) return id;
    const ids = idsIn(formula.slice(node.start, node.end));
    if (ids.length === 0) return "= constant";
    return ids.some((one) => each.includes(one) && fixed(one)) ? "= sweep" : "= other";
  };
  const names = Object.keys(fn.parameters);
  return new Map(
    nodes.flatMap((node, i) => (node.kind === "omitted" || !names[i] ? [] : [[names[i], place(node)] as const])),
  );
}

/** Whether every required parameter of one function is one of another's, of the same kind and unit. */
function sharesParameters(other: FunctionDefinition, fn: FunctionDefinition): boolean {
  return Object.entries(fn.parameters).every(
    ([name, parameter]) => parameter.byDefault !== undefined || isSame(parameter, other.parameters[name]),
  );
}

const isSame = (one: Parameter, other: Parameter | undefined): boolean =>
  other !== undefined && one.kind === other.kind && String(one.unit) === String(other.unit);

/**
 * Whether a call of the lesson may be read in the terms of the cell's. What the check sets itself, such as no use at
 * all, or walks over, such as the years, the cell need not give; what the lesson computes would contradict the cell.
 */
function fits(
  { places, resting, sibling }: Candidate,
  fn: FunctionDefinition,
  given: readonly Given[],
  inputs: ReadonlySet<string>,
): boolean {
  const strict = sibling || !resting;
  return Object.entries(fn.parameters).every(([name, parameter], i) => {
    if (given[i]?.leftOut !== false) return true;
    const place = places.get(name);
    if (place === undefined) return parameter.byDefault !== undefined;
    return strict ? inputs.has(place) : place !== "= other";
  });
}

/** The inputs with the values of the arguments; undefined where a value does not fit its input, or two differ. */
function takenBy(
  { places }: Candidate,
  lesson: Lesson,
  fn: FunctionDefinition,
  given: readonly Given[],
): Taken[] | undefined {
  const inputs = new Map(inputsOf(lesson).map((input) => [input.id, input]));
  const taken = new Map<string, Taken>();
  for (const [i, [name, parameter]] of Object.entries(fn.parameters).entries()) {
    const input = inputs.get(places.get(name) ?? "");
    if (!input) continue;
    const leftOut = given[i]?.leftOut !== false;
    // Without a default there is nothing that the cell computes with: the lesson's value stays.
    if (leftOut && (parameter.byDefault === undefined || parameter.byDefault === null)) continue;
    const value = fitting(leftOut ? parameter.byDefault : given[i]?.value, input.value, parameter);
    if (value === undefined) return undefined;
    const before = taken.get(input.id);
    if (before && String(before.value) !== String(value)) return undefined;
    const unit = scaleIn(String(parameter.unit));
    const scale = scaleIn(input.unit) / unit;
    taken.set(input.id, { input, argument: i, parameter: name, value, leftOut, scale });
  }
  return [...taken.values()];
}

/** An argument's value as an input holds it: of the same kind, in one row where the input is a series. */
function fitting(value: unknown, model: LessonValue, parameter: Parameter): LessonValue | undefined {
  const flat = (Array.isArray(value) ? value.flat() : [value]) as unknown[];
  if (Array.isArray(model)) {
    const isLine =
      !Array.isArray(value) || value.length === 1 || (value as unknown[][]).every((row) => row.length === 1);
    const numbers = flat.filter((one): one is number => typeof one === "number" && Number.isFinite(one));
    return isLine && takesRange(parameter) && numbers.length === flat.length && flat.length > 0 ? numbers : undefined;
  }
  const [only] = flat;
  if (flat.length !== 1 || typeof only !== typeof model) return undefined;
  return only as LessonValue;
}

/** How many of a unit one of a scaled one is: 1,000,000 for USD million. A price per million is none. */
export function scaleIn(unit: string): number {
  if (/\bper (thousand|million|billion)/.test(unit) || unit.includes("/")) return 1;
  const [word] = /\b(thousand|million|billion)\b/.exec(unit) ?? [];
  return word === "thousand" ? 1e3 : word === "million" ? 1e6 : word === "billion" ? 1e9 : 1;
}
