import { quoteSheet } from "../../../formula/address";
import { fixedAddress, type Book, type FormulaCell, type ReviewCall, type Spot } from "../book";
import {
  type AtStake,
  type Draft,
  hasSibling,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  workedNumber,
} from "../rule";

/** A yearly fall of market rent, to show what is at stake where the workbook has none of its own. */
export const illustrativeDecline = 0.2;

/** Years over which a flat rent is worth a warning. */
const longFlat = 2;

const bound = /contract|fixed|committed|reserved|take-?or-?pay|floor|agreed|locked|minimum/i;
const rent =
  /\b(rent(al)?|market|spot|on-?demand|gpu-?hours?|lease)\b.*\b(price|rate|rent)\b|\b(price|rate|rent)\b.*\bgpu-?hour|\bmarket rent\b|\brental (price|rate)\b/i;

export const flatRent: Rule = {
  id: "flat-rent",
  title: "Flat rental price over the term",
  looksFor: "A payback or a row of prices that holds the market rent of a GPU-hour for years.",
  lesson: "gpu-rental-economics",
  evidence: `Longer than ${longFlat} years; a fall of ${illustrativeDecline * 100}% a year is illustrative`,
  cell: (cell, book) =>
    cell.calls.filter(({ fn }) => fn.name === "RENTALPAYBACK").flatMap((call) => flatPayback(cell, call, book)),
  book: (book) => flatRows(book),
};

function flatPayback(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const { price, utilization, annualPriceDecline, hoursPerYear } = call.given;
  const years = numberWith(call);
  const [rate, used] = [numberOf(price), numberOf(utilization)];
  if (years === undefined || years <= longFlat || rate === undefined || used === undefined) return [];
  if ((numberOf(annualPriceDecline) ?? 0) !== 0 || bound.test(price?.around.words ?? "")) return [];
  if (hasSibling(book, cell, call, "capex", (other) => (numberOf(other.given["annualPriceDecline"]) ?? 0) > 0))
    return [];
  const own = book.once("decline", () => declineIn(book));
  const decline = own?.value ?? illustrativeDecline;
  const longer = numberWith(call, { annualPriceDecline: decline });
  const hours = numberOf(hoursPerYear) ?? 8760;
  const whole = Math.floor(years);
  let lost = 0;
  for (let year = 1; year <= whole; year++)
    lost += (rate - (workedNumber("RESIDUALVALUE", rate, year, decline) ?? rate)) * used * hours;
  const assumed = own ? `the workbook's ${said(decline, "share")}` : `${said(decline, "share")} (illustrative)`;
  return [
    {
      cell,
      words: `The payback of ${said(years)} years holds the rent at ${said(rate)} all that time. Rents fall when new chips arrive: with a fall of ${assumed} a year it ${longer === undefined ? "never pays back" : `takes ${said(longer)} years`}.`,
      atStake: stake(lost, "USD", `Rent of one GPU counted in ${whole} years that a falling price would not bring`),
      proposal: rewritten(cell, call, { annualPriceDecline: own?.text(cell) ?? String(illustrativeDecline) }),
    },
  ];
}

/** A fall of rents that the workbook has among its inputs. */
function declineIn(book: Book): { readonly value: number; readonly text: (from: Spot) => string } | undefined {
  for (const { calls } of book.own) {
    for (const { given } of calls) {
      const decline = given["annualPriceDecline"];
      const value = numberOf(decline);
      if (decline?.area?.shape === "cell" && value !== undefined && value > 0 && value < 1) {
        const { sheet, first } = decline.area;
        return {
          value,
          text: ({ sheet: here }) => spotText(here, { sheet: sheet ?? here, row: first.row, column: first.column }),
        };
      }
    }
  }
  return undefined;
}

/** Rows of prices along a time axis. */
function flatRows(book: Book): Draft[] {
  const drafts: Draft[] = [];
  for (const { first, value, run } of book.rowsLabelled(rent)) {
    const { words, unit } = book.around(first);
    if (run.length < 3 || value <= 0 || unit?.kind !== "computePrice" || bound.test(words)) continue;
    const years = yearsOf(book, first, run.length);
    if (years === undefined || run.some((price) => price !== value)) continue;
    const total = years * run.length;
    if (total <= longFlat) continue;
    drafts.push({
      cell: first,
      words: `${labelled(words)} stays at ${said(value)} ${unit.text} in all ${run.length} periods, ${said(total)} years. Rents fall when new chips arrive.`,
      atStake: lostIn(book, first, run, years),
    });
  }
  return drafts;
}

const labelled = (words: string): string => `“${words}”`;

/** How many years a period of the axis above has; undefined where there is no axis of time. */
function yearsOf(book: Book, spot: Spot, length: number): number | undefined {
  for (let row = spot.row - 1; row >= 1; row--) {
    const first = book.value({ ...spot, row });
    if (typeof first === "string" && /^(year|y|fy)\s*\d+$/i.test(first.trim())) return 1;
    if (typeof first !== "number") continue;
    const rises = Array.from({ length }, (_, i) => book.value({ ...spot, row, column: spot.column + i })).every(
      (value, i) => value === first + i,
    );
    if (!rises) continue;
    if (first >= 2000 && first < 2200) return 1;
    const axis = book.around({ ...spot, row });
    const words = `${axis.words} ${axis.unit?.text ?? ""}`;
    if (/year/i.test(words)) return 1;
    if (/quarter/i.test(words)) return 1 / 4;
    if (/month/i.test(words)) return 1 / 12;
  }
  return undefined;
}

/** The rent that would not come, where a row of GPU-hours stands on the same axis. */
function lostIn(book: Book, spot: Spot, prices: readonly number[], years: number): AtStake | undefined {
  for (const { text, first, run: hours } of book.rowsLabelled(/sold|rented|billed|used|hours/i)) {
    if (first.sheet !== spot.sheet || first.column !== spot.column || first.row === spot.row) continue;
    const { unit } = book.around(first);
    if (!unit || !/gpu-?hours?$/i.test(unit.text) || hours.length !== prices.length || bound.test(text)) continue;
    const lost = hours.reduce((sum, hour, i) => {
      const price = prices[i]!;
      return (
        sum +
        hour * (price - (workedNumber("RESIDUALVALUE", price, Math.floor(i * years), illustrativeDecline) ?? price))
      );
    }, 0);
    const scale = /^(thousand|million)/i.exec(unit.text)?.[1]?.toLowerCase();
    return stake(
      lost,
      scale ? `USD ${scale}` : "USD",
      `Revenue that a fall of ${said(illustrativeDecline, "share")} a year (illustrative) would not bring`,
    );
  }
  return undefined;
}

function spotText(here: string, spot: Spot): string {
  const text = fixedAddress(spot);
  return here === spot.sheet ? text : `${quoteSheet(spot.sheet)}!${text}`;
}
