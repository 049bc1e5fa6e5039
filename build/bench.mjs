/** `npm run bench`: builds the benchmark and runs it. Everything in it is a ratio measured in one run: machines differ. */
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const outfile = fileURLToPath(new URL(".tmp/bench.mjs", root));
mkdirSync(fileURLToPath(new URL(".tmp", root)), { recursive: true });
await build({
  entryPoints: [fileURLToPath(new URL("test/bench/bench.ts", root))],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "error",
  external: ["jsdom"],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
await import(pathToFileURL(outfile).href);
