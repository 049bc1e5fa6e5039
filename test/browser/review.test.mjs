/** The review of a workbook with planted mistakes, in the embedded workbook. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { accessibilityProblems, openWorkbook, press, says, show } from "./setup.mjs";

/** Cells on a new sheet, in one step. */
const fill = (workbook, name, inputs) =>
  workbook.page.evaluate(
    async ([title, rows]) => {
      const { grid } = window.__embeddedHost;
      const id = grid.addSheet(title);
      grid.activate(id);
      const width = Math.max(...rows.map((row) => row.length));
      const full = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null));
      grid.write(id, { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 }, full);
      await grid.settle();
    },
    [name, inputs],
  );

const formulaAt = (workbook, sheet, row, column) =>
  workbook.page.evaluate(
    ([name, top, left]) => {
      const { grid } = window.__embeddedHost;
      const { id } = grid.sheets().find((one) => one.name === name);
      return grid.read(id, { top, left, bottom: top, right: left })[0][0].formula;
    },
    [sheet, row, column],
  );

/** The headings of what is found, sheet by sheet. */
const found = (pane) => pane.locator(".findings h3").allInnerTexts();

describe("a workbook with planted mistakes", () => {
  let workbook;
  let pane;
  before(async () => {
    workbook = await openWorkbook();
    pane = await workbook.pane();
  });
  after(() => workbook.close());

  it("is silent on the sheet that the workbook opens with", async () => {
    await show(pane, "review", "Nothing found.");
    assert.match(await pane.innerText("main"), /cells read, \d+ with COMPUTE functions/);
    assert.deepEqual(await accessibilityProblems(pane), []);
  });

  it("is found, sheet by sheet, with the money at stake", async () => {
    await fill(workbook, "Power", [
      ["Power price", "USD/MWh", 80, 80],
      ["IT load", "kW", 1000, 1000],
      ["PUE", "", 1.25, 1.25],
      ["Power bill", "USD", "=COMPUTE.POWERCOST(C2,C3,C1)", "=COMPUTE.POWERCOST(D2,D3,D1)"],
    ]);
    await fill(workbook, "Debt", [
      ["Cash", "USD", 150, 130, 90],
      ["Debt service", "USD", 100, 100, 100],
      ["Covenant", "times", 1.2],
      ["Average coverage", "times", "=COMPUTE.AVERAGELOANCOVERAGE(C1:E1,C2:E2)"],
      ["Passes", "", "=C4>=C3"],
    ]);
    await press(pane, "Review again");
    await says(pane, "2 findings to check.");
    assert.deepEqual(
      (await found(pane)).map((text) => text.replace(/\s+/g, " ")),
      ["C4:D4 MWh with a price per kWh", "C5 Coverage tested on the average"],
    );
    const words = await pane.innerText("main");
    // Twice 1,250 kW × 8,760 h × 79.92.
    assert.match(words, /1,750,248,000 USD/);
    assert.match(words, /30 USD/);
    assert.deepEqual(await accessibilityProblems(pane), []);
  });

  it("selects the cell of a finding", async () => {
    await pane.getByRole("link", { name: "Select C5 on Debt" }).click();
    await workbook.page.waitForFunction(() => {
      const { grid } = window.__embeddedHost;
      return grid.sheets().find(({ id }) => id === grid.activeSheet())?.name === "Debt";
    });
  });

  it("puts the proposed formulas into the cells, and takes them back", async () => {
    await press(pane, /^Put it into the cells: MWh/);
    await says(pane, "Put into C4:D4 of Power.");
    await says(pane, "1 finding to check.");
    assert.equal(await formulaAt(workbook, "Power", 3, 2), "=COMPUTE.POWERCOST(C2,C3,C1/1000)");
    assert.equal(await formulaAt(workbook, "Power", 3, 3), "=COMPUTE.POWERCOST(D2,D3,D1/1000)");
    assert.equal(await workbook.waitFor("Power!D4", (value) => value === 876000), 876000);
    await press(pane, "Undo");
    await says(pane, "2 findings to check.");
    assert.equal(await formulaAt(workbook, "Power", 3, 3), "=COMPUTE.POWERCOST(D2,D3,D1)");
  });

  it("asks before it touches a cell that is not ours", async () => {
    await press(pane, /^Put it into the cell: Coverage/);
    await says(pane, "C5 holds no COMPUTE function.");
    assert.equal(await formulaAt(workbook, "Debt", 4, 2), "=C4>=C3");
    await press(pane, "Cancel");
    await press(pane, /^Put it into the cell: Coverage/);
    await press(pane, /^Put it in$/);
    await says(pane, "Put into C5 of Debt.");
    assert.equal(await formulaAt(workbook, "Debt", 4, 2), "=COMPUTE.MINLOANCOVERAGE(C1:E1,C2:E2)>=C3");
    assert.equal(await workbook.waitFor("Debt!C5", (value) => value === false), false);
  });

  it("keeps silent on what is no mistake, also after the workbook was saved and loaded", async () => {
    await says(pane, "1 finding to check.");
    await press(pane, /^Not a mistake: MWh/);
    await says(pane, "Nothing else found.");
    assert.deepEqual(await accessibilityProblems(pane), []);
    // The workbook is saved a moment after a change.
    await workbook.page.waitForTimeout(1500);
    await workbook.reload();
    pane = await workbook.pane();
    await show(pane, "review", "Nothing else found.");
    await pane.locator("summary", { hasText: "Not a mistake" }).click();
    await press(pane, /^Show again/);
    await says(pane, "1 finding to check.");
  });
});

describe("the review at 320 pixels", () => {
  for (const colorScheme of ["light", "dark"]) {
    it(`fits and can be read in ${colorScheme}`, async () => {
      const workbook = await openWorkbook({ colorScheme });
      const pane = await workbook.pane();
      await fill(workbook, "Plan", [
        ["Price of an 8 x H100 server", "USD/hour", 24],
        ["Utilization", "share", 1],
        ["Price of one GPU with its share of the rest", "USD", 30000],
        ["Yield", "share/year", "=COMPUTE.RENTALYIELD(C1,C2,C3)"],
        ["IT load", "kW", 1000],
        ["PUE", "", 1.25],
        ["Draw", "kW", "=COMPUTE.PUEPOWER(C5,C6)"],
        ["Power bill", "USD", "=COMPUTE.POWERCOST(C7,C6,0.08)"],
        ["Life", "year", 9],
        ["Book value", "USD million", "=COMPUTE.BOOKVALUE(35,C9,2)"],
        ["Margin", "share", 0.3],
        ["Cost of an hour", "USD/GPU-hour", "=COMPUTE.GPUHOURCOST(C3,4,0.7)"],
        ["Price", "USD/GPU-hour", "=C12*(1+C11)"],
      ]);
      await workbook.page.evaluate(() => {
        document.querySelector("#beside").style.width = "320px";
      });
      await show(pane, "review", "to check.");
      assert.equal(
        await pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
        true,
      );
      assert.deepEqual(await accessibilityProblems(pane), []);
      if (process.env.SHOTS) {
        await mkdir(process.env.SHOTS, { recursive: true });
        await workbook.page.locator("#beside iframe").evaluate((one) => {
          one.style.height = "1900px";
        });
        const body = await pane.locator("body").elementHandle();
        await body.screenshot({ path: path.join(process.env.SHOTS, `review-${colorScheme}.png`) });
      }
      await workbook.close();
    });
  }
});
