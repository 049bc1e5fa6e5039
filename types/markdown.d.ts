/** A lesson, compiled by build/lesson.cjs. */
declare module "*.md" {
  const lesson: import("../src/concepts/lesson").Lesson;
  export default lesson;
}

/** Its header alone. */
declare module "*.md?header" {
  const header: import("../src/concepts/lesson").LessonHeader;
  export default header;
}
