import fc from "fast-check";
import {
  excelFormat,
  formatNumber,
  formatShare,
  fullNumber,
  show,
  showChange,
  showText,
  typed,
} from "../../src/taskpane/format";
import { readNumber } from "../../src/taskpane/typing";

describe("a number", () => {
  it.each([
    [1.6307893020221786, "1.63079"],
    [35000, "35,000"],
    [8659.620000000001, "8,659.62"],
    [0.263797480794784, "0.263797"],
    [0, "0"],
    [-0, "0"],
    [42, "42"],
    [-1234.5, "−1,234.5"],
    [0.000000125, "0.000000125"],
    [6.3e24, "6.3 × 10^24"],
    [-1.5e-12, "−1.5 × 10^−12"],
  ])("%p reads %s", (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it("is never rounded left of the decimal point", () => {
    expect(formatNumber(1_234_567_890.12)).toBe("1,234,567,890");
    expect(formatNumber(999_999_999_999)).toBe("999,999,999,999");
  });

  it("shows no more significant digits than asked for", () => {
    expect(formatNumber(Math.PI, 4)).toBe("3.142");
    expect(formatNumber(Math.PI, 15)).toBe("3.14159265358979");
  });

  it("keeps its size to half a unit of the last digit shown", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (value) => {
        const shown = Number(formatNumber(value).replaceAll(",", ""));
        const unit = 10 ** Math.min(0, Math.floor(Math.log10(value)) - 5);
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(unit * 0.5001 + value * 1e-15);
      }),
    );
  });

  it("says what is no number in words", () => {
    expect(formatNumber(Number.NaN)).toBe("no number");
  });
});

describe("a share", () => {
  it.each([
    [0.75, "75%"],
    [0.07, "7%"],
    [0.547812345, "54.7812%"],
    [1.046, "104.6%"],
    [-0.05, "−5%"],
  ])("%p reads %s", (value, text) => {
    expect(formatShare(value)).toBe(text);
  });
});

describe("a value with its unit", () => {
  it("names the unit after the number and keeps all digits for copying", () => {
    expect(show(1.6307893020221786, "USD/GPU-hour")).toEqual({
      text: "1.63079",
      unit: "USD/GPU-hour",
      full: "1.6307893020221786",
    });
  });

  it("says nothing after a count or a share", () => {
    expect(showText(43, "count")).toBe("43");
    expect(showText(0.4, "share")).toBe("40%");
  });

  it("says per year after a share of a year", () => {
    expect(showText(0.2756, "share/year")).toBe("27.56% per year");
  });

  it("gives a change its sign", () => {
    expect(showChange(0.14054, "USD/GPU-hour")).toBe("+0.1405");
    expect(showChange(-0.14054, "USD/GPU-hour")).toBe("−0.1405");
    expect(showChange(0, "USD")).toBe("0");
  });

  it("names texts, words and blanks as a sheet does", () => {
    expect(showText(true)).toBe("TRUE");
    expect(showText("annuity")).toBe("annuity");
    expect(showText(undefined)).toBe("blank");
  });
});

describe("a value as it is typed", () => {
  it("reads back as the same number", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        expect(readNumber(typed(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("is a percentage where the unit is a share", () => {
    expect(typed(0.7, "share")).toBe("70%");
    expect(readNumber(typed(0.7, "share"))).toBe(0.7);
  });
});

it("gives Excel a number format that fits the size", () => {
  expect(excelFormat("share", 0.7)).toBe("0.0%");
  expect(excelFormat("USD", 35000)).toBe("#,##0");
  expect(excelFormat("USD/GPU-hour", 1.6307893)).toBe("#,##0.0000");
});

it("copies a negative zero as zero", () => {
  expect(fullNumber(-0)).toBe("0");
});
