import { type Book, fixedAddress, type FormulaCell, type Given, type ReviewCall } from "../book";
import {
  type Draft,
  factor,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  workedNumber,
  resultUnit,
} from "../rule";

const interruptible = /\binterruptible\b|\bnon-?firm\b|\bcurtailable\b|\bflexible (grid )?connection\b/i;
const counted = /curtail|interruption hours|hours interrupted|interrupted hours|hours of interruption|availability/i;
const negated = /\bno\b|\bnot\b|\bfirm service\b|\binstead of\b/i;

/** Functions that count hours which earn. */
const earning: Readonly<Record<string, string>> = {
  RENTALYIELD: "utilization",
  RENTALPAYBACK: "utilization",
  BREAKEVENRENTALPRICE: "utilization",
  GPUHOURCOST: "utilization",
  LEVELIZEDCOMPUTECOST: "utilization",
  GPUHOURCOSTSTACK: "utilization",
  NODEOPERATORPROFIT: "utilization",
  SITECAPACITY: "utilization",
};

export const missingCurtailment: Rule = {
  id: "missing-curtailment",
  title: "Curtailment missing behind an interruptible tariff",
  looksFor: "A cheaper interruptible tariff whose interruptions take no hour from what is sold.",
  lesson: "curtailment-risk",
  book: (book) => {
    const evidence = evidenceIn(book);
    if (evidence === undefined || isCounted(book)) return [];
    const all = book.own.flatMap((cell) => cell.calls.flatMap((call) => uncut(cell, call, evidence)));
    // It is one thing that is missing: the first cell of each sheet says it.
    return all.filter((one, i) => all.findIndex(({ cell }) => cell.sheet === one.cell.sheet) === i);
  },
};

interface Evidence {
  readonly words: string;
  /** Hours of interruption that the workbook expects. */
  readonly hours: number | undefined;
  readonly text: string | undefined;
  readonly sheet: string;
}

/** What says that the power can be interrupted. */
function evidenceIn(book: Book): Evidence | undefined {
  for (const { calls, sheet } of book.own) {
    for (const { fn, given } of calls) {
      if (fn.name !== "DEMANDRESPONSEPAYMENT") continue;
      const { events, hoursPerEvent } = given;
      const [count, each] = [numberOf(events), numberOf(hoursPerEvent)];
      if (!events || !hoursPerEvent || !count || !each) continue;
      return {
        words: `The site is paid to stop in ${said(count)} events of ${said(each)} hours`,
        hours: count * each,
        text: `${fixed(events)}*${fixed(hoursPerEvent)}`,
        sheet,
      };
    }
  }
  for (const { text, ...spot } of book.texts) {
    if (!interruptible.test(text) || negated.test(text) || text.length > 80) continue;
    const value = firstNumber(book, spot);
    if (value !== undefined && value !== 0)
      return {
        words: `“${text.trim()}” says that the power can be interrupted`,
        hours: undefined,
        text: undefined,
        sheet: spot.sheet,
      };
  }
  return undefined;
}

/** An argument as another cell of its sheet can name it, wherever that is copied to. */
const fixed = ({ area, text }: Given): string =>
  area?.shape === "cell" ? fixedAddress({ sheet: "", row: area.first.row, column: area.first.column }) : factor(text);

function firstNumber(
  book: Book,
  { sheet, row, column }: { sheet: string; row: number; column: number },
): number | undefined {
  for (let at = column + 1; at <= column + 4; at++) {
    const value = book.value({ sheet, row, column: at });
    if (typeof value === "number") return value;
  }
  return undefined;
}

/** Whether the workbook counts interruptions anywhere. */
function isCounted(book: Book): boolean {
  if (book.own.some(({ calls }) => calls.some(({ fn }) => /^CURTAILMENT|AVAILABILITY$/.test(fn.name)))) return true;
  for (const { text } of book.texts) if (counted.test(text) && !interruptible.test(text)) return true;
  return false;
}

function uncut(cell: FormulaCell, call: ReviewCall, { words, hours, text, sheet }: Evidence): Draft[] {
  const name = earning[call.fn.name];
  const use = name === undefined ? undefined : call.given[name];
  const share = numberOf(use);
  if (name === undefined || !use?.text || share === undefined || share === 0) return [];
  const kept = hours === undefined ? undefined : workedNumber("CURTAILMENTAVAILABILITY", [[hours]]);
  const [before, after] = kept === undefined ? [] : [numberWith(call), numberWith(call, { [name]: share * kept })];
  const { name: fn } = call.fn;
  const capex = fn === "RENTALYIELD" ? numberOf(call.given["capex"]) : undefined;
  const difference = before === undefined || after === undefined ? undefined : Math.abs(before - after);
  return [
    {
      cell,
      words: `${words}, but no hour is taken off: ${said(share, "share")} of the hours are counted as if it never stopped.`,
      atStake:
        fn === "RENTALYIELD"
          ? stake(
              difference !== undefined && capex !== undefined ? difference * capex : undefined,
              "USD/year",
              "Cash of the interrupted hours",
            )
          : resultUnit(call) === "USD/GPU-hour"
            ? stake(difference, "USD/GPU-hour", "Cost of a used hour that is left out")
            : undefined,
      proposal:
        text !== undefined && sheet === cell.sheet
          ? rewritten(cell, call, { [name]: `${factor(use.text)}*COMPUTE.CURTAILMENTAVAILABILITY(${text})` })
          : undefined,
    },
  ];
}
