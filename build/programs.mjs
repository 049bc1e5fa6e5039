// Finds a program that the tests need, and where there is none installs Debian's.
import { spawnSync } from "node:child_process";
import { access, constants } from "node:fs/promises";
import path from "node:path";

/**
 * The path of a program: the environment variable, or one that is installed, or Debian's, installed now.
 *
 * @param {object} wanted
 * @param {string} wanted.name As people call it.
 * @param {string} wanted.variable Environment variable that may name the program.
 * @param {readonly string[]} wanted.commands Looked for along PATH, the best first.
 * @param {readonly string[]} wanted.files Looked for as they are.
 * @param {string} wanted.debianPackage
 */
export async function findProgram({ name, variable, commands, files, debianPackage }) {
  const manual = `Install ${name}, or set the environment variable ${variable} to its path.`;
  const named = process.env[variable];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(`${variable} names no program that can be started: ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => path.join(folder, command))), ...files];
  const installed = await firstProgram(candidates);
  if (installed) return installed;
  if (process.platform !== "linux" || !(await isProgram("/usr/bin/apt-get")))
    throw new Error(`No ${name} found. ${manual}`);
  console.log(`No ${name} found: installing Debian's package ${debianPackage}`);
  install(debianPackage, manual);
  const found = await firstProgram(candidates);
  if (!found) throw new Error(`The package ${debianPackage} was installed, but no ${name} can be started. ${manual}`);
  return found;
}

async function firstProgram(candidates) {
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return undefined;
}

async function isProgram(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function install(debianPackage, manual) {
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  for (const step of [["update"], ["install", "--yes", "--no-install-recommends", debianPackage]]) {
    const [command, ...rest] = [...prefix, "apt-get", ...step];
    const { status } = spawnSync(command, rest, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed. ${manual}`);
  }
}
