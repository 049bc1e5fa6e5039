import { lineColor, type Look, looks } from "../models/looks";
import type { CellStyle } from "../taskpane/workbook";
import { supports } from "./run";

/** What has a font, a fill and borders: a range, or a style of the workbook. */
type Painted = Pick<Excel.RangeFormat, "font" | "fill" | "borders">;

/** Makes sure the workbook lists the styles. Like those of Excel they can then be changed in one place. */
export async function defineStyles(context: Excel.RequestContext, used: ReadonlySet<CellStyle>): Promise<void> {
  if (used.size === 0 || !supports("1.7")) return;
  const { styles } = context.workbook;
  styles.load("items/name");
  await context.sync();
  const present = new Set(styles.items.map(({ name }) => name));
  for (const look of [...used].map((style) => looks[style])) {
    if (present.has(look.name)) continue;
    styles.add(look.name);
    const style = styles.getItem(look.name);
    // A style that says nothing of these leaves number formats and alignment alone.
    style.includeNumber = false;
    style.includeAlignment = false;
    style.includeProtection = false;
    paint(style, look);
  }
}

export function applyStyle(range: Excel.Range, style: CellStyle): void {
  if (supports("1.7")) range.style = looks[style].name;
  else paint(range.format, looks[style]);
}

function paint({ font, fill, borders }: Painted, { color, fill: background, bold, italic, size, line }: Look): void {
  if (color) font.color = color;
  if (bold) font.bold = true;
  if (italic) font.italic = true;
  if (size) font.size = size;
  if (background) fill.color = background;
  if (!line) return;
  const border = borders.getItem(line);
  border.style = "Continuous";
  border.color = lineColor;
}
