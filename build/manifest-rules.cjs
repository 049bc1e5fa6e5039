const { JSDOM } = require("jsdom");

/** Pixel sizes that Office asks of a control's icon, and the icon's own two. */
const neededSizes = [16, 32, 80];
const iconElements = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** Any way to write this machine. */
const localAddress = /localhost|127\.0\.0\.|%6c|\[::1\]|0\.0\.0\.0/i;

/**
 * What is wrong with a manifest beyond what its schema says, each in a sentence; none when it is right.
 * `url` is where the add-in is served, with a slash at the end. `pixels(file)` tells the width and height of a PNG of the
 * build, `hasFile(file)` whether the build has a file.
 */
function manifestProblems(xml, { url, hasFile, pixels }) {
  const document = new new JSDOM("").window.DOMParser().parseFromString(xml, "application/xml");
  if (document.querySelector("parsererror")) return ["is no well-formed XML"];
  const rules = [identity, addresses, references, sharedRuntime, namespace, icons, commands];
  return rules.flatMap((rule) => rule(reader(document), { url, xml, hasFile, pixels }));
}

/** Elements by their names without prefix: the file mixes several namespaces. */
function reader(document) {
  const all = (name, within = document) => [...within.getElementsByTagNameNS("*", name)];
  const value = (name) => all(name)[0]?.getAttribute("DefaultValue") ?? undefined;
  const text = (name) => all(name)[0]?.textContent?.trim();
  const resources = new Map(
    ["Image", "Url", "String"].flatMap((type) =>
      all(type).flatMap((element) =>
        element.getAttribute("id")
          ? [[element.getAttribute("id"), { type, value: element.getAttribute("DefaultValue") }]]
          : [],
      ),
    ),
  );
  return { all, value, text, resources };
}

function identity({ text, value, all }) {
  const problems = [];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text("Id") ?? "")) problems.push("Id is no GUID");
  if (!/^\d+(\.\d+){3}$/.test(text("Version") ?? "")) problems.push("Version has not four parts");
  if (!value("SupportUrl")) problems.push("SupportUrl is missing");
  if ((value("Description") ?? "").length > 250) problems.push("Description is longer than 250 characters");
  for (const [list, longest] of [
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ]) {
    for (const string of all(list).flatMap((element) => all("String", element))) {
      if (string.getAttribute("DefaultValue").length > longest)
        problems.push(`${string.getAttribute("id")} is longer than ${longest} characters`);
    }
  }
  if (!all("Set").some((set) => set.getAttribute("Name") === "SharedRuntime"))
    problems.push("the requirement SharedRuntime is missing");
  return problems;
}

function addresses({ all, value, resources }, { url, xml, hasFile }) {
  const production = !localAddress.test(url);
  const problems = production && localAddress.test(xml) ? ["names localhost in a production build"] : [];
  const named = [
    ...["IconUrl", "HighResolutionIconUrl", "SupportUrl"].map(value),
    ...all("SourceLocation").map((element) => element.getAttribute("DefaultValue")),
    ...[...resources.values()].filter(({ type }) => type !== "String").map(({ value }) => value),
  ].filter(Boolean);
  for (const address of new Set(named)) {
    if (!address.startsWith("https://")) problems.push(`${address} does not begin with https://`);
    else if (!address.startsWith(url)) problems.push(`${address} is not under ${url}`);
    else if (!hasFile(address.slice(url.length))) problems.push(`${address} is not in the build`);
  }
  return problems;
}

function references({ all, resources }) {
  const kinds = { Image: "Image", SourceLocation: "Url", FunctionFile: "Url", LearnMoreUrl: "Url", Runtime: "Url" };
  return all("*").flatMap((element) => {
    const resid = element.getAttribute("resid");
    if (resid === null) return [];
    const resource = resources.get(resid);
    if (resid.length > 32) return [`${resid} is longer than 32 characters`];
    if (!resource) return [`${element.localName} points to ${resid}, which is no resource`];
    const wanted = kinds[element.localName] ?? "String";
    return resource.type === wanted ? [] : [`${element.localName} points to ${resid}, which is no ${wanted}`];
  });
}

/** One page for pane and functions: five places must name it. */
function sharedRuntime({ all, resources, value }) {
  const runtimes = all("Runtime");
  if (runtimes.length !== 1 || runtimes[0].getAttribute("lifetime") !== "long")
    return ["has not exactly one Runtime of lifetime long"];
  const page = runtimes[0].getAttribute("resid");
  const pages = [
    ...all("Page").flatMap((element) => all("SourceLocation", element)),
    ...all("FunctionFile"),
    ...all("Action").flatMap((element) => all("SourceLocation", element)),
  ];
  const problems = pages
    .filter((element) => element.getAttribute("resid") !== page)
    .map(
      (element) =>
        `${element.parentElement.localName} ${element.localName} names ${element.getAttribute("resid")}, the Runtime ${page}`,
    );
  const source = all("DefaultSettings")
    .flatMap((element) => all("SourceLocation", element))[0]
    ?.getAttribute("DefaultValue");
  if (source !== resources.get(page)?.value) problems.push("DefaultSettings names another page than the Runtime");
  const origins = new Set(
    ["Script", "Page", "Metadata"]
      .flatMap((name) => all(name).flatMap((element) => all("SourceLocation", element)))
      .map((element) => originOf(resources.get(element.getAttribute("resid"))?.value)),
  );
  if (origins.size !== 1) problems.push("script, page and metadata of the functions are not on one domain");
  if (!value("DisplayName")) problems.push("DisplayName is missing");
  return problems;
}

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

function namespace({ all, resources }) {
  const name = resources.get(all("Namespace")[0]?.getAttribute("resid"))?.value ?? "";
  return /^[A-Z][A-Z0-9]{0,31}$/.test(name) ? [] : [`the namespace “${name}” is not of capitals and digits`];
}

function icons({ all, value, resources }, { url, pixels }) {
  const problems = [];
  const check = (address, size) => {
    if (!address?.startsWith(url)) return;
    const found = pixels(address.slice(url.length));
    if (found && (found.width !== size || found.height !== size)) problems.push(`${address} is not of ${size} pixels`);
  };
  for (const [element, size] of Object.entries(iconElements)) check(value(element), size);
  for (const icon of all("Icon")) {
    const images = all("Image", icon);
    const sizes = images.map((image) => Number(image.getAttribute("size")));
    for (const size of neededSizes) if (!sizes.includes(size)) problems.push(`an icon has no ${size} pixels`);
    images.forEach((image, i) => check(resources.get(image.getAttribute("resid"))?.value, sizes[i]));
  }
  return problems;
}

function commands({ all }) {
  const problems = [];
  const actions = all("Action").map((action) =>
    action.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type"),
  );
  if (!actions.includes("ShowTaskpane")) problems.push("no button shows the pane");
  const panes = new Set(all("TaskpaneId").map((element) => element.textContent));
  if (panes.size > 1) problems.push("buttons open more than one pane");
  for (const menu of all("OfficeMenu")) {
    if (all("Control", menu).length !== 1) problems.push("the context menu has not exactly one control");
    if (all("Enabled", menu).length > 0) problems.push("Enabled is not allowed in a context menu");
  }
  return problems;
}

module.exports = { manifestProblems };
