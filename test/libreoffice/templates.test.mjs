import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { loadBooks } from "../../build/books.mjs";
import { throughLibreOffice, withoutResults } from "./setup.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
const { books } = await loadBooks(version);

for (const book of books) {
  test(`${book.id}: the download opens in LibreOffice without an error cell, with the same numbers`, async () => {
    const bytes = new Uint8Array(await readFile(path.join(root, `dist/templates/${book.id}.xlsx`)));
    const opened = await throughLibreOffice(book.id, withoutResults(bytes));
    assert.deepEqual(
      opened.sheets.map(({ name }) => name),
      book.sheets.map(({ name }) => name),
    );
    const wrong = [];
    let compared = 0;
    book.sheets.forEach(({ name, cells }, i) => {
      const { rows } = opened.sheets[i];
      for (const { row, column, cell, result } of cells) {
        const expected = cell.formula === undefined ? cell.value : result;
        if (expected === undefined || expected === "") continue;
        compared++;
        const found = rows[row]?.[column];
        const same =
          typeof expected === "number" && typeof found === "number"
            ? Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
            : found === expected;
        if (!same)
          wrong.push(`${name} row ${row + 1} column ${column + 1} ${cell.formula ?? ""}: ${found}, not ${expected}`);
      }
      rows.forEach((line, r) =>
        line.forEach((value, c) => {
          if (typeof value === "string" && /^#[A-Z/0!?]+$/.test(value))
            wrong.push(`${name} row ${r + 1} column ${c + 1} ${value}`);
        }),
      );
    });
    assert.ok(compared > 300);
    assert.deepEqual(wrong.slice(0, 10), []);
  });

  test(`${book.id}: the download has results, named styles, formats, widths, frozen panes, names and its chart`, async () => {
    const bytes = new Uint8Array(await readFile(path.join(root, `dist/templates/${book.id}.xlsx`)));
    const files = unzipSync(bytes);
    const text = (name) => strFromU8(files[name]);
    const styles = text("xl/styles.xml");
    for (const name of ["Input", "Calculation", "Link", "Check", "Total", "Heading", "Title"])
      assert.match(styles, new RegExp(`<cellStyle name="Compute ${name}"`));
    assert.match(styles, /<numFmt /);
    assert.match(text("xl/workbook.xml"), /<definedName /);
    const sheets = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    assert.equal(sheets.length, book.sheets.length);
    for (const name of sheets) {
      assert.match(text(name), /state="frozen"/);
      assert.match(text(name), /<col [^>]*width="/);
    }
    assert.equal(Object.keys(files).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)).length, 1);
    // What Excel shows before it calculates.
    const read = await readXlsx(bytes);
    const checks = read.sheets.find(({ name }) => name === "Checks").rows;
    assert.equal(checks[1][2], 0);
    assert.equal(checks[1][3], "OK");
  });
}
