/** To native Excel formulas and back, in the embedded workbook: one cell by hand, then the example of every function. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { accessibilityProblems, choose, dist, openWorkbook, press, says, show } from "./setup.mjs";

const { functions } = JSON.parse(await readFile(path.join(dist, "reference.json"), "utf8"));

/** Formula and value of a cell. */
const held = (workbook, sheet, row, column) =>
  workbook.page.evaluate(
    ([name, top, left]) => {
      const { grid } = window.__embeddedHost;
      const { id } = grid.sheets().find((one) => one.name === name);
      const [[cell]] = grid.read(id, { top, left, bottom: top, right: left });
      return { formula: cell.formula, value: cell.value };
    },
    [sheet, row, column],
  );

/** A block of inputs on a new sheet, in one step. */
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

/** A number to nine digits, an error as an error, all else as it is. */
function near(one, other, largest) {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= Math.max(1e-9 * Math.max(Math.abs(one), Math.abs(other)), 1e-13 * largest);
  }
  return (one ?? "") === (other ?? "");
}

function differences(names, before, now) {
  return names.filter((_, i) => {
    const largest = Math.max(
      0,
      ...[before[i]].flat(2).map((value) => (typeof value === "number" ? Math.abs(value) : 0)),
    );
    return !before[i].every((row, r) => row.every((value, c) => near(value, now[i][r]?.[c], largest)));
  });
}

describe("a mixed formula, a table and a cell that moves", () => {
  let workbook;
  let pane;
  before(async () => {
    workbook = await openWorkbook();
    pane = await workbook.pane();
    await fill(workbook, "Model", [
      [1000, 1.25, 7, '=A1*COMPUTE.PUEPOWER(A1,B1)+C1&" kW"', "=COMPUTE.LOANSCHEDULE(A1,A3,A4)"],
      [],
      [0.1],
      [5],
      [],
      [],
      [],
      [0.5, 3, "=COMPUTE.GPUHOURCOST(A1,B8,A8)", '=COMPUTE.GPUSPEC("H100","memory")'],
    ]);
  });
  after(() => workbook.close());

  it("lists what would change, and changes nothing", async () => {
    await show(pane, "native", "of 4 cells can be converted");
    await says(pane, "3 of 4 cells can be converted");
    await says(pane, "same value");
    await says(pane, "stays");
    assert.equal((await held(workbook, "Model", 7, 2)).formula, "=COMPUTE.GPUHOURCOST(A1,B8,A8)");
    assert.deepEqual(await accessibilityProblems(pane), []);
  });

  it("converts a mixed formula, keeping all else, and a table to rows", async () => {
    await choose(pane, "A formula per cell");
    await says(pane, "formulas, from");
    await press(pane, "Convert 3 cells");
    await says(pane, "3 cells converted, all with the same values.");
    const mixed = await held(workbook, "Model", 0, 3);
    assert.equal(mixed.formula, '=A1*(A1*B1)+C1&" kW"');
    assert.equal(mixed.value, "1250007 kW");
    assert.match((await held(workbook, "Model", 2, 5)).formula, /^=/);
    assert.deepEqual(
      (await workbook.sheets()).filter((name) => name === "Twins"),
      ["Twins"],
    );
    assert.deepEqual(await accessibilityProblems(pane), []);
  });

  it("undoes it", async () => {
    await press(pane, "Undo");
    await says(pane, "3 of 4 cells can be converted");
    assert.equal((await held(workbook, "Model", 0, 4)).formula, "=COMPUTE.LOANSCHEDULE(A1,A3,A4)");
    assert.equal((await held(workbook, "Model", 2, 5)).formula, "");
    assert.equal(await workbook.waitFor("Model!E6", (value) => value === 5), 5);
  });

  it("turns a cell back after the workbook was saved, loaded and changed around it", async () => {
    await workbook.select("Model!C8");
    await choose(pane, "Cell");
    await says(pane, "1 cell can be converted");
    await press(pane, "Convert 1 cell");
    await says(pane, "1 cell converted, all with the same values.");
    assert.equal((await held(workbook, "Model", 7, 2)).formula, "=A1/B8/(8760*A8)");
    // The workbook is saved a moment after a change.
    await workbook.page.waitForTimeout(1500);
    await workbook.reload();
    pane = await workbook.pane();
    await show(pane, "native/back", "1 cell can be turned back");
    assert.deepEqual(await accessibilityProblems(pane), []);
    await press(pane, "Turn back 1 cell");
    await says(pane, "1 cell turned back. They show the same values as before.");
    assert.equal((await held(workbook, "Model", 7, 2)).formula, "=COMPUTE.GPUHOURCOST(A1,B8,A8)");
  });

  it("proves every cell by its twin on a sheet of its own", async () => {
    await show(pane, "native/proof", "Add proof sheet");
    await press(pane, "Add proof sheet");
    await says(pane, "on the sheet Proof");
    await workbook.settled();
    assert.equal(await workbook.waitFor("Proof!F4", (value) => value === 0), 0);
    assert.deepEqual(await accessibilityProblems(pane), []);
  });
});

