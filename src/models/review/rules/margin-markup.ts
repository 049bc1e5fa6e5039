import { replaceParts } from "../../../formula/calls";
import { type FormulaNode, partsOf } from "../../../formula/nodes";
import type { Book, FormulaCell, ReviewCall } from "../book";
import {
  callText,
  argumentTexts,
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
import { replaceCall } from "../../../formula/calls";
import { bare, factorsOf, productsIn } from "./products";

const margin = /\bmargins?\b/i;
const markUp = /\bmark-? ?ups?\b/i;
/** A reserve of another kind. */
const reserve = /\b(safety|design|error|reserve|contingency|headroom|engineering)\b/i;
const isMargin = (words: string): boolean => margin.test(words) && !markUp.test(words) && !reserve.test(words);
const isMarkUp = (words: string): boolean => markUp.test(words) && !margin.test(words);

/** Functions that give a cost or a price to which a margin can be added. */
const costs: ReadonlySet<string> = new Set([
  "GPUHOURCOST",
  "LEVELIZEDCOMPUTECOST",
  "EFFECTIVEGPUHOUR",
  "BREAKEVENRENTALPRICE",
  "SERVINGCOST",
  "TRAININGCOST",
  "TOKENCOST",
  "COLOCOST",
  "POWERCOST",
  "COSTPERSUCCESS",
]);

export const marginMarkup: Rule = {
  id: "margin-markup",
  title: "Margin and mark-up mixed",
  looksFor: "A share of revenue where one of cost stands, or the reverse.",
  lesson: "inference-vs-training",
  cell: (cell, book) => [
    ...cell.calls.flatMap((call) => [...misnamed(cell, call), ...asTarget(cell, call, book)]),
    ...added(cell, book),
  ],
};

/** A result that its label calls the other. */
function misnamed(cell: FormulaCell, call: ReviewCall): Draft[] {
  const { label } = cell.around;
  const { name } = call.fn;
  if (call.node !== bare(cell.tree)) return [];
  const wrong = (name === "MARKUPONCOST" && isMargin(label)) || (name === "GROSSMARGIN" && isMarkUp(label));
  if (!wrong) return [];
  const other = name === "MARKUPONCOST" ? "GROSSMARGIN" : "MARKUPONCOST";
  const [revenue, cost, value] = [numberOf(call.given["revenue"]), numberOf(call.given["cost"]), numberWith(call)];
  if (revenue === undefined || cost === undefined || value === undefined || revenue === cost) return [];
  const right = name === "MARKUPONCOST" ? (revenue - cost) / revenue : (revenue - cost) / cost;
  const base = name === "MARKUPONCOST" ? revenue : cost;
  return [
    {
      cell,
      words: `“${label}” shows profit over ${name === "MARKUPONCOST" ? "cost" : "revenue"}, ${said(value, "share")}. Over ${name === "MARKUPONCOST" ? "revenue" : "cost"} it is ${said(right, "share")}.`,
      atStake: stake(
        (value - right) * base,
        moneyOf(cell, call),
        "Profit misread, if the share is taken of the other base",
      ),
      proposal: replaceCall(cell.formula, call.node, callText(other, argumentTexts(call))),
    },
  ];
}

/** A mark-up given where a margin is wanted. */
function asTarget(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  const target = call.given["targetMargin"];
  const share = numberOf(target);
  if (!target?.node || share === undefined || share <= 0 || share >= 1) return [];
  const named = book.named(target.node, cell);
  const computed = named?.calls.some(({ fn, node }) => fn.name === "MARKUPONCOST" && node === bare(named.tree));
  if (!computed && !isMarkUp(target.around.words)) return [];
  const real = share / (1 + share);
  const [now, then] = [numberWith(call), numberWith(call, { targetMargin: real })];
  return [
    {
      cell,
      words: `${titled(target)} is a share of cost, targetMargin one of revenue. A mark-up of ${said(share, "share")} is a margin of ${said(real, "share")}.`,
      atStake: stake(
        now === undefined || then === undefined ? undefined : now - then,
        resultUnit(call) || "USD",
        "Asked too much on every hour",
      ),
      proposal: rewritten(cell, call, { targetMargin: `${target.text}/(1+${target.text})` }),
    },
  ];
}

/** A cost times one plus a margin. */
function added(cell: FormulaCell, book: Book): Draft[] {
  if (!cell.formula.includes("*")) return [];
  for (const product of productsIn(cell.tree, partsOf)) {
    const { over } = factorsOf(product);
    const cost = over.find((part) => isCost(part, cell, book));
    for (const part of over) {
      const share = cost && onePlus(part);
      const spot = share && book.spotOf(share, cell);
      const value = spot && book.value(spot);
      if (
        !share ||
        !spot ||
        typeof value !== "number" ||
        value <= 0 ||
        value >= 1 ||
        !isMargin(book.around(spot).words)
      )
        continue;
      const text = cell.formula.slice(share.start, share.end);
      const all = typeof cell.value === "number" && bare(cell.tree) === product ? cell.value : undefined;
      return [
        {
          cell,
          words: `The cost is raised by the margin of ${said(value, "share")}, which makes a margin of ${said(value / (1 + value), "share")}: a margin is a share of the price, not of the cost.`,
          atStake: stake(
            all === undefined ? undefined : all / (1 + value) / (1 - value) - all,
            unitOf(cell, cost, book),
            "Given away on every unit sold",
          ),
          proposal: replaceParts(cell.formula, [{ part, text: `1/(1-${text})` }]),
        },
      ];
    }
  }
  return [];
}

function unitOf(cell: FormulaCell, cost: FormulaNode, book: Book): string {
  const home = book.named(cost, cell) ?? cell;
  const call = home.calls.find(({ fn }) => costs.has(fn.name));
  const unit = call ? resultUnit(call) : "USD";
  return unit === "USD" ? moneyOf(cell, call) : unit;
}

function isCost(part: FormulaNode, cell: FormulaCell, book: Book): boolean {
  const inner = bare(part);
  const holds = (home: FormulaCell, node: FormulaNode) =>
    home.calls.some((call) => call.node === node && costs.has(call.fn.name));
  if (holds(cell, inner)) return true;
  const named = book.named(inner, cell);
  return named !== undefined && holds(named, bare(named.tree));
}

/** x of (1+x) or (x+1). */
function onePlus(part: FormulaNode): FormulaNode | undefined {
  const inner = bare(part);
  if (inner.kind !== "binary" || inner.operator !== "+") return undefined;
  const [left, right] = [bare(inner.left), bare(inner.right)];
  if (left.kind === "number" && left.value === 1) return right;
  return right.kind === "number" && right.value === 1 ? left : undefined;
}
