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
  const { row, column, rows, columns } = boxOf(wanted.address);
  const figures = sheet.getRangeByIndexes(row, column + 1, rows, columns - 1);
  const points = sheet.getRangeByIndexes(row + 1, column, rows - 1, 1);
  const chart = sheet.charts.add(types[wanted.type], figures, "Columns");
  for (let i = 0; i < columns - 1; i++) chart.series.getItemAt(i).setXAxisValues(points);
  chart.title.text = wanted.title;
  if (wanted.valueAxis !== undefined) chart.axes.valueAxis.title.text = wanted.valueAxis;
  if (wanted.categoryAxis !== undefined) chart.axes.categoryAxis.title.text = wanted.categoryAxis;
  chart.legend.position = "Bottom";
  chart.legend.visible = columns > 2;
  chart.setPosition(wanted.topLeft, wanted.bottomRight);
  await context.sync();
}
