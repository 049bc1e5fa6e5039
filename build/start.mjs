/**
 * `npm start`: builds what is missing or older than its sources, serves dist/ on this machine only and opens the
 * embedded workbook.
 *
 *   npm start -- [--port NUMBER] [--no-open]
 */
import { execFileSync, spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { readdir, stat, utimes } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** The two builds: what each makes, and from what. */
const builds = [
  {
    name: "the add-in",
    result: "dist/functions.json",
    sources: ["src", "build", "assets", "manifest.xml", "webpack.config.js", "package.json"],
    except: ["src/playground"],
    run: () =>
      execFileSync("npx", ["webpack", "--mode", "production", "--stats", "errors-warnings"], {
        cwd: root,
        stdio: ["ignore", 2, 2],
      }),
  },
  {
    name: "the embedded workbook",
    result: "dist/playground/index.html",
    sources: ["src/playground", "build/playground.mjs", "package.json", "dist/taskpane.html"],
    except: [],
    run: () => execFileSync(process.execPath, ["build/playground.mjs"], { cwd: root, stdio: ["ignore", 2, 2] }),
  },
];

/** Builds what is missing or out of date, in order; the second stands on the first. */
export async function buildWhatIsOld(log = console.error) {
  for (const build of builds) {
    if (!(await isOld(build))) continue;
    log(`Building ${build.name} …`);
    build.run();
    // A build leaves a file as it is when its content has not changed; that it was made is what counts.
    await utimes(path.join(root, build.result), new Date(), new Date());
  }
}

async function isOld({ result, sources, except }) {
  const made = await changedAt(path.join(root, result));
  if (made === undefined) return true;
  for (const each of sources) if ((await newest(path.join(root, each), except)) > made) return true;
  return false;
}

async function changedAt(file) {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

/** When the newest file in a folder, or a file, was changed; 0 when there is none. */
async function newest(place, except) {
  if (except.some((each) => path.join(root, each) === place)) return 0;
  const found = await stat(place).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(place);
  const times = await Promise.all(entries.map((entry) => newest(path.join(place, entry), except)));
  return Math.max(0, ...times);
}

/** Serves a folder on this machine; port 0 takes a free one. */
export function serve(folder, port = 0) {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      resolve({ url: `http://localhost:${server.address().port}/`, close: () => close(server) });
    });
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

async function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405).end();
  const { pathname } = new URL(request.url, "http://localhost");
  const file = path.join(folder, decodeURIComponent(pathname));
  if (file !== folder && !file.startsWith(folder + path.sep)) return response.writeHead(403).end();
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) {
    // Relative addresses in the page need the slash.
    if (!pathname.endsWith("/")) return response.writeHead(301, { Location: `${pathname}/` }).end();
    return send(path.join(file, "index.html"), request, response);
  }
  return send(file, request, response);
}

async function send(file, request, response) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const headers = { "Cache-Control": "no-cache", ETag: tag, "X-Content-Type-Options": "nosniff" };
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  const type = contentTypes[path.extname(file)] ?? "application/octet-stream";
  response.writeHead(200, { ...headers, "Content-Type": type, "Content-Length": found.size });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** Opens an address in the user's browser; where there is none, the printed address has to do. */
function open(url) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  const opened = spawn(command, args, { stdio: "ignore", detached: true });
  opened.on("error", () => {});
  opened.unref();
}

function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  console.error(`--port takes a number from 0 to 65535; it is ${text}.`);
  process.exit(1);
}

async function main() {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "0" }, "no-open": { type: "boolean", default: false } },
  });
  await buildWhatIsOld();
  const { url } = await serve(path.join(root, "dist"), portNumber(values.port)).catch(({ code, message }) => {
    const taken =
      code === "EADDRINUSE" ? `Port ${values.port} is in use. Leave --port out to take a free one.` : message;
    console.error(taken);
    process.exit(1);
  });
  const address = `${url}playground/`;
  console.log(`The workbook is at ${address}\nPress Ctrl+C to stop.`);
  if (!values["no-open"]) open(address);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
