/** Runs a module while the build runs and puts what it exports by default into functions.json. Follows edits in watch mode. */
module.exports = () => {};

module.exports.pitch = async function (request) {
  const { default: json } = await this.importModule(`!!${request}`);
  this.emitFile("functions.json", `${JSON.stringify(json, null, 2)}\n`);
  return "";
};
