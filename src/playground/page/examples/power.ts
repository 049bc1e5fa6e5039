import { block, input, labelledRows, result, type Example } from "./example";

/** A hall's energy by use, and what a better cooling system is worth. Illustrative figures. */
export const powerUse: Example = {
  title: "Power usage effectiveness",
  sheets: [
    {
      name: "Power",
      columnWidths: [232, 92, 84, 14, 124, 92, 108, 132],
      spills: ["E4:H10"],
      start: "B11",
      cells: {
        A1: { content: "Power usage effectiveness of one hall", look: "title" },
        A2: { content: "Energy of one month by use; all figures are illustrative.", look: "note" },
        A3: { content: "Inputs", look: "heading" },
        ...labelledRows(4, [
          ["IT equipment", input(620_000, "#,##0"), "kWh"],
          ["Cooling", input(240_000, "#,##0"), "kWh"],
          ["Losses of power supply", input(70_000, "#,##0"), "kWh"],
          ["Lighting", input(8000, "#,##0"), "kWh"],
          ["Other", input(12_000, "#,##0"), "kWh"],
          ["Power price", input(0.07, "0.000"), "USD/kWh"],
        ]),
        A10: { content: "Results", look: "heading" },
        ...labelledRows(11, [
          ["PUE", result("=COMPUTE.PUE(SUM(B4:B8),B4)", "0.000"), "ratio"],
          ["Overhead, share of all energy", result("=COMPUTE.PUEOVERHEAD(B11)", "0.0%"), "of energy"],
          ["Average IT power", result("=B4/730", "#,##0"), "kW"],
          ["Target PUE", input(1.3, "0.00"), "ratio"],
          ["Saved in a year at the target", result("=COMPUTE.PUESAVINGS(B13,B11,B14,B9)", "#,##0"), "USD"],
        ]),
        E3: { content: "Where the energy goes", look: "heading" },
        ...block(["E", "F", "G", "H"], [4], { look: "column" }),
        E4: { content: "=COMPUTE.PUEFROMPARTS(B4,B5,B6,B7,B8)", look: "column" },
        ...block(["F"], [5, 6, 7, 8, 9, 10], { format: "#,##0" }),
        ...block(["G"], [5, 6, 7, 8, 9, 10], { format: "0.0%" }),
        ...block(["H"], [5, 6, 7, 8, 9, 10], { format: "0.000" }),
      },
    },
  ],
};
