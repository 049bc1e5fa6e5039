const { compileLesson } = require("./lesson.cjs");

/** A lesson.md as the module of its data. */
module.exports = function (source) {
  return `export default ${JSON.stringify(compileLesson(source, this.resourcePath))};`;
};
