import { followed } from "../../src/formula/follow-moves";

describe("a formula that was kept as text", () => {
  const kept = "=COMPUTE.GPUHOURCOST($B$1,B2,Costs!B3)";

  it.each([
    ["nothing moved", "=B1/B2/(8760*Costs!B3)", "=B1/B2/(8760*Costs!B3)", "=COMPUTE.GPUHOURCOST($B$1,B2,Costs!B3)"],
    ["rows came in", "=B1/B2/(8760*Costs!B3)", "=B4/B5/(8760*Costs!B3)", "=COMPUTE.GPUHOURCOST(B4,B5,Costs!B3)"],
    [
      "a sheet was renamed",
      "=B1/B2/(8760*Costs!B3)",
      "=B1/B2/(8760*'My costs'!B3)",
      "=COMPUTE.GPUHOURCOST($B$1,B2,'My costs'!B3)",
    ],
    [
      "spaces and capitals",
      "=B1/B2/(8760*Costs!B3)",
      "= b1 / b2/(8760 * costs!B3)",
      "=COMPUTE.GPUHOURCOST($B$1,B2,costs!B3)",
    ],
    [
      "a cell was deleted",
      "=B1/B2/(8760*Costs!B3)",
      "=B1/#REF!/(8760*Costs!B3)",
      "=COMPUTE.GPUHOURCOST($B$1,#REF!,Costs!B3)",
    ],
  ])("follows its stand-in when %s", (_, then, now, expected) => {
    expect(followed(kept, [then], [now])).toBe(expected);
  });

  it("follows a range by its corners", () => {
    expect(followed("=COMPUTE.X(B6:B8)", ["=B6", "=B7+B8"], ["=D9", "=D10+D11"])).toBe("=COMPUTE.X(D9:D11)");
  });

  it.each([
    ["another number", "=B1*2", "=B1*3"],
    ["another function", "=SUM(B1)", "=MAX(B1)"],
    ["more in it", "=B1*2", "=B1*2+C1"],
    ["one cell gone two ways", "=B1+B1", "=B2+B3"],
    ["another text", '=B1&"a"', '=B1&"A"'],
    ["another constant in an array", "=SUM({1,2})", "=SUM({1,3})"],
  ])("is not guessed when its stand-in has %s", (_, then, now) => {
    expect(followed("=COMPUTE.X(B1)", [then], [now])).toBeUndefined();
  });
});
