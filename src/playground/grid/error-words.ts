/** What to say about a cell that shows an error. */
import { cellAddress, parseAddress, quotedSheet, splitSheet, type Box } from "../office/a1";
import type { Grid } from "../office/grid";
import type { Messages } from "./messages";

/** What Excel means by its errors, for cells whose error has no words of its own. */
const meanings: Readonly<Record<string, string>> = {
  "#VALUE!": "an argument has the wrong type, such as text where a number is needed.",
  "#N/A": "no value is available.",
  "#DIV/0!": "the formula divides by zero or by a blank cell.",
  "#NUM!": "a number is out of range, or there is no solution.",
  "#NAME?": "the formula has a name that is not known. Check the spelling of the function.",
  "#REF!": "the formula points to a cell that is not there any more.",
  "#NULL!": "the two ranges have no cell in common.",
  "#SPILL!": "the table needs cells that are not empty. Clear them, or move the formula.",
  "#CALC!": "the formula gives an empty table or something that a cell cannot show.",
  "#CYCLE!": "the formula depends on its own cell.",
};

/** How far back the origin of an error is looked for. */
const deepest = 20;

/** The words for an error: its own, or those of the cell that it comes from. */
export function errorWords(
  grid: Grid,
  messages: Messages,
  sheet: string,
  row: number,
  column: number,
): string | undefined {
  return words(grid, messages, sheet, row, column, deepest);
}

function words(
  grid: Grid,
  messages: Messages,
  sheet: string,
  row: number,
  column: number,
  depth: number,
): string | undefined {
  const cell = grid.read(sheet, { top: row, left: column, bottom: row, right: column })[0]?.[0];
  if (typeof cell?.value !== "object" || cell.value === null) return undefined;
  const own = messages.get(sheet, row, column);
  if (own) return own;
  const { error } = cell.value;
  const anchor = grid.spillParent(sheet, row, column);
  if (anchor && (anchor.row !== row || anchor.column !== column)) {
    const theirs = messages.get(sheet, anchor.row, anchor.column);
    if (theirs) return theirs;
  }
  const origin = depth > 0 ? originOf(grid, sheet, cell.formula) : undefined;
  if (!origin) return `${error}: ${meanings[error] ?? "the formula cannot be calculated."}`;
  const place = placeName(grid, sheet, origin);
  const theirs = words(grid, messages, origin.sheet, origin.row, origin.column, depth - 1) ?? error;
  return theirs.startsWith("From ") ? theirs : `From ${place}. ${theirs}`;
}

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The first cell that a formula refers to and that shows an error. */
function originOf(grid: Grid, sheet: string, formula: string): Cell | undefined {
  const withoutText = formula.replaceAll(/"[^"]*"/g, '""');
  const references = withoutText.match(
    /(?:(?:'[^']+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.])/giu,
  );
  for (const reference of references ?? []) {
    const { sheet: name, address } = splitSheet(reference);
    const found = name === undefined ? sheet : grid.sheets().find((each) => each.name === name)?.id;
    const box = found && parseAddress(address, grid.size(found));
    const cell = found && box && firstError(grid, found, box);
    if (cell) return cell;
  }
  return undefined;
}

function firstError(grid: Grid, sheet: string, box: Box): Cell | undefined {
  const rows = grid.read(sheet, { ...box, bottom: Math.min(box.bottom, box.top + 1000) });
  for (const [rowIndex, row] of rows.entries())
    for (const [columnIndex, { value }] of row.entries())
      if (typeof value === "object" && value !== null)
        return { sheet, row: box.top + rowIndex, column: box.left + columnIndex };
  return undefined;
}

function placeName(grid: Grid, from: string, { sheet, row, column }: Cell): string {
  const address = cellAddress(row, column);
  const name = grid.sheets().find(({ id }) => id === sheet)?.name;
  return sheet === from || name === undefined ? address : `${quotedSheet(name)}!${address}`;
}
