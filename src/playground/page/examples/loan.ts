import { block, input, labelledRows, result, type Example, type ExampleCell, type ExampleSheet } from "./example";

/**
 * The running case of the lessons: Northfield Compute, a fictional operator, borrows against 1,000 GPUs. Its rental
 * cash falls by a fifth a year. The level loan passes its covenant on average and fails it from year 3 on; the same
 * borrowing shaped to the cash passes every year.
 */
const years = [3, 4, 5, 6];
const millions = "#,##0.000";
const times = "0.000";

const loan: ExampleSheet = {
  name: "Loan",
  tallRows: [9, 17],
  columnWidths: [176, 72, 94, 12, 54, 76, 76, 76, 76, 76, 76, 76, 76],
  spills: ["E2:J6", "E9:H14", "E17:K21"],
  start: "B16",
  cells: {
    A1: { content: "GPU-backed loan: Northfield Compute", look: "title" },
    A2: { content: "Click any number: the pane explains it.", look: "note" },
    A3: { content: "Inputs", look: "heading" },
    ...labelledRows(4, [
      ["GPUs", input(1000, "#,##0"), ""],
      ["Price of one GPU", input(35_000, "#,##0"), "USD"],
      ["Loan", input(20.9, millions), "USD million"],
      ["Interest rate", input(0.11, "0.00%"), "per year"],
      ["Term", input(4, "0"), "year"],
      ["Required coverage", input(1.2, "0.00"), "times"],
      ["Coverage to shape for", input(1.3, "0.00"), "times"],
      ["Value lost each year", input(0.3, "0.0%"), "of value"],
      ["Advance rate", input(0.65, "0.0%"), "of value"],
    ]),
    A13: { content: "Results", look: "heading" },
    ...labelledRows(14, [
      ["Level payment", result("=G3", millions), "USD million"],
      ["Average coverage", result("=COMPUTE.AVERAGELOANCOVERAGE(K3:K6,G3:G6)", times), "times"],
      [
        "Lowest coverage",
        { ...result("=COMPUTE.MINLOANCOVERAGE(K3:K6,G3:G6)", times), verdict: { atLeast: "B9" } },
        "times",
      ],
      ["First year below", result('=IFERROR(MATCH("✕ fails",M3:M6,0),"none")', "0"), "year"],
      ["Debt capacity", result("=COMPUTE.DEBTCAPACITY(K3:K6,B7,B10)", millions), "USD million"],
      ["Loan-life coverage", result("=COMPUTE.LOANLIFECOVERAGE(K3:K6,B7,B6)", times), "times"],
    ]),
    A20: { content: "One GPU-hour", look: "heading" },
    ...labelledRows(21, [
      ["Utilization", input(0.75, "0%"), "of hours"],
      [
        "Levelized cost",
        result(
          "=COMPUTE.LEVELIZEDCOMPUTECOST(Cost!B4,Cost!B5,B21,Cost!B7,Cost!B8,Cost!B9,Cost!B10,Cost!B11,Cost!B12)",
          "0.0000",
        ),
        "USD/GPU-hour",
      ],
      ["On-demand rate", input(2.4, "0.00"), "USD/GPU-hour"],
      ["Margin", result("=B23-B22", "0.0000"), "USD/GPU-hour"],
      ["GPU's value at the end", result("=COMPUTE.RESIDUALVALUE(B5,B8,B11)", "#,##0"), "USD"],
    ]),

    E1: { content: "Level loan, USD million", look: "heading" },
    ...columnHeads(2, ["E", "F", "G", "H", "I", "J"]),
    E2: { content: "=COMPUTE.LOANSCHEDULE(B6,B7,B8)", look: "column" },
    ...block(["E"], years, { format: "0" }),
    ...block(["F", "G", "H", "I", "J"], years, { format: millions }),
    K2: { content: "Cash", look: "column" },
    L2: { content: "Coverage", look: "column" },
    M2: { content: "Test", look: "column" },
    ...Object.fromEntries([12.6, 9.4, 6.9, 4.9].map((cash, index) => [`K${years[index]}`, input(cash, "0.0")])),
    ...Object.fromEntries(
      years.flatMap((row) => [
        [`L${row}`, { ...result(`=COMPUTE.LOANCOVERAGE(K${row},G${row})`, times), verdict: { like: `M${row}` } }],
        [`M${row}`, test(`L${row}>=$B$9`, "pass", "fails")],
      ]),
    ),

    E8: { content: "Collateral, USD million", look: "heading" },
    ...columnHeads(9, ["E", "F", "G", "H"]),
    E9: { content: "=COMPUTE.RESIDUALCURVE(B4*B5/1000/1000,B8,B11)", look: "column" },
    ...block(["E"], [10, 11, 12, 13, 14], { format: "0" }),
    ...block(["F", "G"], [10, 11, 12, 13, 14], { format: millions }),
    ...block(["H"], [10, 11, 12, 13, 14], { format: "0.0%" }),
    I9: { content: "Lendable", look: "column" },
    J9: { content: "Loan", look: "column" },
    K9: { content: "To value", look: "column" },
    L9: { content: "Test", look: "column" },
    J10: result("=B6", millions),
    ...Object.fromEntries([11, 12, 13, 14].map((row) => [`J${row}`, result(`=J${row - 8}`, millions)])),
    ...Object.fromEntries(
      [10, 11, 12, 13, 14].flatMap((row) => [
        [`I${row}`, result(`=F${row}*$B$12`, millions)],
        [`K${row}`, { ...result(`=J${row}/F${row}`, "0.0%"), verdict: { like: `L${row}` } }],
        [`L${row}`, test(`J${row}<=I${row}`, "within", "over")],
      ]),
    ),

    E16: { content: "The same borrowing, shaped to the cash, USD million", look: "heading" },
    ...columnHeads(17, ["E", "F", "G", "H", "I", "J", "K"]),
    E17: { content: "=COMPUTE.SCULPTEDSCHEDULE(K3:K6,B7,B10)", look: "column" },
    ...block(["E"], [18, 19, 20, 21], { format: "0" }),
    ...block(["F", "G", "H", "I", "J"], [18, 19, 20, 21], { format: millions }),
    ...block(["K"], [18, 19, 20, 21], { format: times }),
    L17: { content: "Test", look: "column" },
    ...Object.fromEntries([18, 19, 20, 21].map((row) => [`L${row}`, test(`K${row}>=$B$9`, "pass", "fails")])),
  },
};

