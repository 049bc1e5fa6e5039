// Takes the pictures in README.md from the built add-in. Run it after a visible change: npm run build, then node build/screenshots.mjs
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserFlags, findChromium } from "./chromium.mjs";
import { serve } from "./start.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const pictures = path.join(root, "docs/images");

/** Screens of the pane that are shown in docs/pictures.md, in light and dark, with what stands at the top of the picture. */
const screens = {
  lesson: ["lesson/gpu-backed-financing", "#chart"],
  glossary: ["glossary", undefined],
  calculator: ["calculator/gpu-hour-cost", undefined],
};

const server = await serve(path.resolve(process.env.DIST ?? path.join(root, "dist")));
const browser = await chromium.launch({ executablePath: await findChromium(), args: browserFlags });
try {
  const page = await browser.newPage({
    viewport: { width: 1360, height: 760 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(60_000);
  await page.goto(`${server.url}playground/`);
  await page.waitForSelector("body[data-ready]");
  await page.waitForSelector("#sheet canvas");
  await selectFirstOwnFormula(page);
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, "workbook.png") });
  for (const colorScheme of ["light", "dark"]) await screensOfPane(colorScheme);
  for (const model of ["gpu-backed-loan", "gpu-cloud-business"]) {
    await insertModel(page, model);
    await page.screenshot({ path: path.join(pictures, `model-${model}.png`) });
  }
} finally {
  await browser.close();
  await server.close();
}

/** The pane alone, as wide as beside a sheet. */
async function screensOfPane(colorScheme) {
  const page = await browser.newPage({
    viewport: { width: 400, height: 760 },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    colorScheme,
  });
  // Office's script, the one file from elsewhere; without it the pane is that of a plain browser.
  await page.route(
    (address) => !address.href.startsWith(server.url),
    (route) => route.abort(),
  );
  for (const [name, [hash, part]] of Object.entries(screens)) {
    await page.goto(`${server.url}taskpane.html#${hash}`);
    await page.reload();
    await page.waitForSelector("main h1");
    if (part) await page.locator(part).evaluate((element) => element.scrollIntoView({ block: "start" }));
    await page.waitForTimeout(500);
    await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}.png`) });
  }
  await page.close();
}

/** Selects a cell that calls one of our functions, so that the pane has something to explain, and waits until it does. */
async function selectFirstOwnFormula(page) {
  const pane = page.frames().find((frame) => frame !== page.mainFrame());
  await pane.waitForFunction(() => typeof Excel !== "undefined");
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange();
      used.load("formulas");
      await context.sync();
      const rows = used.formulas;
      const row = rows.findIndex((cells) => cells.some((formula) => /^=COMPUTE\./.test(formula)));
      used
        .getCell(
          row,
          rows[row].findIndex((formula) => /^=COMPUTE\./.test(formula)),
        )
        .select();
      await context.sync();
    }),
  );
  await pane.getByText("Explain", { exact: false }).or(pane.getByText("Working")).first().waitFor({ timeout: 20_000 });
}

/** Inserts a model from its page in the pane, which brings its outputs to the front, and waits until its checks hold. */
async function insertModel(page, id) {
  const pane = page.frames().find((frame) => frame !== page.mainFrame());
  await pane.evaluate((model) => {
    globalThis.location.hash = `model/${model}`;
    globalThis.location.reload();
  }, id);
  await pane.getByRole("button", { name: "Insert on new sheets" }).click();
  await pane.getByText("new sheets.").waitFor();
  await page.waitForFunction(async () => {
    const { grid } = window.__embeddedHost;
    await grid.settle();
    return grid.read(grid.activeSheet(), { top: 1, left: 3, bottom: 1, right: 3 })[0][0].value === "OK";
  });
  // The workings say more than the outputs, whose chart only Excel draws.
  await page.evaluate(async () => {
    const { grid } = window.__embeddedHost;
    const workings = grid.sheets().findLast(({ name }) => name.startsWith("Workings"));
    grid.select(workings.id, { top: 0, left: 0, bottom: 0, right: 0 });
    await grid.settle();
  });
}
