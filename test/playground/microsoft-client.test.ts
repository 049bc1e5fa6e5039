import { makeExcel } from "../../src/playground/office/excel";
import { MemoryGrid } from "./memory-grid";
import { microsoftExcel } from "./microsoft-client";

type Work = (context: Excel.RequestContext) => Promise<unknown>;

/** What programs for Excel do. Each is run on the emulation's own objects and on Microsoft's. */
const snippets: Readonly<Record<string, Work>> = {
  async "read before load"(context) {
    return context.workbook.worksheets.getActiveWorksheet().getRange("A1").values;
  },
  async "read before sync"(context) {
    return context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values").values;
  },
  async "read what was not loaded"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("address");
    await context.sync();
    return range.values;
  },
  async "write and read"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C3");
    range.values = [
      [1, "two"],
      [true, ""],
    ];
    range.load("values, valueTypes, address, rowCount, columnCount, rowIndex, columnIndex, cellCount");
    await context.sync();
    const { values, valueTypes, address, rowCount, columnCount, rowIndex, columnIndex, cellCount } = range;
    return { values, valueTypes, address, rowCount, columnCount, rowIndex, columnIndex, cellCount };
  },
  async "a formula is calculated before it is read in the same batch"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [[2]];
    const range = sheet.getRange("B1");
    range.formulas = [["=A1+40"]];
    range.load("values, formulas");
    await context.sync();
    return [range.values, range.formulas];
  },
  async "a load before a write reads what was there before"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [[1]];
    const range = sheet.getRange("A1").load("values");
    sheet.getRange("A1").values = [[2]];
    await context.sync();
    return range.values;
  },
  async "an array of the wrong shape"(context) {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2").values = [[1, 2]];
    await context.sync();
  },
  async "one value for all cells"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
    range.values = 7 as never;
    range.numberFormat = "0.00" as never;
    range.load("values, numberFormat");
    await context.sync();
    return [range.values, range.numberFormat];
  },
  async "a written value is known without load"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.values = [[5]];
    return range.values;
  },
  async "a bad address"(context) {
    context.workbook.worksheets.getActiveWorksheet().getRange("no address").load("values");
    await context.sync();
  },
  async "a sheet that is not there"(context) {
    context.workbook.worksheets.getItem("None").load("name");
    await context.sync();
  },
  async "a null object"(context) {
    const sheet = context.workbook.worksheets.getItemOrNullObject("None").load("name");
    await context.sync();
    return [sheet.isNullObject, sheet.name];
  },
  async "a null object asked before sync"(context) {
    return context.workbook.worksheets.getItemOrNullObject("None").isNullObject;
  },
  async "what follows from a null object"(context) {
    const used = context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true).load("address");
    await context.sync();
    return used.isNullObject;
  },
  async "the used range"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B3:C4").values = [
      [1, 2],
      [3, 4],
    ];
    const used = sheet.getUsedRange(true).load("address");
    await context.sync();
    return used.address;
  },
  async "sheets are added, named and listed"(context) {
    const { worksheets } = context.workbook;
    worksheets.add("My sheet");
    worksheets.add();
    worksheets.load("items/name, items/position");
    await context.sync();
    return worksheets.items.map(({ name, position }) => [name, position]);
  },
  async "a sheet's name that is taken"(context) {
    context.workbook.worksheets.add("Sheet1");
    await context.sync();
  },
  async "a sheet is renamed"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = "Loan";
    const range = sheet.getRange("A1").load("address");
    await context.sync();
    return range.address;
  },
  async "the last sheet cannot be deleted"(context) {
    context.workbook.worksheets.getActiveWorksheet().delete();
    await context.sync();
  },
  async "a count"(context) {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    return count.value;
  },
  async "a count asked before sync"(context) {
    return context.workbook.worksheets.getCount().value;
  },
  async "ranges from ranges"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(1, 1, 3, 3);
    const all = [
      range.getCell(0, 0),
      range.getOffsetRange(1, 1),
      range.getResizedRange(1, -1),
      range.getAbsoluteResizedRange(2, 2),
      range.getRow(1),
      range.getColumn(2),
      range.getLastCell(),
      range.getEntireColumn(),
      range.getIntersectionOrNullObject("C3:Z9"),
      range.getBoundingRect("F9"),
    ];
    for (const each of all) each.load("address");
    await context.sync();
    return all.map(({ address }) => address);
  },
  async "a range kept for a later batch"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2");
    range.load("address");
    await context.sync();
    range.values = [[3], [4]];
    await context.sync();
    range.load("values");
    await context.sync();
    return range.values;
  },
  async "a spilled table"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("B2").formulas = [["=SPILL(2,3)"]];
    const table = sheet.getRange("B2").getSpillingToRange().load("address, hasSpill");
    const parent = sheet.getRange("D3").getSpillParentOrNullObject().load("address");
    const none = sheet.getRange("A1").getSpillingToRangeOrNullObject().load("address");
    await context.sync();
    return [table.address, table.hasSpill, parent.address, none.isNullObject];
  },
  async "a table where there is none"(context) {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").getSpillingToRange().load("address");
    await context.sync();
  },
  async names(context) {
    const { names } = context.workbook;
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    names.add("coverage", sheet.getRange("B2:B3"), "what it is");
    const item = names.getItem("COVERAGE").load("name, formula, type, comment");
    const range = item.getRange().load("address");
    const none = names.getItemOrNullObject("none").load("name");
    await context.sync();
    return [item.name, item.formula, item.type, item.comment, range.address, none.isNullObject];
  },
  async "a name that cannot be one"(context) {
    context.workbook.names.add("A1", "=1");
    await context.sync();
  },
  async formats(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
    range.format.font.bold = true;
    range.format.font.color = "#1446c8";
    range.format.fill.color = "#fcebea";
    range.format.columnWidth = 90;
    range.format.horizontalAlignment = "Right";
    range.load(
      "format/columnWidth, format/horizontalAlignment, format/font/bold, format/font/color, format/fill/color",
    );
    await context.sync();
    const { format } = range;
    return [format.columnWidth, format.horizontalAlignment, format.font.bold, format.font.color, format.fill.color];
  },
  async "a style of one's own"(context) {
    const { styles } = context.workbook;
    styles.add("Mine");
    const style = styles.getItem("Mine");
    style.font.bold = true;
    style.fill.color = "#ffffff";
    style.includeNumber = false;
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("C1");
    range.style = "Mine";
    range.load("style, format/font/bold");
    await context.sync();
    return [range.style, range.format.font.bold];
  },
  async "a style that is not there"(context) {
    context.workbook.worksheets.getActiveWorksheet().getRange("C1").style = "None";
    await context.sync();
  },
  async clearing(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.values = [[1]];
    range.numberFormat = [["0.0"]];
    range.clear("Contents");
    range.load("values, numberFormat, valueTypes");
    await context.sync();
    return [range.values, range.numberFormat, range.valueTypes];
  },
  async "pieces of XML"(context) {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add('<a xmlns="urn:a"><b/></a>');
    const xml = part.getXml();
    const only = customXmlParts.getByNamespace("urn:a").getOnlyItemOrNullObject().load("id");
    const none = customXmlParts.getByNamespace("urn:b").getOnlyItemOrNullObject().load("id");
    await context.sync();
    only.setXml('<a xmlns="urn:a"/>');
    const changed = only.getXml();
    await context.sync();
    return [xml.value, only.isNullObject, none.isNullObject, changed.value];
  },
  async settings(context) {
    const { settings } = context.workbook;
    settings.add("seen", 3);
    const item = settings.getItemOrNullObject("seen").load("key, value");
    const none = settings.getItemOrNullObject("none").load("key");
    await context.sync();
    return [item.key, item.value, none.isNullObject];
  },
  async "the selection"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("C3:D4").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    return [selected.address, active.address];
  },
  async "cells with errors"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").formulas = [["=1+1"], ["=1/0"], [3]];
    await context.sync();
    const errors = sheet.getRange("A1:A9").getSpecialCellsOrNullObject("Formulas", "Errors").load("address");
    const cell = sheet.getRange("A2").load("values, valueTypes");
    await context.sync();
    return [errors.address, cell.values, cell.valueTypes];
  },
  async "the culture"(context) {
    const { application } = context;
    application.suspendScreenUpdatingUntilNextSync();
    application.load("decimalSeparator, thousandsSeparator");
    application.cultureInfo.load("name");
    await context.sync();
    return [application.decimalSeparator, application.thousandsSeparator, application.cultureInfo.name];
  },
  async "several properties at once"(context) {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.set({ values: [[9]], format: { font: { bold: true } } });
    range.load({ values: true, format: { font: { bold: true } } });
    await context.sync();
    return [range.values, range.format.font.bold];
  },
  async "freezing, tab and gridlines"(context) {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.freezePanes.freezeRows(2);
    sheet.tabColor = "#0B6478";
    sheet.showGridlines = false;
    sheet.load("tabColor, showGridlines");
    await context.sync();
    return [sheet.tabColor, sheet.showGridlines];
  },
};

/** What came out: a result, or the code of an error. */
async function outcome(run: (work: never) => Promise<unknown>, work: Work): Promise<unknown> {
  try {
    return { result: JSON.parse(JSON.stringify((await run(work as never)) ?? null)) as unknown };
  } catch (error) {
    return { code: (error as { code?: string }).code ?? String(error) };
  }
}

describe("the emulation and Microsoft's own client agree on", () => {
  it.each(Object.entries(snippets))("%s", async (_, work) => {
    const excel = makeExcel(new MemoryGrid());
    const ours = await outcome(excel.run as never, work);
    const microsoft = microsoftExcel(new MemoryGrid());
    const theirs = await outcome(microsoft.run as never, work);
    microsoft.close();
    expect(ours).toEqual(theirs);
  });
});
