import { makeExcel } from "../../src/playground/office/excel";
import type { OfficeError } from "../../src/playground/office/errors";
import { isSetSupported } from "../../src/playground/office/requirements";
import { MemoryGrid } from "./memory-grid";

type Work<Result> = (context: Excel.RequestContext) => Promise<Result>;

let grid: MemoryGrid;
beforeEach(() => {
  grid = new MemoryGrid();
});

function run<Result>(work: Work<Result>): Promise<Result> {
  return makeExcel(grid).run(work as never) as Promise<Result>;
}

async function failure(work: Work<unknown>): Promise<OfficeError> {
  return run(work).then(
    () => {
      throw new Error("it did not fail");
    },
    (error: OfficeError) => error,
  );
}

const active = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getActiveWorksheet();

describe("errors of the emulation", () => {
  it("carry a code, a message and the place", async () => {
    const error = await failure(async (context) => active(context).getRange("A1").values);
    expect(error).toMatchObject({
      code: "PropertyNotLoaded",
      name: "RichApi.Error",
      debugInfo: { code: "PropertyNotLoaded", errorLocation: "values" },
    });
  });

  it("end the batch: what was queued behind is not done", async () => {
    const error = await failure(async (context) => {
      active(context).getRange("A1").values = [[1]];
      context.workbook.worksheets.getItem("None").activate();
      active(context).getRange("A2").values = [[2]];
      await context.sync();
    });
    expect(error.code).toBe("ItemNotFound");
    expect(
      grid.read(grid.activeSheet(), { top: 0, left: 0, bottom: 1, right: 0 }).map(([cell]) => cell?.value),
    ).toEqual([1, null]);
  });

  it("say what this spreadsheet does not have", async () => {
    expect(
      (await failure(async (context) => active(context).charts.add("Line", active(context).getRange("A1")))).code,
    ).toBe("NotImplemented");
  });
});

describe("the queue", () => {
  it("sends nothing before sync", async () => {
    await run(async (context) => {
      active(context).getRange("A1").values = [[1]];
      expect(grid.used(grid.activeSheet(), true)).toBeUndefined();
      await context.sync();
      expect(grid.used(grid.activeSheet(), true)).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
    });
  });

  it("is one step of undo per batch", async () => {
    await run(async (context) => {
      active(context).getRange("A1").values = [[1]];
      active(context).getRange("A2").values = [[2]];
      await context.sync();
    });
    expect(grid.steps).toBe(1);
  });

  it("finds objects where they stand in it", async () => {
    const address = await run(async (context) => {
      const { worksheets } = context.workbook;
      const before = worksheets.getItemOrNullObject("Later").load("name");
      worksheets.add("Later");
      const after = worksheets.getItemOrNullObject("Later").load("name");
      await context.sync();
      return [before.isNullObject, after.isNullObject];
    });
    expect(address).toEqual([true, false]);
  });

  it("goes on with the context of an earlier run", async () => {
    const excel = makeExcel(grid);
    const range = (await excel.run((async (context: Excel.RequestContext) => {
      const range = active(context).getRange("A1").load("values");
      await context.sync();
      return range;
    }) as never)) as unknown as Excel.Range;
    await excel.run(
      range as never,
      (async (context: Excel.RequestContext) => {
        expect(context).toBe(range.context);
        range.values = [[4]];
        await context.sync();
      }) as never,
    );
    expect(grid.read(grid.activeSheet(), { top: 0, left: 0, bottom: 0, right: 0 })[0]?.[0]?.value).toBe(4);
  });
});

describe("writing", () => {
  it("leaves cells alone where null is written", async () => {
    const values = await run(async (context) => {
      const range = active(context).getRange("A1:B1");
      range.values = [[1, 2]];
      range.numberFormat = [["0.0", "0.0"]];
      range.values = [[null, 3]];
      range.numberFormat = [[null, "0%"]] as never;
      range.load("values, numberFormat");
      await context.sync();
      return [range.values, range.numberFormat];
    });
    expect(values).toEqual([[[1, 3]], [["0.0", "0%"]]]);
  });

  it("draws borders by side, in one style and color", async () => {
    await run(async (context) => {
      const { borders } = active(context).getRange("B2:C3").format;
      borders.getItem("EdgeBottom").style = "Continuous";
      borders.getItem("EdgeBottom").color = "#7f8990";
      await context.sync();
    });
    expect(grid.log).toEqual(["border B2 bottom thin #000000", "border B2 bottom thin #7f8990"]);
  });

  it("keeps the words that may be chosen", async () => {
    const rule = await run(async (context) => {
      const { dataValidation } = active(context).getRange("A1");
      dataValidation.rule = { list: { inCellDropDown: true, source: "annuity, straight" } };
      dataValidation.load("rule");
      await context.sync();
      return dataValidation.rule;
    });
    expect(rule).toEqual({ list: { inCellDropDown: true, source: "annuity,straight" } });
  });
});

