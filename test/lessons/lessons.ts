import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Lesson } from "../../src/concepts/lesson";

const folder = path.join(__dirname, "../../src/concepts");

/** Every lesson of the course, compiled. */
export const lessons: readonly Lesson[] = readdirSync(folder)
  .map((slug) => path.join(folder, slug, "lesson.md"))
  .filter((file) => existsSync(file))
  .map((file) => jest.requireActual<{ default: Lesson }>(file).default);

/** Rows for `it.each`: the slug, for the test's name, and the lesson. */
export const bySlug = lessons.map((lesson): [string, Lesson] => [lesson.slug, lesson]);
