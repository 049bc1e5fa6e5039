// Finds LibreOffice for tests, and where there is none installs Debian's.
import { spawnSync } from "node:child_process";
import { access, constants } from "node:fs/promises";
import path from "node:path";

const applications = [
  "/usr/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** The path of soffice: the environment variable SOFFICE, or one that is installed, or Debian's, installed now. */
export async function findLibreOffice() {
  const wanted = process.env.SOFFICE;
  if (wanted) {
    if (await isProgram(wanted)) return wanted;
    throw new Error(`SOFFICE names no program that can be started: ${wanted}`);
  }
  return (await installed()) ?? (await installNow());
}

async function installed() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [
    ...["soffice", "libreoffice"].flatMap((command) => folders.map((folder) => path.join(folder, command))),
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
  const manual = "Install LibreOffice Calc, or set the environment variable SOFFICE to the path of soffice.";
  if (process.platform !== "linux" || !(await isProgram("/usr/bin/apt-get")))
    throw new Error(`No LibreOffice found. ${manual}`);
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  console.log("No LibreOffice found: installing Debian's package libreoffice-calc");
  for (const step of [["update"], ["install", "--yes", "--no-install-recommends", "libreoffice-calc"]]) {
    const [command, ...rest] = [...prefix, "apt-get", ...step];
    const { status } = spawnSync(command, rest, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed. ${manual}`);
  }
  const found = await installed();
  if (!found) throw new Error(`The package was installed, but no soffice can be started. ${manual}`);
  return found;
}
