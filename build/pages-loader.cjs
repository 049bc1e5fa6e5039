/** Runs a module while the build runs and writes the files that it exports by default. Follows edits in watch mode. */
module.exports = () => {};

module.exports.pitch = async function (request) {
  const { default: files } = await this.importModule(`!!${request}`);
  for (const [path, content] of Object.entries(files)) this.emitFile(path, content);
  return "";
};