describe("notes", () => {
  it("are added, read, changed and deleted", async () => {
    const result = await run(async (context) => {
      const { notes } = active(context);
      notes.add("B2", "was =A1");
      const note = notes.getItemOrNullObject("B2").load("content");
      await context.sync();
      const first = note.content;
      note.content = "was =A2";
      notes.load("items/content");
      await context.sync();
      const second = notes.items.map(({ content }) => content);
      note.delete();
      const gone = notes.getItemOrNullObject("B2").load("content");
      await context.sync();
      return [first, second, gone.isNullObject];
    });
    expect(result).toEqual(["was =A1", ["was =A2"], true]);
  });

  it("are one to a cell", async () => {
    const error = await failure(async (context) => {
      active(context).notes.add("B2", "one");
      active(context).notes.add("B2", "two");
      await context.sync();
    });
    expect(error.code).toBe("ItemAlreadyExists");
  });
});

describe("the selection", () => {
  it("of several areas is none", async () => {
    grid.setSelection({
      sheet: grid.activeSheet(),
      boxes: [
        { top: 0, left: 0, bottom: 0, right: 0 },
        { top: 5, left: 5, bottom: 6, right: 6 },
      ],
      active: { row: 5, column: 5 },
    });
    const error = await failure(async (context) => {
      context.workbook.getSelectedRange().load("address");
      await context.sync();
    });
    expect(error.code).toBe("InvalidSelection");
    const addresses = await run(async (context) => {
      const cell = context.workbook.getActiveCell().load("address");
      const areas = context.workbook.getSelectedRanges().load("address");
      await context.sync();
      return [cell.address, areas.address];
    });
    expect(addresses).toEqual(["Sheet1!F6", "Sheet1!A1,Sheet1!F6:G7"]);
  });
});

describe("events", () => {
  const box = { top: 1, left: 1, bottom: 2, right: 1 };
  const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  it("reach handlers after the batch that added them, until they are removed", async () => {
    const heard: unknown[] = [];
    const handler = await run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(
        async ({ address, worksheetId }) => void heard.push([address, worksheetId]),
      );
      await context.sync();
      return added;
    });
    grid.emit({ type: "changed", sheet: "{1}", box, before: [] });
    expect(heard).toEqual([]);
    await later();
    expect(heard).toEqual([["B2:B3", "{1}"]]);
    handler.remove();
    await handler.context.sync();
    grid.emit({ type: "changed", sheet: "{1}", box, before: [] });
    await later();
    expect(heard).toHaveLength(1);
  });

  it("of a sheet are those of that sheet", async () => {
    const heard: string[] = [];
    const other = grid.addSheet("Other");
    await run(async (context) => {
      active(context).onSelectionChanged.add(async ({ address }) => void heard.push(address));
      await context.sync();
    });
    grid.emit({ type: "selection", sheet: other, box });
    grid.emit({ type: "selection", sheet: "{1}", box });
    await later();
    expect(heard).toEqual(["B2:B3"]);
  });

  it("tell of formulas only where they replace formulas", async () => {
    const heard: unknown[] = [];
    await run(async (context) => {
      context.workbook.worksheets.onFormulaChanged.add(async ({ formulaDetails }) => void heard.push(formulaDetails));
      await context.sync();
    });
    grid.emit({ type: "changed", sheet: "{1}", box, before: [] });
    grid.emit({ type: "changed", sheet: "{1}", box, before: [{ row: 1, column: 1, formula: "=A1" }] });
    await later();
    expect(heard).toEqual([[{ cellAddress: "B2", previousFormula: "=A1" }]]);
  });
});

describe("requirement sets", () => {
  it.each([
    ["ExcelApi", "1.1", true],
    ["ExcelApi", "1.18", true],
    ["ExcelApi", "1.19", false],
    ["excelapi", 1.4, true],
    ["ExcelApiDesktop", "1.1", false],
    ["SharedRuntime", "1.1", false],
  ])("%s %s: %s", (name, version, supported) => {
    expect(isSetSupported(name, version)).toBe(supported);
  });
});
