import { calls } from "../../../formula/calls";
import type { FormulaNode } from "../../../formula/nodes";
import type { Book, FormulaCell, Given, ReviewCall } from "../book";
import {
  type Draft,
  moneyOf,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  titled,
  resultUnit,
} from "../rule";
import { factorsOf } from "./products";

/** The argument that must be the power of the IT alone, of functions that put PUE on it. */
const itPower: Readonly<Record<string, string>> = {
  PUEPOWER: "itKw",
  POWERCOST: "itKw",
  PUESAVINGS: "itKw",
  COOLINGPAYBACK: "itKw",
  LEVELIZEDCOMPUTECOST: "powerKw",
  GPUHOURCOSTSTACK: "powerKw",
  SHUTDOWNPRICE: "powerKw",
};

const atTheMeter =
  /\b(at|from|of|through) the (facility(['’]s)?|utility|site(['’]s)?|grid|building(['’]s)?) ?(meter|connection|draw)?\b|\b(facility|utility|grid) (meter|power|load|draw|demand)\b|\bmeter(ed)? (at|by) the (utility|site)\b|\bfacility (k|M)W\b|\bincluding (cooling|overhead|pue)\b|\bwith pue\b/i;

const itself = /\bIT\b|\bserver|\bgpu|\bchip|\brack|critical/;

export const pueTwice: Rule = {
  id: "pue-twice",
  title: "PUE applied twice",
  looksFor: "Power that holds the facility's overhead already and is multiplied by PUE again.",
  lesson: "power-usage-effectiveness",
  cell: (cell, book) => cell.calls.flatMap((call) => [...onFacility(cell, call, book), ...onResult(cell, call, book)]),
};

function onFacility(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const name = itPower[call.fn.name];
  const power = name === undefined ? undefined : call.given[name];
  const pue = call.given["pue"] ?? call.given["pueBefore"];
  const ratio = numberOf(pue);
  if (!power?.node || !pue || ratio === undefined || ratio <= 1) return [];
  const why = reason(power, pue, cell, book);
  if (why === undefined) return [];
  const [twice, once] = [numberWith(call), numberWith(call, { pue: 1 })];
  const money = resultUnit(call);
  const unit = money === "USD" ? moneyOf(cell, call) : money;
  const difference = twice === undefined || once === undefined ? undefined : twice - once;
  const words = `${why} PUE of ${said(ratio)} is put on it once more.`;
  return [
    {
      cell,
      words,
      atStake: /USD/.test(unit)
        ? stake(difference, unit, "Power cost counted that nobody bills")
        : stake(difference, unit, "Power counted that nobody draws"),
      ...("pue" in call.given ? { proposal: rewritten(cell, call, { pue: "1" }) } : {}),
    },
  ];
}

/** Why a power is the facility's and not that of its IT; undefined where nothing says so. */
function reason(power: Given, pue: Given, cell: FormulaCell, book: Book): string | undefined {
  const inner = calls(power.node!).find(({ fn }) => fn.name === "PUEPOWER");
  if (inner) return "The power is already the result of PUEPOWER.";
  const named = book.named(power.node!, cell);
  const what = titled(power);
  if (named?.calls.some(({ fn, node }) => fn.name === "PUEPOWER" && node === named.tree))
    return `${what} is already the result of PUEPOWER.`;
  if (named && pue.area && factorsOf(named.tree).over.some((part) => same(book, part, named, pue)))
    return `${what} is already multiplied by PUE.`;
  const written = power.node!;
  if (pue.area && factorsOf(written).over.some((part) => same(book, part, cell, pue)))
    return "The power is already multiplied by PUE.";
  if (power.isReference && atTheMeter.test(power.around.label) && !itself.test(power.around.label))
    return `${what} is the power of the whole facility, cooling and losses included.`;
  return undefined;
}

/** A call with PUE in it, times the same PUE: =COMPUTE.POWERCOST(B1,B2,B3)*B2. */
function onResult(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const pue = call.given["pue"];
  const ratio = numberOf(pue);
  if (itPower[call.fn.name] === undefined || !pue?.area || ratio === undefined || ratio <= 1) return [];
  const { over } = factorsOf(cell.tree);
  if (!over.includes(call.node) || !over.some((part) => part !== call.node && same(book, part, cell, pue))) return [];
  const value = typeof cell.value === "number" ? cell.value : undefined;
  const money = resultUnit(call);
  return [
    {
      cell,
      words: `The call puts PUE of ${said(ratio)} on the IT power, and the formula multiplies by it once more.`,
      atStake: stake(
        value === undefined ? undefined : value - value / ratio,
        money === "USD" ? moneyOf(cell, call) : money,
        "Counted too much",
      ),
      proposal: withoutPue(cell, call),
    },
  ];
}

const withoutPue = (cell: FormulaCell, call: ReviewCall): string => rewritten(cell, call, { pue: "1" });

function same(book: Book, part: FormulaNode, from: FormulaCell, { area }: Given): boolean {
  const spot = book.spotOf(part, from);
  return (
    spot !== undefined &&
    area?.shape === "cell" &&
    spot.sheet === area.sheet &&
    spot.row === area.first.row &&
    spot.column === area.first.column
  );
}
