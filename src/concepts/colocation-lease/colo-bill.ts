import { blank } from "../../calc/quantity";
import { defineTable } from "../define";
import { billExample, billOf, billSources, billTerms, monthly } from "./bill";

export const coloBill = defineTable({
  name: "COLOBILL",
  title: "Colocation bill",
  summary:
    "Lists the lines of one month's colocation bill with its total; use it to check an invoice or to see where the money goes.",
  aliases: ["colo invoice", "wholesale colocation", "power pass-through", "PUE cap", "overage", "cross-connect"],
  parameters: billTerms,
  columns: { line: "text", quantity: "mixed", rate: "mixed", amount: monthly },
  example: billExample,
  sources: billSources,
  related: ["COLOCOST", "COLOALLINRATE", "COLOCOSTPERKWH"],
  calculate(terms, { lines }) {
    const { energy, excess, rent, power, overage, total } = billOf(terms);
    const { contractedKw, ratePerKwMonth, powerPrice, overageRate, fixedCharges } = terms;
    return lines([
      { line: "rent", quantity: contractedKw, rate: ratePerKwMonth, amount: rent },
      { line: "power", quantity: energy, rate: powerPrice, amount: power },
      { line: "overage", quantity: excess, rate: overageRate, amount: overage },
      { line: "fixed charges", quantity: 1, rate: fixedCharges, amount: fixedCharges },
      { line: "total", quantity: blank, rate: blank, amount: total.as("total") },
    ]);
  },
});
