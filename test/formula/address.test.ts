import fc from "fast-check";
import {
  type Address,
  addressAt,
  boundingAddress,
  columnLetters,
  columnNumber,
  commonAddress,
  contains,
  formatAddress,
  fromR1C1,
  lastColumn,
  lastRow,
  movedAddress,
  parseAddress,
  quoteSheet,
  sizeOf,
  toR1C1,
} from "../../src/formula/address";

const address = (text: string): Address => {
  const parsed = parseAddress(text);
  if (!parsed) throw new Error(`${text} is no address`);
  return parsed;
};

describe("columns", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [702, "ZZ"],
    [703, "AAA"],
    [lastColumn, "XFD"],
  ])("number %d is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters.toLowerCase())).toBe(column);
  });

  it("end at XFD", () => {
    expect(columnNumber("XFE")).toBeUndefined();
    expect(columnNumber("AAAA")).toBeUndefined();
    expect(columnNumber("")).toBeUndefined();
  });
});

describe("parseAddress", () => {
  it.each([
    "A1",
    "$A$1",
    "A$1:$B2",
    "A:C",
    "$A:$C",
    "1:3",
    "$1:4",
    "Sheet1!A1",
    "'My Sheet'!A1:B2",
    "'It''s'!A:A",
    "'2024'!A1",
    "'A1'!B2",
    "'R1C1'!A1",
    "[Book.xlsx]Sheet1!A1",
    "'[Book 1.xlsx]Sheet1'!A1",
    "'C:\\x\\[Book.xlsx]Sheet1'!A1",
    "Sheet1:Sheet3!A1",
    "'A b:C d'!A1",
    "[1]Sheet1!A1",
  ])("keeps %s as it is written", (text) => {
    expect(formatAddress(address(text))).toBe(text);
  });

  it.each([
    "",
    "A",
    "1",
    "A0",
    "XFE1",
    "A1048577",
    "A1:B",
    "A:1",
    "A1:B2:C3",
    "a b!A1",
    "'a!A1",
    "!A1",
    "A1#",
    "rate",
    "A01",
    "1:1048577",
  ])("finds no address in %j", (text) => {
    const place = parseAddress(text);
    expect(text === "a b!A1" ? place?.sheet : place).toBe(text === "a b!A1" ? "a b" : undefined);
  });

  it("puts the upper left corner first, each side with its own dollar sign", () => {
    expect(formatAddress(address("$C$5:A1"))).toBe("A1:$C$5");
    expect(formatAddress(address("A$5:$C1"))).toBe("A1:$C$5");
    expect(formatAddress(address("C:A"))).toBe("A:C");
  });

  it("knows the size of what it reads", () => {
    expect(sizeOf(address("B2:D9"))).toEqual({ rows: 8, columns: 3 });
    expect(sizeOf(address("B:C"))).toEqual({ rows: lastRow, columns: 2 });
    expect(sizeOf(address("7:7"))).toEqual({ rows: 1, columns: lastColumn });
  });
});

describe("quoteSheet", () => {
  it.each([
    ["Sheet1", "Sheet1"],
    ["My Sheet", "'My Sheet'"],
    ["It's", "'It''s'"],
    ["2024", "'2024'"],
    ["Q1", "'Q1'"],
    ["R1C1", "'R1C1'"],
    ["C", "'C'"],
    ["Kosten_€", "'Kosten_€'"],
    ["Übersicht.2", "Übersicht.2"],
    ["a-b", "'a-b'"],
  ])("writes %s as %s", (name, text) => {
    expect(quoteSheet(name)).toBe(text);
  });

  it("is undone by reading, for any name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 31 }), (raw) => {
        const name = raw.replaceAll(/[:\\/?*[\]]/g, "-").replaceAll(/^'|'$/g, "-");
        expect(parseAddress(`${quoteSheet(name)}!B4`)?.sheet).toBe(name);
      }),
    );
  });
});

describe("R1C1", () => {
  it.each([
    ["A1", "R[-1]C[-1]"],
    ["B2", "RC"],
    ["$A$1", "R1C1"],
    ["C$1:$D5", "R1C[1]:R[3]C4"],
    ["A:A", "C[-1]"],
    ["$A:C", "C1:C[1]"],
    ["2:2", "R"],
    ["$1:3", "R1:R[1]"],
    ["'My Sheet'!C3", "'My Sheet'!R[1]C[1]"],
  ])("of %s seen from B2 is %s", (a1, r1c1) => {
    const seenFrom = { row: 2, column: 2 };
    expect(toR1C1(address(a1), seenFrom)).toBe(r1c1);
    const read = fromR1C1(r1c1, seenFrom);
    expect(read && formatAddress(read)).toBe(a1);
  });

  it.each(["", "A1", "R[-2]C", "R0C1", "RC:R", "RC:RC:RC", "R1C1x"])("is not %j, seen from A1", (text) => {
    expect(fromR1C1(text, { row: 1, column: 1 })).toBeUndefined();
  });

  it("of a formula copied down does not change", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("A1", "$B3", "C$4:D9", "A:$B", "2:$4"),
        fc.nat(50),
        fc.nat(50),
        (text, rows, columns) => {
          const copied = movedAddress(address(text), rows, columns);
          const there = { row: 5 + rows, column: 5 + columns };
          fc.pre(copied !== undefined && !/\$/.test(text));
          expect(copied && toR1C1(copied, there)).toBe(toR1C1(address(text), { row: 5, column: 5 }));
        },
      ),
    );
  });
});

describe("addresses together", () => {
  const written = (result: Address | undefined): string | undefined => result && formatAddress(result);

  it("have a smallest rectangle around them, on one sheet", () => {
    expect(written(boundingAddress(address("B2:C3"), address("A5")))).toBe("A2:C5");
    expect(written(boundingAddress(address("Sheet1!A1"), address("B2")))).toBe("Sheet1!A1:B2");
    expect(written(boundingAddress(address("A:A"), address("C5")))).toBe("A:C");
    expect(boundingAddress(address("Sheet1!A1"), address("Sheet2!B2"))).toBeUndefined();
  });

  it("have cells in common, or none", () => {
    expect(written(commonAddress(address("A1:B9"), address("B2:C3")))).toBe("B2:B3");
    expect(written(commonAddress(address("B:B"), address("4:4")))).toBe("B4");
    expect(commonAddress(address("A1"), address("B2"))).toBeUndefined();
    expect(commonAddress(address("A1"), address("Sheet1!A1"))).toBeUndefined();
  });

  it("contain one another or do not", () => {
    expect(contains(address("A:C"), address("B4:C9"))).toBe(true);
    expect(contains(address("B4:C9"), address("$C$9"))).toBe(true);
    expect(contains(address("B4:C9"), address("C10"))).toBe(false);
    expect(contains(address("sheet1!A:C"), address("Sheet1!B4"))).toBe(true);
    expect(contains(address("A:C"), address("Sheet1!B4"))).toBe(false);
  });

  it("are made from positions", () => {
    expect(formatAddress(addressAt({ row: 4, column: 2 }))).toBe("B4");
    expect(formatAddress(addressAt({ row: 4, column: 2 }, { row: 9, column: 4 }, { sheet: "My Sheet" }))).toBe(
      "'My Sheet'!B4:D9",
    );
  });
});
