/** The built pane in a real browser, without Excel: every screen in each look, by keyboard, and what it loads. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { chromium } from "playwright-core";
import { browserFlags, findChromium } from "../../build/chromium.mjs";
import { serve } from "../../build/start.mjs";
import { dist } from "./setup.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Office's script, the one file that does not lie beside the page; it is cut off, as it is without a network. */
const officeHost = "appsforoffice.microsoft.com";

/** What the pane may load before the first lesson is opened, compressed; Excel's functions.js is not the pane's. */
const budget = 60 * 1024;

const screens = {
  home: "Learn",
  lessons: "to go",
  "lesson/gpu-backed-financing": "Exit questions",
  functions: "functions",
  "function/GPUHOURCOST": "1.63079",
  "function/LOANSCHEDULE": "12 rows",
  "function/NOSUCHFUNCTION": "No function is called",
  cell: "There is no workbook here",
  glossary: "terms",
  calculators: "GPU-hour cost",
  "calculator/gpu-hour-cost": "1.80458",
  models: "Inputs are illustrative",
  "model/gpu-backed-loan": "What it decides",
  "model/nosuchmodel": "There is no model",
  settings: "Digits shown",
  native: "This needs a workbook",
  about: "Version",
};

let server;
let browser;

before(async () => {
  server = await serve(dist);
  browser = await chromium.launch({ executablePath: await findChromium(), args: browserFlags });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A fresh reader's pane on a screen; `done` ends it and fails when it asked another host for anything or reported an error. */
async function openPane(screen, { width = 320, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 640 }, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const strangers = [];
  const errors = [];
  const loaded = [];
  await page.route(
    (address) => !address.href.startsWith(server.url) && address.protocol !== "data:",
    (route) => {
      strangers.push(new URL(route.request().url()).host);
      return route.abort();
    },
  );
  page.on("response", (response) => loaded.push(new URL(response.url()).pathname));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.location().url.includes(officeHost)) errors.push(message.text());
  });
  await page.goto(`${server.url}taskpane.html#${screen}`);
  await page.waitForFunction((words) => document.body.innerText.includes(words), screens[screen] ?? "");
  const done = async () => {
    await context.close();
    assert.deepEqual(
      [...new Set(strangers)].filter((host) => host !== officeHost),
      [],
      "requests to other hosts",
    );
    assert.deepEqual(errors, [], "errors in the console");
  };
  return { page, done, loaded };
}

const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

const openDetails = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** Waits until the focus is on the heading of this text: a new screen takes it after it is drawn. */
const focusOn = (page, text) =>
  page.waitForFunction((wanted) => document.activeElement?.textContent?.trim() === wanted, text);

describe("every screen", () => {
  for (const screen of Object.keys(screens)) {
    for (const colorScheme of ["light", "dark"]) {
      it(`${screen}, ${colorScheme}: nothing scrolls sideways at 320 and 400 px, axe finds nothing`, async () => {
        const { page, done } = await openPane(screen, { width: 320, colorScheme });
        await openDetails(page);
        assert.equal(await sideways(page), 0);
        assert.deepEqual(await violations(page), []);
        await page.setViewportSize({ width: 400, height: 640 });
        assert.equal(await sideways(page), 0);
        await done();
      });
    }
  }

  it("keeps to its width at 200 % zoom and with wide letters", async () => {
    const { page, done } = await openPane("function/GPUHOURCOST", { width: 320, deviceScaleFactor: 2 });
    await page.evaluate(() =>
      document.documentElement.style.setProperty("--t-body", "400 28px/40px Verdana, sans-serif"),
    );
    assert.equal(await sideways(page), 0);
    await done();
  });

  it("says verdicts in high contrast by words and signs", async () => {
    const { page, done } = await openPane("calculator/gpu-hour-cost", { forcedColors: "active" });
    const verdict = page.locator(".verdict.pass");
    assert.match(await verdict.innerText(), /Owning costs .* less an hour/);
    assert.equal(await verdict.evaluate((element) => getComputedStyle(element).borderTopStyle), "solid");
    await done();
  });
});

