import type { Book, FormulaCell, ReviewCall } from "../book";
import {
  columnOf,
  type Draft,
  hasSibling,
  moneyOf,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  with_,
  resultUnit,
} from "../rule";

/** Hours of a year without and with its leap day. */
const yearHours: ReadonlySet<number> = new Set([8760, 8766, 8784]);

const earnings = /\b(revenue|income|receipts?|earn(ed|ings)?|turnover|sales)\b/i;

const installed = /\b(installed|full|every|all|100 ?%)\b/i;

/** Functions in which all hours of the year are sold where utilization is 1. */
const sold: ReadonlySet<string> = new Set([
  "RENTALYIELD",
  "RENTALPAYBACK",
  "BREAKEVENRENTALPRICE",
  "GPUHOURCOST",
  "LEVELIZEDCOMPUTECOST",
  "GPUHOURCOSTSTACK",
]);

/** Availability of a single server that a workbook without one of its own is shown. Illustrative. */
const illustrativeAvailability = 0.97;

export const noDowntime: Rule = {
  id: "no-downtime",
  title: "8,760 hours with no downtime",
  looksFor: "A year in which every hour of every GPU is sold or earns.",
  lesson: "gpu-utilization-rate",
  evidence: `The workbook's own availability, or ${illustrativeAvailability * 100}% (illustrative)`,
  cell: (cell, book) => cell.calls.flatMap((call) => allHours(cell, call, book)),
};

function allHours(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const { name } = call.fn;
  const own = book.once("availability", () => availabilityIn(book));
  const availability = own ?? illustrativeAvailability;
  const basis = own === undefined ? `${said(availability, "share")} (illustrative)` : said(availability, "share");
  if (sold.has(name)) {
    const use = call.given["utilization"];
    const hours = numberOf(call.given["hoursPerYear"]) ?? 8760;
    if (!use || numberOf(use) !== 1 || !yearHours.has(hours)) return [];
    // The cost of an installed hour, beside that of a used one.
    const compared = hasSibling(book, cell, call, "capex", (other) => (numberOf(other.given["utilization"]) ?? 1) < 1);
    if (compared || installed.test(cell.around.words)) return [];
    const [all, less] = [numberWith(call), numberWith(call, { utilization: availability })];
    const money = name === "RENTALYIELD" ? numberOf(call.given["capex"]) : name === "RENTALPAYBACK" ? undefined : 1;
    return [
      {
        cell,
        words: `All ${said(hours)} hours of the year are sold: utilization is 100%. Every GPU fails, is maintained or waits at times; with ${basis} of the hours the result is ${less === undefined ? "none" : said(less, resultUnit(call) === "share" ? "share" : "")}.`,
        atStake:
          all === undefined || less === undefined || money === undefined
            ? undefined
            : stake(
                (all - less) * money,
                name === "RENTALYIELD" ? `${moneyOf(cell, call)}/year` : "USD/GPU-hour",
                `Difference at ${basis} of the hours`,
              ),
        proposal: rewritten(cell, call, { utilization: `${use.text}*${availability}` }),
      },
    ];
  }
  if (name === "UTILIZATIONWATERFALL") {
    const downtime = call.given["downtimeShare"];
    if (!downtime || numberOf(downtime) !== 0) return [];
    const hours = columnOf(with_(call), "GPU-hours");
    return [
      {
        cell,
        words: `The downtime is 0: all ${hours[0] === undefined ? "" : `${said(hours[0])} `}installed GPU-hours count as available, so failures and maintenance show up nowhere.`,
        proposal: rewritten(cell, call, { downtimeShare: String(Number((1 - availability).toPrecision(6))) }),
      },
    ];
  }
  if (name === "RENTALBILL") {
    const { hours, overhead } = call.given;
    const each = numberOf(hours);
    if (
      !hours ||
      each === undefined ||
      !yearHours.has(each) ||
      !earnings.test(cell.around.words) ||
      (numberOf(overhead) ?? 0) > 0
    )
      return [];
    if (
      cell.calls.length > 1 ||
      /utili[sz]ation|uptime|availab|sold/i.test(hours.around.words) ||
      cell.tree !== call.node
    )
      return [];
    const all = numberWith(call);
    const less = numberWith(call, { hours: each * availability });
    return [
      {
        cell,
        words: `The revenue counts all ${said(each)} hours of the year as sold, without downtime and without an unsold hour.`,
        atStake:
          all === undefined || less === undefined
            ? undefined
            : stake(all - less, moneyOf(cell, call), `Revenue of the hours that are down at ${basis}`),
        proposal: rewritten(cell, call, { hours: `${hours.text}*${availability}` }),
      },
    ];
  }
  return [];
}

/** An availability that the workbook computes or uses. */
function availabilityIn(book: Book): number | undefined {
  for (const cell of book.own) {
    const [first] = cell.calls;
    if (!first || first.node !== cell.tree || typeof cell.value !== "number") continue;
    if (
      /^(SERIES|PARALLEL|REDUNDANT|CURTAILMENT)AVAILABILITY$|^SLAUPTIME$/.test(first.fn.name) &&
      cell.value > 0.5 &&
      cell.value < 1
    )
      return cell.value;
  }
  return undefined;
}
