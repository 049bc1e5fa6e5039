/** @jest-environment jsdom */
import { excelWorkbook } from "../../src/excel/workbook";
import { type Content, type Workbook, WorkbookError, type WriteResult } from "../../src/taskpane/workbook";
import { FakeError, FakeWorkbook } from "./fake-excel";

let book: FakeWorkbook;
let workbook: Workbook;

async function open(...sheets: string[]): Promise<void> {
  book = new FakeWorkbook(...sheets);
  book.install();
  workbook = await excelWorkbook();
  book.syncs = 0;
}

beforeEach(() => open("Sheet1", "My inputs"));

const example: Content = {
  rows: [
    [{ value: "GPU-hour cost", style: "title" }],
    [
      { value: "Price", style: "label" },
      { value: 30_000, style: "input", numberFormat: "#,##0" },
    ],
    [
      { value: "Cost", style: "label" },
      { formula: "=COMPUTE.GPUHOURCOST(B2,3,0.7)", style: "calculation" },
    ],
  ],
};

const failed = (work: Promise<unknown>): Promise<WorkbookError> =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: WorkbookError) => error,
  );

describe("what Excel tells of itself", () => {
  it("writes numbers as the user does, and separates arguments with a semicolon where the comma is taken", () => {
    expect(workbook.separators).toEqual({ decimal: ",", thousands: ".", list: ";" });
  });

  it("can do everything in a current version", () => {
    expect(workbook.capabilities).toEqual({
      insert: true,
      charts: true,
      notes: true,
      names: true,
      spills: true,
      documentData: true,
    });
  });

  it("has no notes of its own in LTSC 2024 and before", async () => {
    book.api = 1.17;
    expect((await excelWorkbook()).capabilities).toMatchObject({ notes: false, spills: true });
  });

  it("inserts nothing into a workbook that is open for reading only", async () => {
    Object.assign(Office.context.document, { mode: "readOnly" });
    const readOnly = await excelWorkbook();
    expect(readOnly.capabilities.insert).toBe(false);
    expect(await failed(readOnly.write(example, { newSheet: "Example" }))).toMatchObject({ code: "readOnly" });
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "My inputs"]);
  });

  it("waits while a cell is edited", async () => {
    await workbook.selectedCell();
    expect(book.options).toEqual({ delayForCellEdit: true });
  });
});

describe("the selected cell", () => {
  it("is described with sheet, address, formula, value, text and format", async () => {
    book.put("My inputs", "B9", [["=COMPUTE.PUE(1,1)"]], "0.00");
    book.shows.set("=COMPUTE.PUE(1,1)", 1.25);
    book.select("My inputs", "B9:C12");
    expect(await workbook.selectedCell()).toEqual({
      sheet: "My inputs",
      address: "B9",
      formula: "=COMPUTE.PUE(1,1)",
      value: 1.25,
      text: "1.25",
      numberFormat: "0.00",
    });
    expect(book.syncs).toBe(1);
  });

  it("tells blank, text that looks like an error, and an error apart", async () => {
    book.put("Sheet1", "B1", [["#N/A", "=F()"]]);
    book.shows.set("=F()", "#N/A");
    const values = [];
    for (const address of ["A1", "B1", "C1"]) {
      book.select("Sheet1", address);
      values.push((await workbook.selectedCell())?.value);
    }
    expect(values).toEqual([null, "#N/A", { error: "#N/A" }]);
  });

  it("knows the table that it is part of", async () => {
    book.put("Sheet1", "B2", [
      ["=COMPUTE.LOANSCHEDULE(1,2,3)", "Interest"],
      [1, 50],
    ]);
    book.sheet("Sheet1").spills.set("1,1", { rows: 4, columns: 3 });
    book.select("Sheet1", "C3");
    const spill = { anchor: "B2", formula: "=COMPUTE.LOANSCHEDULE(1,2,3)", address: "B2:D5" };
    expect(await workbook.selectedCell()).toMatchObject({
      address: "C3",
      formula: "",
      value: 50,
      spill: { ...spill, row: 1, column: 1 },
    });
    book.select("Sheet1", "B2");
    expect(await workbook.selectedCell()).toMatchObject({
      formula: spill.formula,
      spill: { ...spill, row: 0, column: 0 },
    });
  });

  it("is no cell where a chart or several areas are selected", async () => {
    book.selected = undefined;
    expect(await workbook.selectedCell()).toBeUndefined();
    expect(await workbook.selection()).toBeUndefined();
  });

  it("does without tables where Excel knows none", async () => {
    book.api = 1.11;
    expect(await workbook.selectedCell()).not.toHaveProperty("spill");
  });
});

