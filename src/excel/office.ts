import type { Host, HostTheme, Unsubscribe, Workbook } from "../taskpane/workbook";
import { excelWorkbook } from "./workbook";

/** In a plain browser Office may never say that it is ready: where a file beside office.js is missing or blocked. */
const longestWait = 10_000;

/** What surrounds the pane: Excel, or a plain browser, in which everything but the workbook works. */
export function officeHost(): Host {
  return { workbook: connected(), theme, onThemeChanged, storagePrefix };
}

async function connected(): Promise<Workbook | undefined> {
  try {
    const ready =
      typeof Office === "undefined" ? undefined : await Promise.race([Office.onReady(), waited(longestWait)]);
    // Asked as text: the enumeration is absent from some hosts.
    return String(ready?.host) === "Excel" ? await excelWorkbook() : undefined;
  } catch {
    return undefined;
  }
}

function waited(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

function theme(): HostTheme {
  const colors =
    typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined)?.officeTheme;
  if (!colors) return "auto";
  // isDarkTheme is younger than the colors.
  const dark = (colors as Partial<Office.OfficeTheme>).isDarkTheme ?? isDark(colors.bodyBackgroundColor);
  return dark ? "dark" : "light";
}

function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (/[0-9a-f]{6}/i.exec(color)?.[0].match(/../g) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/** Excel tells of no change: the theme is read again when the pane is looked at, and when the system switches. */
function onThemeChanged(handler: (theme: HostTheme) => void): Unsubscribe {
  let last = theme();
  const look = (): void => {
    const now = theme();
    if (now !== last) handler((last = now));
  };
  const system = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
  const targets: readonly [EventTarget | undefined, string][] = [
    [document, "visibilitychange"],
    [globalThis.window, "focus"],
    [system, "change"],
  ];
  for (const [target, event] of targets) target?.addEventListener(event, look);
  // Where Office is ready later than the page, its theme is too.
  if (typeof Office !== "undefined") void Office.onReady().then(look);
  return () => {
    for (const [target, event] of targets) target?.removeEventListener(event, look);
  };
}

/** Excel on the web gives each site that embeds it a key, to keep their data apart. */
function storagePrefix(): string {
  const key =
    typeof Office === "undefined" ? undefined : (Office.context as Partial<Office.Context> | undefined)?.partitionKey;
  return key ?? "";
}
