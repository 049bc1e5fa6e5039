/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import type { App } from "../../src/taskpane/app";
import { startIn } from "../../src/taskpane/taskpane";
import { type FakeWorkbook, fakeWorkbook } from "./fake-workbook";

let element: HTMLElement;
let copied: string[];
let app: App;
let workbook: FakeWorkbook;

/** Waits until something holds: files are loaded and typing is waited for. */
async function until<T>(found: () => T | undefined | null | false): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const result = found();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never came: ${String(found)}\n${element.textContent}`);
}

const text = () => element.textContent ?? "";
const says = (words: string) => until(() => text().includes(words));
const field = (name: string) => until(() => element.querySelector<HTMLInputElement>(`#${name}`));

function button(words: string): HTMLButtonElement {
  const found = [...element.querySelectorAll("button")].find((one) => one.textContent?.trim() === words);
  if (!found)
    throw new Error(
      `no button says ${words}: ${[...element.querySelectorAll("button")].map((one) => one.textContent).join(" | ")}`,
    );
  return found;
}

async function type(name: string, value: string): Promise<void> {
  const input = await field(name);
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function open(path: string, options: { plain?: boolean; copies?: boolean; prefix?: string } = {}): void {
  location.hash = path;
  element = document.createElement("div");
  document.body.replaceChildren(element);
  copied = [];
  workbook = fakeWorkbook();
  app = startIn(element, {
    host: {
      workbook: Promise.resolve(options.plain ? undefined : workbook),
      theme: () => "auto",
      onThemeChanged: () => () => undefined,
      storagePrefix: () => options.prefix ?? "",
    },
    storage: () => localStorage,
    now: () => new Date(2026, 10, 24),
    copy: (said) => {
      copied.push(said);
      return Promise.resolve(options.copies ?? true);
    },
    scrollTo: () => undefined,
    scrolled: () => 0,
  });
}

beforeAll(() => {
  // jsdom draws nothing, so nothing can be scrolled to.
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => localStorage.clear());

describe("a function's page", () => {
  it("computes as you type, and says what will not do", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    await type("argument-utilization", "35%");
    await says("3.26158");
    await type("argument-utilization", "70");
    await says("utilization must be at most 1; it is 70");
    expect(text()).toContain("70 looks like a percentage: type 70% or 0.7.");
    expect((await field("argument-utilization")).getAttribute("aria-invalid")).toBe("true");
    expect(button("Insert into sheet").disabled).toBe(true);
    await type("argument-utilization", "");
    await says("give utilization");
  });

  it("inserts labelled rows with a live formula where the selection is, and takes them back", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    workbook.choose("Sheet1", "B2");
    await until(() => app.state.cell?.address === "B2");
    button("Insert into sheet").click();
    await says("Inserted at Sheet1!B2:D6.");
    expect(workbook.at("Sheet1", "B3").value).toBe("Capex");
    expect(workbook.at("Sheet1", "D3").value).toBe(30000);
    expect(workbook.at("Sheet1", "D6").formula).toBe("=COMPUTE.GPUHOURCOST(D3,D4,D5)");
    button("Take back").click();
    await says("The sheet is as it was.");
    expect(workbook.at("Sheet1", "D6").formula).toBe("");
  });

  it("never writes over cells unasked", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    workbook.put("Sheet1", "C3", "mine");
    button("Insert into sheet").click();
    await says("Cell C3 is in the way.");
    expect(workbook.at("Sheet1", "C3").value).toBe("mine");
    button("Use a new sheet").click();
    await says("Inserted at Cost of a used GPU-hour!A1:C5.");
  });

  it("offers a new sheet when the sheet is protected", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    workbook.refuse("protected");
    button("Insert into sheet").click();
    await says("The sheet is protected.");
    workbook.refuse(undefined);
    button("Use a new sheet").click();
    await says("Inserted at Cost of a used GPU-hour!A1:C5.");
  });

  it("takes an argument from a cell and follows it", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    workbook.put("Sheet1", "B4", 60000);
    await type("argument-capex", "=Sheet1!B4");
    await says("3.26158");
    expect(element.querySelector(".from")?.textContent).toBe("Sheet1!B4");
    workbook.put("Sheet1", "B4", 30000);
    await says("1.63079");
    button("Copy formula").click();
    await until(() => copied.length > 0);
    expect(copied).toEqual(["=COMPUTE.GPUHOURCOST(Sheet1!B4,3,0.7)"]);
  });

  it("offers the selected cell at each field", async () => {
    open("function/GPUHOURCOST");
    await says("1.63079");
    workbook.put("Sheet1", "C7", 6);
    workbook.choose("Sheet1", "C7");
    button("Use my cells").click();
    await until(() => element.querySelectorAll(".take").length > 3);
    element.querySelectorAll<HTMLButtonElement>(".take")[1]?.click();
    await says("0.815395");
  });

  it("copies instead of inserting in a plain browser", async () => {
    open("function/GPUHOURCOST", { plain: true });
    await says("Preview: open in Excel to insert.");
    await says("1.63079");
    button("Copy").click();
    await says("Paste into cell A1");
    expect(copied[0]).toContain("Capex\tUSD\t30000");
    expect(copied[0]).toContain("=COMPUTE.GPUHOURCOST(C2,C3,C4)");
  });

  it("shows what to copy where the clipboard is closed", async () => {
    open("function/GPUHOURCOST", { plain: true, copies: false });
    await says("1.63079");
    button("Copy formula").click();
    await says("Copy it from here: =COMPUTE.GPUHOURCOST(30000,3,0.7)");
  });

  it("shows a table with the working of the row that is chosen", async () => {
    open("function/LOANSCHEDULE");
    await says("12 rows");
    const rows = element.querySelectorAll<HTMLButtonElement>("button.pick");
    rows[2]?.click();
    await says("row 3");
  });

  it("says when there is no such function", async () => {
    open("function/NOSUCHTHING");
    await says("No function is called NOSUCHTHING");
  });
});

