/** The example workbook, turned into native formulas in the embedded workbook, opened where there is no add-in at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { choose, openWorkbook, press, says, show } from "../browser/setup.mjs";
import { throughLibreOffice, withoutResults } from "./setup.mjs";

test("the example workbook, converted to native formulas, shows the same numbers in LibreOffice", async () => {
  const sheets = await converted();
  const formulas = sheets.flatMap(({ cells }) => cells.flat().filter(({ formula }) => formula !== ""));
  assert.ok(formulas.length > 100);
  assert.deepEqual(
    formulas.filter(({ formula }) => /COMPUTE\./.test(formula)),
    [],
  );
  const opened = await throughLibreOffice("converted", withoutResults(await fileOf(sheets)));
  const wrong = [];
  sheets.forEach(({ name, cells }, i) =>
    cells.forEach((row, r) =>
      row.forEach(({ value, formula }, c) => {
        if (value === null || value === "") return;
        const found = opened.sheets[i].rows[r]?.[c];
        const same =
          typeof value === "number" && typeof found === "number"
            ? Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value))
            : found === value;
        if (!same) wrong.push(`${name} row ${r + 1} column ${c + 1} ${formula}: ${found}, not ${value}`);
      }),
    ),
  );
  assert.deepEqual(wrong, []);
});

/** The sheets of the example workbook after its cells were converted, tables as rows, by the pane's own buttons. */
async function converted() {
  const workbook = await openWorkbook();
  const pane = await workbook.pane();
  await show(pane, "native", "can be converted");
  await choose(pane, "Workbook");
  await choose(pane, "A formula per cell");
  await says(pane, "formulas, from");
  await press(pane, /^Convert \d+ cells$/);
  await says(pane, "converted, all with the same values.");
  assert.doesNotMatch(await pane.innerText("main"), /was left as it was/);
  const sheets = await workbook.page.evaluate(() => {
    const { grid } = window.__embeddedHost;
    return grid
      .sheets()
      .filter(({ name }) => name !== "Twins")
      .map(({ id, name }) => {
        const { bottom, right } = grid.used(id, true);
        return { name, cells: grid.read(id, { top: 0, left: 0, bottom, right }) };
      });
  });
  await workbook.close();
  return sheets;
}

/** A workbook file of the cells. What compares whole ranges within an IF is an array formula, as Excel saves it. */
async function fileOf(sheets) {
  const written = await writeXlsx({
    sheets: sheets.map(({ name, cells }) => ({
      name,
      rows: cells.map((row) => row.map(() => null)),
      cells: new Map(
        cells.flatMap((row, r) =>
          row.flatMap(({ value, formula }, c) => {
            if (formula === "" && (value === null || value === "")) return [];
            const cell =
              formula === ""
                ? { value, type: typeof value }
                : { value: null, type: "formula", formula: formula.slice(1), formulaResult: value };
            return [[`${r},${c}`, cell]];
          }),
        ),
      ),
    })),
  });
  const files = unzipSync(written);
  for (const name of Object.keys(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    const xml = strFromU8(files[name]).replace(
      /<c ([^>]*?)r="([A-Z]+\d+)"([^>]*)><f>(?=(?:SMALL|LARGE|AVERAGE)\(IF\()/g,
      '<c $1r="$2"$3><f t="array" ref="$2">',
    );
    files[name] = strToU8(xml);
  }
  return zipSync(files);
}
