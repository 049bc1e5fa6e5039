/** Everything static that the build writes: help pages and the reference. Run once by the build. */
import type { Lesson } from "../concepts/lesson";
import { allFunctions } from "../models/what-if";
import { functionPage } from "./function-page";
import { indexPage } from "./index-page";
import { lessonPage } from "./lesson-page";
import { document, type Page } from "./page";
import { referenceOf } from "./reference";

/** Files by their path in dist/, for the lessons that are written. */
export function filesFor(lessons: readonly Lesson[]): Readonly<Record<string, string>> {
  const titles = new Map(lessons.map(({ slug, title }) => [slug, title]));
  const pages: readonly Page[] = [
    indexPage(titles),
    ...allFunctions.map((fn) => functionPage(fn, titles)),
    ...lessons.map(lessonPage),
  ];
  return {
    "reference.json": `${JSON.stringify({ functions: allFunctions.map(referenceOf) }, null, 2)}\n`,
    ...Object.fromEntries(pages.map((page) => [`help/${page.path}`, document(page)])),
  };
}
