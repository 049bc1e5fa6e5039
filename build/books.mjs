/** The models as the build writes them, for tests. */
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const scratch = fileURLToPath(new URL("../.tmp", import.meta.url));

/** Books (src/models/downloads.ts) and the looks of their cells. */
export async function loadBooks(version = "0.0.0") {
  await mkdir(scratch, { recursive: true });
  const outfile = path.join(scratch, `books-${process.pid}.mjs`);
  await build({
    entryPoints: [fileURLToPath(new URL("../src/models/downloads.ts", import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const { books, looks } = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  return { books: books(version), looks };
}
