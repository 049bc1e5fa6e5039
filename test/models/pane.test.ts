/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
import { models } from "../../src/models/templates";
import { write } from "../../src/models/write";
import type { App } from "../../src/taskpane/app";
import { chartOn, freeNames } from "../../src/taskpane/models/insert-model";
import { startIn } from "../../src/taskpane/taskpane";
import { type FakeWorkbook, fakeWorkbook } from "../taskpane/fake-workbook";

let element: HTMLElement;
let workbook: FakeWorkbook;
let app: App;

async function until<T>(found: () => T | undefined | null | false): Promise<T> {
  for (let i = 0; i < 500; i++) {
    const result = found();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never came: ${String(found)}\n${element.textContent}`);
}
const says = (words: string) => until(() => element.textContent?.includes(words));
const button = (words: string) =>
  until(() =>
    [...element.querySelectorAll("button")].find((one) => one.textContent?.trim() === words && !one.disabled),
  );

function open(path: string, plain = false): void {
  (globalThis as { __VERSION__?: string }).__VERSION__ = "1.0.0";
  location.hash = path;
  localStorage.clear();
  element = document.createElement("div");
  document.body.replaceChildren(element);
  workbook = fakeWorkbook();
  app = startIn(element, {
    host: {
      workbook: Promise.resolve(plain ? undefined : workbook),
      theme: () => "auto",
      onThemeChanged: () => () => undefined,
      storagePrefix: () => "",
    },
    storage: () => localStorage,
    now: () => new Date(2026, 10, 28),
    copy: () => Promise.resolve(true),
    scrollTo: () => undefined,
    scrolled: () => 0,
  });
}

const loan = models.find(({ id }) => id === "gpu-backed-loan")!;

jest.setTimeout(30_000);

describe("models in the pane", () => {
  it("lists them, from Home too", async () => {
    open("home");
    await until(() => element.querySelector('a[href="#models"]'));
    open("models");
    for (const { title, summary } of models) {
      await says(title);
      await says(summary);
    }
  });

  it("shows five sentences, the chart, results, checks, verdicts and lessons", async () => {
    open("model/gpu-backed-loan");
    for (const sentence of loan.sentences) await says(sentence);
    await says(loan.chart.point);
    expect(element.querySelectorAll("svg.plot path.loan, svg.plot path.limit, svg.plot path.value")).toHaveLength(3);
    await says(`All ${loan.checks.length} checks hold`);
    await says("Does every quarter meet the coverage covenant? Yes, with a margin of 0.4726 times.");
    await says(
      "Does cash pay the debt service if the customer leaves as well? No, short by 0.6291 times, first in quarter 5.",
    );
    expect(element.textContent).not.toContain("10^");
    expect(element.querySelector('a[href="#lesson/gpu-backed-financing"]')).not.toBeNull();
  });

  it("inserts all sheets in the style chosen, remembers it, and takes them back as one", async () => {
    open("model/gpu-backed-loan");
    await until(() => app.workbook);
    (await button("Insert on new sheets")).click();
    await says("Inserted on 6 new sheets.");
    const { layout } = write(loan, { style: "dynamic" });
    const { row } = layout.spot("outLowest");
    expect(workbook.at("Outputs", `C${row}`).formula).toMatch(/^=COMPUTE\.MINLOANCOVERAGE\(Workings!/);
    expect((await workbook.sheets()).map(({ name }) => name)).toEqual([
      "Sheet1",
      "About",
      "Inputs",
      "Workings",
      "Schedules",
      "Outputs",
      "Checks",
    ]);
    (await button("Take back")).click();
    await says("Taken back.");
    expect(workbook.at("Outputs", `C${row}`).formula).toBe("");

    element.querySelector<HTMLInputElement>('input[value="classic"]')!.click();
    (await button("Insert on new sheets")).click();
    await says("Inserted on 6 new sheets.");
    // The names are taken: all sheets of the second model carry the same number, and refer to each other by it.
    expect(workbook.at("Outputs 2", `C${row}`).formula).toMatch(/^=MIN\('Workings 2'!/);
    expect(app.state.settings.modelStyle).toBe("classic");
    expect(
      localStorage.getItem(
        [...Array(localStorage.length).keys()]
          .map((i) => localStorage.key(i)!)
          .find((key) => key.includes("settings"))!,
      ),
    ).toContain("classic");
  });

  it("leaves nothing behind when the workbook refuses", async () => {
    open("model/gpu-backed-loan");
    await until(() => app.workbook);
    workbook.refuse("protected", "The workbook is protected.");
    (await button("Insert on new sheets")).click();
    await says("The workbook is protected.");
    for (const { name } of await workbook.sheets()) expect(workbook.at(name, "A1").value).toBeNull();
  });

  it("offers the file in a plain browser", async () => {
    open("model/gpu-backed-loan", true);
    const link = await until(() => element.querySelector<HTMLAnchorElement>("a[download]"));
    expect(link.getAttribute("href")).toBe("templates/gpu-backed-loan.xlsx");
  });
});

describe("what goes with the sheets", () => {
  it("takes names that are free for all sheets", () => {
    expect(freeNames(["Sheet1", "checks"])).toMatchObject({ about: "About 2", checks: "Checks 2", inputs: "Inputs 2" });
  });

  it("draws the chart from rows of Outputs, over the rows that are left blank for it", () => {
    const made = write(loan, { style: "classic" });
    const chart = chartOn(loan, made, "Outputs");
    expect(chart.series).toHaveLength(3);
    expect(chart.address).toBe("G4:AA4");
    const { row } = made.layout.spot("chartLoan");
    expect(chart.series![2]).toEqual({ name: "Loan", address: `G${row}:AA${row}` });
  });
});
