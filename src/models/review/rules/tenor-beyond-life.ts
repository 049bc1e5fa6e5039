import type { Book, FormulaCell, Given, ReviewCall } from "../book";
import { columnOf, type Draft, moneyOf, numberOf, numbersOf, rewritten, type Rule, said, stake, with_ } from "../rule";

/** A rate of a month or quarter this high would be a fifth a year and more: it is a rate of a year. */
const yearlyRate = 0.05;

const lifeLabel =
  /\b(useful|economic|service|asset|book|depreciation)\b.*\blife\b|\blife (in the books|of (the )?(gpus?|servers?|fleet|hardware))\b/i;

/** Loans on what lasts longer than chips. */
const lasting =
  /\b(buildings?|mortgage|land|shell|construction|data ?cent(er|re)s?|substation|solar|wind|real estate)\b/i;

export const tenorBeyondLife: Rule = {
  id: "tenor-beyond-life",
  title: "Debt tenor longer than useful life",
  looksFor: "A loan that is still owed when the GPUs that secure it are written off.",
  lesson: "gpu-backed-financing",
  evidence: "The life that the workbook itself uses",
  cell: (cell, book) => cell.calls.flatMap((call) => tooLong(cell, call, book)),
};

function tooLong(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const about = [
    cell.sheet,
    cell.around.words,
    ...["debt", "cashFlows", "cashFlow"].map((name) => call.given[name]?.around.words ?? ""),
  ];
  if (lasting.test(about.join(" "))) return [];
  const periods = periodsOf(call);
  const life = periods === undefined ? undefined : book.once("life", () => longestLifeIn(book));
  if (periods === undefined || life === undefined) return [];
  const perYear = periodsPerYear(call, cell);
  // Without a word on the period it is taken for the shortest, a month.
  const years = periods / (perYear ?? 12);
  if (years <= life * (1 + 1e-9)) return [];
  const least = perYear === undefined ? "at least " : "";
  const end = Math.floor(life * (perYear ?? 12));
  const balance = call.fn.name === "LOANSCHEDULE" ? columnOf(with_(call), "closing")[end - 1] : undefined;
  const text = call.given["periods"]?.text;
  const bound =
    perYear === undefined || text === undefined ? undefined : rewritten(cell, call, { periods: `MIN(${text},${end})` });
  return [
    {
      cell,
      words: `The loan runs ${least}${said(years)} years, the useful life in this workbook is ${said(life)}. In the years after it the lender holds collateral that the books have written off.`,
      atStake: stake(balance, moneyOf(cell, call), `Loan still owed at the end of the life`),
      proposal: bound,
    },
  ];
}

/** Periods in which the loan is owed. */
function periodsOf({ fn, given }: ReviewCall): number | undefined {
  if (fn.name === "LOANSCHEDULE" || fn.name === "LOANSIZING") return numberOf(given["periods"]);
  if (fn.name !== "SCULPTEDSCHEDULE" && fn.name !== "DEBTCAPACITY") return undefined;
  const cash = numbersOf(given["cashFlows"]);
  const last = cash.findLastIndex((value) => value > 0);
  return last < 0 ? undefined : last + 1;
}

/** The longest life that the workbook gives GPUs; undefined where it gives none. */
function longestLifeIn(book: Book): number | undefined {
  const lives: number[] = [];
  for (const { calls } of book.own) {
    for (const { given } of calls) {
      for (const name of ["lifeYears", "newLifeYears", "oldLifeYears"]) {
        const life = given[name];
        const unit = life?.around.unit;
        const value = numberOf(life);
        if (value !== undefined) lives.push(unit?.kind === "time" ? (value * unit.scale) / 8760 : value);
      }
    }
  }
  for (const { first, value } of book.rowsLabelled(lifeLabel)) {
    const { unit } = book.around(first);
    if (unit?.kind === "time" && unit.scale >= 730) lives.push((value * unit.scale) / 8760);
  }
  const sensible = lives.filter((life) => life >= 1 && life <= 20);
  return sensible.length === 0 ? undefined : Math.max(...sensible);
}

const periodWords: readonly (readonly [RegExp, number])[] = [
  [/\b(months?|monthly|p\.m\.)/i, 12],
  [/\b(quarters?|quarterly)\b/i, 4],
  [/\b(years?|yearly|annual(ly)?|annum|p\.a\.)/i, 1],
];

const wordsOf = (given: Given | undefined): string =>
  given ? `${given.around.words} ${given.around.unit?.text ?? ""}` : "";

/** Periods of the loan in a year, by the words around its arguments or by the size of its rate. */
export function periodsPerYear({ given }: ReviewCall, cell?: FormulaCell): number | undefined {
  const { rate, periods, cashFlows, debtServices } = given;
  for (const text of [
    wordsOf(periods),
    wordsOf(cashFlows),
    wordsOf(debtServices),
    wordsOf(rate),
    cell?.around.words ?? "",
  ]) {
    const found = periodWords.filter(([words]) => words.test(text));
    if (found.length === 1) return found[0]![1];
  }
  return (numberOf(rate) ?? 0) >= yearlyRate ? 1 : undefined;
}
