/**
 * Looks over a finished build: is everything there that the manifest, Excel and the pages name, and would it run? Says what
 * is wrong and fails, so that no build with a hole in it is put on a server.
 *
 *   node build/after-build.mjs [FOLDER]
 */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { addinUrl, development } from "./addin-url.cjs";
import { distFiles } from "./dist-files.cjs";
import { manifestProblems } from "./manifest-rules.cjs";

/** What may be loaded at most, in bytes: as sent, compressed; and one script before compression, for it has to be read. */
const limits = { pageCompressed: 250_000, functions: 400_000, catalogue: 400_000 };

const mostShown = 20;

const officeScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

const folder = path.resolve(process.argv[2] ?? fileURLToPath(new URL("../dist", import.meta.url)));
const url = addinUrl();
const files = distFiles(folder);
const read = (file) => readFile(path.join(folder, file), "utf8");

const problems = (
  await Promise.all([manifest(), functions(), pane(), sizes(), pages(), noTraceOfDevelopment()])
).flat();
if (problems.length > 0) {
  const shown = problems.slice(0, mostShown).map((problem) => `- ${problem}`);
  const more = problems.length > mostShown ? [`and ${problems.length - mostShown} more`] : [];
  console.error([`The build is not right in ${problems.length} places:`, ...shown, ...more].join("\n"));
  process.exitCode = 1;
} else console.log(`The build for ${url} is complete.`);

async function manifest() {
  const found = manifestProblems(await read("manifest.xml"), { url, ...files });
  return found.map((problem) => `manifest.xml: ${problem}`);
}

/** Metadata and script must name the same functions, and each its help page. */
async function functions() {
  const { functions: declared } = JSON.parse(await read("functions.json"));
  const associated = [];
  const CustomFunctions = { associate: (table) => associated.push(...Object.keys(table)) };
  vm.runInNewContext(await read("functions.js"), { CustomFunctions });
  const ids = declared.map(({ id }) => id);
  return [
    ...ids.filter((id) => !associated.includes(id)).map((id) => `functions.js does not associate ${id}`),
    ...associated.filter((id) => !ids.includes(id)).map((id) => `functions.json does not know ${id}`),
    ...declared.filter(({ helpUrl }) => !isBuilt(helpUrl)).map(({ id }) => `${id} has no help page`),
  ];
}

function isBuilt(address) {
  return address?.startsWith(url) && files.hasFile(address.slice(url.length));
}

/** Scripts in the order that Excel needs, none of them a module or early, and nothing that the policy would refuse. */
async function pane() {
  const { document } = new JSDOM(await read("taskpane.html")).window;
  const scripts = [...document.querySelectorAll("script")];
  const sources = scripts.map((script) => script.getAttribute("src"));
  const policies = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]')];
  const policy = policies[0]?.getAttribute("content") ?? "";
  const wrong = [
    [sources[0] !== officeScript, "must load office.js first"],
    [sources[1] !== "functions.js", "must load functions.js second"],
    [scripts.some((script) => script.type === "module" || script.async), "must not load scripts as modules or async"],
    [scripts.some((script) => script.textContent.trim() !== ""), "must not hold scripts"],
    [document.querySelector("style, [style], [onload], [onclick]") !== null, "must not hold styles or handlers"],
    [policies.length !== 1, "must have one Content-Security-Policy"],
    [!policy.includes("default-src 'none'"), "must allow nothing by default"],
    [policy.includes("unsafe-"), "must not allow what is unsafe"],
  ];
  return wrong.filter(([is]) => is).map(([, words]) => `taskpane.html ${words}`);
}

/** The pane's page loads the functions, the catalogue once more for itself, and the pane. */
async function sizes() {
  const { document } = new JSDOM(await read("taskpane.html")).window;
  const loaded = [...document.querySelectorAll("script[src], link[rel=stylesheet]")]
    .map((element) => element.getAttribute("src") ?? element.getAttribute("href"))
    .filter((file) => !file.startsWith("https:"));
  const contents = await Promise.all(loaded.map((file) => readFile(path.join(folder, file))));
  const compressed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  console.log(`The pane's page loads ${Math.round(compressed / 1000)} kB, compressed.`);
  const tooLong = loaded.flatMap((file, i) => {
    const limit =
      file === "functions.js" ? limits.functions : file.startsWith("catalogue.") ? limits.catalogue : Infinity;
    return contents[i].length > limit ? [`${file} is longer than ${limit} bytes`] : [];
  });
  return compressed > limits.pageCompressed
    ? [...tooLong, `the pane's page loads more than ${limits.pageCompressed} bytes`]
    : tooLong;
}

/** Pages of the add-in lead only to files that are there. */
async function pages() {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  const checked = await Promise.all(
    names.map(async (name) => {
      const { document } = new JSDOM(await read(name)).window;
      const links = [...document.querySelectorAll("[href], [src]")].map(
        (element) => element.getAttribute("href") ?? element.getAttribute("src"),
      );
      const page = new URL(name.split(path.sep).join("/"), url);
      return links
        .filter((link) => !/^(https?:|mailto:|data:|#)/.test(link))
        .map((link) => new URL(link, page))
        .filter(
          (target) =>
            !target.href.startsWith(url) || !files.hasFile(target.href.slice(url.length).replace(/[?#].*$/, "")),
        )
        .map((target) => `${name} leads to ${target.pathname}, which is not built`);
    }),
  );
  return checked.flat();
}

/** The address of the development server in a build for another one. */
async function noTraceOfDevelopment() {
  if (url === development) return [];
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(html|js|json|xml|css)$/.test(name));
  const texts = await Promise.all(names.map(async (name) => [name, await read(name)]));
  return texts
    .filter(([, text]) => text.includes(new URL(development).host))
    .map(([name]) => `${name} names the development server`);
}
