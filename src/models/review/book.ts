import {
  type Address,
  addressAt,
  columnLetters,
  contains,
  formatAddress,
  parseAddress,
  sizeOf,
  toR1C1,
} from "../../formula/address";
import { bind } from "../../formula/bind";
import type { Grid, Scope } from "../../formula/calculate";
import { calls } from "../../formula/calls";
import { knownAddress, type Need } from "../../formula/needs";
import { type CallNode, type FormulaNode, walk } from "../../formula/nodes";
import { parse } from "../../formula/parse";
import type { OwnArgument } from "../../formula/interpreter";
import type { Cell } from "../../formula/values";
import type { FunctionDefinition } from "../../concepts/define";
import type { Parameter } from "../../concepts/parameter";
import { type ReadUnit, readUnit, unitInFormat, unitInLabel } from "./units";

/** Cells of a sheet as they were read. */
export interface ReadCells {
  readonly sheet: string;
  /** "A1:H40". */
  readonly address: string;
  readonly values: Grid;
  /** "" where a cell holds none. */
  readonly formulas: readonly (readonly string[])[];
  readonly numberFormats?: readonly (readonly string[])[];
}

/** A cell, rows and columns counted from 1. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What stands around a number: the words of its label and its unit. */
export interface Surroundings {
  /** The label to the left, or above where there is none; "" where there is neither. */
  readonly label: string;
  /** Label and heading together, for looking for words. */
  readonly words: string;
  readonly unit: ReadUnit | undefined;
}

/** One argument of a call. */
export interface Given {
  readonly name: string;
  readonly parameter: Parameter;
  /** As written; "" where it is left out. */
  readonly text: string;
  readonly node: FormulaNode | undefined;
  readonly isReference: boolean;
  /** What the function gets; undefined where it is left out or cannot be worked out. */
  readonly value: OwnArgument;
  /** The cells it names, where it names cells and nothing else. */
  readonly area: Address | undefined;
  /** Around its first cell; empty where it names none. */
  readonly around: Surroundings;
  /** In the one cell it names; "" for all else. */
  readonly formula: string;
}

/** A call of ours in a cell. */
export interface ReviewCall {
  readonly fn: FunctionDefinition;
  readonly node: CallNode;
  readonly given: Readonly<Record<string, Given>>;
  /** In the order of the parameters. */
  readonly cells: readonly OwnArgument[];
  /** Whether every argument has a value. */
  readonly complete: boolean;
}

/** A cell with a formula, of ours or of Excel alone. */
export interface FormulaCell extends Spot {
  readonly address: string;
  readonly formula: string;
  readonly value: Cell;
  readonly tree: FormulaNode;
  /** Calls of ours, outer ones first. */
  readonly calls: readonly ReviewCall[];
  readonly around: Surroundings;
}

const nothing: Surroundings = { label: "", words: "", unit: undefined };

/** How many columns right of a label its first number may stand. */
const farthestNumber = 8;

/** A row of the workbook by its label. */
export interface LabelledRow {
  readonly text: string;
  readonly first: Spot;
  readonly value: number;
  /** The numbers from the first on. */
  readonly run: readonly number[];
}

/** Says nothing of what a number is. */
const weak = /^(illustrative\b.*|signed|source.*|note.*|-|–|—|n\/a)$/i;
/** Marks of input, calculation and link: what stands to their right are notes. */
const mark = /^[ICL]$/;

/** What was read of a workbook: its cells, what stands around them, and the calls in them. */
export class Book {
  private readonly blocks: readonly { readonly cells: ReadCells; readonly address: Address }[];
  private readonly found = new Map<string, FormulaCell>();
  private readonly known = new Map<string, Surroundings>();
  /** In the order of sheets and rows; complete after `prepare`. */
  readonly formulas: FormulaCell[] = [];
  /** Typed texts, in the same order. */
  readonly texts: (Spot & { readonly text: string })[] = [];
  private readonly kept = new Map<string, unknown>();

  /** @param beyond what formulas need besides the cells: names, spilled tables, other places. */
  constructor(
    cells: readonly ReadCells[],
    private readonly beyond: (cell: Spot) => Scope | undefined = () => undefined,
  ) {
    this.blocks = cells.flatMap((one) => {
      const address = parseAddress(one.address);
      return address ? [{ cells: one, address }] : [];
    });
  }

  /** Reads the formulas, a cell at a time. */
  *prepare(): Generator<undefined, void> {
    for (const { cells, address } of this.blocks) {
      for (const [i, row] of cells.formulas.entries()) {
        yield;
        for (const [j, formula] of row.entries()) {
          const value = cells.values[i]?.[j] ?? null;
          const spot = { sheet: cells.sheet, row: address.first.row + i, column: address.first.column + j };
          if (!formula) {
            if (typeof value === "string") this.texts.push({ ...spot, text: value });
            continue;
          }
          const one = this.read(spot, formula, value);
          this.formulas.push(one);
          this.found.set(keyOf(spot), one);
          yield;
        }
      }
    }
  }

