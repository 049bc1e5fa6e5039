import type { Formula, Lesson, LessonComputation, LessonInput, LessonStep } from "../../concepts/lesson";
import { type FormulaNode, walk } from "../../formula/nodes";
import { parse } from "../../formula/parse";

/** What formulas of a decision check rest on. */
export interface Closure {
  /** The inputs, the check's own in the place of the example's. */
  readonly inputs: readonly LessonInput[];
  /** In the order in which they can be computed. */
  readonly steps: readonly LessonStep[];
  readonly values: readonly LessonComputation[];
}

/** Everything of a lesson that some formulas of its decision check need to be computed, and nothing else. */
export function closureOf(lesson: Lesson, formulas: readonly Formula[]): Closure {
  const { example, decisionCheck } = lesson;
  const wanted = new Set(formulas.flatMap(idsIn));
  // Each computation uses only what stands before it, so that one walk from the last to the first finds all.
  const needed = <Part extends LessonComputation>(parts: readonly Part[]): Part[] =>
    [...parts]
      .reverse()
      .filter(({ id, formula, each = [] }) => {
        if (!wanted.has(id)) return false;
        for (const name of [...idsIn(formula), ...each]) wanted.add(name);
        return true;
      })
      .reverse();
  const values = needed(decisionCheck.values);
  const steps = needed(example.steps);
  return { inputs: inputsOf(lesson).filter(({ id }) => wanted.has(id)), steps, values };
}

/** The inputs that a decision check sees: its own value of an input stands over the example's. */
export function inputsOf({ example, decisionCheck }: Lesson): LessonInput[] {
  return [...new Map([...example.inputs, ...decisionCheck.inputs].map((input) => [input.id, input])).values()];
}

/** The ids that a formula names. */
export function idsIn(formula: Formula): string[] {
  return [...walk(parse(formula))].flatMap(({ node, locals }) => {
    const id = idOf(node, formula);
    return id !== undefined && !locals.has(id.toLowerCase()) ? [id] : [];
  });
}

/** The id that a part of a formula is; undefined where it is more, or something else. An id may look like a cell. */
export function idOf(node: FormulaNode, formula: Formula): string | undefined {
  if (node.kind === "group") return idOf(node.inner, formula);
  const isId = node.kind === "name" || (node.kind === "reference" && node.address.shape === "cell");
  return isId ? formula.slice(node.start, node.end) : undefined;
}
