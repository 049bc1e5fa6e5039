import { functionNamed } from "../../src/concepts";
import { formulaInWords, refusalsOf, signatureOf } from "../../src/formula/describe";
import { drivers } from "../../src/formula/drivers";
import { explain } from "../../src/formula/explain";

const fn = (name: string) => functionNamed(name)!;

describe("the working", () => {
  it("shows the chain that ran, with its numbers and units", () => {
    const { steps, defaults } = explain(fn("GPUHOURCOST"), [30_000, 3, 0.7]);
    expect(
      steps.map(({ name, formula, numbers, value, unit }) => `${name} = ${formula} = ${numbers} = ${value} ${unit}`),
    ).toEqual([
      "capital charge = (capex − residual) ÷ life years = (30,000 − 0) ÷ 3 = 10,000 USD/GPU-year",
      "used hours = hours per year × utilization = 8,760 × 70% = 6,132 h/year",
      "cost of a used GPU-hour = (capital charge + opex per year) ÷ used hours = (10,000 + 0) ÷ 6,132 = 1.63079 USD/GPU-hour",
    ]);
    expect(defaults).toContainEqual({ name: "hoursPerYear", value: "8,760 h" });
  });

  it("shows the branch that was taken", () => {
    const { steps } = explain(fn("GPUHOURCOST"), [30_000, 3, 0.7, 0, 0, 0.1]);
    expect(steps[0]).toMatchObject({ name: "growth", numbers: "(1 + 10%)^3", value: "1.331" });
    expect(steps[1]!.formula).toBe("(capex × growth − residual) × discount rate ÷ (growth − 1)");
  });

  it("shows one row of a table, down to what it is built on", () => {
    const { steps } = explain(fn("LOANSCHEDULE"), [42e6, 0.06, 12, "annuity", 0.25], 2);
    expect(steps.map(({ name, formula }) => `${name} = ${formula}`)).toEqual(
      expect.arrayContaining([
        "level payment = (debt × growth − balloon) × rate ÷ (growth − 1)",
        "principal = level payment − interest",
      ]),
    );
    expect(steps.at(-1)).toMatchObject({ name: "closing", exact: 38153513.56348874 });
  });

  it("shows the numbers of a series, one row a period", () => {
    const { steps } = explain(fn("MINLOANCOVERAGE"), [[[12.6, 9.4, 6.9, 4.9]], [[7, 7, 7, 0]]]);
    expect(steps[0]!.table).toEqual({
      columns: ["period", "cash flows", "debt services", "coverage"],
      rows: [
        ["1", "12.6", "7", "1.8"],
        ["2", "9.4", "7", "1.34286"],
        ["3", "6.9", "7", "0.985714"],
      ],
    });
    expect(steps.at(-1)).toMatchObject({ numbers: "min(1.8, 1.34286, 0.985714)", value: "0.985714" });
  });
});

describe("the biggest driver", () => {
  it("comes first, with its change and its elasticity", () => {
    const [first, second] = drivers(fn("GPUHOURCOST"), [30_000, 3, 0.7]);
    expect(first).toMatchObject({ name: "capex", elasticity: expect.closeTo(1, 12) });
    expect(second!.name).toBe("lifeYears");
    expect(second!.change).toBeCloseTo((10_000 / 1.1 - 10_000) / 6132, 12);
  });

  it("that may not rise falls instead", () => {
    const utilization = drivers(fn("GPUHOURCOST"), [30_000, 3, 0.95]).find(({ name }) => name === "utilization")!;
    expect(utilization.change).toBeLessThan(0);
  });

  it("is not sought where there is no result", () => {
    expect(drivers(fn("GPUHOURCOST"), [30_000, 3, 0])).toEqual([]);
    expect(drivers(fn("LOANSCHEDULE"), [100, 0.1, 3])).toEqual([]);
  });
});

describe("the description", () => {
  it("says the formula in words, both branches of a choice", () => {
    expect(formulaInWords(fn("GPUHOURCOST")).map(({ name, formula }) => `${name} = ${formula}`)).toEqual([
      "growth = (1 + discount rate)^life years",
      "capital charge = (capex − residual) ÷ life years if discount rate = 0, else (capex × growth − residual) × discount rate ÷ (growth − 1)",
      "used hours = hours per year × utilization",
      "cost of a used GPU-hour = (capital charge + opex per year) ÷ used hours",
    ]);
  });

  it("finds when there is no result", () => {
    expect(refusalsOf(fn("GPUHOURCOST"))).toEqual([{ when: "utilization is 0", shows: "#DIV/0!" }]);
    expect(refusalsOf(fn("LOANSCHEDULE"))).toContainEqual({
      when: "not: interestOnlyPeriods must be below periods",
      shows: "#VALUE!",
    });
  });

  it("writes the call with its optional arguments in brackets", () => {
    expect(signatureOf(fn("LOANSCHEDULE"))).toBe(
      "LOANSCHEDULE(debt, rate, periods, [style], [balloonShare], [interestOnlyPeriods])",
    );
  });
});
