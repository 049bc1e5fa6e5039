import { max, min, spelled, when } from "../../calc/quantity";
import { usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";
import { residualValue } from "./residual-value";

const { cost, ageYears } = residualValue.parameters;

export const bookValue = defineFunction({
  name: "BOOKVALUE",
  title: "Straight-line book value",
  summary:
    "Returns the carrying amount at an age under straight-line depreciation; it never falls below the residual. Use it beside the market value.",
  aliases: ["carrying amount", "net book value", "NBV", "straight-line depreciation", "SLN"],
  parameters: {
    cost,
    lifeYears: amount(year, "Accounting life.", moreThan(0)),
    ageYears,
    residual: optional(0, amount(usd, "Value at which depreciation stops.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description:
      "What the accounts still carry. Above the market value of the same age it is a loss not yet booked; below it, a hidden reserve.",
    means: "After {ageYears} of a life of {lifeYears}, the books carry {result}.",
  },
  example: { cost: 30_000, lifeYears: 5, ageYears: 2, residual: 3000 },
  sources: ["IAS 16 paragraphs 51 and 54; IAS 8 (change of estimate applied from the change onward)"],
  related: ["DEPRECIATIONCHANGE", "RESIDUALVALUE"],
  calculate({ cost, lifeYears, ageYears, residual }) {
    const depreciable = max(0, cost.minus(residual)).as("depreciable amount");
    const charged = spelled(
      when(ageYears.isLessThan(lifeYears), depreciable.times(ageYears).dividedBy(lifeYears), depreciable),
      depreciable.times(min(1, ageYears.dividedBy(lifeYears))),
    );
    return cost.minus(charged.as("depreciation to date"));
  },
});
