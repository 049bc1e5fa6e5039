import { CalculationError } from "../../calc/error";
import type { CellValue, Outcome } from "../../calc/evaluate";
import { defineProcedure } from "../../concepts/define";
import { cells, text } from "../../concepts/parameter";
import { baseGiven, blockOf, checkSize, isBlank, numberIn, outcome, positionOf, withCell } from "./arguments";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

export const scenarios = defineProcedure({
  name: "SCENARIOS",
  title: "Scenarios",
  summary: "Spills a function's result for named scenarios, each beside the base case.",
  aliases: ["scenario manager", "cases", "stress test"],
  parameters: {
    function: text(theFunction),
    arguments: cells(theArguments),
    scenarios: cells(
      "A table: its first row names arguments, from the second column on; each further row is a scenario, its name first. A blank cell keeps the base value.",
    ),
  },
  columns: { scenario: "text", result: "mixed", "change from base": "mixed", "share of base": "mixed" },
  example: {
    function: "GPUHOURCOST",
    arguments: [30_000, 3, 0.7],
    scenarios: [
      ["scenario", "utilization", "lifeYears"],
      ["weak demand", 0.5, 3],
      ["long life", 0.7, 5],
    ],
  },
  sources: ["Microsoft, Switch between various sets of values by using scenarios (the idea of named sets of values)"],
  related: ["SENSITIVITY", "TORNADO"],
  inWords:
    "first the base; then for each scenario the result with its values in place, change from base = result − base, share of base = result ÷ base",
  native: { none: noNativeWhatIf },
  calculate(args) {
    const { fn, cells: base } = baseGiven(args["function"], args["arguments"]);
    const [headers = [], ...rows] = blockOf(args["scenarios"]);
    const positions = headers.slice(1).map((header) => positionOf(fn, header, "scenarios"));
    const named = rows.filter((row) => row.some((cell) => !isBlank(cell)));
    if (positions.length === 0 || named.length === 0) {
      throw new CalculationError(
        "invalidValue",
        "scenarios must have a first row with the names of arguments and at least one row below it",
        "scenarios",
      );
    }
    checkSize(named.length, "scenarios");
    const start = outcome(fn, base);
    const row = (name: CellValue, result: Outcome): Outcome[] => [
      name,
      result,
      ...compared(numberIn(result), numberIn(start)),
    ];
    const results = named.map((scenario, i): Outcome[] => {
      const varied = positions.reduce<readonly unknown[]>((all, position, column) => {
        const cell = scenario[column + 1];
        return isBlank(cell) ? all : withCell(all, position, cell);
      }, base);
      return row(isBlank(scenario[0]) ? `Scenario ${i + 1}` : String(scenario[0]), outcome(fn, varied));
    });
    return [["Scenario", "Result", "Change from base", "Share of base"], row("Base", start), ...results];
  },
});

function compared(result: number | undefined, base: number | undefined): CellValue[] {
  if (result === undefined || base === undefined) return ["", ""];
  return [result - base, base === 0 ? "" : result / base];
}
