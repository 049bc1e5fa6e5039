import { functionNamed } from "../../../concepts";
import { type FormulaNode, partsOf } from "../../../formula/nodes";
import type { Book, FormulaCell, Given, ReviewCall } from "../book";
import {
  type AtStake,
  type Draft,
  moneyOf,
  numberOf,
  numbersOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  titled,
  resultUnit,
} from "../rule";
import { inOtherCurrency, readUnit, type ReadUnit, nameOf } from "../units";
import { bare, factorsOf, productsIn } from "./products";
import { misfitsOf, scaled, times } from "./scale";

/** Power bought at this much for a kWh would be 2,000 USD/MWh; sold at less than this much for a MWh it would be free. Illustrative. */
const highest = 2;
const lowest = 1;

/** Prices per MWh that may well be near zero. */
const mayBeSmall: ReadonlySet<string> = new Set(["basis", "floor", "penaltyPerMwh", "avoidedCostPerMwh"]);

export const energyPrice: Rule = {
  id: "energy-price",
  title: "MWh with a price per kWh",
  looksFor: "A price per kWh where one per MWh is meant, or the reverse: a factor of 1,000.",
  lesson: "power-purchase-agreements",
  evidence: `Units; without them above ${highest} USD/kWh or below ${lowest} USD/MWh (illustrative)`,
  cell: (cell, book) => [
    ...cell.calls.flatMap((call) => [...byUnit(cell, call), ...bySize(cell, call)]),
    ...products(cell, book),
  ],
};

function byUnit(cell: FormulaCell, call: ReviewCall): Draft[] {
  // MW with a price per MWh fit together.
  const powers = misfitsOf(call, "power");
  return misfitsOf(call, "energyPrice")
    .filter(({ factor }) => !powers.some((power) => Math.abs(power.factor * factor - 1) < 1e-9))
    .map(({ given, has, wants, factor }) => ({
      cell,
      words: `${titled(given)} is in ${has.text}, ${given.name} is wanted in ${wants.text}.`,
      atStake: difference(cell, call, given, factor),
      proposal: rewritten(cell, call, { [given.name]: times(given.text, factor) }),
    }));
}

function bySize(cell: FormulaCell, call: ReviewCall): Draft[] {
  return Object.values(call.given).flatMap((given) => {
    const wants = readUnit(nameOf(given.parameter.unit));
    const has = given.around.unit;
    if (wants?.kind !== "energyPrice" || (has?.kind === "energyPrice" && has.scale !== wants.scale)) return [];
    if (inOtherCurrency(`${given.around.words} ${has?.text ?? ""}`)) return [];
    if (wants.scale === 1) {
      const value = numberOf(given);
      if (value === undefined || value < highest) return [];
      // Power in MW with a price per MWh.
      if (misfitsOf(call, "power").length > 0) return [];
      const cents = value < 10 * highest;
      const factor = cents ? 0.01 : 0.001;
      return [
        {
          cell,
          words: `The argument ${given.name} is ${said(value)} USD/kWh, far above any tariff. ${cents ? "It looks like cents" : "It looks like a price per MWh"}: then it is ${said(value * factor)} USD/kWh.`,
          atStake: difference(cell, call, given, factor),
          proposal: rewritten(cell, call, { [given.name]: times(given.text, factor) }),
        },
      ];
    }
    const values = numbersOf(given);
    const tiny =
      values.length > 0 && values.every((value) => Math.abs(value) < lowest) && values.some((value) => value > 0);
    if (mayBeSmall.has(given.name) || !tiny) return [];
    return [
      {
        cell,
        words: `The argument ${given.name} is ${values.length === 1 ? said(values[0]!) : `at most ${said(Math.max(...values))}`} USD/MWh, next to nothing. It looks like a price per kWh: then it is ${said(Math.max(...values) * 1000)} USD/MWh.`,
        atStake: difference(cell, call, given, 1000),
        proposal: rewritten(cell, call, { [given.name]: times(given.text, 1000) }),
      },
    ];
  });
}

function difference(cell: FormulaCell, call: ReviewCall, given: Given, factor: number): AtStake | undefined {
  const [now, then] = [numberWith(call), numberWith(call, { [given.name]: scaled(given, factor) })];
  const unit = resultUnit(call);
  if (now === undefined || then === undefined || !/USD/.test(unit)) return undefined;
  return stake(now - then, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result");
}

/** MWh times a price per kWh in a formula of the workbook's own, without the factor of 1,000. */
function products(cell: FormulaCell, book: Book): Draft[] {
  if (!cell.formula.includes("*")) return [];
  for (const product of productsIn(cell.tree, partsOf)) {
    const { over, under } = factorsOf(product);
    const all = [...over, ...under];
    if (all.some((part) => isThousand(part, cell, book))) continue;
    const energy = over
      .map((part) => ({ part, unit: unitOf(part, cell, book) }))
      .find(({ unit }) => unit?.kind === "energy");
    const price = over
      .map((part) => ({ part, unit: unitOf(part, cell, book) }))
      .find(({ unit }) => unit?.kind === "energyPrice");
    if (!energy?.unit || !price?.unit || over.some((part) => unitOf(part, cell, book)?.kind === "power")) continue;
    const apart = energy.unit.scale * price.unit.scale;
    // MWh at USD/kWh are thousands of USD.
    const result = cell.around.unit;
    if (result?.kind === "money" && Math.abs(apart - result.scale) < 1e-9) continue;
    if (Math.abs(apart - 1) < 1e-9 || Math.abs(price.unit.scale - 0.01) < 1e-9) continue;
    const value = typeof cell.value === "number" && bare(cell.tree) === product ? cell.value : undefined;
    const [from, to] = [cell.formula.slice(product.start, product.end), times("", apart)];
    return [
      {
        cell,
        words: `Energy in ${energy.unit.text} is multiplied by a price in ${price.unit.text}: the result is ${apart > 1 ? `${said(apart)} times too small` : `${said(1 / apart)} times too large`}.`,
        atStake: stake(
          value === undefined ? undefined : value * apart - value,
          moneyOf(cell),
          "Difference in the result",
        ),
        proposal: cell.formula.slice(0, product.start) + from + to + cell.formula.slice(product.end),
      },
    ];
  }
  return [];
}

/** The unit of a factor: of the cell it names, or of what a function of ours gives. */
function unitOf(part: FormulaNode, cell: FormulaCell, book: Book): ReadUnit | undefined {
  const inner = bare(part);
  if (inner.kind === "call") {
    const fn = inner.name.startsWith("COMPUTE.") ? functionNamed(inner.name) : undefined;
    return fn?.returns && readUnit(nameOf(fn.returns.unit));
  }
  const spot = book.spotOf(inner, cell);
  return spot && book.around(spot).unit;
}

/** A factor of 1,000, typed or in a cell: the conversion is there. */
function isThousand(part: FormulaNode, cell: FormulaCell, book: Book): boolean {
  const inner = bare(part);
  const spot = book.spotOf(inner, cell);
  const value = inner.kind === "number" ? inner.value : spot ? book.value(spot) : undefined;
  return typeof value === "number" && value > 0 && [1000, 0.001, 1e6, 1e-6, 100, 0.01].includes(value)
    ? inner.kind === "number" || isConversion(spot, book)
    : inner.kind === "binary";
}

const isConversion = (spot: Parameters<Book["around"]>[0] | undefined, book: Book): boolean =>
  spot !== undefined &&
  /\/|\bper\b|kwh|thousand|conver/i.test(`${book.around(spot).label} ${book.around(spot).unit?.text ?? ""}`);
