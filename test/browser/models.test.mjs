/** Models in the embedded workbook: opened from the menu, and inserted from the pane in both styles. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { loadBooks } from "../../build/books.mjs";
import { openWorkbook, says } from "./setup.mjs";

const { books } = await loadBooks();

/** What a label's row holds in the column Value, with the numbers that the build computed for it. */
function valuesOf(book, sheet) {
  const { cells } = book.sheets.find(({ name }) => name === sheet);
  return cells.filter(({ column, cell, result }) => column === 2 && cell.formula && typeof result === "number");
}

for (const book of books) {
  describe(`${book.title} in the embedded workbook`, () => {
    let workbook;
    let pane;
    before(async () => {
      workbook = await openWorkbook();
      pane = await workbook.pane();
    });
    after(() => workbook.close());

    it("opens from the menu and computes, with the master check at zero", async () => {
      await workbook.page.getByRole("button", { name: "Open example" }).click();
      await workbook.page.getByRole("menuitem", { name: `Model: ${book.title}` }).click();
      await exists(workbook, "Checks");
      await workbook.waitFor("Checks!D2", (value) => value === "OK");
      await sameOutputs(workbook, book, "Outputs");
      assert.equal(await workbook.read("Checks!C2"), 0);
    });

    for (const [style, label, number] of [
      ["dynamic", "COMPUTE functions", 2],
      ["classic", "Classic rows", 3],
    ]) {
      it(`is inserted by the pane in the ${style} style, computes the same, and is taken back as one`, async () => {
        await pane.evaluate((id) => {
          globalThis.location.hash = `model/${id}`;
          globalThis.location.reload();
        }, book.id);
        await says(pane, "Insert on new sheets");
        await pane.getByLabel(label, { exact: true }).check();
        const before = await workbook.sheets();
        await pane.getByRole("button", { name: "Insert on new sheets" }).click();
        await says(pane, "new sheets.");
        const { height } = await pane.locator(".dock").boundingBox();
        assert.ok(height <= 160, `a dock of ${height} px`);
        await workbook.waitFor(`Checks ${number}!D2`, (value) => value === "OK");
        await sameOutputs(workbook, book, `Outputs ${number}`);
        const master = await Promise.all(book.sheets.map(({ name }) => workbook.read(`${name} ${number}!D2`)));
        assert.deepEqual(new Set(master), new Set(["OK"]));
        if (style === "classic") {
          await pane.getByRole("button", { name: "Take back" }).click();
          await says(pane, "Taken back.");
          assert.deepEqual(await workbook.sheets(), before);
        }
      });
    }
  });
}

describe("tables behind tables", () => {
  let workbook;
  before(async () => {
    workbook = await openWorkbook();
    await workbook.page.evaluate(() => {
      const { grid } = window.__embeddedHost;
      window.calculations = 0;
      grid.on(({ type }) => (window.calculations += type === "calculated" ? 1 : 0));
      grid.addSheet("Chain");
    });
  });
  after(() => workbook.close());

  /** Writes a row from column A on. */
  async function enter(row, ...cells) {
    await workbook.page.evaluate(
      ([top, line]) => {
        const { grid } = window.__embeddedHost;
        const { id } = grid.sheets().find(({ name }) => name === "Chain");
        grid.write(id, { top, left: 0, bottom: top, right: line.length - 1 }, [line]);
      },
      [row - 1, cells],
    );
    await workbook.settled();
  }

  it("follow an edited input through all of them before settled says so", async () => {
    const formulas = [
      "=SEQUENCE(5)*A1",
      null,
      "=B3+1",
      "=SEQUENCE(5)*D1",
      null,
      "=E4+1",
      "=SEQUENCE(5)*G1",
      null,
      "=SUM(H2:H5)",
    ];
    for (const input of [4, 6, 2, 9]) {
      await enter(1, input, ...(input === 4 ? formulas : []));
      const second = 3 * input + 1;
      const third = 4 * second + 1;
      assert.deepEqual(await workbook.read("Chain!D1:J1"), [[second, second, null, third, third, null, 14 * third]]);
    }
  });

  it("follow tables that grow and shrink", async () => {
    for (const length of [4, 6, 2, 9, 3]) {
      const formulas = ["=SEQUENCE(A20)", null, "=B20#*2", null, "=SUM(D20#)", "=SUM(D20:D40)"];
      await enter(20, length, ...(length === 4 ? formulas : []));
      const sum = length * (length + 1);
      assert.deepEqual(await workbook.read("Chain!F20:G20"), [[sum, sum]]);
    }
  });

  it("are left alone when nothing of them changes", async () => {
    const calculations = () => workbook.page.evaluate(() => window.calculations);
    await enter(60, 1, "=A60*2");
    // What is reported comes in idle time.
    await workbook.page.waitForTimeout(1000);
    const before = await calculations();
    await enter(60, 5);
    await workbook.page.waitForTimeout(1000);
    assert.equal(await workbook.read("Chain!B60"), 10);
    assert.equal(await calculations(), before + 1);
  });
});

describe("a pane that is gone", () => {
  it("does not keep its successor waiting", async () => {
    const workbook = await openWorkbook();
    const pane = await workbook.pane();
    const loaded = () => pane.waitForFunction(() => typeof Excel !== "undefined" && document.querySelector("main"));
    await loaded();
    await pane
      .evaluate(() => {
        void Excel.run(async (context) => {
          const cell = context.workbook.worksheets.getActiveWorksheet().getRange("J1");
          cell.formulas = [["=1+1"]];
          cell.load("values");
          void context.sync();
        });
        // The batch has begun, and waits for the calculation.
        setTimeout(() => globalThis.location.reload(), 20);
      })
      .catch(() => undefined);
    await workbook.page.waitForTimeout(1000);
    await loaded();
    const name = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
        await context.sync();
        return sheet.name;
      }),
    );
    assert.equal(name, (await workbook.sheets())[0]);
    await workbook.close();
  });
});

/** Waits until there is a sheet. */
async function exists(workbook, name) {
  const end = Date.now() + 60_000;
  while (!(await workbook.sheets()).includes(name)) {
    if (Date.now() > end) throw new Error(`no sheet ${name} came`);
    await workbook.page.waitForTimeout(50);
  }
}

/** Rows of Outputs stand in the same places in both styles. */
async function sameOutputs(workbook, book, sheet) {
  const values = valuesOf(book, "Outputs");
  assert.ok(values.length > 3);
  for (const { row, result } of values) {
    const near = (value) => Math.abs(value - result) <= 1e-9 * Math.max(1, Math.abs(result));
    await workbook.waitFor(`${sheet}!C${row + 1}`, (value) => typeof value === "number" && near(value));
  }
}
