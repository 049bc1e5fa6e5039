import { functionNamed } from "../../src/concepts";
import { nativeBlock, nativeFormula, noNative } from "../../src/formula/native";
import { anchored, isColumn } from "../../src/formula/references";

const fn = (name: string) => functionNamed(name)!;

describe("the native formula", () => {
  const given = { capex: "B1", lifeYears: "B2", utilization: "B3" };

  it("fills in what was left out", () => {
    expect(nativeFormula(fn("GPUHOURCOST"), given)).toBe("=B1/B2/(8760*B3)");
  });

  it("takes Excel's spelling where it is shorter, and keeps numbers as typed", () => {
    expect(nativeFormula(fn("GPUHOURCOST"), { ...given, residual: "B4", discountRate: "8%" })).toBe(
      "=-PMT(8%,B2,B1,-B4)/(8760*B3)",
    );
  });

  it("puts an expression among the arguments into parentheses where it needs them", () => {
    expect(nativeFormula(fn("GPUHOURCOST"), { ...given, capex: "B1+C1", utilization: "1-B3" })).toBe(
      "=(B1+C1)/B2/(8760*(1-B3))",
    );
  });

  it("keeps references to other sheets, names and whole calls as they are", () => {
    expect(
      nativeFormula(fn("GPUHOURCOST"), { capex: "'My inputs'!B1", lifeYears: "Life", utilization: "SUM(B3:B5)" }),
    ).toBe("='My inputs'!B1/Life/(8760*SUM(B3:B5))");
  });
});

describe("a table as rows", () => {
  it("is a block that can be copied down, with shared results in cells of their own", () => {
    const block = nativeBlock(fn("LOANSCHEDULE"), { debt: "B1", rate: "B2", periods: "B3" }, "D1", 3);
    expect(block.helpers).toEqual([["Level payment", "=-PMT($B$2,$B$3,$B$1)"]]);
    expect(block.rows[0]).toEqual(["Period", "Opening", "Payment", "Interest", "Principal", "Closing"]);
    expect(block.rows.slice(2)).toEqual([
      ["=D4+1", "=I4", "=G5+H5", "=$B$2*E5", "=IF(D5=$B$3,E5,$E$1-G5)", "=E5-H5"],
      ["=D5+1", "=I5", "=G6+H6", "=$B$2*E6", "=IF(D6=$B$3,E6,$E$1-G6)", "=E6-H6"],
    ]);
  });

  it("keeps the choice that a cell decides", () => {
    const block = nativeBlock(
      fn("LOANSCHEDULE"),
      { debt: "B1", rate: "B2", periods: "B3", style: "B4", interestOnlyPeriods: "B5" },
      "D1",
      2,
    );
    expect(block.rows[1]![4]).toMatch(
      /^=IF\(D\d+=\$B\$3,E\d+,IF\(D\d+<=\$B\$5,0,SWITCH\(\$B\$4,"annuity",.*,"straight",.*,"bullet",0\)\)\)$/,
    );
  });
});

describe("a table as one formula", () => {
  it("spills with its headers", () => {
    expect(nativeFormula(fn("LOANSCHEDULE"), { debt: "B1", rate: "B2", periods: "B3", style: '"bullet"' })).toMatch(
      /^=REDUCE\(0,SEQUENCE\(B3\),LAMBDA\(block,k,.*VSTACK\(IF\(k=1,\{"Period","Opening","Payment","Interest","Principal","Closing"\},block\),HSTACK\(/,
    );
  });
});

describe("references", () => {
  it("are fixed for a block, in any spelling, and nothing else is", () => {
    expect(anchored("B1+$C2*SUM(D3:D$9)")).toBe("$B$1+$C$2*SUM($D$3:$D$9)");
    expect(anchored("'Q1 2026'!B2&\"A1\"&LOG10(B3)")).toBe("'Q1 2026'!$B$2&\"A1\"&LOG10($B$3)");
  });

  it("of one column need no reshaping", () => {
    expect(["B1:B9", "$B$1:$B$9", "Sheet2!B1:B9", "'a b'!C3", "B1:C9", "B1:D1"].map(isColumn)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

it("is refused with a reason that a user accepts, or exists", () => {
  expect(noNative(fn("GPUHOURCOST"))).toBeUndefined();
});
