import type { FormulaNode } from "../../../formula/nodes";
import { walk } from "../../../formula/nodes";
import type { Book, FormulaCell, Given, ReviewCall } from "../book";
import {
  columnOf,
  type Draft,
  moneyOf,
  numberOf,
  numbersOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  with_,
} from "../rule";
import { bare, factorsOf } from "./products";

export const aboveContract: Rule = {
  id: "above-contract",
  title: "Take-or-pay counted above contract",
  looksFor: "Hours above the contract quantity at the contract price, or use added to the take-or-pay payment.",
  lesson: "take-or-pay-contracts",
  cell: (cell, book) => cell.calls.flatMap((call) => [...above(cell, call), ...addedTwice(cell, call, book)]),
};

function above(cell: FormulaCell, call: ReviewCall): Draft[] {
  const { fn, given } = call;
  const { contractQuantity, taken, excessPrice } = given;
  const quantity = numberOf(contractQuantity);
  if (!taken || !contractQuantity || quantity === undefined || (excessPrice?.text ?? "") !== "") return [];
  if (fn.name === "TAKEORPAY") {
    const hours = numberOf(taken);
    if (hours === undefined || hours <= quantity) return [];
    const [all, bound] = [numberWith(call), numberWith(call, { taken: quantity })];
    return [
      {
        cell,
        words: `${said(hours)} are taken, the contract is for ${said(quantity)}. No price is given for the hours above it, so they are counted at the contract price, which binds nobody there.`,
        atStake: stake(
          all === undefined || bound === undefined ? undefined : all - bound,
          moneyOf(cell, call),
          "Payment that the contract does not secure",
        ),
        proposal: rewritten(cell, call, { taken: `MIN(${taken.text},${contractQuantity.text})` }),
      },
    ];
  }
  if (fn.name !== "TAKEORPAYSCHEDULE") return [];
  const beyond = numbersOf(taken).filter((hours) => hours > quantity);
  if (beyond.length === 0) return [];
  const bound = (taken.value as unknown[][]).map((row) =>
    row.map((hours) => (typeof hours === "number" ? Math.min(hours, quantity) : hours)),
  );
  const [all, secured] = [with_(call), with_(call, { taken: bound })].map((table) => sum(columnOf(table, "payment")));
  return [
    {
      cell,
      words: `In ${beyond.length === 1 ? "one period" : `${beyond.length} periods`} more is taken than the contract's ${said(quantity)}. No price is given for the hours above it, so they are counted at the contract price, which binds nobody there.`,
      atStake: stake(
        all === undefined || secured === undefined ? undefined : all - secured,
        moneyOf(cell, call),
        "Payments that the contract does not secure",
      ),
    },
  ];
}

/** The take-or-pay payment plus the use that it holds already. */
function addedTwice(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const { taken, price } = call.given;
  if (call.fn.name !== "TAKEORPAY" || !taken?.area || !price?.area) return [];
  const { area: hours } = taken;
  const { area: rate } = price;
  for (const { node } of walk(cell.tree)) {
    if (node.kind !== "binary" || node.operator !== "+") continue;
    const terms = termsOf(node);
    if (!terms.includes(call.node)) continue;
    const use = terms.find((term) => term !== call.node && isUse(term, cell, hours, rate, book, taken));
    if (!use) continue;
    const [used, each] = [numberOf(taken), numberOf(price)];
    return [
      {
        cell,
        words:
          "The payment for the hours taken is added to the take-or-pay payment, which holds them already: the hours are counted twice.",
        atStake: stake(
          used === undefined || each === undefined ? undefined : used * each,
          moneyOf(cell, call),
          "Revenue that no one owes",
        ),
        proposal:
          terms.length === 2 && bare(cell.tree) === node
            ? `=${cell.formula.slice(call.node.start, call.node.end)}`
            : undefined,
      },
    ];
  }
  return [];
}

function termsOf(node: FormulaNode): FormulaNode[] {
  const inner = bare(node);
  return inner.kind === "binary" && inner.operator === "+"
    ? [...termsOf(inner.left), ...termsOf(inner.right)]
    : [inner];
}

type Area = NonNullable<Given["area"]>;

/** Hours taken times the price: as a product, as a rental bill, or in a cell of its own. */
function isUse(
  term: FormulaNode,
  cell: FormulaCell,
  hours: Area,
  rate: Area,
  book: Book,
  taken: Given,
  deep = true,
): boolean {
  const is = (node: FormulaNode, area: Area) => {
    const spot = book.spotOf(node, cell);
    return spot?.sheet === area.sheet && spot?.row === area.first.row && spot?.column === area.first.column;
  };
  const { over, under } = factorsOf(term);
  if (
    under.length === 0 &&
    over.length === 2 &&
    over.some((node) => is(node, hours)) &&
    over.some((node) => is(node, rate))
  )
    return true;
  const named = deep ? book.named(term, cell) : undefined;
  return named !== undefined && isUse(named.tree, named, hours, rate, book, taken, false);
}

const sum = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0);
