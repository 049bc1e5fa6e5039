import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// The declarations and an independent spreadsheet engine in one file that Node can run.
const outfile = fileURLToPath(new URL(`../../.tmp/twins-${process.pid}.mjs`, import.meta.url));
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

/** Registers the tests of one half of the functions: the halves run side by side, in processes of their own. */
export function compareHalf(half) {
  const names = named().filter((name, i) => i % 2 === half && (!only || only.includes(name)));
  for (const name of names) {
    test(`${name}: function, printed formulas and the catalogue's native agree on ${sets} random argument sets`, async () => {
      const { sets: made, compared, differences } = await agreement(name, sets);
      assert.equal(made, sets, "every set could be made");
      assert.ok(compared >= sets);
      assert.deepEqual(differences, []);
    });
  }
  // The engine keeps timers that would hold the process open.
  after(() => setTimeout(() => process.exit(), 100).unref());
}
