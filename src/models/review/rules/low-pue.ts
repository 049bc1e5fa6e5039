import type { FormulaCell, ReviewCall } from "../book";
import { type Draft, factor, numberOf, numbersOf, rewritten, type Rule, said } from "../rule";

export const lowPue: Rule = {
  id: "low-pue",
  title: "PUE below 1",
  looksFor: "A power usage effectiveness below 1: a facility that uses less than its IT alone.",
  lesson: "power-usage-effectiveness",
  cell: (cell) => cell.calls.flatMap((call) => belowOne(cell, call)),
};

function belowOne(cell: FormulaCell, call: ReviewCall): Draft[] {
  const { fn, given } = call;
  if (fn.name === "PUE") {
    const { totalEnergy, itEnergy } = given;
    const [total, it] = [numberOf(totalEnergy), numberOf(itEnergy)];
    if (!totalEnergy || !itEnergy || total === undefined || it === undefined || total <= 0 || total >= it) return [];
    return [
      {
        cell,
        words: `The facility's energy, ${said(total)}, is less than the IT energy in it, ${said(it)}. The two are exchanged, or measured over different times.`,
        proposal: rewritten(cell, call, { totalEnergy: itEnergy.text, itEnergy: totalEnergy.text }),
      },
    ];
  }
  if (fn.name === "PUEWEIGHTED") {
    const [total, it] = [sum(numbersOf(given["totalEnergies"])), sum(numbersOf(given["itEnergies"]))];
    if (total <= 0 || total >= it) return [];
    return [
      {
        cell,
        words: `The facilities' energy, ${said(total)}, is less than the IT energy in it, ${said(it)}. The two are exchanged, or measured over different times.`,
        proposal: rewritten(cell, call, {
          totalEnergies: given["itEnergies"]!.text,
          itEnergies: given["totalEnergies"]!.text,
        }),
      },
    ];
  }
  return ["pue", "pueBefore", "pueAfter", "pueCap"].flatMap((name) => {
    const pue = given[name];
    const value = numberOf(pue);
    if (!pue || value === undefined || value <= 0 || value >= 1) return [];
    const inverse = 1 / value;
    const likely =
      value >= 0.4
        ? ` As IT energy over total energy it would be a PUE of ${said(inverse)}.`
        : ` As overhead on IT it would be a PUE of ${said(1 + value)}.`;
    return [
      {
        cell,
        words: `The argument ${name} is ${said(value)}, and no facility uses less than its IT.${likely}`,
        proposal: rewritten(cell, call, { [name]: value >= 0.4 ? `1/${factor(pue.text)}` : `1+${pue.text}` }),
      },
    ];
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