describe("the selected cell", () => {
  const loan = () => {
    workbook.put("Cost", "B4", 30000);
    workbook.put("Cost", "B5", 3);
    workbook.put("Cost", "B6", 0.7);
  };

  it("is explained with its own numbers, and again when they change", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B9", 1.6307893020221786, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "B9");
    await says("(30,000 − 0) ÷ 3");
    expect(text()).toContain("Cell Cost!B9");
    expect(text()).not.toContain("we compute");
    workbook.put("Cost", "B4", 60000);
    await says("This cell shows 1.63079; we compute 3.26158.");
  });

  it("says which argument of an error will not do, and mends it in one write", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B6", 70);
    workbook.put("Cost", "B9", { error: "#VALUE!" }, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "B9");
    await says("utilization must be at most 1; it is 70.");
    expect(text()).toContain("With 70% the cell would show 1.63079 USD/GPU-hour.");
    button("Write 70% into B6").click();
    await until(() => workbook.at("Cost", "B6").value === 0.7);
  });

  it("does not offer to write over a formula", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B6", 70, "=B7*10");
    workbook.put("Cost", "B9", { error: "#VALUE!" }, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "B9");
    await says("utilization must be at most 1");
    expect([...element.querySelectorAll("button")].some((one) => one.textContent?.startsWith("Write"))).toBe(false);
  });

  it("follows mixed and nested formulas", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B9", 9.99, "=2*COMPUTE.GPUHOURCOST(B4,MIN(B5,4),COMPUTE.PUEOVERHEAD(1.25))");
    workbook.choose("Cost", "B9");
    await says("GPUHOURCOST in it gives");
    expect(text()).toContain("PUEOVERHEAD");
    expect(text()).toContain("(30,000 − 0) ÷ 3");
  });

  it("says plainly what it cannot follow", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B9", 1.5, "=COMPUTE.GPUHOURCOST(B4,B5,RAND())");
    workbook.choose("Cost", "B9");
    await says("Not every argument can be followed.");
    expect(text()).toContain("utilization cannot be worked out here");
  });

  it("opens from Home without moving the focus", async () => {
    open("home");
    loan();
    await says("Glossary");
    const focus = document.activeElement;
    workbook.put("Cost", "B9", 1.6307893020221786, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "B9");
    await says("(30,000 − 0) ÷ 3");
    expect(document.activeElement).toBe(focus);
  });

  it("is only offered on other screens", async () => {
    open("function/LOANSCHEDULE");
    loan();
    await says("12 rows");
    workbook.put("Cost", "B9", 1.6307893020221786, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "B9");
    await says("Cell B9: GPUHOURCOST");
    expect(app.state.screen.name).toBe("function");
  });

  it("without a function of ours offers those that have one", async () => {
    open("cell");
    loan();
    workbook.put("Cost", "B9", 1.6307893020221786, "=COMPUTE.GPUHOURCOST(B4,B5,B6)");
    workbook.choose("Cost", "C3");
    await says("Nothing to explain in C3");
    await says("Cost!B9 cost of a used GPU-hour");
  });
});