describe("the selection", () => {
  it("is read whole, blanks included", async () => {
    book.put("Sheet1", "A1", [[1, "", "a"]]);
    book.select("Sheet1", "A1:C2");
    expect(await workbook.selection()).toMatchObject({
      sheet: "Sheet1",
      address: "A1:C2",
      values: [
        [1, null, "a"],
        [null, null, null],
      ],
    });
  });

  it("is its used part where whole columns are selected", async () => {
    book.put("Sheet1", "B3", [[1], [2]]);
    book.select("Sheet1", "B:B");
    expect(await workbook.selection()).toMatchObject({ address: "B3:B4", values: [[1], [2]] });
  });
});

describe("reading", () => {
  it("reads many ranges in one step, in the order asked for", async () => {
    book.put("Sheet1", "A1", [[1, 2]]);
    book.put("My inputs", "B2", [["x"], [true]], "0%");
    const blocks = await workbook.read([
      { sheet: "My inputs", address: "B2:B3" },
      { sheet: "Sheet1", address: "A1:B1" },
    ]);
    expect(blocks).toEqual([
      {
        sheet: "My inputs",
        address: "B2:B3",
        values: [["x"], [true]],
        formulas: [[""], [""]],
        numberFormats: [["0%"], ["0%"]],
      },
      {
        sheet: "Sheet1",
        address: "A1:B1",
        values: [[1, 2]],
        formulas: [["", ""]],
        numberFormats: [["General", "General"]],
      },
    ]);
    expect(book.syncs).toBe(1);
  });

  it("leaves out what lies on a sheet that is gone, and reads the rest", async () => {
    book.put("Sheet1", "A1", [[7]]);
    const [gone, there] = await workbook.read([
      { sheet: "Old", address: "A1" },
      { sheet: "Sheet1", address: "A1" },
    ]);
    expect(gone).toBeUndefined();
    expect(there?.values).toEqual([[7]]);
  });

  it("reads whole columns from the top to the last used row", async () => {
    book.put("Sheet1", "B2", [[5], [6]]);
    const [block] = await workbook.read([{ sheet: "Sheet1", address: "B:B" }]);
    expect(block).toMatchObject({ address: "B1:B3", values: [[null], [5], [6]] });
  });

  it("reads the table that a formula spills", async () => {
    book.put("Sheet1", "A1", [
      ["=T()", 2],
      [3, 4],
    ]);
    book.shows.set("=T()", 1);
    book.sheet("Sheet1").spills.set("0,0", { rows: 2, columns: 2 });
    const blocks = await workbook.read([
      { sheet: "Sheet1", address: "A1#" },
      { sheet: "Sheet1", address: "B2#" },
    ]);
    expect(blocks.map((block) => block?.values)).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      undefined,
    ]);
  });

  it("finds what names stand for", async () => {
    await workbook.write(
      { rows: [[{ value: 3 }]], names: [{ name: "Life", row: 0, column: 0 }] },
      { sheet: "My inputs", address: "D4" },
    );
    expect(await workbook.namedPlaces(["Life", "Nothing"])).toEqual(
      new Map([["Life", { sheet: "My inputs", address: "D4" }]]),
    );
  });
});

