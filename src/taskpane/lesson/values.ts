import type {
  Formula,
  LessonComputation,
  LessonInput,
  LessonScope,
  LessonStep,
  LessonValue,
  Values,
} from "../../concepts/lesson";
import { formulaValue } from "../formula-value";

/** An id's value, or why it has none. */
export type Outcome = { readonly value: LessonValue } | { readonly error: string; readonly reason: string };

/** What is known of an id besides its value. */
export interface Known {
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  readonly outcome: Outcome;
}

/** All values that a block of a lesson sees, computed from its inputs when it is made. */
export class Sight {
  private readonly known = new Map<string, Known>();

  constructor(
    example: { readonly inputs: readonly LessonInput[]; readonly steps: readonly LessonStep[] },
    block?: LessonScope,
    over: Values = {},
  ) {
    for (const input of [...example.inputs, ...(block?.inputs ?? [])]) this.take(input);
    for (const [id, value] of Object.entries(over)) {
      const before = this.known.get(id);
      this.known.set(id, { label: id, unit: "", format: "general", ...before, outcome: { value } });
    }
    for (const step of example.steps) this.compute(step, step.label, step.unit);
    for (const value of block?.values ?? []) this.compute(value, value.id, "");
  }

  get(id: string): Known | undefined {
    return this.known.get(id);
  }

  /** The value of an id; undefined where it has none. */
  value(id: string): LessonValue | undefined {
    const outcome = this.known.get(id)?.outcome;
    return outcome && "value" in outcome ? outcome.value : undefined;
  }

  /** Evaluates a formula over what is known, with more names if given. */
  evaluate(formula: Formula, more: Values = {}): Outcome {
    const failed = this.failedIn(formula, more);
    if (failed) return failed;
    return formulaValue(formula, (name) => (Object.hasOwn(more, name) ? more[name] : this.value(name)));
  }

  /** The id that is spelled like a name, whatever its capitals: people type them as they like. */
  nameLike(name: string): string {
    return [...this.known.keys()].find((id) => id.toLowerCase() === name.toLowerCase()) ?? name;
  }

  number(formula: Formula, more: Values = {}): number | undefined {
    const outcome = this.evaluate(formula, more);
    return "value" in outcome && typeof outcome.value === "number" ? outcome.value : undefined;
  }

  holds(formula: Formula, more: Values = {}): boolean {
    const outcome = this.evaluate(formula, more);
    return "value" in outcome && outcome.value === true;
  }

  /** The same sight with one more known value. */
  with(values: Values): Sight {
    const copy = Object.create(Sight.prototype) as { known: Map<string, Known> };
    copy.known = new Map(this.known);
    for (const [id, value] of Object.entries(values)) {
      copy.known.set(id, { label: id, unit: "", format: "general", ...this.known.get(id), outcome: { value } });
    }
    return copy as unknown as Sight;
  }

  private take({ id, label, unit, format, value }: LessonInput): void {
    this.known.set(id, { label, unit, format, outcome: { value } });
  }

  private compute({ id, formula, each, format }: LessonComputation, label: string, unit: string): void {
    this.known.set(id, { label, unit, format, outcome: each ? this.series(formula, each) : this.evaluate(formula) });
  }

  /** One value for each element of the series that are walked side by side. */
  private series(formula: Formula, each: readonly string[]): Outcome {
    const lists = each.map((id) => [id, this.value(id)] as const);
    const lengths = lists.map(([, list]) => (Array.isArray(list) ? list.length : 1));
    const results: unknown[] = [];
    for (let i = 0; i < Math.max(...lengths); i++) {
      const at = Object.fromEntries(
        lists.map(([id, list]) => [id, Array.isArray(list) ? (list as readonly number[])[i] : list]),
      );
      const outcome = this.evaluate(formula, at as Values);
      if (!("value" in outcome)) return outcome;
      results.push(outcome.value);
    }
    return { value: results as unknown as LessonValue };
  }

  /** An id of the formula that could not be computed: its reason is the formula's too. */
  private failedIn(formula: Formula, more: Values): Extract<Outcome, { error: string }> | undefined {
    for (const [word] of formula.replace(/"[^"]*"/g, "").matchAll(/\b[a-z]\w*\b/g)) {
      const outcome = Object.hasOwn(more, word) ? undefined : this.known.get(word)?.outcome;
      if (outcome && "error" in outcome) return outcome;
    }
    return undefined;
  }
}

/** Whether two numbers are the same to a relative tolerance. */
export function near(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other), 1e-12);
}
