import { qualifiedFormula } from "../../formula/qualify";
import { qualified } from "../call";
import type { CellContent, Content } from "../workbook";
import type { Change, Plan } from "./plan";

/** Where the rows of cells begin, counted from 1. */
const firstRow = 7;

const headings = ["Cell", "Function formula", "Function", "Native twin", "Difference", "Check"] as const;

/**
 * A sheet that computes every cell of ours a second time, by its native twin, shows both and the difference, and has
 * one check for all: 0 when each agrees. Of a table the largest number is shown, and the largest difference of all its
 * cells.
 */
export function proofSheet({ changes, stays }: Plan): Content {
  const rows = changes.map((change, i) =>
    change.isTable ? tableRow(change, firstRow + i) : cellRow(change, firstRow + i),
  );
  const last = firstRow + Math.max(1, rows.length) - 1;
  const kept = stays.map(({ place, formula, why }): (CellContent | null)[] => [
    { value: qualified(place), style: "label" },
    { value: formula, style: "note" },
    { value: why, style: "note" },
  ]);
  return {
    rows: [
      [{ value: "Proof", style: "title" }],
      [
        {
          value:
            "Each cell with a COMPUTE function, computed again in Excel’s own functions over the same cells. Of a table: its largest number, and the largest difference of all its cells.",
          style: "note",
        },
      ],
      [],
      [
        { value: "All cells agree when this is 0", style: "label" },
        null,
        null,
        null,
        null,
        { formula: `=SUM(F${firstRow}:F${last})`, style: "check", numberFormat: "0" },
      ],
      [],
      headings.map((value): CellContent => ({ value, style: "heading" })),
      ...rows,
      ...(kept.length === 0
        ? []
        : [
            [],
            [{ value: "Without a native form, so not proved here", style: "heading" } satisfies CellContent],
            ...kept,
          ]),
    ],
    columnWidths: [18, 48, 16, 16, 14, 8],
    frozenRows: firstRow - 1,
  };
}

function cellRow(change: Change, row: number): CellContent[] {
  const { place, formula, cells } = change;
  const native = qualifiedFormula(cells[0]![0]!, place.sheet);
  return [
    ...described(change, formula),
    { formula: `=${qualified(place)}`, style: "link" },
    { formula: native, style: "calculation" },
    {
      formula: `=IF(ISERROR(C${row}),IF(ISERROR(D${row}),0,1),IF(ISERROR(D${row}),1,IF(ISNUMBER(C${row}),ABS(C${row}-D${row}),IF(C${row}=D${row},0,1))))`,
      style: "calculation",
    },
    check(row),
  ];
}

function tableRow(change: Change, row: number): CellContent[] {
  const { place, formula, cells } = change;
  const native = qualifiedFormula(cells[0]![0]!, place.sheet).replace(/^=/, "");
  const shown = `${qualified(place)}#`;
  return [
    ...described(change, formula),
    { formula: `=MAX(${shown})`, style: "link" },
    { formula: `=MAX(${native})`, style: "calculation" },
    {
      formula: `=LET(shown,${shown},twin,${native},IF(AND(ROWS(shown)=ROWS(twin),COLUMNS(shown)=COLUMNS(twin)),MAX(IFERROR(ABS(shown-twin),IF(shown=twin,0,1))),1))`,
      style: "calculation",
    },
    check(row),
  ];
}

const described = ({ place, covers }: Change, formula: string): CellContent[] => [
  { value: qualified({ ...place, address: covers }), style: "label" },
  { value: formula, style: "note" },
];

/** 0 where the two agree to nine digits; a text or an error counts by its difference alone. */
const check = (row: number): CellContent => ({
  formula: `=IF(ISERROR(E${row}),1,IF(E${row}<=0.000000001*MAX(1,IF(ISNUMBER(C${row}),ABS(C${row}),0)),0,1))`,
  style: "check",
  numberFormat: "0",
});
