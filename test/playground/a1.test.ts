import {
  boxAddress,
  cellAddress,
  columnName,
  columnNumber,
  parseAddress,
  quotedSheet,
  splitSheet,
} from "../../src/playground/office/a1";

const size = { rows: 1000, columns: 40 };

describe("names of columns", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("counts %d as %s and back", (number, name) => {
    expect(columnName(number)).toBe(name);
    expect(columnNumber(name)).toBe(number);
  });
});

describe("addresses", () => {
  it.each([
    ["B2", { top: 1, left: 1, bottom: 1, right: 1 }],
    ["$B$2:c$4", { top: 1, left: 1, bottom: 3, right: 2 }],
    ["C4:B2", { top: 1, left: 1, bottom: 3, right: 2 }],
    ["B:C", { top: 0, left: 1, bottom: 999, right: 2 }],
    ["3:4", { top: 2, left: 0, bottom: 3, right: 39 }],
  ])("reads %s", (address, box) => {
    expect(parseAddress(address, size)).toEqual(box);
  });

  it.each(["", "B", "2", "B2:", "B2:C", "B:2", "A1001", "AO1", "loan", "A0", "B2 C3"])("refuses '%s'", (address) => {
    expect(parseAddress(address, size)).toBeUndefined();
  });

  it("writes cells, blocks, whole columns and whole rows", () => {
    expect(cellAddress(1, 27)).toBe("AB2");
    expect(boxAddress({ top: 0, left: 0, bottom: 2, right: 1 })).toBe("A1:B3");
    expect(boxAddress({ top: 0, left: 1, bottom: 999, right: 2 }, size)).toBe("B:C");
    expect(boxAddress({ top: 2, left: 0, bottom: 2, right: 39 }, size)).toBe("3:3");
  });
});

describe("names of sheets before addresses", () => {
  it("quotes those that need it", () => {
    expect(quotedSheet("Loan")).toBe("Loan");
    expect(quotedSheet("Loan 2")).toBe("'Loan 2'");
    expect(quotedSheet("It's")).toBe("'It''s'");
    expect(quotedSheet("A1")).toBe("'A1'");
    expect(quotedSheet("R1C1")).toBe("'R1C1'");
    expect(quotedSheet("2026")).toBe("'2026'");
  });

  it("takes them off again", () => {
    expect(splitSheet("'It''s'!$A$1:B2")).toEqual({ sheet: "It's", address: "$A$1:B2" });
    expect(splitSheet("Loan!A1")).toEqual({ sheet: "Loan", address: "A1" });
    expect(splitSheet("A1")).toEqual({ sheet: undefined, address: "A1" });
  });
});
