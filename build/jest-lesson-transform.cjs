const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { compileLesson } = require("./lesson.cjs");

const compiler = ["lesson", "lesson-formula", "lesson-scopes", "lesson-shape", "lesson-text"]
  .map((name) => fs.readFileSync(path.join(__dirname, `${name}.cjs`), "utf8"))
  .join("");

/** A lesson.md as the module of its data, for jest. */
module.exports = {
  process: (source, file) => ({
    code: `module.exports = { __esModule: true, default: ${JSON.stringify(compileLesson(source, file))} };`,
  }),
  // A change of the compiler is a change of every lesson.
  getCacheKey: (source, file) => createHash("sha1").update(compiler).update(source).update(file).digest("hex"),
};
