import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { addinUrl, development, manifestFor } from "../build/addin-url.cjs";
import { distFiles } from "../build/dist-files.cjs";
import { type Build, manifestProblems } from "../build/manifest-rules.cjs";

const root = path.join(__dirname, "..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");

/** Icons as they lie in assets/, and the files that every build has: tests of the rules need no build. */
const builtFiles = ["taskpane.html", "functions.js", "functions.json", "help/index.html"];
const icons = distFiles(root);
const build = (url: string): Build => ({
  url,
  hasFile: (file) => builtFiles.includes(file) || icons.hasFile(file),
  pixels: (file) => icons.pixels(file),
});

const places = {
  "the development server": development,
  "the root of a domain": "https://compute.example/",
  "a folder of a domain": "https://tools.example/finance/compute/",
};

describe.each(Object.entries(places))("the manifest for %s", (_, url) => {
  const xml = manifestFor(manifest, url);

  it("keeps every rule", () => {
    expect(manifestProblems(xml, build(url))).toEqual([]);
  });

  it("names files under its own address only", () => {
    const addresses = [...xml.matchAll(/DefaultValue="(https:[^"]*)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(15);
    expect(addresses.filter((address) => !address.startsWith(url))).toEqual([]);
  });
});

describe("the identity of the add-in", () => {
  // Side by side installs and workbooks in use depend on both.
  it("stays the same", () => {
    expect(manifest).toContain("<Id>60f20d33-b1ab-4cd4-ac82-266a1df0f1c0</Id>");
    expect(manifest).toContain('id="Functions.Namespace" DefaultValue="COMPUTE"');
  });

  it("has the version of the package", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });
});

