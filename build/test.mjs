/**
 * `npm test`: everything that must hold, in order, each stage with its result. Nothing is skipped in silence: a test that is
 * skipped counts as failed. Ends with one line, `N passed, N failed`, and fails when anything failed.
 */
import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";
import { findLibreOffice } from "./libreoffice.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const scratch = path.join(root, ".tmp/gate");
const jestReport = path.join(scratch, "jest.json");
const productionBuild = path.join(scratch, "production");

/** Programs are started by their files: the links in node_modules/.bin are of another kind on Windows. */
const tools = {
  tsc: "typescript/bin/tsc",
  eslint: "eslint/bin/eslint.js",
  prettier: "prettier/bin/prettier.cjs",
  webpack: "webpack/bin/webpack.js",
  jest: "jest/bin/jest.js",
};

/** A stage that hangs is ended. */
const longestStage = 14 * 60_000;

/** Any address but the development server's, in a folder: what a real build is made for. */
const production = { ADDIN_URL: "https://tools.example/finance/compute/" };

const stages = [
  ["Chromium", chromium],
  ["types", () => checked("tsc", "--noEmit")],
  ["eslint", () => checked("eslint", ".")],
  ["prettier", () => checked("prettier", "--check", "--log-level", "warn", ".")],
  ["build", () => succeeded(npm(["run", "build"]))],
  ["build for another address", buildForProduction],
  ["jest", jest],
  // Two files at a time: a browser waits for its page as often as it works.
  ["browser", () => nodeTests("test/browser", 2)],
  ["LibreOffice", libreOffice],
  ["models in LibreOffice", () => nodeTests("test/libreoffice", 1)],
  // Two processes, for the two halves of the functions.
  ["parity with an independent spreadsheet engine", () => nodeTests("test/parity", 2)],
];

await rm(scratch, { recursive: true, force: true });
await mkdir(scratch, { recursive: true });
const results = [];
for (const [name, run] of stages) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const counts = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  results.push([name, counts, seconds]);
}

console.log("\n== results");
for (const [name, { passed, failed }, seconds] of results) {
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${name}: ${passed} of ${passed + failed} in ${seconds} s`);
}
const total = (which) => results.reduce((sum, [, counts]) => sum + counts[which], 0);
process.exitCode = total("failed") === 0 ? 0 : 1;
console.log(`${total("passed")} passed, ${total("failed")} failed`);

async function chromium() {
  process.env.CHROMIUM = await findChromium();
  console.log(process.env.CHROMIUM);
  return { passed: 1, failed: 0 };
}

async function libreOffice() {
  process.env.SOFFICE = await findLibreOffice();
  console.log(process.env.SOFFICE);
  return { passed: 1, failed: 0 };
}

/** One of the project's tools: it passes or fails as a whole. */
function checked(tool, ...options) {
  return succeeded(node([fileOf(tool), ...options]));
}

function fileOf(tool) {
  return path.join(root, "node_modules", tools[tool]);
}

async function buildForProduction() {
  const webpack = await node([fileOf("webpack"), "--mode", "production", "--output-path", productionBuild], production);
  if (webpack !== 0) return { passed: 0, failed: 1 };
  return succeeded(node([path.join(root, "build/after-build.mjs"), productionBuild], production));
}

async function jest() {
  const code = await node([fileOf("jest"), "--ci", "--json", "--outputFile", jestReport, "--silent"]);
  const report = JSON.parse(await readFile(jestReport, "utf8"));
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped`);
  // A file that cannot be loaded has no tests that could fail.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
  return counted(report.numPassedTests, failed, code);
}

/** Tests that need a browser, or the spreadsheet engine outside one. */
async function nodeTests(folder, concurrency) {
  const files = await testFiles(folder);
  if (files.length === 0) throw new Error(`there are no tests in ${folder}`);
  const tap = path.join(scratch, `${path.basename(folder)}.tap`);
  const reporters = ["spec", "stdout", "tap", tap].map((value, i) =>
    i % 2 ? `--test-reporter-destination=${value}` : `--test-reporter=${value}`,
  );
  const code = await node(["--test", `--test-concurrency=${concurrency}`, ...reporters, ...files]);
  const report = await readFile(tap, "utf8");
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, "m").exec(report)?.[1] ?? 0);
  return counted(count("pass"), count("fail") + count("cancelled") + count("skipped") + count("todo"), code);
}

async function testFiles(folder) {
  const names = await readdir(path.join(root, folder)).catch(() => []);
  return names.filter((name) => name.endsWith(".test.mjs")).map((name) => path.join(root, folder, name));
}

/** A program that failed although no test did, has failed all the same. */
function counted(passed, failed, code) {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

async function succeeded(ending) {
  return (await ending) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function node(options, environment = {}) {
  return program(process.execPath, options, environment);
}

function npm(options) {
  return program(process.platform === "win32" ? "npm.cmd" : "npm", options);
}

/** The exit code, once the program has ended. */
function program(command, options, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "inherit"],
      timeout: longestStage,
      shell: command.endsWith(".cmd"),
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (signal) console.error(`ended by ${signal}`);
      resolve(code ?? 1);
    });
  });
}
