import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// The declarations and an independent spreadsheet engine in one file that Node can run.
const outfile = fileURLToPath(new URL("../../.tmp/twins.mjs", import.meta.url));
mkdirSync(fileURLToPath(new URL("../../.tmp", import.meta.url)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("twins.ts", import.meta.url))],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  loader: { ".css": "empty" },
});
const { agreement, named } = await import(pathToFileURL(outfile).href);
const sets = Number(process.env.TWIN_SETS ?? 200);
const only = process.env.TWIN_ONLY?.split(",");

for (const name of named()) {
  if (only && !only.includes(name)) continue;
  test(`${name}: function, printed formulas and the catalogue's native agree on ${sets} random argument sets`, async () => {
    const { sets: made, compared, differences } = await agreement(name, sets);
    assert.equal(made, sets, "every set could be made");
    assert.ok(compared >= sets);
    assert.deepEqual(differences, []);
  });
}

test.after(() => setTimeout(() => process.exit(), 100).unref());
