import { namespace } from "../concepts/concept";
import type { FunctionDefinition } from "../concepts/define";
import { quoteSheet } from "../formula/address";
import { argumentsOf, asLabel } from "./argument";
import type { Entries } from "./computation";
import { excelFormat, unitWords } from "./format";
import type { SheetPlan, SheetRow, SheetValue } from "./sheet-rows";
import type { Place, Separators } from "./workbook";

const english: Separators = { decimal: ".", thousands: ",", list: "," };

/** A call as it is typed into a cell, arguments as values or as the cells they come from. Blank ones at the end are left out. */
export function callText(
  fn: FunctionDefinition,
  cells: readonly unknown[],
  entries: Entries,
  separators = english,
): string {
  const args = Object.keys(fn.parameters).map((name, i) => {
    const from = entries[name]?.from;
    return from ? qualified(from) : literal(cells[i], separators);
  });
  return `=${namespace}.${fn.name}(${trimmed(args).join(separators.list)})`;
}

/** The signature with optional arguments in brackets, split where the optional ones begin. */
export function signature(fn: FunctionDefinition): { readonly required: string; readonly optional: string } {
  const list = argumentsOf(fn);
  const required = list.filter((argument) => argument.required).map(({ name }) => name);
  const optional = list.filter((argument) => !argument.required).map(({ name }) => `[${name}]`);
  return {
    required: `=${namespace}.${fn.name}(${required.join(", ")}`,
    optional: optional.length === 0 ? "" : `${required.length > 0 ? ", " : ""}${optional.join(", ")}`,
  };
}

/** The block that Insert writes: a row for each argument given, then the formula over them. */
export function callPlan(
  fn: FunctionDefinition,
  cells: readonly unknown[],
  entries: Entries,
  result: unknown,
  native: ((references: Readonly<Record<string, string | undefined>>) => string) | undefined,
): SheetPlan {
  const given = argumentsOf(fn).map((argument, i) => ({ ...argument, cell: cells[i] }));
  const rows = given.flatMap(({ name, unit, cell }): SheetRow[] => {
    if (cell === undefined || cell === null) return [];
    const row = { id: name, label: asLabel(name), unit: unitWords(unit) };
    const from = entries[name]?.from;
    if (from) return [{ ...row, formula: qualified(from), style: "link", numberFormat: excelFormat(unit, cell) }];
    return [{ ...row, value: cell as SheetValue, style: "input", numberFormat: excelFormat(unit, firstOf(cell)) }];
  });
  const names = given.map(({ name, cell }) => (cell === undefined || cell === null ? "" : name));
  const formula = native
    ? native(
        Object.fromEntries(
          given.map(({ name, cell }) => [name, cell === undefined || cell === null ? undefined : name]),
        ),
      )
    : `${fn.name}(${trimmed(names).join(",")})`;
  const unit = fn.returns?.unit ?? "";
  const outcome: SheetRow = {
    label: fn.title,
    unit: unitWords(unit),
    formula: formula.replace(/^=/, ""),
    style: "total",
    ...(Array.isArray(result)
      ? { spills: sizeOf(result as unknown[][]) }
      : { numberFormat: excelFormat(unit, result) }),
  };
  return { sheetName: fn.title, title: fn.title, rows: [...rows, outcome] };
}

/** A place as formulas of other sheets name it. */
export function qualified({ sheet, address }: Place): string {
  return `${quoteSheet(sheet)}!${address}`;
}

function literal(value: unknown, separators: Separators): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return String(value).replace(".", separators.decimal);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  const rows = value as readonly (readonly unknown[])[];
  const between = separators.decimal === "," ? "\\" : ",";
  return `{${rows.map((row) => row.map((cell) => literal(cell ?? 0, separators)).join(between)).join(";")}}`;
}

function trimmed(args: readonly string[]): readonly string[] {
  const end = args.findLastIndex((text) => text !== "");
  return args.slice(0, end + 1);
}

function firstOf(cell: unknown): unknown {
  return Array.isArray(cell) ? (cell as unknown[]).flat()[0] : cell;
}

function sizeOf(table: readonly (readonly unknown[])[]): readonly [number, number] {
  return [table.length, Math.max(...table.map((row) => row.length))];
}
