/** Where the manifest at the root points: the development server. */
const development = "https://localhost:3000/";

/** Where the built add-in will be served, with a slash at the end: the one setting of a production build. */
function addinUrl(setting = process.env.ADDIN_URL) {
  const url = new URL(setting || development);
  if (url.protocol !== "https:")
    throw new Error(`ADDIN_URL must begin with https:// (it is ${setting}): Office loads nothing else`);
  if (url.search || url.hash)
    throw new Error(`ADDIN_URL must be a folder's address, without ? or # (it is ${setting})`);
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

/** The manifest at the root, for another address. Replaced without the slash, so that no spelling of the origin escapes. */
function manifestFor(xml, url) {
  return xml.replaceAll(new URL(development).origin, url.replace(/\/$/, ""));
}

module.exports = { addinUrl, manifestFor, development };