describe("our own formulas", () => {
  beforeEach(() => {
    book.put("Sheet1", "B2", [
      ["=SUM(1)", "=compute.pue(1,1)+1"],
      ['="COMPUTE.PUE("', "=2*COMPUTE.PUE(2,1)"],
    ]);
    book.put("My inputs", "A1", [["=_xldudf_COMPUTE_PUE(1,1)"]]);
  });

  it("are found on the sheet, wherever they stand in a formula, but not in a text", async () => {
    expect((await workbook.ownFormulas("sheet")).map(({ address }) => address)).toEqual(["C2", "C3"]);
  });

  it("are found in the whole workbook", async () => {
    expect(await workbook.ownFormulas("workbook")).toHaveLength(3);
  });

  it("are found in the selection", async () => {
    book.select("Sheet1", "A3:D9");
    expect(await workbook.ownFormulas("selection")).toMatchObject([
      { sheet: "Sheet1", address: "C3", formula: "=2*COMPUTE.PUE(2,1)" },
    ]);
  });

  it("are none on an empty sheet", async () => {
    await open("Empty");
    expect(await workbook.ownFormulas("sheet")).toEqual([]);
  });

  it("are entered again where they show an error, in the form that Excel takes", async () => {
    book.shows.set("=_xldudf_COMPUTE_PUE(1,1)", "#NAME?");
    expect(await workbook.repair()).toBe(1);
    expect(book.entry("My inputs", "A1")).toBe("=COMPUTE.PUE(1,1)");
    expect(await workbook.repair()).toBe(0);
  });
});

describe("writing on a new sheet", () => {
  it("puts down values, formulas, formats and styles, and shows the sheet", async () => {
    const result = await workbook.write(example, { newSheet: "Example" });
    expect(result).toMatchObject({ written: true, place: { sheet: "Example", address: "A1:B3" } });
    expect(book.entry("Example", "B3")).toBe("=COMPUTE.GPUHOURCOST(B2,3,0.7)");
    expect(book.cell("Example", "B2")).toMatchObject({ entry: 30_000, numberFormat: "#,##0", style: "Compute Input" });
    expect(book.active.name).toBe("Example");
  });

  it("takes a free name, within what Excel allows", async () => {
    const names = ["My inputs", "my INPUTS", "A/B:C", "x".repeat(40), "x".repeat(40), ""];
    for (const name of names) await workbook.write(example, { newSheet: name });
    expect(book.sheets.slice(2).map(({ name }) => name)).toEqual([
      "My inputs 2",
      "my INPUTS 3",
      "A B C",
      "x".repeat(31),
      `${"x".repeat(29)} 2`,
      "Sheet",
    ]);
  });

  it("leaves the user where they are when asked to", async () => {
    await workbook.write(example, { newSheet: "Example", activate: false });
    expect(book.active.name).toBe("Sheet1");
  });

  it("defines each style once, without a number format of its own", async () => {
    await workbook.write(example, { newSheet: "Example" });
    const defined = book.styles.get("Compute Input");
    expect(defined).toMatchObject({ includeNumber: false, "font.color": "#1446c8" });
    await workbook.write(example, { newSheet: "Example" });
    expect(book.styles.get("Compute Input")).toBe(defined);
  });

  it("names cells, except where a name is taken, offers words, freezes rows and widens columns", async () => {
    book.names.set("Life", { sheet: book.sheet("Sheet1"), box: { row: 0, column: 0, rows: 1, columns: 1 } });
    const result = await workbook.write(
      {
        rows: [[{ value: "Style" }, { value: "annuity" }]],
        names: [
          { name: "Life", row: 0, column: 1 },
          { name: "LoanStyle", row: 0, column: 1, comment: "How it is repaid" },
        ],
        choices: [{ row: 0, column: 1, words: ["annuity", "bullet"] }],
        columnWidths: [30],
        frozenRows: 1,
      },
      { newSheet: "Loan" },
    );
    expect(result).toMatchObject({ names: ["LoanStyle"] });
    expect(book.names.get("LoanStyle")).toMatchObject({ sheet: { name: "Loan" }, comment: "How it is repaid" });
    expect(book.names.get("Life")).toMatchObject({ sheet: { name: "Sheet1" } });
    expect(book.cell("Loan", "B1")?.rule).toEqual({ list: { inCellDropDown: true, source: "annuity,bullet" } });
    expect(book.sheet("Loan").frozenRows).toBe(1);
    expect(book.sheet("Loan").widths.get(0)).toBeCloseTo(161.25);
  });

  it("writes text as text, whatever it looks like", async () => {
    const texts = ["=1+1", "-5", "1/2", "TRUE", "March 5", "50%", "GPU-hour cost", "Year 1", "May be negative"];
    await workbook.write({ rows: [texts.map((value) => ({ value }))] }, { newSheet: "Texts" });
    const row = [..."ABCDEFGHI"].map((column) => book.entry("Texts", `${column}1`));
    expect(row).toEqual([
      "'=1+1",
      "'-5",
      "'1/2",
      "'TRUE",
      "'March 5",
      "'50%",
      "GPU-hour cost",
      "Year 1",
      "May be negative",
    ]);
  });

  it("leaves no sheet behind when it fails half way", async () => {
    book.failure = { code: "GeneralException", after: 12 };
    await failed(workbook.write(example, { newSheet: "Example" }));
    expect(book.sheets.map(({ name }) => name)).toEqual(["Sheet1", "My inputs"]);
  });
});

