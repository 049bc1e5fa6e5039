/** The what-if tools: typed into cells of the embedded workbook, and built from a cell by the pane in two clicks. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { accessibilityProblems, openWorkbook, says, show } from "./setup.mjs";

const near = (one, other) => Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

let workbook;
let pane;
before(async () => {
  workbook = await openWorkbook();
  pane = await workbook.pane();
});
after(() => workbook.close());

describe("what-if tools in cells", () => {
  before(async () => {
    for (const [cell, text] of Object.entries({ Q1: "30000", R1: "3", S1: "0.7" }))
      await workbook.type(`Cost!${cell}`, text);
  });
  it("spill a grid, each cell of it the function itself, and keep an error with its words in its own cell", async () => {
    await workbook.type("Cost!Q3", '=COMPUTE.SENSITIVITY("GPUHOURCOST",Q1:S1,"utilization",{0.5;2},"lifeYears",{3,4})');
    const grid = await workbook.waitFor("Cost!Q3:S5", (rows) => rows[2][2] !== null);
    assert.equal(grid[0][0], "Cost of a used GPU-hour");
    assert.deepEqual(grid[1], [0.5, 30_000 / 3 / 4380, 30_000 / 4 / 4380]);
    assert.deepEqual(grid[2], [2, { error: "#VALUE!" }, { error: "#VALUE!" }]);
    await workbook.select("Cost!S5");
    await workbook.page.waitForFunction(() =>
      document.querySelector("#status").innerText.includes("utilization must be at most 1; it is 2"),
    );
    // Words go when the error does.
    await workbook.type("Cost!Q3", '=COMPUTE.SENSITIVITY("GPUHOURCOST",Q1:S1,"utilization",{0.5;1},"lifeYears",{3,4})');
    await workbook.waitFor("Cost!S5", (value) => typeof value === "number");
    await workbook.select("Cost!S5");
    assert.doesNotMatch(await workbook.status(), /must be at most/);
  });

  it("rank drivers and compare scenarios", async () => {
    await workbook.type("Cost!Q8", '=COMPUTE.TORNADO("GPUHOURCOST",Q1:S1,{25000,"",0.5},{35000,"",0.9})');
    const tornado = await workbook.waitFor("Cost!Q8:V10", (rows) => rows[2][5] !== null);
    assert.deepEqual(
      tornado.slice(1).map(([name]) => name),
      ["utilization", "capex"],
    );
    await workbook.type("Cost!Q13", '=COMPUTE.SCENARIOS("GPUHOURCOST",Q1:S1,{"","utilization";"half empty",0.35})');
    const scenarios = await workbook.waitFor("Cost!Q13:T15", (rows) => rows[2][3] !== null);
    assert.deepEqual([scenarios[2][0], scenarios[2][3]], ["half empty", 2]);
  });

  // Cash is the rental yield on the price of the fleet, so that coverage = yield × price ÷ debt service.
  it("find the utilization at which a loan meets its covenant", async () => {
    const inputs = { X1: "2.4", X2: "0.6", X3: "30000", X4: "1500", X6: "9000", X7: "1.25" };
    for (const [cell, text] of Object.entries(inputs)) await workbook.type(`Cost!${cell}`, text);
    await workbook.type("Cost!X8", '=COMPUTE.SOLVE("RENTALYIELD",X1:X4,"utilization",X7*X6/X3,0.05,1)');
    const utilization = await workbook.waitFor("Cost!X8", (value) => typeof value === "number");
    // 1.25 × 9,000 = 11,250 of cash, and 1,500 of costs: 12,750 of revenue at 2.4 a used hour.
    assert.ok(near(utilization, 12_750 / 2.4 / 8760), String(utilization));
    await workbook.type("Cost!X9", "=COMPUTE.LOANCOVERAGE(COMPUTE.RENTALYIELD(X1,X8,X3,X4)*X3,X6)");
    assert.ok(near(await workbook.waitFor("Cost!X9", (value) => typeof value === "number"), 1.25));
    await workbook.type("Cost!X7", "2.5");
    await workbook.waitFor("Cost!X8", (value) => value?.error === "#N/A");
    await workbook.select("Cost!X8");
    await workbook.page.waitForFunction(() => document.querySelector("#status").innerText.includes("does not reach"));
  });

  it("draw a long simulation without a standstill", async () => {
    const formula = (trials) =>
      `=COMPUTE.SIMULATE("LOANLIFECOVERAGE",{120,110,100;0.08,"","";200,"",""},{"rate","uniform",0.07,0.09},${trials})`;
    // Others have their turn meanwhile: the times between their turns are noted while the sheet calculates.
    await workbook.page.evaluate(() => {
      window.__gaps = [];
      let last = performance.now();
      const note = () => {
        const now = performance.now();
        window.__gaps.push(now - last);
        last = now;
        setTimeout(note, 0);
      };
      note();
    });
    await workbook.start("Cost!Z1", formula(1_000_000));
    await workbook.page.evaluate(() => (window.__gaps = []));
    await workbook.page.keyboard.press("Enter");
    const mean = await workbook.waitFor("Cost!AA2", (value) => typeof value === "number");
    const gaps = await workbook.page.evaluate(() => window.__gaps);
    assert.ok(Math.abs(mean - 1.4242) < 1e-3, String(mean));
    // The page has its turn between the slices of the work; a standstill would leave it one or two.
    assert.ok(gaps.length >= 6, `${gaps.length} turns`);
  });
});

describe("the pane builds what-if tools from a cell", () => {
  /** Selects a cell, opens a tool from its page, and inserts it: two clicks. Returns the sheet that came of it. */
  async function build(cell, tool, words) {
    const before = await workbook.sheets();
    await workbook.select(cell);
    await says(pane, "What if");
    await pane.getByRole("link", { name: tool }).click();
    await says(pane, words);
    await pane.getByRole("button", { name: "Insert into sheet" }).click();
    await says(pane, "Inserted at");
    await workbook.settled();
    const added = (await workbook.sheets()).filter((sheet) => !before.includes(sheet));
    assert.equal(added.length, 1);
    return added[0];
  }

  async function back(cell) {
    await show(pane, "cell");
    await workbook.select(cell);
  }

  const find = (rows, words) => rows.findIndex(([first]) => typeof first === "string" && first.startsWith(words));

  it("a two-way grid over the reader's own cells", async () => {
    const cost = await workbook.read("Cost!B17");
    const sheet = await build("Cost!B17", "Sensitivity grid", "the frame marks the cell as it is");
    const rows = await workbook.waitFor(`${sheet}!A1:H40`, (found) => found.flat().some((value) => near(value, cost)));
    const corner = rows.findLastIndex(([first]) => first === "Levelized cost of compute");
    const grid = rows.slice(corner, corner + 6).map((row) => row.slice(0, 6));
    assert.equal(grid[0].slice(1).filter((value) => typeof value === "number").length, 5);
    assert.ok(grid.slice(1).every((row) => row.every((value) => typeof value === "number")));
    // The middle of the grid is the cell itself, which follows its inputs.
    assert.ok(near(grid[3][3], cost));
    assert.deepEqual(
      rows.flat().filter((value) => typeof value === "object" && value !== null),
      [],
    );
  });

  it("a tornado that lives: another input, another ranking", async () => {
    await back("Cost!B17");
    const sheet = await build("Cost!B17", "Tornado", "from its low value, outlined");
    const rows = await workbook.waitFor(`${sheet}!A1:F60`, (found) => find(found.slice(12), "utilization") >= 0);
    const head = rows.findLastIndex(([, second]) => second === "Low value");
    const swings = rows.slice(head + 1, head + 9).map((row) => row[5]);
    assert.deepEqual(
      swings,
      [...swings].sort((a, b) => b - a),
    );
    const at = find(rows.slice(3), "Utilization") + 4;
    await workbook.type(`${sheet}!D${at}`, "0.74");
    await workbook.type(`${sheet}!E${at}`, "0.76");
    await workbook.waitFor(`${sheet}!A${head + 2}`, (value) => typeof value === "string" && value !== "utilization");
    await back("Cost!B17");
  });

  it("a goal: the value that gives it, and what is reached where there is none", async () => {
    const sheet = await build("Cost!B17", "What must be true", "gives");
    const rows = await workbook.waitFor(`${sheet}!A1:C40`, (found) => {
      const row = found[find(found, "Difference from what is wanted")];
      return row && typeof row[2] === "number";
    });
    assert.ok(Math.abs(rows[find(rows, "Difference from what is wanted")][2]) < 1e-9);
    await pane.locator("#target").fill("0.5");
    await says(pane, "Levelized cost of compute reaches from");
  });

  it("scenarios and a distribution", async () => {
    await back("Cost!B17");
    const scenarios = await build("Cost!B17", "Scenarios", "of base");
    await workbook.waitFor(`${scenarios}!A1:D40`, (found) => {
      const head = found.findLastIndex(([first]) => first === "Scenario");
      return found[head + 3]?.[3] > 1 && found[head + 2]?.[3] < 1;
    });
    await back("Cost!B17");
    const simulated = await build("Cost!B17", "Monte Carlo", "Eight in ten results lie between");
    const rows = await workbook.waitFor(`${simulated}!A1:E60`, (found) => find(found, "P95") > 0);
    const level = (name) => rows[find(rows, name)][1];
    assert.ok(level("P10") < level("P50") && level("P50") < level("P90"));
  });

  it("takes back what it wrote", async () => {
    const before = await workbook.sheets();
    await back("Cost!B17");
    await build("Cost!B17", "Tornado", "from its low value, outlined");
    await pane.getByRole("button", { name: "Take back" }).click();
    await says(pane, "Taken back");
    assert.deepEqual(await workbook.sheets(), before);
  });
});

for (const colorScheme of ["light", "dark"]) {
  describe(`the screens of the tools at 320 px, ${colorScheme}`, () => {
    before(async () => {
      await workbook.page.emulateMedia({ colorScheme });
      await workbook.page.addStyleTag({
        content: "#beside { width: 320px !important; flex-basis: 320px !important; }",
      });
      await workbook.select("Cost!B17");
    });

    for (const tool of ["sensitivity", "tornado", "solve", "scenarios", "simulate", ""]) {
      it(`${tool || "overview"}: nothing scrolls sideways, and axe has nothing to say`, async () => {
        await show(pane, `what-if/${tool}`);
        await says(pane, tool === "" ? "As functions" : "Show as table");
        for (const details of await pane.$$("main details")) await details.evaluate((element) => (element.open = true));
        const wide = await pane.evaluate(() => ({
          inner: document.documentElement.clientWidth,
          whole: document.documentElement.scrollWidth,
        }));
        assert.ok(wide.whole <= wide.inner, JSON.stringify(wide));
        assert.deepEqual(await accessibilityProblems(pane), []);
      });
    }
  });
}
