import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

// The models and an independent spreadsheet engine in one file that Node can run.
const outfile = fileURLToPath(new URL(`../../.tmp/models-${process.pid}.mjs`, import.meta.url));
mkdirSync(fileURLToPath(new URL("../../.tmp", import.meta.url)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("models.ts", import.meta.url))],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  loader: { ".css": "empty" },
});
const { bookAgreement, modelIds } = await import(pathToFileURL(outfile).href);

for (const id of modelIds()) {
  test(`${id}: its classic rows come to the same in an independent spreadsheet engine`, async () => {
    const { compared, differences, errors } = await bookAgreement(id);
    assert.ok(compared > 100);
    assert.deepEqual(differences, []);
    assert.equal(errors, 0);
  });
}

// The engine keeps timers that would hold the process open.
after(() => setTimeout(() => process.exit(), 100).unref());