describe("the example of every function", () => {
  const native = functions.filter(({ noNative }) => noNative === null);
  const layout = native.map((fn) => ({ fn, ...laidOut(fn) }));
  let workbook;
  let pane;
  let before_;

  before(async () => {
    workbook = await openWorkbook();
    pane = await workbook.pane();
    const rows = layout.reduce((all, { inputs, height }) => {
      const from = all.length;
      const moved = inputs(from);
      return [...all, ...Array.from({ length: height }, (_, i) => moved[i] ?? [])];
    }, []);
    let row = 0;
    for (const one of layout) {
      one.row = row;
      row += one.height;
    }
    await fill(workbook, "Every", rows);
    await show(pane, "home", "Learn");
    before_ = await values();
  });
  after(() => workbook.close());

  /** What the result of each function shows, as rows. */
  const values = () =>
    workbook.page.evaluate(
      (places) => {
        const { grid } = window.__embeddedHost;
        const { id } = grid.sheets().find(({ name }) => name === "Every");
        return places.map(({ row, rows, columns }) =>
          grid
            .read(id, { top: row, left: 12, bottom: row + rows - 1, right: 12 + columns - 1 })
            .map((cells) => cells.map(({ value }) => value)),
        );
      },
      layout.map(({ row, rows, columns }) => ({ row, rows, columns })),
    );
  const names = native.map(({ name }) => name);

  it("shows the value of the catalogue in the sheet", () => {
    const expected = native.map(({ example: { result } }) => (Array.isArray(result) ? result : [[result]]));
    assert.deepEqual(differences(names, expected, before_), []);
  });

  it("is explained by the pane, with the cell's own value", async () => {
    const wrong = [];
    await show(pane, "cell", "COMPUTE");
    for (const { fn, row } of layout) {
      await workbook.page.evaluate((top) => {
        const { grid } = window.__embeddedHost;
        const { id } = grid.sheets().find(({ name }) => name === "Every");
        grid.select(id, { top, left: 12, bottom: top, right: 12 });
      }, row);
      const words = await pane
        .waitForFunction(
          (name) => {
            const heading = document.querySelector("h1.fn")?.textContent;
            const text = document.querySelector("main")?.innerText ?? "";
            return heading === name && text.includes("Working") ? text : false;
          },
          fn.name,
          { timeout: 10_000 },
        )
        .then((handle) => handle.jsonValue())
        .catch(() => "nothing");
      if (words === "nothing" || /we compute|cannot be followed|#NAME/.test(words)) wrong.push(`${fn.name}: ${words}`);
    }
    assert.deepEqual(wrong, []);
  });

  for (const [form, label] of [
    ["one formula", "One formula"],
    ["rows", "A formula per cell"],
  ]) {
    it(`is the same in native formulas, tables as ${form}, and the same again on the way back`, async () => {
      await show(pane, "native", `${native.length} cells can be converted`);
      await choose(pane, label);
      await says(pane, `${native.length} cells can be converted`);
      await press(pane, `Convert ${native.length} cells`);
      await says(pane, "converted, all with the same values");
      const told = await pane.innerText("main");
      assert.doesNotMatch(told, /was left as it was/);
      assert.deepEqual(differences(names, before_, await values()), []);
      const own = await Promise.all(layout.map(({ row }) => held(workbook, "Every", row, 12)));
      assert.deepEqual(
        own.filter(({ formula }) => formula.includes("COMPUTE.")),
        [],
      );
      await show(pane, "native/back", `${native.length} cells can be turned back`);
      await press(pane, `Turn back ${native.length} cells`);
      await says(pane, `${native.length} cells turned back. They show the same values`);
      assert.deepEqual(differences(names, before_, await values()), []);
      const again = await Promise.all(layout.map(({ row }) => held(workbook, "Every", row, 12)));
      assert.ok(again.every(({ formula }) => formula.startsWith("=COMPUTE.")));
    });
  }
});

/** The arguments of an example in cells from column A on, and its call over them in column M. */
function laidOut({ name, example: { formula, result } }) {
  const given = split(formula.slice(formula.indexOf("(") + 1, -1)).map(gridOf);
  const [rows, columns] = Array.isArray(result) ? [result.length, result[0].length] : [1, 1];
  const taken = given.reduce((sum, grid) => sum + Math.max(1, grid.length), 0);
  const inputs = (from) => {
    const cells = [];
    const references = given.map((grid) => {
      if (grid.length === 0) return "";
      const top = from + cells.length + 1;
      cells.push(...grid);
      const last = `${String.fromCharCode(64 + grid[0].length)}${from + cells.length}`;
      return last === `A${top}` ? last : `A${top}:${last}`;
    });
    const first = [...(cells[0] ?? []), ...Array(12).fill(null)].slice(0, 12);
    return [[...first, `=COMPUTE.${name}(${references.join(",")})`], ...cells.slice(1)];
  };
  return { inputs, rows, columns, height: Math.max(taken, rows) + 1 };
}

/** Splits arguments at their commas, outside of braces and quotes. */
function split(text) {
  const parts = [""];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === "{") depth++;
    if (!quoted && character === "}") depth--;
    if (character === "," && depth === 0 && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** An argument as rows of cells; none where it is left out. */
function gridOf(text) {
  if (text === "") return [];
  if (text.startsWith("{")) {
    return text
      .slice(1, -1)
      .split(";")
      .map((row) => split(row).map(valueOf));
  }
  return [[valueOf(text)]];
}

function valueOf(text) {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  return /^(TRUE|FALSE)$/i.test(text) ? text.toUpperCase() === "TRUE" : Number(text);
}
