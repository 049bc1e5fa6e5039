/** A lesson, compiled by build/lesson.cjs. */
declare module "*.md" {
  const lesson: import("../src/concepts/lesson").Lesson;
  export default lesson;
}
