import type { FormulaCell, ReviewCall } from "../book";
import { type Draft, moneyOf, numberWith, rewritten, type Rule, stake, titled, resultUnit } from "../rule";
import { misfitsOf, scaled, times } from "./scale";

export const tokenPrice: Rule = {
  id: "token-price",
  title: "Token price per thousand where one per million is meant",
  looksFor: "A price of tokens in another unit than the function wants: a factor of 1,000.",
  lesson: "model-serving-cost",
  cell: (cell) => cell.calls.flatMap((call) => mixed(cell, call)),
};

function mixed(cell: FormulaCell, call: ReviewCall): Draft[] {
  return misfitsOf(call, "tokenPrice").map(({ given, has, factor }) => {
    const [now, then] = [numberWith(call), numberWith(call, { [given.name]: scaled(given, factor) })];
    const unit = resultUnit(call);
    return {
      cell,
      words: `${titled(given)} is in ${has.text}, ${given.name} is wanted in USD per million tokens.`,
      atStake:
        now === undefined || then === undefined || !/USD/.test(unit)
          ? undefined
          : stake(now - then, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result"),
      proposal: rewritten(cell, call, { [given.name]: times(given.text, factor) }),
    };
  });
}
