/** Keeps the workbook and the page's settings over a reload. */
import type { IWorkbookData } from "@univerjs/core";

const prefix = "compute-economics.playground.";
const workbookKey = `${prefix}workbook`;

/** How long after a change the workbook is saved, in milliseconds. */
const delay = 600;

/** Changes when a saved workbook of an older page cannot be opened any more. */
const format = 1;

/** The saved workbook, or undefined when there is none that can be read. */
export function savedWorkbook(): Partial<IWorkbookData> | undefined {
  const text = readSetting("workbook");
  if (text === undefined) return undefined;
  try {
    const saved = JSON.parse(text) as { format?: number; workbook?: Partial<IWorkbookData> };
    return saved.format === format && saved.workbook?.sheetOrder?.length ? saved.workbook : undefined;
  } catch {
    return undefined;
  }
}

/** Saves the workbook some time after each change, and at once when the page goes. */
export function saveOnChange(snapshot: () => IWorkbookData, tooLarge: () => void): { changed(): void; stop(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function save(): void {
    clearTimeout(waiting);
    waiting = undefined;
    if (stopped) return;
    try {
      localStorage.setItem(workbookKey, JSON.stringify({ format, workbook: snapshot() }));
    } catch (error) {
      // Where storage is forbidden there is nothing to say; where it is full the reader should know.
      if (error instanceof DOMException && error.name === "QuotaExceededError") tooLarge();
    }
  }

  addEventListener("pagehide", () => {
    if (waiting !== undefined) save();
  });
  return {
    changed() {
      clearTimeout(waiting);
      waiting = setTimeout(save, delay);
    },
    stop() {
      stopped = true;
    },
  };
}

/** Forgets the saved workbook. */
export function forgetWorkbook(): void {
  try {
    localStorage.removeItem(workbookKey);
  } catch {
    // Nothing was kept either.
  }
}

export function readSetting(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // The setting then lasts as long as the page.
  }
}
