/**
 * The built embedded workbook in a real browser, for tests by Node's own runner.
 *
 *   const workbook = await openWorkbook();
 *   await workbook.type("B3", "=COMPUTE.PUEPOWER(10000,1.2)");
 *   assert.equal(await workbook.read("B3"), 12000);
 *   await workbook.close();
 */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserFlags, findChromium } from "../../build/chromium.mjs";
import { embeddedPane } from "../../build/playground.mjs";
import { serve } from "../../build/start.mjs";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** The folder that is served; another build can be tested by setting DIST. */
export const dist = path.resolve(process.env.DIST ?? path.join(root, "dist"));

/** How long to wait for the page, in milliseconds: the machine may be busy. */
const patience = 60_000;

/**
 * Opens the workbook in a new browser with empty storage.
 *
 * @param {object} [options]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {"light" | "dark"} [options.colorScheme]
 * @param {"active" | "none"} [options.forcedColors]
 */
export async function openWorkbook({ viewport = { width: 1440, height: 820 }, ...options } = {}) {
  const server = await serve(dist);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: browserFlags });
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const seen = watch(page, server.url);
  await page.goto(`${server.url}playground/`);
  const workbook = { page, url: server.url, ...seen, ...gestures(page, server.url) };
  await workbook.ready();
  return {
    ...workbook,
    /** Fails when the page asked another host for anything or reported an error; then ends the browser. */
    async close() {
      await browser.close();
      await server.close();
      assert.deepEqual(seen.otherHosts, [], "requests to other hosts");
      assert.deepEqual(seen.errors, [], "errors in the console");
    },
  };
}

/** Notes requests to other hosts, which are cut off, and errors. */
function watch(page, url) {
  const otherHosts = [];
  const errors = [];
  void page.route(
    (address) => !address.href.startsWith(url) && !["data:", "blob:"].includes(address.protocol),
    (route) => {
      otherHosts.push(route.request().url());
      return route.abort();
    },
  );
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { otherHosts, errors };
}

function gestures(page, url) {
  /** Waits until the sheet is calculated and can be used. */
  async function ready() {
    await page.waitForSelector("body[data-ready]");
    await page.waitForSelector("#sheet canvas");
    await page.evaluate(() => window.__embeddedHost.ready);
    await settled();
  }

  /** Waits until everything entered so far is calculated. */
  async function settled() {
    await page.evaluate(() => window.__embeddedHost.grid.settle());
  }

  /** The names of the sheets, in order. */
  function sheets() {
    return page.evaluate(() => window.__embeddedHost.grid.sheets().map(({ name }) => name));
  }

  /** Selects a cell by the name box's own means, without the mouse. */
  async function select(cell) {
    await page.evaluate(select_, place(cell));
    await focusSheet();
  }

  async function focusSheet() {
    await page.evaluate(() => window.__embeddedHost.focusSheet());
  }

  /** Types into a cell by real key strokes and leaves it by Enter. */
  async function type(cell, text) {
    await start(cell, text);
    await page.keyboard.press("Enter");
    await settled();
  }

  /** Types into a cell and stays in it. */
  async function start(cell, text) {
    await select(cell);
    await page.keyboard.type(text, { delay: 15 });
    // The engine takes key strokes over one by one; what is in the formula bar has arrived.
    await page.waitForFunction((wanted) => window.__embeddedHost.typed() === wanted, text);
  }

  /** The unrounded value of a cell, or of a block as rows; errors as { error }. */
  async function read(cell) {
    const rows = await page.evaluate(read_, place(cell));
    const values = rows.map((row) => row.map(({ value }) => value));
    return cell.includes(":") ? values : values[0][0];
  }

  /** What a cell shows. */
  async function shown(cell) {
    return (await page.evaluate(read_, place(cell)))[0][0].text;
  }

  /** Waits until a cell, or a block, holds what a test says it should. */
  async function waitFor(cell, holds) {
    const end = Date.now() + patience;
    for (;;) {
      const value = await read(cell);
      if (holds(value)) return value;
      if (Date.now() > end) throw new Error(`${cell} holds ${JSON.stringify(value)}`);
      await page.waitForTimeout(50);
    }
  }

  /** The line under the sheet. */
  function status() {
    return page.locator("#status").innerText();
  }

  /** The pane's frame. */
  async function pane() {
    const handle = await page.waitForSelector("#beside iframe");
    const frame = await handle.contentFrame();
    assert.equal(frame.url(), `${url}${embeddedPane}`);
    return frame;
  }

  /** Loads the page once more; what is kept is kept. */
  async function reload() {
    await page.reload();
    await ready();
  }

  return { ready, settled, sheets, select, focusSheet, type, start, read, shown, waitFor, status, pane, reload };
}

// The following run in the page.

/* v8 ignore start */
function read_({ sheet, box }) {
  const { grid } = window.__embeddedHost;
  const id = sheet === undefined ? grid.activeSheet() : grid.sheets().find(({ name }) => name === sheet).id;
  return grid.read(id, box);
}

function select_({ sheet, box }) {
  const { grid } = window.__embeddedHost;
  grid.select(sheet === undefined ? grid.activeSheet() : grid.sheets().find(({ name }) => name === sheet).id, box);
}
/* v8 ignore stop */

/** "Loan!B4:C6" as sheet and box. */
function place(address) {
  const [cells, sheet] = address.split("!").reverse();
  const [first, last = first] = cells.split(":").map((cell) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cell);
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(row) - 1, column };
  });
  return { sheet, box: { top: first.row, left: first.column, bottom: last.row, right: last.column } };
}

/** Waits until the pane shows some words, all or in one part, and says what it shows when they do not come. */
export async function says(pane, words, part = "body") {
  try {
    await pane.waitForFunction(
      ([selector, said]) => document.querySelector(selector)?.innerText.includes(said),
      [part, words],
      { timeout: patience },
    );
  } catch (error) {
    throw new Error(`"${words}" did not come: ${await pane.innerText("body")}`, { cause: error });
  }
}

/** Puts the pane on a screen, as its links do, and waits for words there. */
export async function show(pane, screen, words) {
  await pane.evaluate((hash) => {
    globalThis.__left = true;
    globalThis.location.hash = hash;
    globalThis.location.reload();
  }, screen);
  await pane.waitForFunction(() => !globalThis.__left && document.querySelector("main") !== null);
  if (words !== undefined) await says(pane, words);
}

/** Chooses one of a few, by its words. */
export const choose = (pane, name) =>
  pane.locator("label", { has: pane.getByRole("radio", { name, exact: true }) }).click();

/** Presses a button, by its words. */
export const press = (pane, name) => pane.getByRole("button", { name }).click();

/** What axe finds wrong in a page or frame, as short lines. */
export async function accessibilityProblems(frame, options = {}) {
  const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await frame.evaluate(await readFile(axe, "utf8"));
  const { violations } = await frame.evaluate(
    (given) => window.axe.run(given.context ?? document, given.rules),
    options,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