describe("by keyboard alone", () => {
  it("searches, opens a function, changes an argument and comes back", async () => {
    const { page, done } = await openPane("home");
    await page.keyboard.press("/");
    await page.keyboard.type("gpuhourcost");
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.body.innerText.includes("1.63079"));
    await focusOn(page, "GPUHOURCOST");
    for (let i = 0; i < 12 && (await page.evaluate(() => document.activeElement?.id)) !== "argument-capex"; i++) {
      await page.keyboard.press("Tab");
    }
    assert.equal(await page.evaluate(() => document.activeElement?.id), "argument-capex");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("60,000");
    await page.waitForFunction(() => document.querySelector(".dock .result")?.textContent?.includes("3.26158"));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await focusOn(page, "Home");
    await done();
  });

  it("explains a term while it has the focus, and not after Escape", async () => {
    const { page, done } = await openPane("lesson/gpu-backed-financing");
    await page.locator(".term").first().focus();
    const tip = page.locator(".tip.open");
    assert.match(await tip.innerText(), /^[A-Z].*\.$/);
    assert.equal(await sideways(page), 0);
    await page.keyboard.press("Escape");
    await tip.waitFor({ state: "detached" });
    assert.match(await page.innerText("h1"), /GPU-backed financing/);
    await done();
  });

  it("answers a lesson's questions, and the lesson is done", async () => {
    const { page, done } = await openPane("lesson/gpu-backed-financing");
    await page.locator("#turn-answer").focus();
    await page.keyboard.type("12.592");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#turn .verdict.fail");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("=DEBTCAPACITY(cash, rate, required)");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#turn .verdict.pass");
    assert.match(await page.innerText("#turn .verdict"), /Two more cases with other numbers passed too/);
    await page.getByRole("radio", { name: "riskier" }).focus();
    await page.keyboard.press("Space");
    await page.locator("#exit-number").focus();
    await page.keyboard.type("1.25");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("done"));
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("Not done yet"));
    await done();
  });

  it("moves a chart, and its sentence follows", async () => {
    const { page, done } = await openPane("lesson/gpu-backed-financing");
    const slider = page.locator("#chart-slider");
    await slider.focus();
    const before = await page.innerText("#chart-says");
    await page.keyboard.press("End");
    await page.waitForFunction((words) => document.querySelector("#chart-says")?.textContent !== words, before);
    assert.equal(await slider.getAttribute("aria-valuetext"), "60%");
    await done();
  });

  it("turns a decision check over", async () => {
    const { page, done } = await openPane("lesson/gpu-backed-financing");
    await page.waitForSelector("#check .verdict.fail");
    const service = page.locator("#check-payments");
    await service.fill("2, 2, 2, 2");
    await page.waitForSelector("#check .verdict.pass");
    await service.fill("2, 2, 2, x");
    await page.waitForSelector("#check .verdict.care");
    assert.equal(await service.getAttribute("aria-invalid"), "true");
    await done();
  });
});

describe("the page of a model", () => {
  it("is reached and read by keyboard: its chart as a table, its lessons, its download", async () => {
    const { page, done } = await openPane("models");
    const link = page.getByRole("link", { name: /^GPU-backed loan/ });
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.body.innerText.includes("What it decides"));
    await focusOn(page, "GPU-backed loan");
    const reached = [];
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
      if (reached.at(-1) === "Show as table") await page.keyboard.press("Enter");
      if (reached.at(-1).startsWith("Download")) break;
    }
    assert.ok(reached.includes("Show as table"), reached.join(", "));
    assert.ok(reached.at(-1).startsWith("Download"), reached.join(", "));
    assert.ok((await page.locator("figure table tbody tr").count()) > 12);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.equal(download.suggestedFilename(), "gpu-backed-loan.xlsx");
    await page.keyboard.press("Escape");
    await focusOn(page, "Models");
    await done();
  });

  it("leaves the screen to what it says: the dock is low", async () => {
    for (const width of [320, 400]) {
      const { page, done } = await openPane("model/gpu-backed-loan", { width });
      const { height } = await page.locator(".dock").boundingBox();
      assert.ok(height <= 120, `${height} px at ${width} px`);
      await done();
    }
  });

  it("says what it decides in high contrast by words and signs", async () => {
    const { page, done } = await openPane("model/gpu-backed-loan", { forcedColors: "active" });
    const verdicts = page.locator(".verdict");
    assert.ok((await verdicts.count()) >= 2);
    for (const verdict of await verdicts.all()) {
      assert.match(await verdict.innerText(), /\? (Yes, with a margin of|No, short by) /);
      assert.equal(await verdict.evaluate((element) => getComputedStyle(element).borderTopStyle), "solid");
    }
    assert.deepEqual(await violations(page), []);
    await done();
  });
});

describe("what it loads", () => {
  it("stays small before the first lesson is opened, search included", async () => {
    const { page, done, loaded } = await openPane("home");
    await page.waitForFunction(() => /\d+ lessons/.test(document.body.innerText));
    await page.keyboard.press("/");
    await page.keyboard.type("dscr");
    await page.waitForSelector('[role="option"]');
    const files = loaded.filter((file) => /\.(js|css)$/.test(file) && !file.endsWith("/functions.js"));
    const sizes = await Promise.all(
      files.map(async (file) => gzipSync(await readFile(path.join(dist, path.basename(file)))).length),
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < budget, `${total} bytes in ${files.join(", ")}`);
    await done();
  });

  it("is there soon after its files are", async () => {
    const { page, done } = await openPane("home");
    const ready = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      return paint.startTime - navigation.responseEnd;
    });
    // The goal is 300 ms, measured alone; beside other tests this only notices a standstill.
    assert.ok(ready < 3000, `${Math.round(ready)} ms`);
    await done();
  });

  it("goes on without a network once it is loaded", async () => {
    const { page, done } = await openPane("function/GPUHOURCOST");
    await page.context().setOffline(true);
    await page.locator("#argument-capex").fill("60,000");
    await page.waitForFunction(() => document.querySelector(".dock .result")?.textContent?.includes("3.26158"));
    await done();
  });

  it("says so when a part cannot be loaded, and tries again", async () => {
    const { page } = await openPane("home");
    await page.context().setOffline(true);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText("Its file is not on this computer yet.").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Digits shown").waitFor();
    await page.context().close();
  });
});
