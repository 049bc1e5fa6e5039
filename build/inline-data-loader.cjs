/** Runs a module at build time and puts its default export in its place, so that what it was made from is not loaded. */
module.exports = () => {};
module.exports.pitch = async function (request) {
  const { default: data } = await this.importModule(`!!${request}`);
  return `export default ${JSON.stringify(data)};`;
};
