/**
 * Stands in for Excel's own script in the pane's frame: the globals Office, Excel and OfficeExtension, over the sheet
 * of the page around it. Built into office-emulation.js. Only the part of the API that a pane like ours uses is here;
 * the rest says so when asked for.
 */
import { installCustomFunctions } from "../grid/custom-functions";
import { OfficeError } from "./errors";
import { makeExcel } from "./excel";
import type { EmbeddedHost } from "./grid";
import { localGrid } from "./local-grid";
import { isSetSupported } from "./requirements";

const info = { host: "Excel", platform: "OfficeOnline", addin: null };

function install(host: EmbeddedHost): void {
  const ready = started(host);
  const grid = localGrid(host.grid, window);
  window.addEventListener("pagehide", () => host.paneLeaves());
  const context = {
    host: info.host,
    platform: info.platform,
    displayLanguage: "en-US",
    contentLanguage: "en-US",
    partitionKey: "embedded",
    diagnostics: { host: info.host, platform: info.platform, version: "16.0.0.0" },
    requirements: { isSetSupported },
    get officeTheme() {
      return themes[host.theme()];
    },
    document: { mode: "readWrite", settings: documentSettings(host) },
    ui: {},
  };
  const office = {
    context,
    DocumentMode: { ReadOnly: "readOnly", ReadWrite: "readWrite" },
    HostType: { Excel: "Excel" },
    PlatformType: { OfficeOnline: "OfficeOnline" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: { DocumentSelectionChanged: "documentSelectionChanged", OfficeThemeChanged: "officeThemeChanged" },
    actions: { associate(): void {} },
    async onReady(callback?: (ready: typeof info) => unknown): Promise<typeof info> {
      await ready;
      await callback?.(info);
      return info;
    },
  };
  Object.assign(window, {
    Office: office,
    Excel: makeExcel(grid),
    OfficeExtension: { Error: OfficeError, config: { extendedErrorLogging: false } },
  });
  // Excel tells a pane of a new theme by nothing but a look at it; programs look again when their window is focused.
  grid.on((event) => {
    if (event.type === "theme") window.dispatchEvent(new Event("focus"));
  });
  // The page around runs the functions; here they are associated as they would be in Excel.
  installCustomFunctions(window);
}

async function started(host: EmbeddedHost): Promise<void> {
  await host.ready;
  if (document.readyState === "loading")
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

const themes = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#1A1F23",
    controlBackgroundColor: "#F5F7F8",
    controlForegroundColor: "#1A1F23",
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: "#1D2023",
    bodyForegroundColor: "#F1F3F4",
    controlBackgroundColor: "#26292D",
    controlForegroundColor: "#F1F3F4",
    isDarkTheme: true,
  },
};

type Callback = (result: { readonly status: string }) => unknown;

/** The older way to keep settings in a document: changed in memory, saved on request. */
function documentSettings(host: EmbeddedHost): object {
  const prefix = "documentSetting:";
  const changes = new Map<string, unknown>();
  return {
    get: (key: string): unknown =>
      (changes.has(key) ? changes.get(key) : host.grid.documentData()[prefix + key]) ?? null,
    set: (key: string, value: unknown): void => void changes.set(key, value),
    remove: (key: string): void => void changes.set(key, undefined),
    saveAsync(...args: readonly (object | Callback)[]): void {
      for (const [key, value] of changes) host.grid.setDocumentData(prefix + key, value);
      changes.clear();
      const callback = args.find((argument): argument is Callback => typeof argument === "function");
      setTimeout(() => callback?.({ status: "succeeded" }), 0);
    },
  };
}

const host = (window.parent as Window & { readonly __embeddedHost?: EmbeddedHost }).__embeddedHost;
// Opened by itself the pane finds no Excel and says so, as in any plain browser.
if (host) install(host);
