import { references } from "../../src/formula/needs";
import { walk } from "../../src/formula/nodes";
import { parse } from "../../src/formula/parse";
import type { Cell } from "../../src/formula/values";
import { ModelValues } from "../../src/models/evaluate";
import type { Model } from "../../src/models/model";
import { write, type WrittenModel } from "../../src/models/write";

/** Every cell with a formula. Rows and columns count from 1. */
export interface FormulaAt {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export function formulasOf({ sheets }: WrittenModel): FormulaAt[] {
  return sheets.flatMap(({ name, content }) =>
    content.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell?.formula === undefined ? [] : [{ sheet: name, row: row + 1, column: column + 1, formula: cell.formula }],
      ),
    ),
  );
}

/** Names of the functions that a formula calls. */
export const functionsIn = (formula: string): string[] =>
  [...walk(parse(formula))].flatMap(({ node }) =>
    node.kind === "call" ? [node.name] : node.kind === "let" || node.kind === "lambda" ? [node.kind.toUpperCase()] : [],
  );

export const numbersIn = (formula: string): number[] =>
  [...walk(parse(formula))].flatMap(({ node }) => (node.kind === "number" ? [node.value] : []));

/** All values of a model, by sheet and address, tables that spill included. */
export function valuesOf(model: WrittenModel): Map<string, Cell> {
  const values = new ModelValues(model);
  const found = new Map<string, Cell>();
  for (const { id, content } of model.sheets) {
    content.rows.forEach((cells, row) =>
      cells.forEach((_, column) => {
        const value = values.at(id, row + 1, column + 1);
        if (value !== null) found.set(`${id} ${row + 1} ${column + 1}`, value);
      }),
    );
  }
  return found;
}

/** A model with other inputs. */
export function changed(model: Model, values: Readonly<Record<string, number>>): Model {
  const inputs = model.inputs.map((section) => ({
    ...section,
    rows: section.rows.map((row) => {
      const value = values[row.id];
      return value === undefined ? row : { ...row, value };
    }),
  }));
  return { ...model, inputs };
}

/** How many levels of add-in cells stand one on the other, at most. */
export function deepest(model: WrittenModel): { readonly depth: number; readonly at: string } {
  const cells = new Map<string, FormulaAt>();
  for (const one of formulasOf(model)) cells.set(`${one.sheet} ${one.row} ${one.column}`, one);
  const spills = model.sheets.flatMap(({ name, content }) =>
    (content.spills ?? []).map((spill) => ({ sheet: name, ...spill })),
  );
  const known = new Map<string, number>();
  const depthAt = (sheet: string, row: number, column: number): number => {
    const spill = spills.find(
      (one) =>
        one.sheet === sheet &&
        row > one.row &&
        row <= one.row + one.rows &&
        column > one.column &&
        column <= one.column + one.columns,
    );
    const key = spill ? `${sheet} ${spill.row + 1} ${spill.column + 1}` : `${sheet} ${row} ${column}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, 0);
    const cell = cells.get(key);
    const depth = cell ? below(cell, depthAt) + (cell.formula.includes("COMPUTE.") ? 1 : 0) : 0;
    known.set(key, depth);
    return depth;
  };
  let [depth, at] = [0, ""];
  for (const { sheet, row, column, formula } of cells.values()) {
    const found = depthAt(sheet, row, column);
    if (found > depth) [depth, at] = [found, `${sheet} ${row} ${column} ${formula}`];
  }
  return { depth, at };
}

function below(cell: FormulaAt, depthAt: (sheet: string, row: number, column: number) => number): number {
  let depth = 0;
  for (const need of references(parse(cell.formula))) {
    if (need.kind !== "cells") continue;
    const { first, last, sheet = cell.sheet } = need.address;
    for (let row = first.row; row <= last.row; row++)
      for (let column = first.column; column <= last.column; column++)
        depth = Math.max(depth, depthAt(sheet, row, column));
  }
  return depth;
}

export const inBoth = (model: Model) =>
  ({ dynamic: write(model, { style: "dynamic" }), classic: write(model, { style: "classic" }) }) as const;
