/** Writes the models in classic rows as .xlsx: styles with names, number formats, widths, frozen panes, names, results, chart. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";

const lineColor = "7F8990";

/** The workbook of `book` (src/models/downloads.ts) as bytes; `looks` are its cell styles. */
export async function xlsxOf(book, looks) {
  const written = await writeXlsx({
    properties: { title: book.title, creator: "Compute Economics for Excel" },
    defaultFont: { name: "Calibri", size: 11 },
    activeSheet: book.sheets.findIndex(({ name }) => name === "Outputs"),
    sheets: book.sheets.map((sheet) => sheetOf(sheet, looks)),
    namedRanges: book.sheets.flatMap(({ name, content }) =>
      (content.names ?? []).map((one) => ({
        name: one.name,
        range: `${quoted(name)}!$${lettersOf(one.column)}$${one.row + 1}`,
        ...(one.comment ? { comment: one.comment } : {}),
      })),
    ),
  });
  return withNamedStyles(written, looks);
}

function sheetOf({ name, content, cells, chart }, looks) {
  const height = content.rows.length;
  const width = Math.max(...content.rows.map((row) => row.length));
  return {
    name,
    rows: Array.from({ length: height }, () => Array.from({ length: width }, () => null)),
    cells: new Map(cells.map(({ row, column, cell, result }) => [`${row},${column}`, cellOf(cell, result, looks)])),
    columns: (content.columnWidths ?? []).map((characters) => ({ width: characters })),
    freezePane: { rows: content.frozenRows ?? 0, ...(name === "About" ? {} : { columns: 1 }) },
    view: { showGridLines: false },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: (content.choices ?? []).map(({ row, column, words }) => ({
      type: "list",
      values: [...words],
      range: `${lettersOf(column)}${row + 1}`,
    })),
    ...(chart ? { charts: [chartOf(chart)] } : {}),
  };
}

function cellOf({ value, formula, numberFormat, style }, result, looks) {
  const look = style
    ? { style: styleOf(looks[style], numberFormat) }
    : numberFormat
      ? { style: { numFmt: numberFormat } }
      : {};
  if (formula !== undefined)
    return { value: null, type: "formula", formula: formula.slice(1), formulaResult: result ?? null, ...look };
  if (value === undefined) return { value: null, type: "empty", ...look };
  return { value, type: typeof value, ...look };
}

function styleOf({ color, fill, bold, italic, size, line }, numFmt) {
  const side = { style: "thin", color: { rgb: lineColor } };
  return {
    font: {
      name: "Calibri",
      size: size ?? 11,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(color ? { color: { rgb: rgb(color) } } : {}),
    },
    ...(fill ? { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: rgb(fill) } } } : {}),
    ...(line ? { border: line === "EdgeTop" ? { top: side } : { bottom: side } } : {}),
    ...(numFmt && numFmt !== "General" ? { numFmt } : {}),
  };
}

function chartOf({ type, stacked, title, valueAxis, valueFormat, categoryAxis, categories, series, from, to }) {
  const colors = ["7F8990", "B8860B", "0B6478", "1B6B39", "8B3A62", "1446C8"];
  return {
    type,
    title,
    ...(type === "column" ? { barGrouping: stacked ? "stacked" : "clustered" } : {}),
    series: series.map(({ name, values, dashed }, i) => ({
      name,
      values,
      categories,
      color: colors[i % colors.length],
      ...(type === "line"
        ? { stroke: { width: 2.25, ...(dashed ? { dash: "dash" } : {}) }, marker: { symbol: "none" } }
        : {}),
    })),
    axes: { x: { title: categoryAxis }, y: { title: valueAxis, numberFormat: { formatCode: valueFormat } } },
    legend: "bottom",
    anchor: { from: { row: from.row, col: from.column }, to: { row: to.row, col: to.column } },
  };
}

/**
 * The writer gives every cell its format; a workbook of a modeler also lists the styles by name, so that they can be changed in one
 * place. Each format belongs to the style that has its font, fill and border.
 */
function withNamedStyles(bytes, looks) {
  const files = unzipSync(bytes);
  const name = "xl/styles.xml";
  const xml = strFromU8(files[name]);
  const formats = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s.exec(xml)[1].match(/<xf\b(?:[^>]*\/>|.*?<\/xf>)/gs);
  const keyOf = (xf) =>
    ["fontId", "fillId", "borderId"].map((id) => new RegExp(`${id}="(\\d+)"`).exec(xf)?.[1] ?? "0").join();
  const parts = (list, item) =>
    new RegExp(`<${list}\\b[^>]*>(.*?)</${list}>`, "s")
      .exec(xml)[1]
      .match(new RegExp(`<${item}\\b(?:[^>]*/>|.*?</${item}>)`, "gs"));
  const [fonts, fills, borders] = [parts("fonts", "font"), parts("fills", "fill"), parts("borders", "border")];
  const fits = (look, key) => {
    const [font, fill, border] = key.split(",").map((id, i) => [fonts, fills, borders][i][Number(id)]);
    return (
      (look.color ? font.toUpperCase().includes(rgb(look.color)) : !/<color/.test(font)) &&
      /<b\s*\/>/.test(font) === Boolean(look.bold) &&
      /<i\s*\/>/.test(font) === Boolean(look.italic) &&
      font.includes(`<sz val="${look.size ?? 11}"`) &&
      (look.fill ? fill.toUpperCase().includes(rgb(look.fill)) : !/solid/.test(fill)) &&
      /<top style/.test(border) === (look.line === "EdgeTop") &&
      /<bottom style/.test(border) === (look.line === "EdgeBottom")
    );
  };
  const keys = [...new Set(formats.map(keyOf))];
  const styles = Object.values(looks).flatMap((look) => {
    const key = keys.find((one) => fits(look, one));
    return key === undefined ? [] : [{ name: look.name, key }];
  });
  const base = (key) =>
    key
      .split(",")
      .map((id, i) => `${["fontId", "fillId", "borderId"][i]}="${id}"`)
      .join(" ");
  const styleXfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    ...styles.map(
      ({ key }) => `<xf numFmtId="0" ${base(key)} applyNumberFormat="0" applyAlignment="0" applyProtection="0"/>`,
    ),
  ];
  const cellStyles = [
    '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
    ...styles.map((one, i) => `<cellStyle name="${one.name}" xfId="${i + 1}"/>`),
  ];
  const linked = formats.map((xf) => {
    const style = styles.findIndex(({ key }) => key === keyOf(xf)) + 1;
    return /xfId="\d+"/.test(xf)
      ? xf.replace(/xfId="\d+"/, `xfId="${style}"`)
      : xf.replace("<xf ", `<xf xfId="${style}" `);
  });
  const list = (tag, items) => `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
  let changed = xml
    .replace(/<cellStyleXfs\b.*?<\/cellStyleXfs>/s, "")
    .replace(/<cellStyles\b.*?<\/cellStyles>/s, "")
    .replace(
      /<cellXfs\b.*?<\/cellXfs>/s,
      `${list("cellStyleXfs", styleXfs)}${list("cellXfs", linked)}${list("cellStyles", cellStyles)}`,
    );
  files[name] = strToU8(changed);
  // The same bytes for the same model, whenever it is built.
  return zipSync(files, { level: 9, mtime: new Date(2026, 0, 1) });
}

const rgb = (color) => color.slice(1).toUpperCase();
const quoted = (name) => (/^[A-Za-z]\w*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

function lettersOf(column) {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