describe("writing at a cell", () => {
  it("writes where there is room and selects what it wrote", async () => {
    expect(await workbook.write(example, { sheet: "Sheet1", address: "C5" })).toMatchObject({
      written: true,
      place: { sheet: "Sheet1", address: "C5:D7" },
    });
    expect(book.entry("Sheet1", "D6")).toBe(30_000);
    expect(book.selected?.box).toEqual({ row: 4, column: 2, rows: 3, columns: 2 });
  });

  it("touches nothing where something is, and says what", async () => {
    book.put("Sheet1", "D6", [["mine"], ["=SUM(1)"]]);
    const result = await workbook.write(example, { sheet: "Sheet1", address: "C5" });
    expect(result).toMatchObject({
      written: false,
      occupiedCount: 2,
      occupied: [
        { address: "D6", value: "mine" },
        { address: "D7", formula: "=SUM(1)" },
      ],
    });
    expect(book.entry("Sheet1", "D6")).toBe("mine");
    expect(book.entry("Sheet1", "C5")).toBe("");
  });

  it("counts the cells that a table will spill over as its own", async () => {
    book.put("Sheet1", "B9", [["mine"]]);
    const table: Content = {
      rows: [[{ formula: "=COMPUTE.LOANSCHEDULE(1,2,3)" }]],
      spills: [{ row: 0, column: 0, rows: 9, columns: 2 }],
    };
    expect(await workbook.write(table, { sheet: "Sheet1", address: "A1" })).toMatchObject({
      written: false,
      place: { address: "A1:B9" },
    });
  });

  it("overwrites when asked to, and can take it back", async () => {
    book.put(
      "Sheet1",
      "C5",
      [
        ["old", ""],
        ["", "=SUM(1)"],
      ],
      "0.0",
    );
    const result = await workbook.write(example, { sheet: "Sheet1", address: "C5", overwrite: true });
    expect(book.entry("Sheet1", "D6")).toBe(30_000);
    await workbook.takeBack((result as WriteResult & { written: true }).receipt);
    expect([book.entry("Sheet1", "C5"), book.entry("Sheet1", "D6"), book.entry("Sheet1", "D7")]).toEqual([
      "old",
      "=SUM(1)",
      "",
    ]);
    expect(book.cell("Sheet1", "D6")?.numberFormat).toBe("0.0");
  });

  it("brings a spilled table back as one formula", async () => {
    book.put("Sheet1", "A1", [
      ["=T()", 2],
      [3, 4],
    ]);
    book.sheet("Sheet1").spills.set("0,0", { rows: 2, columns: 2 });
    const result = await workbook.write(example, { sheet: "Sheet1", address: "A1", overwrite: true });
    await workbook.takeBack((result as WriteResult & { written: true }).receipt);
    expect([book.entry("Sheet1", "A1"), book.entry("Sheet1", "B1"), book.entry("Sheet1", "A2")]).toEqual([
      "=T()",
      "",
      "",
    ]);
  });

  it("takes a new sheet back with its names", async () => {
    const result = await workbook.write(
      { ...example, names: [{ name: "Price", row: 1, column: 1 }] },
      { newSheet: "Example" },
    );
    await workbook.takeBack((result as WriteResult & { written: true }).receipt);
    expect(book.sheets).toHaveLength(2);
    expect(book.names.size).toBe(0);
  });

  it("never makes a column of the user narrower", async () => {
    book.sheet("Sheet1").widths.set(0, 200);
    await workbook.write({ rows: [[{ value: 1 }]], columnWidths: [5] }, { sheet: "Sheet1", address: "A1" });
    expect(book.sheet("Sheet1").widths.get(0)).toBe(200);
  });

  it("replaces formulas and keeps formats", async () => {
    book.put("Sheet1", "A1", [["=COMPUTE.PUE(2,1)"]], "0.00");
    await workbook.replace([{ sheet: "Sheet1", address: "A1", formula: "=2/1" }]);
    expect(book.cell("Sheet1", "A1")).toMatchObject({ entry: "=2/1", numberFormat: "0.00" });
  });
});

