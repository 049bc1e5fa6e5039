import "./playground.css";
import { installCustomFunctions } from "./grid/custom-functions";
import { Messages } from "./grid/messages";
import type { FunctionsFile } from "./grid/metadata";
import { startSpreadsheet } from "./grid/univer";

async function main(): Promise<void> {
  const associations = installCustomFunctions(window);
  const load = new Promise((ok, no) => {
    const s = document.createElement("script");
    s.src = "../functions.js";
    s.onload = ok;
    s.onerror = no;
    document.head.append(s);
  });
  const [file] = await Promise.all([fetch("../functions.json").then((r) => r.json() as Promise<FunctionsFile>), load]);
  const messages = new Messages();
  const { api, injector, open } = startSpreadsheet(document.getElementById("sheet")!, false, {
    functions: file.functions,
    associations,
    messages,
    settings: { blank: 0, passErrors: false },
    sheetName: (id) => id,
  });
  const wb = open({
    id: "wb",
    name: "Playground",
    sheetOrder: ["s1"],
    sheets: { s1: { id: "s1", name: "Sheet1", rowCount: 1000, columnCount: 26 } },
  });
  Object.assign(window, { api, injector, wb });
}
void main();
