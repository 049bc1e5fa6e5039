/** Everything static that the build writes: help pages and the reference. Run once by the build. */
import { functions } from "../concepts";
import { functionPage } from "./function-page";
import { indexPage } from "./index-page";
import { document, type Page } from "./page";
import { referenceOf } from "./reference";

const pages: readonly Page[] = [indexPage(new Map()), ...functions.map(functionPage)];

/** Files by their path in dist/. */
const files: Readonly<Record<string, string>> = {
  "reference.json": `${JSON.stringify({ functions: functions.map(referenceOf) }, null, 2)}\n`,
  ...Object.fromEntries(pages.map((page) => [`help/${page.path}`, document(page)])),
};

export default files;
