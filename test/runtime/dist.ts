import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where the build put the add-in; DIST names another folder. */
export const dist = path.resolve(process.env.DIST ?? "dist");

/** A file of the build, as text. */
export function built(file: string): string {
  const found = path.join(dist, file);
  if (!existsSync(found)) throw new Error(`${file} is not built: run npm run build before these tests`);
  return readFileSync(found, "utf8");
}