  /** Cells that call a function of ours. */
  get own(): readonly FormulaCell[] {
    return this.once("own", () => this.formulas.filter((cell) => cell.calls.length > 0));
  }

  /** How many cells hold something. */
  get size(): number {
    return this.blocks.reduce(
      (sum, { cells }) =>
        sum + cells.values.reduce((count, row) => count + row.filter((value) => value !== null).length, 0),
      0,
    );
  }

  value({ sheet, row, column }: Spot): Cell {
    const block = this.blockAt(sheet, row, column);
    return block
      ? (block.cells.values[row - block.address.first.row]?.[column - block.address.first.column] ?? null)
      : null;
  }

  /** The formula cell at a place, if there is a formula. */
  cellAt(spot: Spot): FormulaCell | undefined {
    return this.found.get(keyOf(spot));
  }

  /** The formula cell that a part of a formula names, when it names one cell. */
  named(node: FormulaNode, from: Spot): FormulaCell | undefined {
    const spot = this.spotOf(node, from);
    return spot && this.cellAt(spot);
  }

  /** The one cell that a part of a formula names. */
  spotOf(node: FormulaNode, from: Spot): Spot | undefined {
    const area = this.areaOf(node, from);
    if (area?.shape !== "cell") return undefined;
    return { sheet: area.sheet ?? from.sheet, row: area.first.row, column: area.first.column };
  }

  /** The cells that a part of a formula names, with their sheet. */
  areaOf(node: FormulaNode, from: Spot): Address | undefined {
    const address = knownAddress(node) ?? this.placeOfName(node, from);
    if (!address || address.book !== undefined || address.lastSheet !== undefined) return undefined;
    return { ...address, sheet: address.sheet ?? from.sheet };
  }

  private placeOfName(node: FormulaNode, from: Spot): Address | undefined {
    if (node.kind === "group") return this.placeOfName(node.inner, from);
    if (node.kind !== "name") return undefined;
    const named = this.scopeOf(from).name?.(node.name, {});
    return typeof named === "object" && named !== null && "address" in named ? named.address : undefined;
  }

  /** What formulas of a cell are evaluated over. */
  scopeOf(cell: Spot): Scope {
    const beyond = this.beyond(cell);
    return {
      read: (need) => this.cellsOf(need, cell) ?? beyond?.read(need),
      name: (name, place) => beyond?.name?.(name, place),
      at: { row: cell.row, column: cell.column },
    };
  }

  /** Rows whose label matches, each with its first number to the right. */
  *rowsLabelled(pattern: RegExp): Generator<LabelledRow> {
    for (const { text, ...spot } of this.texts) {
      if (!pattern.test(text)) continue;
      for (let column = spot.column + 1; column <= spot.column + farthestNumber; column++) {
        const first = { ...spot, column };
        const value = this.value(first);
        if (typeof value === "number") {
          yield { text, first, value, run: this.runFrom(first) };
          break;
        }
      }
    }
  }

  /** The numbers from a cell on to the right, up to the first that is none. */
  runFrom(spot: Spot): number[] {
    const values: number[] = [];
    for (let column = spot.column; ; column++) {
      const value = this.value({ ...spot, column });
      if (typeof value !== "number") return values;
      values.push(value);
    }
  }

  /** Something about the whole workbook, worked out when it is first asked for. */
  once<T>(key: string, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }

  /** What stands around a cell. */
  around(spot: Spot): Surroundings {
    const key = keyOf(spot);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.lookAround(spot);
    this.known.set(key, found);
    return found;
  }

  private lookAround({ sheet, row, column }: Spot): Surroundings {
    const left = this.leftOf(sheet, row, column);
    const above = this.above(sheet, row, column);
    const label = left.label || above.label;
    const beside = this.value({ sheet, row, column: column + 1 });
    const unit =
      left.unit ??
      (typeof beside === "string" ? readUnit(beside) : undefined) ??
      unitInLabel(label) ??
      above.unit ??
      unitInLabel(above.label) ??
      unitInFormat(this.formatAt(sheet, row, column));
    return { label, words: `${left.label} ${above.label}`.trim(), unit };
  }

  /** The nearest label to the left and the unit beside it. Another number behind a label belongs to another block. */
  private leftOf(sheet: string, row: number, column: number): { label: string; unit: ReadUnit | undefined } {
    let label = "";
    let unit: ReadUnit | undefined;
    let blanks = 0;
    for (let at = column - 1; at >= 1; at--) {
      const value = this.value({ sheet, row, column: at });
      if (value === null || value === "") {
        if (label !== "" && ++blanks > 1) break;
        continue;
      }
      blanks = 0;
      if (typeof value !== "string") {
        if (label !== "") break;
        continue;
      }
      const text = value.trim();
      if (mark.test(text)) [label, unit] = ["", undefined];
      else if (weak.test(text)) continue;
      else {
        const read = label === "" ? readUnit(text) : undefined;
        if (read && read.kind !== "share") unit ??= read;
        else if (read) unit ??= read;
        else label = text;
      }
    }
    return { label, unit };
  }

