const { existsSync, readFileSync, statSync } = require("node:fs");
const path = require("node:path");

const pngSignature = "89504e470d0a1a0a";

/** What the rules for manifests ask of a folder with a build. */
function distFiles(folder) {
  const at = (file) => path.join(folder, decodeURI(file));
  return {
    hasFile: (file) => existsSync(at(file)) && statSync(at(file)).isFile(),
    pixels(file) {
      if (!existsSync(at(file))) return undefined;
      const bytes = readFileSync(at(file));
      if (bytes.subarray(0, 8).toString("hex") !== pngSignature) return undefined;
      return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    },
  };
}

module.exports = { distFiles };
