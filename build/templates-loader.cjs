/** Runs src/models/downloads.ts while the build runs and writes the models as .xlsx. Follows edits in watch mode. */
const { version } = require("../package.json");

module.exports = () => {};

module.exports.pitch = async function (request) {
  const { books, examples, looks } = await this.importModule(`!!${request}`);
  const { xlsxOf } = await import("./xlsx.mjs");
  for (const book of books(version)) this.emitFile(`templates/${book.id}.xlsx`, Buffer.from(await xlsxOf(book, looks)));
  const opened = examples(version);
  // What the embedded workbook offers, and each of them when it is chosen.
  const offered = opened.map(({ id, title }) => ({ id, title }));
  this.emitFile("templates/index.json", `${JSON.stringify(offered)}\n`);
  for (const example of opened) this.emitFile(`templates/${example.id}.json`, `${JSON.stringify(example)}\n`);
  return "";
};