describe("the pane", () => {
  const press = (key: string, target: EventTarget = document) => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  };

  it("searches from anywhere with a slash, by keyboard alone", async () => {
    open("settings");
    await says("Digits shown");
    press("/");
    await type("search", "dscr");
    await says("LOANCOVERAGE");
    const search = await field("search");
    expect(element.querySelector('[role="option"][aria-selected="true"]')).not.toBeNull();
    press("ArrowDown", search);
    await until(() => search.getAttribute("aria-activedescendant") === "hit-1");
    press("ArrowUp", search);
    await until(() => search.getAttribute("aria-activedescendant") === "hit-0");
    press("Enter", search);
    await until(() => app.state.screen.name === "function" || app.state.screen.name === "lesson");
    expect(app.state.searching).toBe(false);
  });

  it("proposes what was meant when nothing is found", async () => {
    open("home");
    await type("search", "dscrr");
    (await field("search")).dispatchEvent(new FocusEvent("focus"));
    await says("Nothing is called “dscrr”.");
    expect(button("DSCR")).toBeTruthy();
  });

  it("goes back with Escape, and home from there", async () => {
    open("home");
    await says("Glossary");
    app.go({ name: "functions" });
    await says("functions");
    app.go({ name: "function", fn: "GPUHOURCOST" });
    await says("1.63079");
    press("Escape");
    await until(() => app.state.screen.name === "functions");
    press("Escape");
    await until(() => app.state.screen.name === "home");
  });

  it("opens where it was closed", async () => {
    open("home");
    app.go({ name: "function", fn: "GPUHOURCOST" });
    open("");
    await says("1.63079");
  });

  it("keeps what it remembers apart for each host", async () => {
    open("home", { prefix: "one " });
    await says("Glossary");
    await until(() => app.workbook);
    app.go({ name: "function", fn: "GPUHOURCOST" });
    open("", { prefix: "two " });
    await until(() => app.workbook);
    expect(app.state.screen.name).toBe("home");
    open("", { prefix: "one " });
    await says("1.63079");
  });

  it("opens on the screen that its address asks for, whatever was open last", async () => {
    open("home", { prefix: "one " });
    await until(() => app.workbook);
    app.go({ name: "function", fn: "GPUHOURCOST" });
    open("settings", { prefix: "one " });
    await until(() => app.workbook);
    expect(app.state.screen.name).toBe("settings");
  });

  it("keeps settings and progress, and erases progress only when asked twice", async () => {
    open("settings");
    await says("Digits shown");
    element.querySelector<HTMLInputElement>('input[name="digits"][value="4"]')?.click();
    app.note((progress) => ({ ...progress, bookmarks: ["gpu-hour-cost"] }));
    open("settings");
    await says("1 bookmarked");
    expect(app.state.settings.digits).toBe(4);
    button("Start over").click();
    await until(() => text().includes("Keep it"));
    button("Erase all progress").click();
    await says("0 bookmarked");
  });

  it("works where storage is forbidden", async () => {
    const spy = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new Error("denied");
    });
    open("settings");
    await says("This browser keeps nothing for us");
    spy.mockRestore();
  });

  it("greets once", async () => {
    open("home");
    await says("What AI compute costs, earns and carries.");
    button("Skip").click();
    await until(() => !text().includes("What AI compute costs"));
    open("home");
    await says("Glossary");
    expect(text()).not.toContain("What AI compute costs");
  });
});
