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
import { gpusPerNode, gpusPerRack, inOtherCurrency, nameOf } from "../units";

/** No GPU-hour has been listed above this in USD; node-hours mostly are. Illustrative. */
const highestHour = 20;

/** From here on, eight times another price of the workbook is no chance. */
const highHour = 10;

/** The arguments that are a price of hours, not a cost beside it. */
const priceNames =
  /^(price|ask|rate\d?|ratePerGpuHour|committedRate|onDemandRate|reservedRate|spotRate|fallbackRate|excessPrice)$/;

/** Below this nobody rents out a node. Illustrative. */
const lowestNode = 4;

const nodeWords = /\b(nodes?|servers?|instances?|hgx|dgx|8 ?[x×] ?(gpu|h100|h200|b200|a100)|8-?gpu|p5\.48xlarge)\b/i;
const rackWords = /\b(racks?|nvl ?72)\b/i;
const chipWords = /\b(per|of a|of one|a|each) gpu\b|gpu-?hour|\bper chip\b|\/ ?gpu/i;

export const nodePrice: Rule = {
  id: "node-price",
  title: "GPU-hour and node-hour prices mixed",
  looksFor: "The price of a node of eight GPUs, or of a rack, where the price of one GPU is meant.",
  lesson: "gpu-hour-cost",
  evidence: `Words and units; above ${highestHour} USD/GPU-hour, or eight times another price (illustrative)`,
  cell: (cell, book) => cell.calls.flatMap((call) => [...prices(cell, call, book), ...undivided(cell, call)]),
};

function prices(cell: FormulaCell, call: ReviewCall, book: Book): Draft[] {
  return Object.values(call.given).flatMap((given) => {
    const value = numberOf(given);
    if (nameOf(given.parameter.unit) !== "USD/GPU-hour" || value === undefined || value <= 0) return [];
    const found = chipsIn(given, value, book);
    if (!found) return [];
    const { chips, why } = found;
    const [now, then] = [numberWith(call), numberWith(call, { [given.name]: value / chips })];
    const unit = resultUnit(call);
    const difference = now === undefined || then === undefined ? undefined : now - then;
    return [
      {
        cell,
        words: `${why} The function wants the price of one GPU: over ${chips} GPUs it is ${said(value / chips)}.`,
        atStake: /USD/.test(unit)
          ? stake(difference, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result")
          : yieldStake(cell, call, difference),
        proposal: rewritten(cell, call, { [given.name]: `COMPUTE.GPUHOURRATE(${given.text},${chips})` }),
      },
    ];
  });
}

function yieldStake(cell: FormulaCell, call: ReviewCall, difference: number | undefined) {
  const capex = numberOf(call.given["capex"]);
  if (call.fn.name !== "RENTALYIELD" || difference === undefined || capex === undefined) return undefined;
  return stake(difference * capex, `${moneyOf(cell, call)}/year`, "Revenue of a year counted too much");
}

/** How many GPUs a price is for, where something says that it is for several. */
function chipsIn(
  given: Given,
  value: number,
  book: Book,
): { readonly chips: number; readonly why: string } | undefined {
  const { words, unit } = given.around;
  const about = `${words} ${unit?.text ?? ""}`;
  if (inOtherCurrency(about)) return undefined;
  if (unit?.kind === "computePrice") {
    const chips = Math.round(1 / unit.scale);
    if (chips === gpusPerNode || chips === gpusPerRack) return { chips, why: `${titled(given)} is in ${unit.text}.` };
    if (unit.scale === 1 && value <= highestHour) return eightTimes(given, value, book);
  }
  if (!chipWords.test(about) && priceNames.test(given.name) && value >= lowestNode) {
    if (nodeWords.test(words)) return { chips: gpusPerNode, why: `${titled(given)} is the price of a node.` };
    if (rackWords.test(words)) return { chips: gpusPerRack, why: `${titled(given)} is the price of a rack.` };
  }
  if (value > highestHour) {
    const chips = value > highestHour * gpusPerNode ? gpusPerRack : gpusPerNode;
    return {
      chips,
      why: `${said(value)} USD for an hour is a usual price for a node of ${gpusPerNode} GPUs, not for one.`,
    };
  }
  return eightTimes(given, value, book);
}

/** Exactly eight times another price of the workbook, and high in itself. */
function eightTimes(
  given: Given,
  value: number,
  book: Book,
): { readonly chips: number; readonly why: string } | undefined {
  if (value < highHour) return undefined;
  for (const { calls } of book.own) {
    for (const other of calls.flatMap(({ given: all }) => Object.values(all))) {
      const price = numberOf(other);
      if (nameOf(other.parameter.unit) !== "USD/GPU-hour" || price === undefined || price <= 0) continue;
      if (Math.abs(value / price - gpusPerNode) < 1e-6)
        return {
          chips: gpusPerNode,
          why: `${titled(given)}, ${said(value)}, is exactly eight times the ${said(price)} that this workbook uses elsewhere.`,
        };
    }
  }
  return undefined;
}

/** GPUHOURRATE of a node without its number of GPUs. */
function undivided(cell: FormulaCell, call: ReviewCall): Draft[] {
  const { price, gpus } = call.given;
  if (call.fn.name !== "GPUHOURRATE" || !price || (numberOf(gpus) ?? 1) !== 1 || numberOf(price) === undefined)
    return [];
  const { words, unit } = price.around;
  const chips =
    unit?.kind === "computePrice"
      ? Math.round(1 / unit.scale)
      : nodeWords.test(words) && !chipWords.test(words)
        ? gpusPerNode
        : 1;
  if (chips !== gpusPerNode && chips !== gpusPerRack) return [];
  const [now, then] = [numberWith(call), numberWith(call, { gpus: chips })];
  return [
    {
      cell,
      words: `${titled(price)} is the price of ${chips} GPUs, and it is divided by one.`,
      atStake: stake(
        now === undefined || then === undefined ? undefined : now - then,
        "USD/GPU-hour",
        "Too much for an hour of one GPU",
      ),
      proposal: rewritten(cell, call, { gpus: String(chips) }),
    },
  ];
}
