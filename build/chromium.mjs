// Finds a Chromium for tests and pictures, and where there is none installs Debian's.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { findProgram } from "./programs.mjs";

const run = promisify(execFile);

/** Quiet, without sandbox, and asking no host of its own. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a Chromium. */
export const findChromium = () =>
  findProgram({
    name: "Chromium",
    variable: "CHROMIUM",
    commands: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"],
    files: [
      "/usr/bin/chromium",
      "/snap/bin/chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
    debianPackage: "chromium",
  });

// Started as a program it prints the path and the version.
if (process.argv[1] && import.meta.url.endsWith(path.basename(process.argv[1]))) {
  const found = await findChromium();
  const { stdout } = await run(found, ["--version", "--no-sandbox"]);
  console.log(`${found}: ${stdout.trim()}`);
}
