import type { Lesson, LessonScope } from "../../src/concepts/lesson";

/**
 * What a text of a lesson is to its reader:
 * shown at once, opened by the reader (other roles, hints, feedback, verdicts), dated with its source, the source itself, or a label.
 */
export type Part = "shown" | "opened" | "dated" | "source" | "label";

export interface LessonText {
  readonly place: string;
  readonly part: Part;
  readonly html: string;
}

/** Every text of a lesson that a reader may see. */
export function textsOf(lesson: Lesson): LessonText[] {
  const { guess, example, yourTurn, chart, mistake, signal, decisionCheck, exit } = lesson;
  const texts: LessonText[] = [];
  const add = (part: Part, place: string, ...htmls: readonly (string | undefined)[]) =>
    htmls.forEach((html) => html && texts.push({ place: `${lesson.slug}, ${place}`, part, html }));
  const labels = (place: string, { inputs }: Pick<LessonScope, "inputs">) =>
    inputs.forEach(({ label, unit }) => add("label", place, label, unit));

  add("label", "header", lesson.title);
  add("shown", "summary", lesson.summary);
  lesson.terms.forEach(({ term, line }) => {
    add("label", "terms", term);
    add("opened", "terms", line);
  });
  add("shown", "guess", guess.question, ...guess.options.map(({ text }) => text), guess.answer);
  labels("guess", guess);
  add("shown", "definition", lesson.definition);
  const [longest, ...others] = Object.values(lesson.roles).sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  add("shown", "roles", longest);
  add("opened", "roles", ...others);
  labels("example", example);
  for (const step of example.steps) {
    add("label", "example", step.label, step.unit);
    add("shown", "example", step.caption);
  }
  add("label", "example", example.table?.caption, ...(example.table?.columns.map(({ label }) => label) ?? []));
  add("shown", "example", example.note);
  add("shown", "yourTurn", yourTurn.prompt);
  add("opened", "yourTurn", ...yourTurn.hints, ...yourTurn.wrongPatterns.map(({ feedback }) => feedback));
  add("label", "yourTurn", yourTurn.answer.label, yourTurn.answer.unit);
  labels("yourTurn", yourTurn);
  const [first, ...cases] = chart.sentence.map(({ text }) => text);
  add("shown", "chart", chart.title, chart.lead, first);
  add("opened", "chart", ...cases);
  labels("chart", chart);
  add(
    "label",
    "chart",
    chart.x.label,
    chart.y.label,
    ...chart.series.map(({ label }) => label),
    chart.threshold?.label,
  );
  add("label", "chart", chart.test?.label, chart.test?.words.pass, chart.test?.words.fail);
  add("shown", "mistake", mistake.prose);
  labels("mistake", mistake);
  for (const { label, unit, remark } of [mistake.wrong, mistake.right, { ...mistake.difference, remark: undefined }]) {
    add("label", "mistake", label, unit);
    add("shown", "mistake", remark);
  }
  add("shown", "signal", signal.watch, signal.read, signal.discipline);
  signal.facts.forEach((fact) => {
    add("dated", "signal", fact.text);
    add("source", "signal", fact.value, fact.source);
  });
  labels("signal", signal);
  add("shown", "takeaway", lesson.takeaway);
  add("shown", "decisionCheck", decisionCheck.sentence);
  labels("decisionCheck", decisionCheck);
  add("opened", "decisionCheck", ...Object.values(decisionCheck.messages), decisionCheck.fix.message);
  for (const { label, pass, fail } of decisionCheck.conditions) {
    add("label", "decisionCheck", label);
    add("opened", "decisionCheck", pass, fail);
  }
  add("shown", "memory", lesson.memory);
  add("shown", "exit", exit.choice.question, ...exit.choice.options.map(({ text }) => text), exit.number.question);
  add("opened", "exit", ...exit.choice.options.map(({ feedback }) => feedback));
  add("opened", "exit", ...exit.number.wrongPatterns.map(({ feedback }) => feedback));
  labels("exit", exit.choice);
  labels("exit", exit.number);
  lesson.sources.forEach(({ name, supports }) => add("source", "sources", name, supports));
  return texts;
}

/** A text as it is read aloud: a value is one figure, code is left out when only words count. */
export function plain(html: string, { code = true } = {}): string {
  return html
    .replace(/<code>(.*?)<\/code>/g, code ? "$1" : "it")
    .replace(/<data[^>]*><\/data>/g, "5")
    .replace(/<\/(p|li)>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
}

/** The words of a text; a figure counts as one. */
export function wordsOf(html: string): string[] {
  return plain(html).split(/\s+/).filter(Boolean);
}

const formulaKeys = new Set(["formula", "correct", "margin", "fails", "low", "high", "when"]);

/** Every formula of a lesson. */
export function formulasOf(part: unknown, key = ""): string[] {
  if (typeof part === "string") return formulaKeys.has(key) ? [part] : [];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([inner, value]) => formulasOf(value, inner));
}
