import { contains, formatAddress, parseAddress, plainAddress } from "../../formula/address";
import { parse } from "../../formula/parse";
import { qualified } from "../call";
import type { CellContent, Place, Receipt, Value, Workbook } from "../workbook";
import { addressFrom, type Change, type TableForm } from "./plan";

/**
 * The sheet Twins: what each cell held before its formula was turned into Excel's own functions. It is an ordinary
 * sheet, so that it survives saving, mailing and other programs, an auditor sees it, and Back can read it. The column
 * "Shows now" refers to the cell and so moves along when rows are inserted or sheets renamed.
 */
const sheetName = "Twins";

/** Stands for the sheet's first cell, so that it is found again under another name. */
const anchorName = "ComputeTwins";

const columns = [
  "Cell",
  "Shows now",
  "Function formula",
  "Native formula",
  "Form",
  "Rows",
  "Columns",
  "Turned on",
] as const;

/** Where the first entry stands, counted from 1. */
const firstRow = 5;

/** What the sheet keeps of one cell. */
export interface Twin {
  /** Row on the sheet Twins. */
  readonly row: number;
  /** The formula's cell, where it is now; undefined when it has been deleted. */
  readonly place: Place | undefined;
  /** As it was called when it was turned. */
  readonly cell: string;
  /** Of our functions, as it was. */
  readonly formula: string;
  /** As they were written: one, or those of the first rows of a table. */
  readonly natives: readonly string[];
  readonly form: TableForm;
  /** Cells that hold the native formulas. */
  readonly rows: number;
  readonly columns: number;
}

/** How many formulas of a table in rows are kept word for word: of the headers and the first row. */
const keptRows = 2;

/** The formulas of a change that its twin keeps. */
export const nativesOf = (cells: Change["cells"]): string[] => cells.slice(0, keptRows).flat();

/** What the sheet keeps; nothing when there is none. */
export async function readTwins(workbook: Workbook): Promise<Twin[]> {
  const place = await twinsPlace(workbook);
  if (!place) return [];
  const [block] = await workbook.read([{ ...place, address: "A:H" }]);
  if (!block) return [];
  const from = (parseAddress(block.address)?.first.row ?? 1) - 1;
  return block.values.flatMap((row, i): Twin[] => {
    const [cell, , formula, natives, form, rows, width] = row;
    if (from + i + 1 < firstRow || typeof formula !== "string" || typeof natives !== "string") return [];
    const place = linked(block.formulas[i]![1]!, block.sheet);
    return [
      {
        row: from + i + 1,
        place,
        cell: typeof cell === "string" ? cell : "",
        formula,
        natives: natives.split("\n"),
        form: form === "rows" ? "rows" : "spill",
        rows: numberIn(rows),
        columns: numberIn(width),
      },
    ];
  });
}

/** The twin that a cell belongs to: it holds its formula, or one of the rows that its table became. */
export async function twinAt(workbook: Workbook, cell: Place): Promise<Twin | undefined> {
  const at = parseAddress(cell.address);
  return (await readTwins(workbook)).find(({ place, rows, columns: width }) => {
    const area = place?.sheet === cell.sheet ? parseAddress(addressFrom(place.address, rows, width)) : undefined;
    return area && at && contains(area, at);
  });
}

/** Notes what cells hold, before anything is changed in them. The receipt takes the notes away again. */
export async function keepTwins(workbook: Workbook, changes: readonly Change[], on: Date): Promise<Receipt> {
  const rows = changes.map((change) => rowOf(change, on));
  const place = await twinsPlace(workbook);
  if (!place) {
    const result = await workbook.write(
      {
        rows: [
          [{ value: "Twins", style: "title" }],
          [
            {
              value:
                "Cells whose COMPUTE formula was turned into Excel’s own functions, and what they held before. “Convert back” in the Compute Economics pane reads this sheet: keep columns B to G as they are.",
              style: "note",
            },
          ],
          [],
          columns.map((value): CellContent => ({ value, style: "heading" })),
          ...rows,
        ],
        columnWidths: [18, 14, 60, 60, 8, 8, 9, 12],
        names: [
          { name: anchorName, row: 0, column: 0, comment: "Compute Economics: formulas turned into native ones" },
        ],
        frozenRows: firstRow - 1,
      },
      { newSheet: sheetName, activate: false },
    );
    return (result as Extract<typeof result, { written: true }>).receipt;
  }
  const last = (await readTwins(workbook)).reduce((row, twin) => Math.max(row, twin.row), firstRow - 1);
  const target = { sheet: place.sheet, address: `A${last + 1}`, overwrite: true, select: false };
  const result = await workbook.write({ rows }, target);
  return (result as Extract<typeof result, { written: true }>).receipt;
}

/** Takes notes off the sheet; the others stay where they are. */
export async function dropTwins(workbook: Workbook, twins: readonly Pick<Twin, "row">[]): Promise<void> {
  const place = await twinsPlace(workbook);
  if (!place || twins.length === 0) return;
  const gone = new Set(twins.map(({ row }) => row));
  const [block] = await workbook.read([{ ...place, address: "A:H" }]);
  const from = block ? (parseAddress(block.address)?.first.row ?? 1) : 1;
  const cells = (block?.formulas ?? []).flatMap((row, i) =>
    gone.has(from + i) ? row.map((_, column) => `${"ABCDEFGH"[column]!}${from + i}`) : [],
  );
  await workbook.replace(cells.map((address) => ({ sheet: place.sheet, address, formula: "" })));
}

async function twinsPlace(workbook: Workbook): Promise<Place | undefined> {
  const place = (await workbook.namedPlaces([anchorName])).get(anchorName);
  return place && { sheet: place.sheet, address: place.address };
}

function rowOf({ place, formula, cells, form, covers }: Change, on: Date): (CellContent | null)[] {
  const [rows, width] = form === "rows" ? [cells.length, cells[0]!.length] : [1, 1];
  const date = `${on.getFullYear()}-${String(on.getMonth() + 1).padStart(2, "0")}-${String(on.getDate()).padStart(2, "0")}`;
  return [
    { value: qualified({ ...place, address: covers }), style: "label" },
    { formula: `=${qualified(place)}`, style: "link" },
    { value: formula, style: "note" },
    { value: nativesOf(cells).join("\n"), style: "note" },
    { value: form, style: "note" },
    { value: rows, style: "note" },
    { value: width, style: "note" },
    { value: date, style: "note" },
  ];
}

/** The cell that a plain reference such as ='My sheet'!B15 means. */
function linked(formula: string, sheet: string): Place | undefined {
  const node = parse(formula);
  if (node.kind !== "reference") return undefined;
  const { sheet: other = sheet, ...address } = plainAddress(node.address);
  return { sheet: other, address: formatAddress(address) };
}

const numberIn = (value: Value | undefined): number => (typeof value === "number" && value >= 1 ? value : 1);
