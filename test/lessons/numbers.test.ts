import { readFileSync } from "node:fs";
import path from "node:path";
import type { Lesson, LessonFix, Values } from "../../src/concepts/lesson";
import { isError } from "../../src/formula/values";
import { bySlug } from "./lessons";
import { at, type Content, drawn, evaluated, type Known, known, list, numberIn, seeded } from "./scope";

/**
 * The acceptance values of the lesson brief of 2026-11-20, as rounded there. calls: formulas with the brief's own
 * numbers. steps: ids of the example. The other keys: the answers of the blocks, the first and second round of your
 * turn, and the wrong numbers that the brief expects.
 */
interface Expected {
  readonly calls: readonly { readonly formula: string; readonly value: string }[];
  readonly steps: Readonly<Record<string, string>>;
  readonly yourTurn: readonly string[];
  readonly wrong: string;
  readonly right: string;
  readonly exit: string;
  readonly exitWrong: readonly string[];
}

const expectedOf = (slug: string): Expected =>
  JSON.parse(readFileSync(path.join(__dirname, "expected", `${slug}.json`), "utf8")) as Expected;

/** A number as the lesson brief rounds it. */
function rounded(number: number | string, like: string): string {
  if (typeof number === "string") return number;
  const decimals = (/\.(\d+)/.exec(like)?.[1] ?? "").length;
  return like.endsWith("%") ? `${(100 * number).toFixed(decimals)}%` : number.toFixed(decimals);
}

/** What a value that should be a number, text, truth or series of these is instead; undefined when all is well. */
function problem(value: Content | undefined): string | undefined {
  if (value === undefined || value === null) return "nothing";
  const wrong = list(value).find((cell) => isError(cell) || (typeof cell === "number" && !Number.isFinite(cell)));
  return wrong === undefined ? undefined : JSON.stringify(wrong);
}

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance * Math.abs(b);

