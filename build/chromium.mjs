// Finds a Chromium for tests and pictures, and where there is none installs Debian's.
import { execFile, spawnSync } from "node:child_process";
import { access, constants } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

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

const commands = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

const applications = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a Chromium: the environment variable CHROMIUM, or one that is installed, or Debian's, installed now. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM;
  if (wanted) {
    if (await isProgram(wanted)) return wanted;
    throw new Error(`CHROMIUM names no program that can be started: ${wanted}`);
  }
  return (await installed()) ?? (await installNow());
}

async function installed() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => path.join(folder, command))),
    ...applications,
  ];
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return undefined;
}

async function isProgram(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function installNow() {
  const manual = "Install Chromium or Chrome, or set the environment variable CHROMIUM to its path.";
  if (process.platform !== "linux" || !(await isProgram("/usr/bin/apt-get")))
    throw new Error(`No Chromium found. ${manual}`);
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  console.log("No Chromium found: installing Debian's package chromium");
  for (const step of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const [command, ...rest] = [...prefix, "apt-get", ...step];
    const { status } = spawnSync(command, rest, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed. ${manual}`);
  }
  const found = await installed();
  if (!found) throw new Error(`The package chromium was installed, but no Chromium can be started. ${manual}`);
  return found;
}

// Started as a program it prints the path and the version.
if (process.argv[1] && import.meta.url.endsWith(path.basename(process.argv[1]))) {
  const found = await findChromium();
  const { stdout } = await run(found, ["--version", "--no-sandbox"]);
  console.log(`${found}: ${stdout.trim()}`);
}
