import { addressAt, formatAddress, parseAddress, sizeOf } from "../../formula/address";
import { type Need, references } from "../../formula/needs";
import { parse } from "../../formula/parse";
import { addressOf, Book, type Spot } from "../../models/review/book";
import { asTyped } from "../../formula/as-typed";
import { type KnownScope, scopesFor } from "../known-scope";
import type { Block, FormulaCell, Place, Workbook } from "../workbook";
import { inSlices } from "./slices";

/** Excel on the web answers at most 5 MB: so many cells are read at once. */
const cellsAtOnce = 50_000;

/** More is not read: nobody labels so many cells. */
const mostCells = 600_000;

/** Rows below and columns to the right of the last cell of interest that are read too: tests and totals stand there. */
const [below, beside] = [40, 3];

/** Sheets without a cell of ours are read so far: they may test what others compute. */
const otherSheets = { rows: 150, columns: 30 };

/** A workbook as it was read for review. */
export interface ReadBook {
  readonly book: Book;
  /** Cells that call a function of ours. */
  readonly own: number;
  /** Whether a part was left out because it is too large. */
  readonly partly: boolean;
}

/** Reads the workbook's cells with our functions, all around them, and what their formulas need besides. */
export async function readBook(workbook: Workbook, wanted: () => boolean): Promise<ReadBook | undefined> {
  const own = await workbook.ownFormulas("workbook");
  if (own.length === 0) return { book: new Book([]), own: 0, partly: false };
  const extents = await inSlices(extentsOf(own), wanted);
  if (!extents) return undefined;
  for (const { name } of await workbook.sheets()) {
    if (!extents.has(name)) extents.set(name, otherSheets);
  }
  const { bands, partly } = bandsOf(extents);
  const blocks: Block[] = [];
  for (const band of bands) {
    const [block] = await workbook.read([band]);
    if (block) blocks.push(block);
    if (!wanted()) return undefined;
  }
  const requests = await inSlices(requestsIn(blocks), wanted);
  if (!requests) return undefined;
  const scopes = requests.length > 0 ? await scopesFor(workbook, requests) : [];
  const beyond = new Map<string, KnownScope>(
    requests.map(({ place }, i) => [`${place.sheet.toLowerCase()}!${place.address}`, scopes[i]!]),
  );
  const cells = blocks.map((block) => ({ ...block, formulas: block.formulas.map((row) => row.map(asTyped)) }));
  const scopeOf = (spot: Spot) => beyond.get(`${spot.sheet.toLowerCase()}!${addressOf(spot)}`);
  return { book: new Book(cells, scopeOf), own: own.length, partly };
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** How far each sheet is of interest: cells of ours, and cells that they name. */
function* extentsOf(own: readonly FormulaCell[]): Generator<undefined, Map<string, Extent>> {
  const extents = new Map<string, Extent>();
  const reach = (sheet: string, row: number, column: number) => {
    const name = [...extents.keys()].find((known) => known.toLowerCase() === sheet.toLowerCase()) ?? sheet;
    const { rows, columns } = extents.get(name) ?? { rows: 1, columns: 1 };
    extents.set(name, { rows: Math.max(rows, row + below), columns: Math.max(columns, column + beside) });
  };
  // The sheets of our cells first: their names are spelled as the tabs are.
  for (const { sheet, address } of own) {
    const first = parseAddress(address)?.first;
    if (first) reach(sheet, first.row, first.column);
  }
  for (const { sheet, formula } of own) {
    for (const need of references(parse(asTyped(formula)))) {
      if (need.kind !== "cells" || need.address.book !== undefined || isUnbounded(need)) continue;
      reach(need.address.sheet ?? sheet, need.address.last.row, need.address.last.column);
    }
    yield;
  }
  return extents;
}

const isUnbounded = (need: Need): boolean =>
  need.kind === "cells" && (need.address.shape === "columns" || need.address.shape === "rows");

/** Rectangles small enough to be read at once. */
function bandsOf(extents: ReadonlyMap<string, Extent>): { bands: Place[]; partly: boolean } {
  const bands: Place[] = [];
  let [total, partly] = [0, false];
  for (const [sheet, { rows, columns }] of extents) {
    const height = Math.max(1, Math.floor(cellsAtOnce / columns));
    for (let row = 1; row <= rows; row += height) {
      const last = Math.min(rows, row + height - 1);
      total += (last - row + 1) * columns;
      if (total > mostCells) {
        partly = true;
        break;
      }
      bands.push({ sheet, address: formatAddress(addressAt({ row, column: 1 }, { row: last, column: columns })) });
    }
  }
  return { bands, partly };
}

/** Formulas that need more than the cells that were read: names, spilled tables, whole columns. */
function* requestsIn(
  blocks: readonly Block[],
): Generator<undefined, { readonly place: Place; readonly needs: readonly Need[] }[]> {
  const requests: { place: Place; needs: Need[] }[] = [];
  for (const { sheet, address, formulas } of blocks) {
    const { row, column } = parseAddress(address)!.first;
    for (const [i, cells] of formulas.entries()) {
      yield;
      for (const [j, formula] of cells.entries()) {
        if (!formula) continue;
        const needs = references(parse(asTyped(formula))).filter((need) => !isThere(need, sheet, blocks));
        if (needs.length > 0)
          requests.push({ place: { sheet, address: addressOf({ sheet, row: row + i, column: column + j }) }, needs });
      }
    }
  }
  return requests;
}

function isThere(need: Need, sheet: string, blocks: readonly Block[]): boolean {
  // Parts of tables and other workbooks cannot be read.
  if (need.kind === "table") return true;
  if (need.kind !== "cells") return false;
  if (need.address.book !== undefined || need.address.lastSheet !== undefined) return true;
  const wanted = (need.address.sheet ?? sheet).toLowerCase();
  return blocks.some((block) => {
    const held = parseAddress(block.address);
    if (!held || block.sheet.toLowerCase() !== wanted || isUnbounded(need)) return false;
    const { first, last } = need.address;
    const { rows, columns } = sizeOf(held);
    return first.row >= held.first.row && last.row < held.first.row + rows && last.column <= columns;
  });
}
