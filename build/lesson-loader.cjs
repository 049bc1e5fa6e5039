const { compileLesson, headerOf } = require("./lesson.cjs");

/** A lesson.md as the module of its data; `lesson.md?header` as that of its header alone. */
module.exports = function (source) {
  const lesson = compileLesson(source, this.resourcePath);
  return `export default ${JSON.stringify(this.resourceQuery === "?header" ? headerOf(lesson) : lesson)};`;
};
