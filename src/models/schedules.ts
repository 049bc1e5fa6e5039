import { converted, tableCall } from "../formula/convert";
import { nativeBlock } from "../formula/native";
import { columnLetters } from "../formula/address";
import type { CellContent, Content } from "./content";
import { addressed } from "./formula";
import { type InsertStyle, type Layout, rows, rowsOf } from "./layout";
import type { Model, ModelTable } from "./model";
import { heading } from "./heading";

type Cells = (CellContent | null)[];

/** The tables that are written in a style. */
export const tablesIn = ({ tables = [] }: Model, style: InsertStyle): readonly ModelTable[] =>
  tables.filter(({ dynamicOnly }) => style === "dynamic" || !dynamicOnly);

/** Tables one below the other, periods downwards. Gives each its place. */
export function scheduleSheet(model: Model, layout: Layout, style: InsertStyle): Content {
  const lines: Cells[] = [...heading(model, "schedules", layout), []];
  const spills: { row: number; column: number; rows: number; columns: number }[] = [];
  for (const table of tablesIn(model, style)) {
    lines.push([{ value: table.title, style: "heading" }]);
    const top = lines.length + 1;
    const call = `=${addressed(table.call, { sheet: "schedules" }, layout)}`;
    const made = tableCall(call);
    if (!made?.fn.columns) throw new Error(`${model.id}: ${table.call} is not one call of a table function`);
    const names = Object.keys(made.fn.columns);
    const count = rowsOf(model, table);
    const body =
      style === "dynamic" ? spilled(call, names, count, table) : classic(call, made, names, top, count, table);
    const header = top + body.length - count - 1;
    layout.spots.set(table.id, { kind: "table", sheet: "schedules", row: header, rows: count, columns: names });
    if (style === "dynamic") spills.push({ row: header - 1, column: 0, rows: count + 1, columns: names.length });
    lines.push(...body, []);
  }
  return {
    rows: lines,
    columnWidths: [46, 17, 13, 13, 13, 16, 13, 13],
    frozenRows: rows.axis,
    ...(spills.length > 0 ? { spills } : {}),
  };
}

const formatOf = ({ formats }: ModelTable, column: string, first: boolean): string =>
  formats?.[column] ?? (first ? "0" : "#,##0.00");

/** One formula; the cells that it fills get their number formats and nothing else. */
function spilled(call: string, names: readonly string[], count: number, table: ModelTable): Cells[] {
  const formats = names.map((name, i) => formatOf(table, name, i === 0));
  const header: Cells = names.map((_, i) => ({ ...(i === 0 ? { formula: call } : {}), style: "heading" }));
  return [
    header,
    ...Array.from({ length: count }, () =>
      formats.map((numberFormat): CellContent => ({ numberFormat, style: "calculation" })),
    ),
  ];
}

function classic(
  call: string,
  { fn, node }: NonNullable<ReturnType<typeof tableCall>>,
  names: readonly string[],
  top: number,
  count: number,
  table: ModelTable,
): Cells[] {
  const references = Object.fromEntries(
    Object.keys(fn.parameters).map((name, i) => {
      const argument = node.arguments[i];
      if (!argument || argument.kind === "omitted") return [name, undefined];
      const native = converted(`=${call.slice(argument.start, argument.end)}`);
      if (native.kind === "none") throw new Error(`${table.id}: ${native.why}`);
      return [name, native.formula.slice(1)];
    }),
  );
  const block = nativeBlock(fn, references, `${columnLetters(1)}${top}`, count);
  const helpers = block.helpers.map(([label, formula]): Cells => [
    { value: label, style: "label" },
    { formula, style: "calculation", numberFormat: "#,##0.0000" },
  ]);
  const [headers = [], ...body] = block.rows;
  return [
    ...helpers,
    ...(helpers.length > 0 ? [[]] : []),
    headers.map((value): CellContent => ({ value, style: "heading" })),
    ...body.map((cells) =>
      cells.map((text, i): CellContent => ({
        ...(text.startsWith("=") ? { formula: text } : { value: Number.isNaN(Number(text)) ? text : Number(text) }),
        style: "calculation",
        numberFormat: formatOf(table, names[i] ?? "", i === 0),
      })),
    ),
  ];
}
