import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Lesson } from "../../src/concepts/lesson";

const root = path.join(__dirname, "../..");

/** A whole lesson as its author writes it. */
export const written = readFileSync(path.join(root, "src/concepts/gpu-hour-cost/lesson.md"), "utf8");

export type Outcome = { readonly lesson: Lesson } | { readonly message: string };

/**
 * What the compiler makes of sources, or says about them. Runs as the build runs it, in Node:
 * jest cannot require marked, which is an ES module.
 */
export function compileAll(sources: readonly string[], { header = false } = {}): Outcome[] {
  const file = "src/concepts/gpu-hour-cost/lesson.md";
  const program = `
    const { compileLesson, headerOf, LessonError } = require("./build/lesson.cjs");
    const { sources, file, header } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const outcomes = sources.map((source) => {
      try { const lesson = compileLesson(source, file); return { lesson: header ? headerOf(lesson) : lesson }; }
      catch (error) { if (error instanceof LessonError) return { message: error.message }; throw error; }
    });
    process.stdout.write(JSON.stringify(outcomes));`;
  return JSON.parse(
    execFileSync(process.execPath, ["-e", program], {
      cwd: root,
      input: JSON.stringify({ sources, file, header }),
      encoding: "utf8",
    }),
  ) as Outcome[];
}
