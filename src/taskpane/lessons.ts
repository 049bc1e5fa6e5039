import type { Lesson } from "../concepts/lesson";
import contents from "./contents.data";

/** What lists, search and the glossary need of a lesson, without its body. */
export type LessonHeader = Pick<
  Lesson,
  | "slug"
  | "title"
  | "summary"
  | "audience"
  | "minutes"
  | "track"
  | "position"
  | "prerequisites"
  | "related"
  | "functions"
  | "calculators"
  | "aliases"
  | "terms"
>;

let headers: Promise<readonly LessonHeader[]> | undefined;

/** The headers of all lessons, in the order of the curriculum. A concept whose lesson is not written has none. */
export function lessonHeaders(): Promise<readonly LessonHeader[]> {
  headers ??= Promise.all(contents.concepts.map(({ slug }) => header(slug).catch(() => undefined))).then((all) =>
    all.filter((one) => one !== undefined),
  );
  return headers;
}

/** A whole lesson. Each has a file of its own, loaded when it is opened. */
export async function lessonOf(slug: string): Promise<Lesson> {
  const module = (await import(/* webpackChunkName: "lesson-[request]" */ `../concepts/${slug}/lesson.md`)) as {
    default: Lesson;
  };
  return module.default;
}

async function header(slug: string): Promise<LessonHeader> {
  const module = (await import(
    /* webpackMode: "lazy-once", webpackChunkName: "lesson-headers" */ `../concepts/${slug}/lesson.md?header`
  )) as { default: LessonHeader };
  return module.default;
}
