import { functionNamed } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { isRequired } from "../../concepts/parameter";
import { explain, type Step } from "../../formula/explain";
import { type Argument, argumentsOf } from "../argument";
import { type CellResult, computeCells, type Problem } from "../computation";
import type { SheetPlan, SheetRow } from "../sheet-rows";
import { excelFormat, unitWords } from "../format";
import type { Calculator, CalculatorInput, Call, Route } from "./calculator";

export type Values = Readonly<Record<string, unknown>>;

export interface StepResult {
  readonly id: string;
  readonly fn: FunctionDefinition;
  readonly cells: readonly unknown[];
  readonly value: CellResult;
}

export type Run =
  | { readonly kind: "value"; readonly steps: readonly StepResult[]; readonly answer: StepResult }
  /** Problems by input, or one message where no input is to blame. */
  | {
      readonly kind: "problem";
      readonly problems: Readonly<Record<string, Problem>>;
      readonly message?: string;
      readonly code: string;
    };

/** What a field needs to know of an input: it is like the argument it feeds, but never optional. */
export function inputArgument(input: CalculatorInput): Argument {
  const [fn = "", parameter = ""] = input.like.split(".");
  const like = argumentsOf(functionOf(fn)).find(({ name }) => name === parameter);
  if (!like) throw new Error(`${input.id} is like ${input.like}, which does not exist`);
  return { ...like, name: input.id, description: "", required: true, byDefault: "" };
}

/** The inputs that a route asks for, in the calculator's order. */
export function inputsOf(calculator: Calculator, route: Route): CalculatorInput[] {
  const calls: readonly Call[] = [...route.steps, ...(route.parts ? [route.parts.call] : [])];
  const used = new Set([...calls.flatMap((call) => Object.values(call.arguments)), route.comparison?.against]);
  return calculator.inputs.filter(({ id }) => used.has(id));
}

/** Runs a route's chain of functions. */
export function run(route: Route, values: Values): Run {
  const known: Record<string, unknown> = { ...values };
  const steps: StepResult[] = [];
  for (const step of route.steps) {
    const fn = functionOf(step.fn);
    const cells = cellsOf(fn, step, known);
    const computed = computeCells(fn, cells);
    if (computed.kind !== "value") return { ...blameInputs(step, computed), kind: "problem" };
    known[step.id] = computed.value;
    steps.push({ id: step.id, fn, cells, value: computed.value });
  }
  return { kind: "value", steps, answer: steps.find(({ id }) => id === route.answer)! };
}

/** The answer alone, or undefined where there is none. */
export function answerOf(route: Route, values: Values): number | undefined {
  const result = run(route, values);
  return result.kind === "value" && typeof result.answer.value === "number" ? result.answer.value : undefined;
}

/** The working of all steps: of a chain, each step's own result closes its part. */
export function workingOf(steps: readonly StepResult[]): Step[] {
  return steps.flatMap(({ fn, cells }) => explain(fn, cells).steps);
}

/** The table that takes the answer apart; undefined where it cannot be computed. */
export function partsOf(route: Route, values: Values): StepResult | undefined {
  if (!route.parts) return undefined;
  const fn = functionOf(route.parts.call.fn);
  const cells = cellsOf(fn, route.parts.call, values);
  const computed = computeCells(fn, cells);
  return computed.kind === "value" ? { id: "parts", fn, cells, value: computed.value } : undefined;
}

/** How the answer changes when each input rises by a tenth, the largest change first. */
export function driversOf(
  inputs: readonly CalculatorInput[],
  route: Route,
  values: Values,
): { readonly name: string; readonly change: number }[] {
  const base = answerOf(route, values);
  if (base === undefined) return [];
  return inputs
    .flatMap(({ id, label }) => {
      const value = values[id];
      if (typeof value !== "number") return [];
      const up = answerOf(route, { ...values, [id]: value * 1.1 });
      // Where the input may not rise so far, a tenth less says the same with the sign turned.
      const down = up === undefined ? answerOf(route, { ...values, [id]: value * 0.9 }) : undefined;
      const change = up !== undefined ? up - base : down !== undefined ? base - down : 0;
      return change === 0 ? [] : [{ name: label, change }];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

/** The value of an input at which the answer equals a target; undefined where it never does between the bounds. */
export function meeting(
  route: Route,
  values: Values,
  input: string,
  target: number,
  low: number,
  high: number,
): number | undefined {
  const miss = (value: number): number | undefined => {
    const answer = answerOf(route, { ...values, [input]: value });
    return answer === undefined ? undefined : answer - target;
  };
  const atLow = miss(low);
  const atHigh = miss(high);
  if (atLow === undefined || atHigh === undefined || atLow > 0 === atHigh > 0) return undefined;
  let [from, to] = [low, high];
  // Sixty halvings leave no bit of the bracket to choose from.
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if ((miss(middle) ?? 0) > 0 === atLow > 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** The block that Insert writes: inputs, then each step as a live formula. */
export function planOf(
  calculator: Calculator,
  route: Route,
  values: Values,
  result: Extract<Run, { kind: "value" }>,
): SheetPlan {
  const inputs = inputsOf(calculator, route).map((input): SheetRow => {
    const { unit } = inputArgument(input);
    const value = values[input.id] as number;
    return {
      id: input.id,
      label: input.label,
      unit: unitWords(unit),
      value,
      style: "input",
      numberFormat: excelFormat(unit, value),
    };
  });
  const steps = result.steps.map(({ id, fn, value }, i): SheetRow => {
    const unit = fn.returns?.unit ?? "";
    return {
      id,
      label: fn.title,
      unit: unitWords(unit),
      formula: formulaOf(fn, route.steps[i]!),
      style: id === route.answer ? "total" : "calculation",
      numberFormat: excelFormat(unit, value),
    };
  });
  return {
    sheetName: calculator.title,
    title: `${calculator.title}: ${route.label.toLowerCase()}`,
    note: "The inputs are illustrative until you change them.",
    rows: [{ label: "Inputs", style: "heading" }, ...inputs, { label: "Results", style: "heading" }, ...steps],
  };
}

/** The call of a step over ids, arguments left out at the end. */
export function formulaOf(fn: FunctionDefinition, call: Call): string {
  const args = Object.keys(fn.parameters).map((name) => call.arguments[name] ?? "");
  return `${fn.name}(${args.slice(0, args.findLastIndex((id) => id !== "") + 1).join(",")})`;
}

function cellsOf(fn: FunctionDefinition, call: Call, values: Values): unknown[] {
  return Object.entries(fn.parameters).map(([name, parameter]) => {
    const id = call.arguments[name];
    if (id === undefined && isRequired(parameter)) throw new Error(`${fn.name} needs ${name}`);
    return id === undefined ? undefined : values[id];
  });
}

/** Problems of arguments become problems of the inputs that fed them. */
function blameInputs(call: Call, computed: Exclude<ReturnType<typeof computeCells>, { kind: "value" }>) {
  if (computed.kind === "missing") return { problems: {}, code: "#VALUE!" };
  const problems = Object.entries(computed.problems).map(
    ([name, problem]) => [call.arguments[name] ?? name, problem] as const,
  );
  return {
    problems: Object.fromEntries(problems),
    code: computed.code,
    ...(computed.message === undefined ? {} : { message: computed.message }),
  };
}

function functionOf(name: string): FunctionDefinition {
  const fn = functionNamed(name);
  if (!fn) throw new Error(`no function is called ${name}`);
  return fn;
}
