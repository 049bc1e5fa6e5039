const fs = require("node:fs");
const path = require("node:path");
const { compileLesson } = require("./lesson.cjs");

const concepts = path.join(__dirname, "../src/concepts");

/** Runs src/help/pages.ts while the build runs and writes the files that it makes of the lessons. Follows edits in watch mode. */
module.exports = () => {};

module.exports.pitch = async function (request) {
  const { filesFor } = await this.importModule(`!!${request}`);
  const sources = fs
    .readdirSync(concepts)
    .map((slug) => path.join(concepts, slug, "lesson.md"))
    .filter((file) => fs.existsSync(file));
  sources.forEach((file) => this.addDependency(file));
  const lessons = sources.map((file) => compileLesson(fs.readFileSync(file, "utf8"), file));
  for (const [file, content] of Object.entries(filesFor(lessons))) this.emitFile(file, content);
  return "";
};