const costCall = "B4,B5,B6,B7,B8,B9,B10,B11,B12";

const cost: ExampleSheet = {
  name: "Cost",
  tallRows: [4],
  columnWidths: [232, 84, 104, 14, 108, 124, 84],
  spills: ["E4:G9"],
  start: "B17",
  cells: {
    A1: { content: "What one GPU-hour costs: Northfield Compute", look: "title" },
    A2: { content: "An owned GPU costs money in all hours and earns it in the used ones.", look: "note" },
    A3: { content: "Inputs", look: "heading" },
    ...labelledRows(4, [
      ["Price of one GPU, server share included", input(35_000, "#,##0"), "USD"],
      ["Life", input(5, "0"), "year"],
      ["Utilization", { content: "=Loan!B21", look: "link", format: "0%" }, "of hours"],
      ["Cost of capital", input(0.1, "0.0%"), "per year"],
      ["Power of one GPU", input(1.3, "0.00"), "kW"],
      ["PUE", input(1.25, "0.00"), "ratio"],
      ["Power price", input(0.07, "0.000"), "USD/kWh"],
      ["Running costs", input(2200, "#,##0"), "USD/year"],
      ["Resale value at the end", input(3500, "#,##0"), "USD"],
    ]),
    A13: { content: "Results", look: "heading" },
    ...labelledRows(14, [
      ["Price spread over all hours", result("=COMPUTE.GPUHOURCOST(B4,B5,1)", "0.0000"), "USD/GPU-hour"],
      [
        "… over used hours, with running costs",
        result("=COMPUTE.GPUHOURCOST(B4,B5,B6,B11,B12)", "0.0000"),
        "USD/GPU-hour",
      ],
      ["… and the cost of capital", result("=COMPUTE.GPUHOURCOST(B4,B5,B6,B11,B12,B7)", "0.0000"), "USD/GPU-hour"],
      [
        "… and power: the levelized cost",
        result(`=COMPUTE.LEVELIZEDCOMPUTECOST(${costCall})`, "0.0000"),
        "USD/GPU-hour",
      ],
      ["Power that the fleet draws", result("=COMPUTE.PUEPOWER(Loan!B4*B8,B9)", "#,##0"), "kW"],
    ]),
    E3: { content: "Where the money goes", look: "heading" },
    ...columnHeads(4, ["E", "F", "G"]),
    E4: { content: `=COMPUTE.GPUHOURCOSTSTACK(${costCall})`, look: "column" },
    ...block(["F"], [5, 6, 7, 8, 9], { format: "0.0000" }),
    ...block(["G"], [5, 6, 7, 8, 9], { format: "0.0%" }),
  },
};

export const gpuBackedLoan: Example = { title: "GPU-backed loan", sheets: [loan, cost] };

function columnHeads(row: number, columns: readonly string[]): Record<string, ExampleCell> {
  return block(columns, [row], { look: "column" });
}

function test(condition: string, pass: string, fail: string): ExampleCell {
  return { content: `=IF(${condition},"✓ ${pass}","✕ ${fail}")`, look: "test" };
}