describe("the rules find what a schema lets pass:", () => {
  const production = "https://compute.example/";
  const replaced = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);
  const mutations: readonly [string, (xml: string) => string, RegExp][] = [
    ["no well-formed XML", replaced("</OfficeApp>", ""), /well-formed/],
    ["an Id that is no GUID", replaced(/<Id>.*<\/Id>/, "<Id>compute-economics</Id>"), /Id is no GUID/],
    ["a version of three parts", replaced("1.0.0.0", "1.0.0"), /Version has not four parts/],
    ["no SupportUrl", replaced(/<SupportUrl.*\/>/, ""), /SupportUrl is missing/],
    ["no shared runtime required", replaced("SharedRuntime", "ExcelApi"), /SharedRuntime is missing/],
    [
      "a description that is too long",
      replaced("The economics of AI compute in your cells", "x".repeat(251)),
      /Description is longer/,
    ],
    [
      "a label that is too long",
      replaced('"Explain this cell"', `"${"x".repeat(126)}"`),
      /Explain\.Label is longer than 125/,
    ],
    [
      "a resid that points nowhere",
      replaced('<Label resid="Group.Label"/>', '<Label resid="Group.Title"/>'),
      /Group\.Title, which is no resource/,
    ],
    [
      "a resid of another kind",
      replaced('<LearnMoreUrl resid="Help.Url"/>', '<LearnMoreUrl resid="Icon.16"/>'),
      /Icon\.16, which is no Url/,
    ],
    ["a resid that is too long", (xml) => xml.replaceAll("Explain.Label", "x".repeat(33)), /longer than 32/],
    [
      "a Runtime on another page",
      replaced('<Runtime resid="Taskpane.Url"', '<Runtime resid="Help.Url"'),
      /the Runtime Help\.Url/,
    ],
    [
      "functions on another page",
      replaced(/(<Page>\s*<SourceLocation resid=")Taskpane\.Url/, "$1Help.Url"),
      /Page SourceLocation names Help\.Url/,
    ],
    [
      "a FunctionFile on another page",
      replaced('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
      /FunctionFile names Help\.Url/,
    ],
    [
      "a button for another page",
      replaced(/(<TaskpaneId>.*<\/TaskpaneId>\s*<SourceLocation resid=")Taskpane\.Url/, "$1Help.Url"),
      /Action SourceLocation/,
    ],
    ["another page as source", replaced("taskpane.html", "functions.js"), /DefaultSettings names another page/],
    ["a runtime of short life", replaced('lifetime="long"', 'lifetime="short"'), /Runtime of lifetime long/],
    [
      "an address without encryption",
      replaced("https://compute.example/functions.json", "http://compute.example/functions.json"),
      /does not begin with https/,
    ],
    [
      "another domain for the metadata",
      replaced("https://compute.example/functions.json", "https://cdn.example/functions.json"),
      /not on one domain/,
    ],
    [
      "an address outside the add-in",
      replaced("https://compute.example/help/", "https://elsewhere.example/help/"),
      /is not under/,
    ],
    [
      "localhost left over",
      replaced("<Hosts>", "<AppDomains><AppDomain>https://localhost:3000</AppDomain></AppDomains><Hosts>"),
      /localhost/,
    ],
    [
      "localhost in other letters",
      replaced("<Hosts>", "<AppDomains><AppDomain>https://LocalHost</AppDomain></AppDomains><Hosts>"),
      /localhost/,
    ],
    [
      "localhost as a number",
      replaced("<Hosts>", "<AppDomains><AppDomain>https://127.0.0.1</AppDomain></AppDomains><Hosts>"),
      /localhost/,
    ],
    [
      "a namespace with a space",
      replaced('DefaultValue="COMPUTE"', 'DefaultValue="COMPUTE ECONOMICS"'),
      /the namespace/,
    ],
    ["a namespace with a symbol", replaced('DefaultValue="COMPUTE"', 'DefaultValue="COMPUTE-1"'), /the namespace/],
    ["an icon size left out", replaced('<bt:Image size="80" resid="Icon.80"/>', ""), /no 80 pixels/],
    ["an icon file that is missing", replaced("icon-48.png", "icon-49.png"), /icon-49\.png is not in the build/],
    [
      "an icon file of another size",
      replaced(
        'id="Icon.16" DefaultValue="https://compute.example/assets/icon-16.png"',
        'id="Icon.16" DefaultValue="https://compute.example/assets/icon-20.png"',
      ),
      /icon-20\.png is not of 16 pixels/,
    ],
    ["a small high-resolution icon", replaced("icon-64.png", "icon-32.png"), /icon-32\.png is not of 64 pixels/],
    [
      "a page that is not built",
      (xml) => xml.replaceAll("taskpane.html", "pane.html"),
      /pane\.html is not in the build/,
    ],
    ["no button for the pane", (xml) => xml.replaceAll("ShowTaskpane", "ExecuteFunction"), /no button shows the pane/],
    ["a second pane", replaced("ComputeEconomics.Pane", "Another.Pane"), /more than one pane/],
    [
      "a switch in the context menu",
      replaced(/(ContextMenuCell[\s\S]*?)<Action/, "$1<Enabled>true</Enabled><Action"),
      /Enabled is not allowed/,
    ],
    [
      "a second entry in the context menu",
      replaced(/(<OfficeMenu[^>]*>\s*)(<Control[\s\S]*?<\/Control>)/, "$1$2$2"),
      /exactly one control/,
    ],
  ];

  it.each(mutations)("%s", (_, mutate, problem) => {
    const before = manifestFor(manifest, production);
    const after = mutate(before);
    expect(after).not.toBe(before);
    expect(manifestProblems(after, build(production)).join("\n")).toMatch(problem);
  });
});

describe("ADDIN_URL", () => {
  it("gets the slash at its end", () => {
    expect(addinUrl("https://tools.example/compute")).toBe("https://tools.example/compute/");
  });

  it("is the development server where it is not set", () => {
    expect(addinUrl("")).toBe(development);
  });

  it.each([
    ["http://compute.example/", /must begin with https/],
    ["https://compute.example/?version=2", /without \? or #/],
    ["compute.example", /Invalid URL/],
  ])("is refused when it is %s", (setting, words) => {
    expect(() => addinUrl(setting)).toThrow(words);
  });

  it("stops the build when it will not do", () => {
    const start = () =>
      execFileSync(process.execPath, ["-e", 'require("./webpack.config.js")({}, { mode: "production" })'], {
        cwd: root,
        env: { ...process.env, ADDIN_URL: "http://compute.example/" },
        stdio: "pipe",
      });
    expect(start).toThrow(/must begin with https/);
  });
});