describe("sheets, selection and charts", () => {
  it("lists the visible sheets in order", async () => {
    book.addSheet("Hidden").visible = false;
    expect(await workbook.sheets()).toEqual([
      { name: "Sheet1", active: true },
      { name: "My inputs", active: false },
    ]);
  });

  it("adds, activates and selects", async () => {
    expect(await workbook.addSheet("Sheet1")).toBe("Sheet1 2");
    await workbook.activate("My inputs");
    expect(book.active.name).toBe("My inputs");
    await workbook.select({ sheet: "Sheet1", address: "B2:C3" });
    expect(book.selected).toMatchObject({ sheet: { name: "Sheet1" }, box: { row: 1, column: 1, rows: 2, columns: 2 } });
    expect(book.active.name).toBe("Sheet1");
  });

  const chart = {
    type: "line",
    sheet: "Sheet1",
    address: "A1:C4",
    title: "Two clocks",
    topLeft: "E1",
    bottomRight: "K15",
    valueAxis: "USD",
  } as const;

  it("draws charts with the first column as the points, also where it holds years", async () => {
    expect(await workbook.addChart(chart)).toBe(true);
    expect(book.sheet("Sheet1").charts).toEqual([
      {
        type: "Line",
        figures: "Sheet1!B1:C4",
        points: ["Sheet1!A2:A4", "Sheet1!A2:A4"],
        title: "Two clocks",
        valueAxis: "USD",
        legend: { position: "Bottom", visible: true },
        position: "E1:K15",
      },
    ]);
  });

  it("draws rows that lie apart, each by its name, over one row of points", async () => {
    const apart = {
      ...chart,
      address: "D5:K5",
      series: [
        { name: "Recovery value", address: "D9:K9" },
        { name: "Loan balance", address: "D12:K12" },
        { name: "Limit", address: "D20:K20" },
      ],
      categoryAxis: "Quarter",
    };
    expect(await workbook.addChart(apart)).toBe(true);
    expect(book.sheet("Sheet1").charts).toEqual([
      {
        type: "Line",
        by: "Rows",
        figures: "Sheet1!D9:K9",
        series: [
          { name: "Recovery value" },
          { name: "Loan balance", values: "Sheet1!D12:K12" },
          { name: "Limit", values: "Sheet1!D20:K20" },
        ],
        points: ["Sheet1!D5:K5", "Sheet1!D5:K5", "Sheet1!D5:K5"],
        title: "Two clocks",
        valueAxis: "USD",
        categoryAxis: "Quarter",
        legend: { position: "Bottom", visible: true },
        position: "E1:K15",
      },
    ]);
  });

  it("needs no legend for one row", async () => {
    const one = { ...chart, address: "D5:K5", series: [{ name: "Coverage", address: "D9:K9" }] };
    expect(await workbook.addChart(one)).toBe(true);
    expect(book.sheet("Sheet1").charts).toMatchObject([
      { figures: "Sheet1!D9:K9", series: [{ name: "Coverage" }], legend: { visible: false } },
    ]);
  });

  it("says so where there are no charts", async () => {
    book.api = 1.06;
    expect(await workbook.addChart(chart)).toBe(false);
  });
});