describe.each(bySlug)("the lesson %s", (slug, lesson) => {
  const brief = expectedOf(slug);

  it("has the numbers of the lesson brief", () => {
    for (const { formula, value } of brief.calls) {
      expect(`${formula} = ${rounded(numberIn(formula, new Map()), value)}`).toBe(`${formula} = ${value}`);
    }
    const scope = known(lesson);
    for (const [id, value] of Object.entries(brief.steps)) {
      expect(`${id} = ${rounded(numberIn(id, scope), value)}`).toBe(`${id} = ${value}`);
    }
  });

  it("computes every input, step and value of every block", () => {
    const { guess, yourTurn, chart, mistake, signal, exit } = lesson;
    for (const block of [undefined, guess, chart, mistake, signal, exit.choice, exit.number]) {
      const scope = known(lesson, block);
      const own = block ? block.values.map(({ id }) => id) : [...scope.keys()];
      expect(own.filter((id) => problem(scope.get(id))).map((id) => `${id}: ${problem(scope.get(id))!}`)).toEqual([]);
    }
    const turn = known(lesson, yourTurn);
    expect(yourTurn.values.filter(({ id }) => problem(turn.get(id)))).toEqual([]);
  });

  it("sets series of one length in its table, and marks some cells that fail, not all", () => {
    const scope = known(lesson);
    const { columns } = lesson.example.table ?? { columns: [] };
    const ids = columns.map(({ id }) => id);
    const lengths = new Set(ids.map((id) => list(scope.get(id)).length));
    expect(lengths.size).toBeLessThanOrEqual(1);
    const tests = columns.flatMap(({ fails }) => fails ?? []);
    const rows = [...Array(Math.max(0, ...lengths)).keys()];
    const marks = tests.flatMap((fails) => rows.map((i) => evaluated(fails, at(scope, ids, i))));
    expect([...new Set(marks)].sort()).toEqual(tests.length > 0 ? [false, true] : []);
  });

  it("has one right guess, and one right choice at the end", () => {
    for (const block of [lesson.guess, lesson.exit.choice]) {
      const scope = known(lesson, block);
      const truths = block.options.map(({ correct }) => evaluated(correct, scope));
      expect(truths.map((truth) => typeof truth)).toEqual(block.options.map(() => "boolean"));
      expect(truths.filter((truth) => truth === true)).toHaveLength(1);
    }
  });

  it("grades its turns: the answers of the brief, and slips that are wrong in every round", () => {
    const { yourTurn } = lesson;
    const random = seeded(2026);
    const first = [{}, ...yourTurn.rounds];
    const rounds: Values[] = [...first, ...Array.from({ length: 25 }, () => drawn(yourTurn, random))];
    rounds.forEach((round, i) => {
      const scope = known(lesson, yourTurn, round);
      const answer = numberIn(yourTurn.answer.formula, scope);
      expect(answer).toEqual(expect.any(Number));
      if (brief.yourTurn[i] !== undefined) expect(rounded(answer, brief.yourTurn[i])).toBe(brief.yourTurn[i]);
      for (const { formula } of yourTurn.wrongPatterns) {
        const slip = numberIn(formula, scope);
        expect(slip).toEqual(expect.any(Number));
        const told = near(Number(slip), Number(answer), 2 * yourTurn.tolerance)
          ? `${formula} is right with ${JSON.stringify(round)}`
          : "wrong";
        expect(told).toBe("wrong");
      }
    });
    expect(brief.yourTurn.length).toBeLessThanOrEqual(first.length);
  });

  it("draws its chart at every place of the slider", () => {
    const { chart } = lesson;
    const { input, min, max, step } = chart.slider;
    const places = Math.round((max - min) / step);
    expect(min + places * step).toBeCloseTo(max, 9);
    for (let place = 0; place <= places; place++) {
      const scope = known(lesson, chart, { [input]: Number((min + place * step).toFixed(9)) });
      const broken = chart.values.filter(({ id }) => problem(scope.get(id))).map(({ id }) => id);
      expect(broken).toEqual([]);
      expect(chart.sentence.some(({ when }) => evaluated(when, scope) === true)).toBe(true);
      if (chart.threshold) expect(numberIn(chart.threshold.formula, scope)).toEqual(expect.any(Number));
      for (const x of chart.x.values) expect(drawnAt(lesson, scope, x)).toEqual([]);
    }
  });

  it("says something else at the ends of the slider", () => {
    const { chart } = lesson;
    const shown = [chart.slider.min, chart.slider.max].map((place) => {
      const scope = known(lesson, chart, { [chart.slider.input]: place });
      const text = chart.sentence.find(({ when }) => evaluated(when, scope) === true)?.text ?? "";
      return text.replace(/<data data-id="(\w+)".*?<\/data>/g, (_, id: string) => JSON.stringify(scope.get(id)));
    });
    expect(shown[0]).not.toBe(shown[1]);
  });

  it("sets a wrong number against the right one, with money between them", () => {
    const { mistake } = lesson;
    const scope = known(lesson, mistake);
    const [wrong, right, difference] = [mistake.wrong, mistake.right, mistake.difference].map(({ formula }) =>
      numberIn(formula, scope),
    );
    expect(rounded(wrong!, brief.wrong)).toBe(brief.wrong);
    expect(rounded(right!, brief.right)).toBe(brief.right);
    expect(near(Number(wrong), Number(right), 0.001)).toBe(false);
    expect(Math.abs(Number(difference))).toBeGreaterThan(0);
    expect(mistake.difference.unit).toMatch(/USD/);
  });

  it("asks a number whose right answer and slips are those of the brief", () => {
    const { number } = lesson.exit;
    const scope = known(lesson, number);
    const answer = numberIn(number.formula, scope);
    expect(rounded(answer, brief.exit)).toBe(brief.exit);
    const slips = number.wrongPatterns.map(({ formula }) => numberIn(formula, scope));
    for (const slip of slips) expect(near(Number(slip), Number(answer), 2 * number.tolerance)).toBe(false);
    for (const value of brief.exitWrong) expect(slips.map((slip) => rounded(slip, value))).toContain(value);
  });

  describe("its decision check", () => {
    const { decisionCheck } = lesson;
    const at = (sample: Values): Known => known(lesson, decisionCheck, sample);
    const verdicts = (scope: Known): Content[] =>
      decisionCheck.conditions.map(({ formula }) => evaluated(formula, scope));

    it("passes, with a margin", () => {
      const scope = at(decisionCheck.samples.pass);
      expect(verdicts(scope)).toEqual(decisionCheck.conditions.map(() => true));
      for (const { margin } of decisionCheck.conditions)
        expect(Number(numberIn(margin, scope))).toBeGreaterThanOrEqual(0);
      expect(texts(scope, (condition) => condition.pass)).toEqual([]);
    });

    it("fails, by how much, and says what would mend it", () => {
      const scope = at(decisionCheck.samples.fail);
      const results = verdicts(scope);
      expect(results).toContain(false);
      results.forEach((result, i) => {
        const margin = Number(numberIn(decisionCheck.conditions[i]!.margin, scope));
        expect(result === true ? margin >= 0 : margin < 0).toBe(true);
      });
      const failing = decisionCheck.conditions.filter((_, i) => results[i] === false);
      const broken = [...failing.map(({ fail }) => fail), decisionCheck.messages.fail].flatMap((text) =>
        shownProblems(text, scope),
      );
      expect(broken).toEqual([]);
      expect(mended(lesson, decisionCheck.fix, decisionCheck.samples.fail)).toBe(true);
    });

    it("refuses what cannot be computed, in words", () => {
      const scope = at(decisionCheck.samples.cannot);
      const refused = verdicts(scope).filter(isError);
      expect(refused.length).toBeGreaterThan(0);
      for (const { error, message } of refused) expect(message ?? error).toMatch(/\w/);
    });

    function texts(scope: Known, text: (condition: (typeof decisionCheck.conditions)[number]) => string): string[] {
      return [...decisionCheck.conditions.map(text), decisionCheck.messages.pass].flatMap((html) =>
        shownProblems(html, scope),
      );
    }
  });
});

