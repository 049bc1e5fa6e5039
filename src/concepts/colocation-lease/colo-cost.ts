import { defineFunction } from "../define";
import { billExample, billOf, billSources, billTerms, monthly } from "./bill";

export const coloCost = defineFunction({
  name: "COLOCOST",
  title: "Colocation cost",
  summary:
    "Returns the total of one month's colocation bill; use it where a model needs the cost of hosting in one cell.",
  aliases: ["colo cost", "hosting cost", "monthly colocation", "wholesale colocation", "PUE cap"],
  parameters: billTerms,
  returns: {
    unit: monthly,
    description:
      "Rent is owed on the contracted load, power on the load drawn: below the contract the cost of each kW used rises. COLOBILL shows the lines.",
    means: "The month costs {result} for a contract of {contractedKw} and a draw of {drawKw}.",
  },
  example: billExample,
  sources: billSources,
  related: ["COLOBILL", "COLOALLINRATE", "COLOCOSTPERKWH"],
  calculate: (terms) => billOf(terms).total,
});
