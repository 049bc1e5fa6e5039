import type { Outcome } from "../../calc/evaluate";
import { CalculationError } from "../../calc/error";
import { defineProcedure } from "../../concepts/define";
import { cells, nameOrNumber, optional, text } from "../../concepts/parameter";
import { baseGiven, checkSize, numbersGiven, outcome, positionOf, withCell } from "./arguments";
import { noNativeWhatIf, theArguments, theFunction } from "./words";

export const sensitivity = defineProcedure({
  name: "SENSITIVITY",
  title: "Sensitivity grid",
  summary:
    "Spills a function's result for values of one or two of its arguments: what Excel's Data Table cannot do with add-in functions.",
  aliases: ["data table", "two-way table", "what if"],
  parameters: {
    function: text(theFunction),
    arguments: cells(theArguments),
    rowArgument: nameOrNumber("Argument that changes from row to row: its name or position."),
    rowValues: cells("Values of that argument, one for each row."),
    columnArgument: optional(null, nameOrNumber("Argument that changes from column to column; none when left out.")),
    columnValues: optional(null, cells("Values of that argument, one for each column.")),
  },
  columns: {},
  example: {
    function: "GPUHOURCOST",
    arguments: [30_000, 3, 0.7],
    rowArgument: "utilization",
    rowValues: [0.5, 0.7, 0.9],
    columnArgument: "lifeYears",
    columnValues: [3, 4, 5],
  },
  sources: [
    "Microsoft, Calculate multiple results by using a data table (the layout of a one- and two-variable data table)",
  ],
  related: ["TORNADO", "SCENARIOS", "SOLVE"],
  inWords:
    "each cell = the function's result with the row's value and the column's value in place of the base values; an error stays in its cell",
  native: { none: noNativeWhatIf },
  calculate(args) {
    const { fn, cells: base } = baseGiven(args["function"], args["arguments"]);
    const row = positionOf(fn, args["rowArgument"], "rowArgument");
    const down = numbersGiven(args["rowValues"], "rowValues");
    checkSize(down.length, "rowValues");
    if (args["columnArgument"] === undefined) {
      return [
        [fn.title, "Result"],
        ...down.map((value): Outcome[] => [value, outcome(fn, withCell(base, row, value))]),
      ];
    }
    const column = positionOf(fn, args["columnArgument"], "columnArgument");
    if (column === row)
      throw new CalculationError(
        "invalidValue",
        "columnArgument must be another argument than rowArgument",
        "columnArgument",
      );
    if (args["columnValues"] === undefined)
      throw new CalculationError("invalidValue", "columnValues must be given with columnArgument", "columnValues");
    const across = numbersGiven(args["columnValues"], "columnValues");
    checkSize(down.length * across.length, "columnValues");
    return [
      [fn.title, ...across],
      ...down.map((value): Outcome[] => {
        const varied = withCell(base, row, value);
        return [value, ...across.map((other) => outcome(fn, withCell(varied, column, other)))];
      }),
    ];
  },
});