  /** The heading of the column of numbers that a cell stands in, and a unit between. */
  private above(sheet: string, row: number, column: number): { label: string; unit: ReadUnit | undefined } {
    let unit: ReadUnit | undefined;
    for (let at = row - 1; at >= 1 && at > row - 400; at--) {
      const value = this.value({ sheet, row: at, column });
      if (value === null || value === "") break;
      if (typeof value !== "string") continue;
      const read = readUnit(value);
      if (!read) return { label: value.trim(), unit };
      unit ??= read;
    }
    return { label: "", unit };
  }

  private formatAt(sheet: string, row: number, column: number): string {
    const block = this.blockAt(sheet, row, column);
    return block?.cells.numberFormats?.[row - block.address.first.row]?.[column - block.address.first.column] ?? "";
  }

  private blockAt(sheet: string, row: number, column: number) {
    return this.blocks.find(
      ({ cells, address: { first, last } }) =>
        row >= first.row &&
        row <= last.row &&
        column >= first.column &&
        column <= last.column &&
        cells.sheet.toLowerCase() === sheet.toLowerCase(),
    );
  }

  private cellsOf(need: Need, cell: Spot): Grid | undefined {
    if (need.kind !== "cells" || need.address.book !== undefined || need.address.lastSheet !== undefined)
      return undefined;
    const wanted = { ...need.address, sheet: need.address.sheet ?? cell.sheet };
    const block = this.blocks.find(
      ({ cells, address }) =>
        cells.sheet.toLowerCase() === wanted.sheet.toLowerCase() &&
        contains({ ...address, sheet: wanted.sheet }, wanted),
    );
    if (!block) return undefined;
    const { rows, columns } = sizeOf(wanted);
    const [down, right] = [
      wanted.first.row - block.address.first.row,
      wanted.first.column - block.address.first.column,
    ];
    return block.cells.values.slice(down, down + rows).map((row) => row.slice(right, right + columns));
  }

  private read(spot: Spot, formula: string, value: Cell): FormulaCell {
    const tree = parse(formula);
    const cell = { ...spot, address: addressOf(spot), formula, value, tree, around: this.around(spot) };
    return { ...cell, calls: formula.includes(".") ? this.callsIn(tree, formula, spot) : [] };
  }

  private callsIn(tree: FormulaNode, formula: string, spot: Spot): ReviewCall[] {
    const scope = this.scopeOf(spot);
    return calls(tree).map((call): ReviewCall => {
      const bound = bind(formula, call, scope);
      const given = bound.arguments.map(({ name, parameter, text, node, what, cell, problem }): [string, Given] => {
        const area = node && what === "reference" ? this.areaOf(node, spot) : undefined;
        const first = area && { sheet: area.sheet ?? spot.sheet, row: area.first.row, column: area.first.column };
        return [
          name,
          {
            name,
            parameter,
            text,
            node,
            isReference: what === "reference",
            value: problem ? undefined : cell,
            area,
            around: first ? this.around(first) : nothing,
            formula: first && area.shape === "cell" ? this.formulaTextAt(first) : "",
          },
        ];
      });
      return {
        fn: call.fn,
        node: call.node,
        given: Object.fromEntries(given),
        cells: bound.cells,
        complete: bound.problems.length === 0 && bound.surplus.length === 0,
      };
    });
  }

  private formulaTextAt({ sheet, row, column }: Spot): string {
    const block = this.blockAt(sheet, row, column);
    return block?.cells.formulas[row - block.address.first.row]?.[column - block.address.first.column] ?? "";
  }
}

export const addressOf = ({ row, column }: Spot): string => formatAddress(addressAt({ row, column }));

/** The same place from wherever a formula is copied to: "$B$4". */
export const fixedAddress = ({ row, column }: Spot): string => `$${columnLetters(column)}$${row}`;

const keyOf = ({ sheet, row, column }: Spot): string => `${sheet.toLowerCase()}!${row},${column}`;

/** A formula with its references seen from its cell: the same for all cells that it was copied to, wherever they move. */
export function shapeOf({ formula, tree, row, column }: FormulaCell): string {
  let [text, from] = ["", 0];
  const references = [...walk(tree)].flatMap(({ node }) => (node.kind === "reference" ? [node] : []));
  for (const { start, end, address } of references.sort((a, b) => a.start - b.start)) {
    text += formula.slice(from, start) + toR1C1(address, { row, column });
    from = end;
  }
  return text + formula.slice(from);
}
