import { functions } from "../../../src/concepts";
import { evaluate } from "../../../src/concepts/evaluate";
import { models } from "../../../src/models/templates";
import { write } from "../../../src/models/write";
import { callPlan } from "../../../src/taskpane/call";
import { examplePlan } from "../../../src/taskpane/lesson/plan";
import { lessonHeaders, lessonOf } from "../../../src/taskpane/lessons";
import { layOut } from "../../../src/taskpane/sheet-rows";
import { findings, rowsOf, type Sheets } from "./workbook";

/** Findings in short, so that a false alarm shows what it said. */
const told = (sheets: Sheets) =>
  findings(sheets).map(
    ({ rule, sheet, covers, words, formula }) => `${rule.id} ${sheet}!${covers} ${formula}: ${words}`,
  );

describe("what is right stays without a word", () => {
  it.each(functions.map((fn) => [fn.name, fn] as const))("the worked example of %s", (_, fn) => {
    const cells = Object.keys(fn.parameters).map((name) => rowOf(fn.example[name]));
    const plan = callPlan(fn, cells, {}, evaluate(fn, cells), undefined);
    expect(told({ Sheet1: rowsOf(layOut(plan, "A1")) })).toEqual([]);
  });

  it("the worked example of every lesson", async () => {
    const alarms: string[] = [];
    for (const { slug } of await lessonHeaders()) {
      const lesson = await lessonOf(slug);
      const form = { form: { settled: {} }, values: {} } as unknown as Parameters<typeof examplePlan>[1];
      alarms.push(...told({ [slug]: rowsOf(layOut(examplePlan(lesson, form), "A1")) }));
    }
    expect(alarms).toEqual([]);
  });

  it.each(models.map((model) => [model.id, model] as const))("the template %s, in both styles", (_, model) => {
    for (const style of ["dynamic", "classic"] as const) {
      const { sheets } = write(model, { style });
      expect(told(Object.fromEntries(sheets.map(({ name, content }) => [name, rowsOf(content)])))).toEqual([]);
    }
  });
});

/** A list as the row of cells that a range hands over. */
const rowOf = (value: unknown): unknown => (Array.isArray(value) && !Array.isArray(value[0]) ? [value] : value);
