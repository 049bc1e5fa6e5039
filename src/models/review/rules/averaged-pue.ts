import { addressAt, formatAddress } from "../../../formula/address";
import { replaceCall } from "../../../formula/calls";
import { type CallNode, type FormulaNode, walk } from "../../../formula/nodes";
import { type Book, type FormulaCell, type ReviewCall, type Spot } from "../book";
import { callText, type Draft, numberOf, numbersOf, type Rule, said, stake, workedNumber } from "../rule";

export const averagedPue: Rule = {
  id: "averaged-pue",
  title: "PUE averaged instead of weighted",
  looksFor: "A plain average of the PUE of several halls or months, in which the small count as much as the large.",
  lesson: "power-usage-effectiveness",
  cell: (cell, book) => {
    for (const { node } of walk(cell.tree)) {
      if (node.kind !== "call" || node.name !== "AVERAGE") continue;
      const parts = partsOf(node, cell, book);
      if (parts) return drafts(cell, node, parts, book);
    }
    return [];
  },
};

interface Part {
  readonly home: FormulaCell;
  readonly call: ReviewCall;
}

/** The calls of PUE that an AVERAGE takes; undefined where it takes anything else. */
function partsOf(average: CallNode, cell: FormulaCell, book: Book): Part[] | undefined {
  const parts: Part[] = [];
  for (const node of average.arguments) {
    const here = pueIn(cell, node);
    if (here) {
      parts.push(here);
      continue;
    }
    const area = book.areaOf(node, cell);
    if (!area || area.shape === "columns" || area.shape === "rows") return undefined;
    for (let row = area.first.row; row <= area.last.row; row++) {
      for (let column = area.first.column; column <= area.last.column; column++) {
        const home = book.cellAt({ sheet: area.sheet ?? cell.sheet, row, column });
        const part = home && pueIn(home, home.tree);
        if (!part) return undefined;
        parts.push(part);
      }
    }
  }
  return parts.length > 1 ? parts : undefined;
}

function pueIn(home: FormulaCell, node: FormulaNode): Part | undefined {
  const call = home.calls.find((one) => one.node === node && one.fn.name === "PUE");
  return call && { home, call };
}

function drafts(cell: FormulaCell, average: CallNode, parts: readonly Part[], book: Book): Draft[] {
  const totals = parts.map(({ call }) => numberOf(call.given["totalEnergy"]));
  const its = parts.map(({ call }) => numberOf(call.given["itEnergy"]));
  if ([...totals, ...its].some((value) => value === undefined)) return [];
  const ratios = parts.map(({ call }) => workedNumber("PUE", ...call.cells));
  const weighted = workedNumber("PUEWEIGHTED", [totals], [its]);
  if (weighted === undefined || ratios.some((value) => value === undefined)) return [];
  const plain = ratios.reduce<number>((sum, value) => sum + value!, 0) / ratios.length;
  // Halls of the same size have the same average.
  if (Math.abs(plain - weighted) < 1e-9) return [];
  // Beside the weighted one the plain average is there to be compared.
  const totalEnergy = totals.reduce<number>((sum, value) => sum + value!, 0);
  const isWeighted = book.own.some(({ calls }) =>
    calls.some(
      ({ fn, given }) =>
        fn.name === "PUEWEIGHTED" &&
        Math.abs(numbersOf(given["totalEnergies"]).reduce((sum, value) => sum + value, 0) - totalEnergy) <
          1e-9 * totalEnergy,
    ),
  );
  if (isWeighted) return [];
  const energy = its.reduce<number>((sum, value) => sum + value!, 0) * Math.abs(plain - weighted);
  const price = powerPriceIn(book);
  const ranges = [rangeOf(parts, "totalEnergy", cell), rangeOf(parts, "itEnergy", cell)];
  return [
    {
      cell,
      words: `The plain average is ${said(plain)}; weighted by the energy that runs through them it is ${said(weighted)}. ${said(energy)} kWh lie between the two.`,
      atStake:
        price === undefined
          ? stake(energy, "kWh", "Energy between the two")
          : stake(energy * price, "USD", "Energy between the two, at the workbook's power price"),
      proposal: ranges.every((range) => range !== undefined)
        ? replaceCall(cell.formula, average, callText("PUEWEIGHTED", ranges))
        : undefined,
    },
  ];
}

/** The arguments of all parts as one range. */
function rangeOf(parts: readonly Part[], name: string, cell: FormulaCell): string | undefined {
  const spots = parts.map(({ call, home }): Spot | undefined => {
    const area = call.given[name]?.area;
    return area?.shape === "cell"
      ? { sheet: area.sheet ?? home.sheet, row: area.first.row, column: area.first.column }
      : undefined;
  });
  const [first] = spots;
  const last = spots.at(-1);
  if (!first || !last || first.sheet !== cell.sheet) return undefined;
  const [down, across] = [last.row - first.row, last.column - first.column];
  const steps = spots.length - 1;
  const inLine = spots.every(
    (spot, i) =>
      spot?.sheet === first.sheet &&
      spot.row === first.row + (down / steps) * i &&
      spot.column === first.column + (across / steps) * i,
  );
  const near = (down === steps && across === 0) || (across === steps && down === 0);
  return inLine && near ? formatAddress(addressAt(first, last)) : undefined;
}

/** The price of power, where the workbook has one. */
function powerPriceIn(book: Book): number | undefined {
  const prices = new Set<number>();
  for (const { calls } of book.own) {
    for (const { given } of calls) {
      const price = numberOf(given["powerPrice"]);
      if (price !== undefined && price > 0) prices.add(price);
    }
  }
  return prices.size === 1 ? [...prices][0] : undefined;
}
