import { levelPayment } from "../../src/calc/finance";
import { constant } from "../../src/calc/quantity";
import { gpu, gpuHour, hour, kilowatt, kilowattHour, month, none, share, usd, year } from "../../src/calc/unit";
import { defineFunction, defineTable } from "../../src/concepts/define";
import { amount, share as part } from "../../src/concepts/parameter";

const parameters = {
  kw: amount(kilowatt, ""),
  price: amount(usd.per(kilowattHour), ""),
  hours: amount(hour, ""),
  years: amount(year, ""),
  rate: part(""),
  capex: amount(usd, ""),
};

const bill = (calculate: Parameters<typeof defineFunction<typeof parameters>>[0]["calculate"]) => () =>
  defineFunction({
    name: "BILL",
    title: "Bill",
    summary: "",
    example: {},
    sources: [],
    parameters,
    returns: { unit: usd, description: "", means: "" },
    calculate,
  }).formula;

describe("a unit", () => {
  it("is read as the field writes it", () => {
    expect(String(usd.per(gpuHour))).toBe("USD/GPU-hour");
    expect(String(usd.per(kilowatt.times(month)))).toBe("USD/kW-month");
    expect(String(usd.per(gpu.times(year)))).toBe("USD/GPU-year");
    expect(String(hour.times(hour))).toBe("h^2");
    expect(String(none.per(year))).toBe("1/year");
    expect(String(none)).toBe("");
  });

  it("keeps a label only while it stays the same unit", () => {
    expect(String(share)).toBe("share");
    expect(String(usd.per(gpu).labelled("USD"))).toBe("USD");
    expect(String(usd.per(gpu).labelled("USD").times(gpu))).toBe("USD");
    expect(String(usd.per(gpu).labelled("USD").per(year))).toBe("USD/GPU-year");
  });

  it("has a square root where its powers are even", () => {
    expect(hour.times(hour).squareRoot().equals(hour)).toBe(true);
    expect(() => hour.squareRoot()).toThrow("cannot take the square root of h");
  });
});

describe("units in a declaration", () => {
  it("multiply and divide", () => {
    expect(bill(({ kw, price, hours }) => kw.times(price).times(hours))).not.toThrow();
  });

  it("catch a forgotten factor", () => {
    expect(bill(({ kw, price }) => kw.times(price))).toThrow("cannot return, for BILL, USD and USD/h");
  });

  it("catch a sum of different things", () => {
    expect(bill(({ kw, hours }) => kw.plus(hours))).toThrow("cannot add kW and h");
  });

  it("catch a rate per period over years", () => {
    expect(bill(({ rate, years, capex }) => levelPayment({ rate, periods: years, present: capex, future: 0 }))).toThrow(
      "cannot compound a plain rate over year",
    );
  });

  it("catch a wrong column", () => {
    const table = defineTable({
      name: "TABLE",
      title: "",
      summary: "",
      example: {},
      sources: [],
      parameters: { kw: amount(kilowatt, "") },
      columns: { period: none, cost: usd },
      calculate: ({ kw }, { rows }) =>
        rows({ to: constant(3) }, ({ position, above }) => ({
          period: position,
          cost: above.cost.otherwise(0).plus(kw),
        })),
    });
    expect(() => table.formula).toThrow("cannot add USD and kW");
  });
});
