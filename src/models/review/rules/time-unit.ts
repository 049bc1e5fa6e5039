import { readUnit, nameOf } from "../units";
import type { FormulaCell, Given, ReviewCall } from "../book";
import {
  type Draft,
  moneyOf,
  numberOf,
  numberWith,
  rewritten,
  type Rule,
  said,
  stake,
  titled,
  resultUnit,
} from "../rule";
import { misfitsOf, ofKind, scaled, times } from "./scale";

/** No GPU and no lease of one runs so many years; months do. */
const noYears = 20;

/** Years of things that do run long. */
const lasting =
  /building|shell|site|land|facility|data ?cent|lease|grid|connection|transformer|substation|ppa|power|plant/i;

const lives: ReadonlySet<string> = new Set([
  "GPUHOURCOST",
  "LEVELIZEDCOMPUTECOST",
  "GPUHOURCOSTSTACK",
  "BOOKVALUE",
  "GPULOANLIMIT",
]);

export const timeUnit: Rule = {
  id: "time-unit",
  title: "Months where years are meant",
  looksFor: "Months, days or minutes in an argument that is counted in another unit of time.",
  lesson: "gpu-depreciation",
  evidence: `Units; without them a life of more than ${noYears} years (illustrative)`,
  cell: (cell) => cell.calls.flatMap((call) => [...byUnit(cell, call), ...bySize(cell, call)]),
};

function byUnit(cell: FormulaCell, call: ReviewCall): Draft[] {
  const misfits = misfitsOf(call, "time");
  const [first] = misfits;
  if (!first || allAlike(call, misfits)) return [];
  const changes = Object.fromEntries(misfits.map(({ given, factor }) => [given.name, scaled(given, factor)]));
  const texts = Object.fromEntries(misfits.map(({ given, factor }) => [given.name, times(given.text, whole(factor))]));
  const { given, has, wants } = first;
  return [
    {
      cell,
      words: `${titled(given)} is in ${has.text}, ${given.name} is counted in ${wants.text}s.`,
      atStake: difference(cell, call, changes),
      proposal: rewritten(cell, call, texts),
    },
  ];
}

/** A twelfth is a twelfth, however many hours a month is given. */
const whole = (factor: number): number => {
  const inverse = 1 / factor;
  return inverse > 1 && Math.abs(inverse - Math.round(inverse)) < 0.02 ? 1 / Math.round(inverse) : factor;
};

/** Whether all times of the call are in one other unit, and nothing else in it is per unit of time: then only their ratio counts. */
function allAlike(call: ReviewCall, misfits: readonly { readonly factor: number }[]): boolean {
  const factors = new Set(misfits.map(({ factor }) => factor));
  if (factors.size !== 1 || misfits.length < ofKind(call, "time").length) return false;
  const units = [
    ...Object.values(call.given)
      .filter(({ text }) => text !== "")
      .map(({ parameter }) => nameOf(parameter.unit)),
    resultUnit(call),
  ];
  const timed = units.some((unit) => {
    const kind = readUnit(unit)?.kind;
    return kind === "rate" || kind === "computePrice" || /\/(year|month|h|hour|day)|-hour|-month|-year/.test(unit);
  });
  // A rate of decline without a period in its unit is one of the age's unit.
  const declines = rates(call).length > 0;
  if (!timed && declines) {
    const [factor = 1] = factors;
    return rates(call).every(
      ({ around: { unit } }) => unit?.kind === "rate" && Math.abs(unit.scale * factor - 1) < 0.02,
    );
  }
  return !timed && !declines && readUnit(resultUnit(call))?.kind !== "time";
}

const rates = (call: ReviewCall): Given[] =>
  Object.values(call.given).filter(({ name, text }) => /rate|decline|discount/i.test(name) && text !== "");

function bySize(cell: FormulaCell, call: ReviewCall): Draft[] {
  const life: Given | undefined = lives.has(call.fn.name) ? call.given["lifeYears"] : undefined;
  const years = numberOf(life);
  if (!life || years === undefined || years <= noYears) return [];
  if (life.around.unit?.kind === "time" && life.around.unit.scale < 8760) return [];
  const about = [life, call.given["cost"], call.given["capex"]].map((given) => given?.around.words ?? "");
  if (lasting.test([cell.around.words, cell.sheet, ...about].join(" "))) return [];
  return [
    {
      cell,
      words: `The life is ${said(years)} years, which no GPU reaches. It looks like months: then it is ${said(years / 12)} years.`,
      atStake: difference(cell, call, { lifeYears: years / 12 }),
      proposal: rewritten(cell, call, { lifeYears: times(life.text, 1 / 12) }),
    },
  ];
}

function difference(cell: FormulaCell, call: ReviewCall, changes: Readonly<Record<string, unknown>>) {
  const [now, then] = [numberWith(call), numberWith(call, changes)];
  const unit = resultUnit(call);
  if (now === undefined || then === undefined || !/USD/.test(unit)) return undefined;
  return stake(now - then, unit === "USD" ? moneyOf(cell, call) : unit, "Difference in the result");
}
