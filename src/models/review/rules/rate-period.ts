import type { FormulaCell, Given, ReviewCall } from "../book";
import {
  columnOf,
  type Draft,
  factor,
  moneyOf,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  titled,
  with_,
  resultUnit,
} from "../rule";

/** A rate of a month this high would be over a third a year; of a quarter, over a quarter. Illustrative. */
const highest: Readonly<Record<number, number>> = { 12: 0.025, 4: 0.06 };

const loans: ReadonlySet<string> = new Set([
  "LOANSCHEDULE",
  "LOANSIZING",
  "SCULPTEDSCHEDULE",
  "DEBTCAPACITY",
  "LOANLIFECOVERAGE",
  "CASHSWEEP",
]);

const perYear = /\b(a|per) (year|annum)\b|\bannual(ly)?\b|\byearly\b|\bp\.?a\.?(\s|$|\))/i;
const perMonth = /\b(a|per) month\b|\bmonthly\b/i;
const perQuarter = /\b(a|per) quarter\b|\bquarterly\b/i;

export const ratePeriod: Rule = {
  id: "rate-period",
  title: "A yearly rate for monthly periods, or the reverse",
  looksFor: "Interest of a year on periods of a month or a quarter, or a monthly rate where one of a year is wanted.",
  lesson: "gpu-backed-financing",
  evidence: `Words and units; without them above ${highest[12]! * 100}% a month or ${highest[4]! * 100}% a quarter (illustrative)`,
  cell: (cell) => cell.calls.flatMap((call) => [...loan(cell, call), ...yearly(cell, call)]),
};

/** The period that words and unit give a rate: how many a year has. */
function rateSaid({ around: { words, unit } }: Given): number | undefined {
  if (unit?.kind === "rate") return unit.scale;
  const found = [perYear.test(words) ? 1 : 0, perMonth.test(words) ? 12 : 0, perQuarter.test(words) ? 4 : 0].filter(
    Boolean,
  );
  return found.length === 1 ? found[0] : undefined;
}

const counts: readonly (readonly [RegExp, number])[] = [
  [/\bmonths?\b|\bmonthly\b/i, 12],
  [/\bquarters?\b|\bquarterly\b/i, 4],
];

function periodsSaid(call: ReviewCall): number | undefined {
  for (const name of ["periods", "cashFlows", "scheduledPayments"]) {
    const given = call.given[name];
    if (!given) continue;
    const text = `${given.around.words} ${given.around.unit?.text ?? ""}`;
    const found = counts.filter(([words]) => words.test(text));
    if (found.length === 1 && !/\byears?\b/i.test(text)) return found[0]![1];
  }
  return undefined;
}

function loan(cell: FormulaCell, call: ReviewCall): Draft[] {
  const rate = call.given["rate"];
  const value = numberOf(rate);
  if (
    !loans.has(call.fn.name) ||
    (!rate?.isReference && rate?.node?.kind !== "number") ||
    value === undefined ||
    value <= 0
  )
    return [];
  const periods = periodsSaid(call);
  if (periods === undefined) return [];
  const stated = rateSaid(rate);
  const wrong = stated === undefined ? value >= highest[periods]! : stated === 1;
  if (!wrong) return [];
  const word = periods === 12 ? "months" : "quarters";
  return [
    {
      cell,
      words: `The periods are ${word}, the rate of ${said(value, "share")} ${stated === 1 ? "is one of a year" : "is too high for one of them"}. A ${periods === 12 ? "month" : "quarter"} of it is ${said(value / periods, "share")}.`,
      atStake: interest(cell, call, value / periods),
      proposal: rewritten(cell, call, { rate: `${factor(rate.text)}/${periods}` }),
    },
  ];
}

function interest(cell: FormulaCell, call: ReviewCall, rate: number) {
  const [now, then] = [with_(call), with_(call, { rate })];
  if (call.fn.name === "LOANSCHEDULE" || call.fn.name === "SCULPTEDSCHEDULE") {
    const [high, low] = [now, then].map((table) => columnOf(table, "interest").reduce((sum, one) => sum + one, 0));
    return stake(high! - low!, moneyOf(cell, call), "Interest counted that is not owed");
  }
  if (call.fn.name !== "DEBTCAPACITY" || typeof now !== "number" || typeof then !== "number") return undefined;
  return stake(then - now, moneyOf(cell, call), "Debt that the cash carries and the rate hides");
}

/** A rate of a month in an argument of a year. */
function yearly(cell: FormulaCell, call: ReviewCall): Draft[] {
  return ["discountRate", "annualDecline", "annualPriceDecline", "carryRate"].flatMap((name) => {
    const rate = call.given[name];
    const value = numberOf(rate);
    if (!rate?.isReference || value === undefined || value <= 0) return [];
    const stated = rateSaid(rate);
    if (stated !== 12 && stated !== 4) return [];
    // A decline of a month over an age in months.
    if (
      Object.values(call.given).some(
        ({ around: { unit } }) => unit?.kind === "time" && Math.round(8760 / unit.scale) === stated,
      )
    )
      return [];
    const falls = name.startsWith("annual");
    const right = falls ? 1 - (1 - value) ** stated : (1 + value) ** stated - 1;
    const [now, then] = [numberWith(call), numberWith(call, { [name]: right })];
    const unit = resultUnit(call);
    return [
      {
        cell,
        words: `${titled(rate)} is a rate of a ${stated === 12 ? "month" : "quarter"}, ${name} is one of a year: ${said(right, "share")}.`,
        atStake:
          now === undefined || then === undefined || !/USD/.test(unit)
            ? undefined
            : stake(now - then, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result"),
        proposal: rewritten(cell, call, {
          [name]: falls ? `1-(1-${rate.text})^${stated}` : `(1+${rate.text})^${stated}-1`,
        }),
      },
    ];
  });
}
