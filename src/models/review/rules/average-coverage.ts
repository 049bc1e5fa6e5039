import type { FormulaNode } from "../../../formula/nodes";
import { walk } from "../../../formula/nodes";
import { calculate, singleCell } from "../../../formula/calculate";
import { replaceCall } from "../../../formula/calls";
import type { Book, FormulaCell, ReviewCall } from "../book";
import { callText, argumentTexts, type Draft, moneyOf, numbersOf, type Rule, said, stake, workedNumber } from "../rule";
import { bare } from "./products";

const comparisons: ReadonlySet<string> = new Set([">=", ">", "<=", "<"]);

export const averageCoverage: Rule = {
  id: "average-coverage",
  title: "Coverage tested on the average",
  looksFor: "A covenant compared with average coverage: a weak period hides behind the strong ones.",
  lesson: "gpu-backed-financing",
  cell: (cell, book) => [...compared(cell, book), ...tested(cell, book)],
};

/** What an average coverage is made of. */
interface Average {
  readonly call: ReviewCall | undefined;
  /** The cell that holds the call. */
  readonly home: FormulaCell;
  readonly lowest: number | undefined;
}

function compared(cell: FormulaCell, book: Book): Draft[] {
  for (const { node } of walk(cell.tree)) {
    if (node.kind !== "binary" || !comparisons.has(node.operator)) continue;
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      if (!isLimit(other, cell, book)) continue;
      const average = averageIn(side, cell, book);
      if (average) return [draft(cell, side, other, average, book)];
    }
  }
  return [];
}

const limit = /covenant|required|threshold|target|trigger|lock-?up|default|hurdle/i;

/** A number that coverage is held against, not another coverage that it is compared with. */
function isLimit(node: FormulaNode, cell: FormulaCell, book: Book): boolean {
  const inner = bare(node);
  if (inner.kind === "number") return true;
  const spot = book.spotOf(inner, cell);
  return spot !== undefined && (!book.cellAt(spot) || limit.test(book.around(spot).words));
}

/** COVENANTTEST and COVENANTBREACH on an average. */
function tested(cell: FormulaCell, book: Book): Draft[] {
  return cell.calls.flatMap(({ fn, given }) => {
    const { ratios, threshold, direction } = given;
    if ((fn.name !== "COVENANTTEST" && fn.name !== "COVENANTBREACH") || !ratios?.node || !threshold?.node) return [];
    if (direction?.value === "at most") return [];
    const average = averageIn(ratios.node, cell, book);
    return average ? [draft(cell, ratios.node, threshold.node, average, book)] : [];
  });
}

function averageIn(side: FormulaNode, cell: FormulaCell, book: Book): Average | undefined {
  const node = bare(side);
  if (node.kind === "call" && /^ROUND(DOWN|UP)?$/.test(node.name)) return averageIn(node.arguments[0]!, cell, book);
  const here = ownAverage(node, cell);
  if (here) return here;
  const plain = plainAverage(node, cell, book);
  if (plain) return plain;
  const named = book.named(node, cell);
  if (!named || named === cell) return undefined;
  return ownAverage(bare(named.tree), named) ?? plainAverage(bare(named.tree), named, book);
}

function ownAverage(node: FormulaNode, home: FormulaCell): Average | undefined {
  const call = home.calls.find((one) => one.node === node && one.fn.name === "AVERAGELOANCOVERAGE");
  if (!call) return undefined;
  return { call, home, lowest: workedNumber("MINLOANCOVERAGE", ...call.cells) };
}

/** AVERAGE over cells that hold LOANCOVERAGE. */
function plainAverage(node: FormulaNode, home: FormulaCell, book: Book): Average | undefined {
  const [range, more] = node.kind === "call" && node.name === "AVERAGE" ? node.arguments : [];
  const area = range && !more ? book.areaOf(range, home) : undefined;
  if (!area || area.shape === "columns" || area.shape === "rows") return undefined;
  const ratios: number[] = [];
  for (let row = area.first.row; row <= area.last.row; row++) {
    for (let column = area.first.column; column <= area.last.column; column++) {
      const one = book.cellAt({ sheet: area.sheet ?? home.sheet, row, column });
      if (!one?.calls.some(({ fn }) => fn.name === "LOANCOVERAGE")) return undefined;
      if (typeof one.value === "number") ratios.push(one.value);
    }
  }
  return ratios.length > 1 ? { call: undefined, home, lowest: Math.min(...ratios) } : undefined;
}

function draft(
  cell: FormulaCell,
  side: FormulaNode,
  other: FormulaNode,
  { call, home, lowest }: Average,
  book: Book,
): Draft {
  const value = singleCell(calculate(other, book.scopeOf(cell)));
  const covenant = typeof value === "number" ? value : undefined;
  const fails = covenant !== undefined && lowest !== undefined && lowest < covenant;
  const words = `The test compares the average coverage${covenant === undefined ? "" : ` with ${said(covenant)}`}. ${
    lowest === undefined
      ? "A lender tests every period."
      : fails
        ? `The lowest is ${said(lowest)}: a period fails that the average hides.`
        : `The lowest is ${said(lowest)} and passes today; the average will not show the first period that does not.`
  }`;
  const minimum =
    call && home === cell ? callText("MINLOANCOVERAGE", argumentTexts(call)) : minimumFor(side, cell, home, call);
  return {
    cell,
    words,
    atStake:
      fails && call
        ? stake(missing(call, covenant), moneyOf(home, call), "Cash missing in the weakest period")
        : undefined,
    proposal: minimum === undefined ? undefined : replaceCall(cell.formula, bare(side), minimum),
  };
}

/** The lowest coverage over the cells of an average in another cell, where both lie on one sheet. */
function minimumFor(
  side: FormulaNode,
  cell: FormulaCell,
  home: FormulaCell,
  call: ReviewCall | undefined,
): string | undefined {
  if (home.sheet !== cell.sheet) return undefined;
  if (call) return callText("MINLOANCOVERAGE", argumentTexts(call));
  const node = bare(home.tree);
  const inner = home === cell ? bare(side) : node;
  if (inner.kind !== "call" || inner.name !== "AVERAGE") return undefined;
  const range = inner.arguments[0]!;
  return `MIN(${home.formula.slice(range.start, range.end)})`;
}

/** The most cash that a period lacks to meet the covenant. */
function missing(call: ReviewCall, covenant: number): number | undefined {
  const [cash, service] = [numbersOf(call.given["cashFlows"]), numbersOf(call.given["debtServices"])];
  if (cash.length !== service.length) return undefined;
  const cures = cash.map((value, i) =>
    service[i]! > 0 ? (workedNumber("EQUITYCURE", value, service[i], covenant) ?? 0) : 0,
  );
  return cures.length === 0 ? undefined : Math.max(...cures);
}
