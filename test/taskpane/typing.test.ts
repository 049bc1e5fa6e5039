import fc from "fast-check";
import { readNumber, readRange, readReference, readValue, typedRange } from "../../src/taskpane/typing";

describe("a number as people type it", () => {
  it.each([
    ["30,000", 30000],
    [" 1 234 567 ", 1234567],
    ["70%", 0.7],
    ["7.1 %", 0.071],
    ["−0.5", -0.5],
    ["$2.40", 2.4],
    ["1.2e6", 1_200_000],
    [".5", 0.5],
    ["1e30%", 1e28],
  ])("%s", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(["", "abc", "1,5", "12,34", "1.2.3", "--1", "%", "1e400", "5 percent"])("%p is none", (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => typeof readNumber(text) === "number" || readNumber(text) === undefined),
    );
  });
});

describe("one value", () => {
  it("is blank when nothing was typed", () => {
    expect(readValue("  ", "number")).toEqual({ kind: "blank" });
  });

  it("proposes a decimal point for a decimal comma", () => {
    expect(readValue("1.234.567,89", "number")).toEqual({
      kind: "problem",
      message: "must be a number; it is “1.234.567,89”",
      remedy: "Write the decimals after a point: 1234567.89.",
    });
  });

  it("takes yes for TRUE", () => {
    expect(readValue("yes", "boolean")).toEqual({ kind: "value", value: true });
  });

  it("keeps a name of digits as text where text is wanted", () => {
    expect(readValue("200", "text")).toEqual({ kind: "value", value: "200" });
    expect(readValue('"H100"', "any")).toEqual({ kind: "value", value: "H100" });
  });
});

describe("a list or block", () => {
  it.each([
    ["12.6, 9.4, 6.9, 4.9", [[12.6, 9.4, 6.9, 4.9]]],
    ["{6,5,4}", [[6, 5, 4]]],
    [
      "={1,2;3,4}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["10% 20% 30%", [[0.1, 0.2, 0.3]]],
    [
      "1\t2\n3\t4",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["1, , 3", [[1, null, 3]]],
    [
      "1, 2; 3",
      [
        [1, 2],
        [3, null],
      ],
    ],
  ])("%s", (text, rows) => {
    expect(readRange(text)).toEqual({ kind: "value", value: rows });
  });

  it("reads back as it was shown", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value));
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(readRange(typedRange(rows))).toEqual({ kind: "value", value: rows });
      }),
    );
  });
});

describe("a reference", () => {
  it.each([
    ["B4", undefined, "B4"],
    ["=Loan!$B$4:D9", "Loan", "B4:D9"],
    ["'Bob''s sheet'!a1", "Bob's sheet", "A1"],
  ])("%s", (text, sheet, address) => {
    expect(readReference(text)).toEqual({ kind: "reference", sheet, address });
  });

  it.each(["30,000", "annuity", "B4+1", "4B"])("%s is none", (text) => {
    expect(readReference(text)).toBeUndefined();
  });
});
