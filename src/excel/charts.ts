import { type Chart, WorkbookError } from "../taskpane/workbook";
import { boxOf } from "./place";
import { run, supports } from "./run";

const types = { line: "Line", column: "ColumnClustered", stackedColumn: "ColumnStacked", bar: "BarClustered" } as const;

export const hasCharts = (): boolean => supports("1.7");

/** False where this spreadsheet draws none. */
export async function addChart(wanted: Chart): Promise<boolean> {
  if (!hasCharts()) return false;
  try {
    await run((context) => draw(context, wanted));
    return true;
  } catch (error) {
    if (error instanceof WorkbookError && error.code === "unsupported") return false;
    throw error;
  }
}

/** The first column gives the points of the axis even where it holds numbers, such as years, which Excel would draw as a series. */
async function draw(context: Excel.RequestContext, wanted: Chart): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(wanted.sheet);
  const chart = wanted.series ? drawSeries(sheet, wanted, wanted.series) : drawBlock(sheet, wanted);
  chart.title.text = wanted.title;
  if (wanted.valueAxis !== undefined) chart.axes.valueAxis.title.text = wanted.valueAxis;
  if (wanted.categoryAxis !== undefined) chart.axes.categoryAxis.title.text = wanted.categoryAxis;
  chart.legend.position = "Bottom";
  chart.legend.visible = wanted.series ? wanted.series.length > 1 : boxOf(wanted.address).columns > 2;
  chart.setPosition(wanted.topLeft, wanted.bottomRight);
  await context.sync();
}

function drawBlock(sheet: Excel.Worksheet, wanted: Chart): Excel.Chart {
  const { row, column, rows, columns } = boxOf(wanted.address);
  const figures = sheet.getRangeByIndexes(row, column + 1, rows, columns - 1);
  const points = sheet.getRangeByIndexes(row + 1, column, rows - 1, 1);
  const chart = sheet.charts.add(types[wanted.type], figures, "Columns");
  for (let i = 0; i < columns - 1; i++) chart.series.getItemAt(i).setXAxisValues(points);
  return chart;
}

/** Rows far from their names and points: Excel makes a chart of the first, the others are added. */
function drawSeries(sheet: Excel.Worksheet, wanted: Chart, series: NonNullable<Chart["series"]>): Excel.Chart {
  const points = sheet.getRange(wanted.address);
  const chart = sheet.charts.add(types[wanted.type], sheet.getRange(series[0]?.address ?? wanted.address), "Rows");
  series.forEach(({ name, address }, i) => {
    const drawn = i === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    if (i === 0) drawn.name = name;
    else drawn.setValues(sheet.getRange(address));
    drawn.setXAxisValues(points);
  });
  return chart;
}
