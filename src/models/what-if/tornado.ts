import { CalculationError } from "../../calc/error";
import type { CellValue, Outcome } from "../../calc/evaluate";
import { defineProcedure } from "../../concepts/define";
import { cells, text } from "../../concepts/parameter";
import { baseGiven, blockOf, cellsFor, numberIn, outcome, withCell } from "./arguments";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

interface Bar {
  readonly row: readonly Outcome[];
  readonly swing: number | undefined;
}

export const tornado = defineProcedure({
  name: "TORNADO",
  title: "Tornado table",
  summary:
    "Spills how far each argument moves a function's result between a low and a high value, the largest swing first.",
  aliases: ["drivers", "sensitivity ranking"],
  parameters: {
    function: text(theFunction),
    arguments: cells(theArguments),
    low: cells(
      "Low value of each argument, laid out like the arguments; a blank cell leaves that argument at its base.",
    ),
    high: cells(
      "High value of each argument, laid out like the arguments; a blank cell leaves that argument at its base.",
    ),
  },
  columns: {
    argument: "text",
    "low value": "mixed",
    "high value": "mixed",
    "result at low": "mixed",
    "result at high": "mixed",
    swing: "mixed",
  },
  example: { function: "GPUHOURCOST", arguments: [30_000, 3, 0.7], low: [25_000, 3, 0.5], high: [35_000, 5, 0.9] },
  sources: ["Eschenbach, Spiderplots versus Tornado Diagrams for Sensitivity Analysis, Interfaces 22(6), 1992"],
  related: ["SENSITIVITY", "SCENARIOS"],
  inWords:
    "swing = |result at high − result at low|, with the other arguments at their base values; largest first, equal ones in the order of the arguments",
  native: { none: noNativeWhatIf },
  calculate(args) {
    const { fn, cells: base } = baseGiven(args["function"], args["arguments"]);
    const low = cellsFor(fn, blockOf(args["low"]), "low");
    const high = cellsFor(fn, blockOf(args["high"]), "high");
    const bars = Object.keys(fn.parameters).flatMap((name, i): Bar[] => {
      if (low[i] === undefined || high[i] === undefined) return [];
      const [atLow, atHigh] = [outcome(fn, withCell(base, i, low[i])), outcome(fn, withCell(base, i, high[i]))];
      const [from, to] = [numberIn(atLow), numberIn(atHigh)];
      const distance = from === undefined || to === undefined ? NaN : Math.abs(to - from);
      const swing = Number.isFinite(distance) ? distance : undefined;
      return [{ row: [name, shown(low[i]), shown(high[i]), atLow, atHigh, swing ?? ""], swing }];
    });
    if (bars.length === 0)
      throw new CalculationError(
        "notAvailable",
        "no argument has both a low and a high value: fill both cells for at least one",
      );
    // Stable: equal swings stay in the order of the arguments, and what has no swing comes last.
    bars.sort((a, b) => (b.swing ?? -1) - (a.swing ?? -1));
    return [
      ["Argument", "Low value", "High value", "Result at low", "Result at high", "Swing"],
      ...bars.map(({ row }) => [...row]),
    ];
  },
});

/** A value that was put in; a range by its length. */
function shown(cell: unknown): CellValue {
  if (Array.isArray(cell)) return `${cell.flat().length} values`;
  return typeof cell === "number" && !Number.isFinite(cell) ? "" : (cell as CellValue);
}
