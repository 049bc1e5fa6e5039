import { namespace } from "../concepts/concept";
import { functionNamed } from "../concepts";
import { replaceParts, type Replacement } from "../formula/calls";
import { converted } from "../formula/convert";
import { type CallNode, type FormulaNode, walk } from "../formula/nodes";
import { parse } from "../formula/parse";
import { cell, columns, type InsertStyle, type Layout, rows, type SheetId, type Spot } from "./layout";
import type { Formula } from "./model";

/** Where a formula stands. */
export interface At {
  readonly sheet: SheetId;
  /** The column of the period, when the formula is one of a row with periods. */
  readonly column?: number;
}

/** What stands in formulas like a call but names cells. */
const selectors: Readonly<Record<string, (spot: Spot, at: At, layout: Layout) => string>> = {
  PREVIOUS: (spot, { column = 0 }) => cell(column - 1, spot.row),
  NEXT: (spot, { column = 0 }) => cell(column + 1, spot.row),
  START: ({ row }) => cell(columns.start, row, "both"),
  FIRST: ({ row }) => cell(columns.first, row, "both"),
  LAST: ({ row }, _, { last }) => cell(last, row, "both"),
  TOTAL: ({ row }) => cell(columns.total, row, "both"),
  ALL: ({ row }, _, layout) => whole(row, layout),
  UPTO: ({ row }, { column = 0 }) => `${cell(columns.first, row, "column")}:${cell(column, row)}`,
  // To the blank column behind the last period, so that the formula is the same in all periods.
  FROM: ({ row }, { column = 0 }, { last }) => `${cell(column, row)}:${cell(last + 1, row, "column")}`,
};

const whole = (row: number, { last }: Layout): string =>
  `${cell(columns.first, row, "both")}:${cell(last, row, "both")}`;

/** Names that mean something else than an id in formulas of models. */
export const reserved = [...Object.keys(selectors), "COLUMN", "PERIOD"];

/** A model's formula as a sheet takes it, in the style asked for. */
export function written(formula: Formula, at: At, layout: Layout, style: InsertStyle): string {
  const dynamic = `=${addressed(formula, at, layout)}`;
  if (style === "dynamic") return dynamic;
  const native = converted(dynamic);
  if (native.kind === "none") throw new Error(`${layout.model.id}: ${formula} has no native form: ${native.why}`);
  return native.formula;
}

/** Ids replaced by addresses, our functions with their namespace. */
export function addressed(formula: Formula, at: At, layout: Layout): string {
  const root = parse(formula);
  if (root.kind === "invalid") throw new Error(`${layout.model.id}: ${formula}: ${root.message}`);
  const replacements: Replacement[] = [];
  let inside = -1;
  for (const { node } of walk(root)) {
    // Parts of what is replaced as a whole. Its name stands before it ends.
    if (node.start < inside) continue;
    if (node.kind === "call") {
      const text = selected(node, formula, at, layout);
      if (text !== undefined) {
        replacements.push({ part: node, text });
        inside = node.end;
      } else if (functionNamed(node.name))
        replacements.push({
          part: { ...node, end: node.start + node.name.length },
          text: `${namespace}.${node.name}`,
        });
      continue;
    }
    if (isId(node)) replacements.push({ part: node, text: address(formula.slice(node.start, node.end), at, layout) });
  }
  return replaceParts(formula, replacements);
}

/** An id may look like a cell, such as price1 would. */
const isId = (node: FormulaNode): boolean =>
  node.kind === "name" || (node.kind === "reference" && node.address.shape === "cell");

function selected(node: CallNode, formula: Formula, at: At, layout: Layout): string | undefined {
  const [first, second] = node.arguments;
  const name = first && formula.slice(first.start, first.end);
  if (name === undefined) return undefined;
  if (node.name === "COLUMN" && second?.kind === "text") return tableColumn(name, second.value, at, layout);
  const select = selectors[node.name];
  if (!select) return undefined;
  if (name === "period" && node.name === "ALL") return whole(rows.axis, layout);
  const spot = layout.spot(name);
  if (spot.kind !== "series") throw new Error(`${layout.model.id}: ${formula}: ${name} has no periods`);
  if (at.column === undefined && ["PREVIOUS", "NEXT", "UPTO", "FROM"].includes(node.name))
    throw new Error(`${layout.model.id}: ${formula}: ${node.name.toLowerCase()} needs a formula for each period`);
  return layout.on(spot.sheet, at.sheet) + select(spot, at, layout);
}

function address(id: string, at: At, layout: Layout): string {
  if (id === "period") {
    return at.column === undefined ? whole(rows.axis, layout) : `${cell(at.column, rows.axis).replace(/\d/, "$$$&")}`;
  }
  const spot = layout.spot(id);
  const sheet = layout.on(spot.sheet, at.sheet);
  if (spot.kind === "value") return sheet + cell(columns.value, spot.row, "both");
  if (spot.kind === "table") throw new Error(`${layout.model.id}: take a column of the table ${id}`);
  return sheet + (at.column === undefined ? whole(spot.row, layout) : cell(at.column, spot.row));
}

/** A column of a table under its header; in a row with periods the period's cell of it. */
function tableColumn(id: string, name: string, at: At, layout: Layout): string {
  const spot = layout.spot(id);
  const at1 = spot.kind === "table" ? spot.columns.indexOf(name) + 1 : 0;
  if (spot.kind !== "table" || at1 === 0) throw new Error(`${layout.model.id}: there is no column ${name} of ${id}`);
  const range = `${cell(at1, spot.row + 1, "both")}:${cell(at1, spot.row + spot.rows, "both")}`;
  const full = layout.on(spot.sheet, at.sheet) + range;
  if (at.column === undefined) return full;
  // A table that begins before the first period has one row more.
  const before = spot.rows > layout.model.axis.periods ? "+1" : "";
  return `INDEX(${full},${address("period", at, layout)}${before})`;
}
