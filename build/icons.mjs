// Draws the icons of the manifest from assets/icon.svg. Run it after the drawing changes: node build/icons.mjs
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { browserFlags, findChromium } from "./chromium.mjs";

export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

const assets = new URL("../assets/", import.meta.url);
const drawing = await readFile(new URL("icon.svg", assets), "utf8");
const browser = await chromium.launch({ executablePath: await findChromium(), args: browserFlags });
try {
  for (const size of iconSizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
    );
    const picture = await page.screenshot({ omitBackground: true });
    await writeFile(fileURLToPath(new URL(`icon-${size}.png`, assets)), picture);
    await page.close();
  }
} finally {
  await browser.close();
}
