import { readUnit } from "../units";
import type { FormulaCell, ReviewCall } from "../book";
import { type Draft, moneyOf, numberWith, rewritten, type Rule, said, stake, titled, resultUnit } from "../rule";
import { misfitsOf, ofKind, scaled, times } from "./scale";

export const powerUnit: Rule = {
  id: "power-unit",
  title: "Power in kW and MW mixed, or energy in kWh and MWh",
  looksFor: "Power or energy in another unit than the function wants.",
  lesson: "rack-density",
  cell: (cell) => cell.calls.flatMap((call) => mixed(cell, call)),
};

function mixed(cell: FormulaCell, call: ReviewCall): Draft[] {
  return (["power", "energy"] as const).flatMap((kind) => {
    const misfits = misfitsOf(call, kind);
    const [first] = misfits;
    if (!first || fits(call, kind, misfits)) return [];
    // MW at USD/kWh are thousands of USD.
    const result = cell.around.unit;
    if (result?.kind === "money" && misfits.every(({ factor }) => Math.abs(factor - result.scale) < 1e-9)) return [];
    const changes = Object.fromEntries(misfits.map(({ given, factor }) => [given.name, scaled(given, factor)]));
    const texts = Object.fromEntries(misfits.map(({ given, factor }) => [given.name, times(given.text, factor)]));
    const [now, then] = [numberWith(call), numberWith(call, changes)];
    const unit = resultUnit(call);
    const { given, has, wants } = first;
    return [
      {
        cell,
        words: `${titled(given)} is in ${has.text}, ${given.name} is wanted in ${wants.text}: a factor of ${said(first.factor >= 1 ? first.factor : 1 / first.factor)}.`,
        atStake:
          now === undefined || then === undefined || !/USD/.test(unit)
            ? undefined
            : stake(now - then, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result"),
        proposal: rewritten(cell, call, texts),
      },
    ];
  });
}

/** Whether the call is right in the other unit too: all of its arguments share it, and its result is in it or has none of it. */
function fits(call: ReviewCall, kind: "power" | "energy", misfits: readonly { readonly factor: number }[]): boolean {
  const factors = new Set(misfits.map(({ factor }) => factor));
  if (factors.size > 1 || misfits.length < ofKind(call, kind).length) return false;
  const [factor = 1] = factors;
  // MW with USD/MWh.
  const prices = misfitsOf(call, "energyPrice");
  if (prices.length > 0) return prices.every((price) => Math.abs(price.factor * factor - 1) < 1e-9);
  if (ofKind(call, "energyPrice").length > 0) return false;
  if (call.fn.returns === undefined) return false;
  const result = resultUnit(call);
  const unit = readUnit(result);
  return unit?.kind === kind || unit?.kind === "share" || result === "count" || result === "" || result === "number";
}
