/** Every lesson beside the embedded workbook: its example inserted and computing there, its questions answered. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { openWorkbook, show } from "./setup.mjs";

const { compileLesson } = createRequire(import.meta.url)("../../build/lesson.cjs");
const concepts = path.join(path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url)))), "src/concepts");
const lessons = readdirSync(concepts, { recursive: true })
  .filter((file) => path.basename(file) === "lesson.md")
  .map((file) => compileLesson(readFileSync(path.join(concepts, file), "utf8"), path.join(concepts, file)));

describe("every lesson, beside the embedded workbook", () => {
  let workbook;
  let pane;
  before(async () => {
    workbook = await openWorkbook();
    pane = await workbook.pane();
  });
  after(() => workbook.close());

  it("is there for each of the 27 concepts", () => {
    assert.equal(lessons.length, 27);
  });

  for (const lesson of lessons) {
    it(`${lesson.slug}: its example computes in the sheet, its questions can be answered, its decision check goes both ways`, async () => {
      await show(pane, `lesson/${lesson.slug}`);
      await pane.waitForSelector("#exit-number");
      const taught = await shownSteps(pane);
      assert.ok(taught.length >= 3);
      await pane.locator("#example").getByRole("button", { name: "Insert into sheet" }).click();
      // The selected cell is in the middle of the example workbook.
      await pane.locator("#example").getByRole("button", { name: "Use a new sheet" }).click();
      const told = pane.locator("#example .outcome .verdict.pass");
      await told.waitFor();
      await workbook.settled();
      const cells = await sheetNamed(workbook, /Inserted at (.*)!/.exec(await told.innerText())[1]);
      assert.deepEqual(problemsIn(cells, taught), []);
      await told.getByRole("button", { name: "Take back" }).click();
      await pane.locator("#example .outcome", { hasText: "Taken back" }).waitFor();

      await pane.locator("#guess label").nth(1).click();
      await pane.locator("#example p", { hasText: "Your guess was" }).waitFor();
      await pane.locator("#turn-answer").fill(`=${lesson.yourTurn.answer.formula}`);
      await pane.locator("#turn-answer").press("Enter");
      await pane.waitForSelector("#turn .verdict.pass");
      await decidesBothWays(pane, lesson.decisionCheck.samples);

      const options = pane.locator("#exit .choice label");
      const answers = [];
      for (let i = 0; i < (await options.count()); i++) {
        await options.nth(i).click();
        answers.push(await options.nth(i).locator(".why b").innerText());
      }
      assert.deepEqual(
        answers.filter((answer) => answer.includes("Right.")).length,
        1,
        "one right answer, and words for each",
      );
      await options.nth(answers.findIndex((answer) => answer.includes("Right."))).click();
      await pane.locator("#exit-number").fill(`=${lesson.exit.number.formula}`);
      await pane.locator("#exit-number").press("Enter");
      await pane.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("done"));
    });
  }
});

/** The decision check passes, fails and refuses on the samples of the lesson, each over the values that it opens with. */
async function decidesBothWays(pane, samples) {
  for (const [sample, verdict] of [
    ["pass", "pass"],
    ["fail", "fail"],
    ["cannot", "care"],
  ]) {
    const fields = Object.entries(samples[sample]).map(([id, value]) => [pane.locator(`#check-${id}`), value]);
    const before = await Promise.all(fields.map(([field]) => field.inputValue()));
    for (const [field, value] of fields) await field.fill([value].flat().join(", "));
    await pane.waitForSelector(`#check .verdict.${verdict}`);
    for (const [i, [field]] of fields.entries()) await field.fill(before[i]);
  }
}

/** The steps of the example as the pane shows them: label and full value. */
const shownSteps = (pane) =>
  pane.locator("#example > dl.working > div").evaluateAll((steps) =>
    steps.flatMap((step) => {
      const title = step.querySelector("dd.value span[title]")?.getAttribute("title");
      return [{ label: step.querySelector("dt").textContent, full: title ?? undefined }];
    }),
  );

const sheetNamed = (workbook, quoted) =>
  workbook.page.evaluate(
    (name) => {
      const { grid } = window.__embeddedHost;
      const { id } = grid.sheets().find((sheet) => sheet.name === name);
      const { bottom, right } = grid.used(id, true);
      return grid.read(id, { top: 0, left: 0, bottom, right });
    },
    quoted.replace(/^'|'$/g, "").replaceAll("''", "'"),
  );

/** Cells with an error, and steps whose value in the sheet is not the one in the lesson. */
function problemsIn(cells, taught) {
  const errors = cells.flatMap((row, r) =>
    row.flatMap(({ value, formula }, c) =>
      typeof value === "object" && value !== null && formula !== ""
        ? [`row ${r + 1}, column ${c + 1}: ${value.error} in ${formula}`]
        : [],
    ),
  );
  const others = taught.flatMap(({ label, full }) => {
    if (full === undefined) return [];
    const number = Number(full.replaceAll(",", "").replace("−", "-").replace("%", "e-2"));
    const rows = cells.filter((row) => row[0]?.value === label && row[2]?.formula !== "");
    const values = rows.map((row) => row[2].value);
    const near = (value) =>
      typeof value === "number" && Math.abs(value - number) <= 1e-9 * Math.max(1, Math.abs(number));
    return Number.isNaN(number) || values.some(near)
      ? []
      : [`${label}: ${values.join(", ")} in the sheet, ${full} in the lesson`];
  });
  return [...errors, ...others];
}
