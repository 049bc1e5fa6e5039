/** Opens workbooks in LibreOffice, another spreadsheet program than the one they are made for. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { findLibreOffice } from "../../build/libreoffice.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scratch = path.join(root, `.tmp/libreoffice-${process.pid}`);
after(() => rm(scratch, { recursive: true, force: true }));

/** Opens a file in LibreOffice and saves it again: as computed there. */
export async function throughLibreOffice(name, bytes) {
  await mkdir(path.join(scratch, "out"), { recursive: true });
  const soffice = await findLibreOffice();
  const file = path.join(scratch, `${name}.xlsx`);
  await writeFile(file, bytes);
  const profile = pathToFileURL(path.join(scratch, "profile")).href;
  const options = ["--headless", `-env:UserInstallation=${profile}`, "--convert-to", "xlsx:Calc MS Excel 2007 XML"];
  const { status, stderr } = spawnSync(soffice, [...options, "--outdir", path.join(scratch, "out"), file], {
    encoding: "utf8",
    timeout: 180_000,
  });
  assert.equal(status, 0, stderr);
  return readXlsx(await readFile(path.join(scratch, "out", `${name}.xlsx`)));
}

/** The file without the results of its formulas, so that nothing but LibreOffice can have computed them. */
export function withoutResults(bytes) {
  const files = unzipSync(bytes);
  let removed = 0;
  for (const name of Object.keys(files)) {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    const xml = strFromU8(files[name]).replace(/(<\/f>)<v>[^<]*<\/v>/g, (_, end) => (removed++, end));
    // A formula cell whose type was that of its result.
    files[name] = strToU8(xml.replace(/<c ([^>]*?) ?t="\w+"([^>]*)>(?=<f[ >])/g, "<c $1$2>"));
  }
  assert.ok(removed > 20, `${removed} results were there to be removed`);
  return zipSync(files);
}