/** What a chart cannot draw at one x. */
function drawnAt({ chart }: Lesson, scope: Known, x: number | string): string[] {
  const here: Known = new Map(scope).set(chart.x.id, x);
  const problems: string[] = [];
  for (const { id, formula } of chart.series) {
    const value = evaluated(formula, here);
    here.set(id, value);
    if (typeof value !== "number") problems.push(`${id} at ${x}: ${JSON.stringify(value)}`);
  }
  if (chart.test) {
    if (typeof evaluated(chart.test.formula, here) !== "number") problems.push(`test at ${x}`);
    if (typeof evaluated(chart.test.fails, here) !== "boolean") problems.push(`test fails at ${x}`);
  }
  return problems;
}

/** The values that a text shows and that have none. */
function shownProblems(html: string, scope: Known): string[] {
  return [...html.matchAll(/data-id="(\w+)"/g)]
    .map((match) => match[1]!)
    .filter((id) => !["margin", "reason", "fix"].includes(id) && problem(scope.get(id)))
    .map((id) => `${id}: ${problem(scope.get(id))!}`);
}

/** Whether what a check proposes exists, and where it is an input, whether the check then passes. */
function mended(lesson: Lesson, fix: LessonFix, sample: Values): boolean {
  const scope = known(lesson, lesson.decisionCheck, sample);
  if ("formula" in fix) return problem(evaluated(fix.formula, scope)) === undefined;
  const passes = (value: number): boolean => {
    const there = known(lesson, lesson.decisionCheck, { ...sample, [fix.input]: value });
    return lesson.decisionCheck.conditions.every(({ formula }) => evaluated(formula, there) === true);
  };
  const ends = [fix.low, fix.high].map((bound) => Number(numberIn(bound, scope)));
  return passes(ends[0]!) !== passes(ends[1]!);
}
