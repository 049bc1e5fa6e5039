import { fixedAddress, type Book, type FormulaCell, type Given, type ReviewCall, type Spot } from "../book";
import { type AtStake, type Draft, moneyOf, numberOf, numberWith, rewritten, type Rule, said, stake } from "../rule";

/** No rental fleet sells more of its installed hours for long: maintenance, failures and gaps between customers. Illustrative. */
export const highestUse = 0.95;

const uses: ReadonlySet<string> = new Set([
  "GPUHOURCOST",
  "LEVELIZEDCOMPUTECOST",
  "GPUHOURCOSTSTACK",
  "RENTALYIELD",
  "RENTALPAYBACK",
  "BREAKEVENRENTALPRICE",
  "NODEOPERATORPROFIT",
]);

export const highUtilization: Rule = {
  id: "high-utilization",
  title: "Utilization above any ramp",
  looksFor: "A share of sold hours above the highest of the workbook's own ramp, or above what a fleet sells for long.",
  lesson: "gpu-utilization-rate",
  evidence: `The workbook's own ramp, or ${highestUse * 100}% (illustrative)`,
  cell: (cell, book) => cell.calls.flatMap((call) => tooHigh(cell, call, book)),
};

function tooHigh(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const use = call.given["utilization"];
  const share = numberOf(use);
  if (!uses.has(call.fn.name) || !use || share === undefined || share > 1) return [];
  const ramp = book.once(`ramp ${cell.sheet}`, () => rampIn(book, cell.sheet));
  const own = ramp !== undefined && share > ramp.highest + 1e-9 && !isOfRamp(use, ramp);
  // All of the hours of the year is another rule's.
  const most = share > highestUse && share < 1;
  if (!own && !most) return [];
  const limit = own ? ramp.highest : highestUse;
  const words = own
    ? `Utilization is ${said(share, "share")}, the ramp on this sheet never gets above ${said(ramp.highest, "share")}.`
    : `Utilization is ${said(share, "share")} of all installed hours. Failures, maintenance and gaps between customers leave less; above ${said(highestUse, "share")} is no plan.`;
  return [
    {
      cell,
      words,
      atStake: atStake(cell, call, limit),
      proposal: rewritten(cell, call, { utilization: `MIN(${use.text},${own ? ramp.text : highestUse})` }),
    },
  ];
}

interface Ramp extends Spot {
  readonly highest: number;
  readonly text: string;
}

const columnsAcross = 3;
const useLabel = /\butili[sz]ation\b|\bsold share\b|\bshare of (installed )?hours\b/i;

/** A row of shares that rises: how a fleet fills. */
function rampIn(book: Book, sheet: string): Ramp | undefined {
  for (const { first, run } of book.rowsLabelled(useLabel)) {
    if (first.sheet !== sheet || run.length < columnsAcross) continue;
    const rises = run.every((value, i) => value >= 0 && value <= 1 && (i === 0 || value >= run[i - 1]!));
    const highest = run.at(-1)!;
    if (!rises || highest === run[0]) continue;
    const last = { ...first, column: first.column + run.length - 1 };
    return { ...first, highest, text: `MAX(${fixedAddress(first)}:${fixedAddress(last)})` };
  }
  return undefined;
}

const isOfRamp = ({ area }: Given, { sheet, row }: Ramp): boolean => area?.sheet === sheet && area.first.row === row;

function atStake(cell: FormulaCell, call: ReviewCall, limit: number): AtStake | undefined {
  const [high, low] = [numberWith(call), numberWith(call, { utilization: limit })];
  if (high === undefined || low === undefined) return undefined;
  const at = `at ${said(limit, "share")}`;
  switch (call.fn.name) {
    case "RENTALYIELD": {
      const capex = numberOf(call.given["capex"]);
      return capex === undefined
        ? undefined
        : stake((high - low) * capex, `${moneyOf(cell, call)}/year`, `Cash of a year that is missing ${at}`);
    }
    case "RENTALPAYBACK":
      return undefined;
    default:
      return stake(low - high, "USD/GPU-hour", `What a used hour costs more ${at}`);
  }
}
