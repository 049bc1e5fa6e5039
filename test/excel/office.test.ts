/** @jest-environment jsdom */
import { officeHost } from "../../src/excel/office";
import { FakeWorkbook } from "./fake-excel";

const globals = globalThis as Record<string, unknown>;

/** What office.js leaves in a plain browser: an Office with hardly a context. */
function plainOffice(ready: Promise<unknown>): void {
  globals.Office = { onReady: () => ready, context: {} };
}

afterEach(() => {
  delete globals.Office;
  delete globals.Excel;
  delete globals.matchMedia;
  jest.useRealTimers();
});

describe("the workbook behind the pane", () => {
  it("is Excel's once Office is ready there", async () => {
    new FakeWorkbook("Sheet1").install();
    expect(await officeHost().workbook).toHaveProperty("capabilities.insert", true);
  });

  it("is none where office.js could not be loaded", async () => {
    expect(await officeHost().workbook).toBeUndefined();
  });

  it("is none in a plain browser", async () => {
    plainOffice(Promise.resolve({ host: null, platform: null }));
    expect(await officeHost().workbook).toBeUndefined();
  });

  it("is none where Office never says that it is ready, and that is known after ten seconds", async () => {
    jest.useFakeTimers();
    plainOffice(new Promise(() => undefined));
    let settled: unknown = "not yet";
    void officeHost().workbook.then((workbook) => (settled = workbook));
    await jest.advanceTimersByTimeAsync(9_900);
    expect(settled).toBe("not yet");
    await jest.advanceTimersByTimeAsync(200);
    expect(settled).toBeUndefined();
  });

  it("is none where Office fails", async () => {
    plainOffice(Promise.reject(new Error("no host")));
    expect(await officeHost().workbook).toBeUndefined();
  });
});

describe("the theme around the pane", () => {
  const themed = (officeTheme: unknown): void => {
    globals.Office = { onReady: () => Promise.resolve({ host: "Excel" }), context: { officeTheme } };
  };

  it.each([
    [{ isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, "dark"],
    [{ isDarkTheme: false, bodyBackgroundColor: "#000000" }, "light"],
    [{ bodyBackgroundColor: "#292929" }, "dark"],
    [{ bodyBackgroundColor: "#F5F5F5" }, "light"],
    [undefined, "auto"],
  ])("of %j is %s", (officeTheme, theme) => {
    themed(officeTheme);
    expect(officeHost().theme()).toBe(theme);
  });

  it("is left to the system outside Office", () => {
    expect(officeHost().theme()).toBe("auto");
  });

  it("is looked at again when the pane is, and told only when it differs", () => {
    themed({ isDarkTheme: false });
    const told: string[] = [];
    const unsubscribe = officeHost().onThemeChanged((theme) => told.push(theme));
    const look = () => document.dispatchEvent(new Event("visibilitychange"));
    look();
    themed({ isDarkTheme: true });
    look();
    look();
    unsubscribe();
    themed({ isDarkTheme: false });
    look();
    expect(told).toEqual(["dark"]);
  });
});

describe("the prefix of what is kept in the browser", () => {
  it("is the key that Excel on the web gives", () => {
    globals.Office = { context: { partitionKey: "site-7" } };
    expect(officeHost().storagePrefix()).toBe("site-7");
  });

  it("is empty elsewhere", () => {
    expect(officeHost().storagePrefix()).toBe("");
    globals.Office = {};
    expect(officeHost().storagePrefix()).toBe("");
  });
});