describe("notes and data in the document", () => {
  const cell = { sheet: "My inputs", address: "B2" };

  it.each([1.18, 1.17])("are set, changed, read and removed with ExcelApi %s", async (api) => {
    book.api = api;
    expect(await workbook.note(cell)).toBeUndefined();
    await workbook.setNote(cell, "was =COMPUTE.PUE(2,1) & more");
    await workbook.setNote({ ...cell, address: "B3" }, "another");
    expect(await workbook.note(cell)).toBe("was =COMPUTE.PUE(2,1) & more");
    await workbook.setNote(cell, "changed");
    expect(await workbook.note(cell)).toBe("changed");
    await workbook.setNote(cell, undefined);
    expect(await workbook.note(cell)).toBeUndefined();
    expect(await workbook.note({ ...cell, address: "B3" })).toBe("another");
    expect(book.sheet("My inputs").notes.size).toBe(api === 1.18 ? 1 : 0);
  });

  it("keep XML by namespace", async () => {
    const xml = '<progress xmlns="urn:test">1</progress>';
    expect(await workbook.documentData("urn:test")).toBeUndefined();
    await workbook.setDocumentData("urn:test", xml);
    expect(await workbook.documentData("urn:test")).toBe(xml);
    await workbook.setDocumentData("urn:test", xml.replace("1", "2"));
    expect(await workbook.documentData("urn:test")).toContain("2");
    await workbook.setDocumentData("urn:test", undefined);
    expect(await workbook.documentData("urn:test")).toBeUndefined();
  });

  it("keep settings", async () => {
    expect(workbook.setting("style")).toBeUndefined();
    await workbook.setSetting("style", "classic");
    expect(workbook.setting("style")).toBe("classic");
    await workbook.setSetting("style", undefined);
    expect(workbook.setting("style")).toBeUndefined();
  });
});

describe("events", () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

  it("call back once for what happens together, and never after unsubscribing", async () => {
    let calls = 0;
    const unsubscribe = workbook.onChanged(() => calls++);
    await settled();
    await Promise.all([book.happens("changed"), book.happens("changed"), book.happens("calculated")]);
    await settled();
    expect(calls).toBe(1);
    unsubscribe();
    await settled();
    await book.happens("changed");
    await settled();
    expect(calls).toBe(1);
    expect([...book.handlers.values()].map(({ size }) => size)).toEqual([0, 0]);
  });

  it("follow the selection, also to another sheet", async () => {
    let calls = 0;
    workbook.onSelectionChanged(() => calls++);
    await settled();
    await book.happens("selection");
    await settled();
    await book.happens("activated");
    await settled();
    expect(calls).toBe(2);
  });

  it("may be unsubscribed before Excel has answered", async () => {
    workbook.onSelectionChanged(() => undefined)();
    await settled();
    expect([...book.handlers.values()].map(({ size }) => size)).toEqual([0, 0]);
  });
});

describe("failures", () => {
  it.each([
    ["InvalidOperationInCellEditMode", "editing", /Press Enter or Esc/],
    ["AccessDenied", "protected", /Unprotect the sheet/],
    ["ItemNotFound", "notFound", /not there any more/],
    ["RequestPayloadSizeLimitExceeded", "tooLarge", /fewer cells/],
    ["NotImplemented", "unsupported", /cannot do that/],
    ["Conflict", "unknown", /Try again in a moment/],
    ["GeneralException", "unknown", /Excel could not do that\. It says: GeneralException/],
  ])("%s is said in words that help", async (code, kind, words) => {
    book.failure = { code, after: 0 };
    const error = await failed(workbook.replace([{ sheet: "Sheet1", address: "A1", formula: "=1" }]));
    expect(error).toBeInstanceOf(WorkbookError);
    expect(error.code).toBe(kind);
    expect(error.message).toMatch(words);
    expect(error.cause).toBeInstanceOf(FakeError);
  });

  it("of a protected sheet leave everything as it was", async () => {
    book.sheet("Sheet1").isProtected = true;
    expect(await failed(workbook.write(example, { sheet: "Sheet1", address: "A1" }))).toMatchObject({
      code: "protected",
    });
    expect(book.entry("Sheet1", "A1")).toBe("");
  });

  it("of an address that is none are told before Excel is asked", async () => {
    expect(await failed(workbook.write(example, { sheet: "Sheet1", address: "first cell" }))).toMatchObject({
      code: "notFound",
    });
  });
});
