import type { FormulaCell, ReviewCall } from "../book";
import { type AtStake, type Draft, moneyOf, numberOf, numberWith, rewritten, type Rule, said, stake } from "../rule";

/**
 * The longest life of servers and GPUs in the reports that the lessons cite: six years, CoreWeave since 1 January 2023;
 * Amazon five from 2025 for part of its servers, Meta 5.5.
 */
export const longestLife = 6;

/** Above this the years are more likely months, which another rule looks for. */
const noLife = 20;

const lifeArguments: Readonly<Record<string, string>> = {
  BOOKVALUE: "lifeYears",
  DEPRECIATIONCHANGE: "newLifeYears",
  GPUHOURCOST: "lifeYears",
  LEVELIZEDCOMPUTECOST: "lifeYears",
  GPUHOURCOSTSTACK: "lifeYears",
  GPULOANLIMIT: "lifeYears",
};

/** Things that last longer than chips. */
const lasting =
  /building|shell|site|land|facility|data ?cent|transformer|substation|generator|cooling|chiller|cdu|switchgear|ups\b|plant|grid|fiber|power/i;

export const longLife: Rule = {
  id: "long-life",
  title: "Straight-line life beyond the next generations",
  looksFor: `A GPU written off or paid back over more than ${longestLife} years.`,
  lesson: "gpu-depreciation",
  evidence: `The longest life in the operators' reports that the lesson cites, ${longestLife} years`,
  cell: (cell) => cell.calls.flatMap((call) => tooLong(cell, call)),
};

function tooLong(cell: FormulaCell, call: ReviewCall): Draft[] {
  const name = lifeArguments[call.fn.name];
  const life = name === undefined ? undefined : call.given[name];
  const years = numberOf(life);
  if (name === undefined || !life || years === undefined || years <= longestLife || years > noLife) return [];
  if (life.around.unit?.kind === "time" && life.around.unit.scale < 8760) return [];
  const about = [life, call.given["cost"], call.given["capex"], call.given["ageYears"]].map(
    (given) => given?.around.words ?? "",
  );
  if (lasting.test([cell.around.words, cell.sheet, ...about].join(" "))) return [];
  return [
    {
      cell,
      words: `The life is ${said(years)} years. Operators write servers off over five to six (Amazon 5, Meta 5.5, CoreWeave 6), and newer chips will have come several times by then.`,
      atStake: atStake(cell, call, name, years),
      proposal: rewritten(cell, call, { [name]: `MIN(${life.text},${longestLife})` }),
    },
  ];
}

function atStake(cell: FormulaCell, call: ReviewCall, name: string, years: number): AtStake | undefined {
  switch (call.fn.name) {
    case "BOOKVALUE": {
      const left = numberWith(call, { ageYears: longestLife });
      const residual = numberOf(call.given["residual"]) ?? 0;
      return stake(
        left === undefined ? undefined : left - residual,
        moneyOf(cell, call),
        `Still in the books after ${longestLife} years`,
      );
    }
    case "GPUHOURCOST":
    case "LEVELIZEDCOMPUTECOST": {
      const [long, short] = [numberWith(call), numberWith(call, { [name]: longestLife })];
      if (long === undefined || short === undefined) return undefined;
      return stake(short - long, "USD/GPU-hour", `Cost of a used hour that ${said(years)} years leave out`);
    }
    case "GPULOANLIMIT": {
      const [long, short] = [numberWith(call), numberWith(call, { [name]: longestLife })];
      if (long === undefined || short === undefined) return undefined;
      return stake(long - short, moneyOf(cell, call), "Loan that rests on the longer life");
    }
    default:
      return undefined;
  }
}
