import fc from "fast-check";
import { calls, moved, replaceCall, replaceParts, substitute } from "../../src/formula/calls";
import { parse } from "../../src/formula/parse";

const texts = (formula: string, names?: "bare"): string[] =>
  calls(parse(formula), names).map(({ node }) => formula.slice(node.start, node.end));

describe("calls", () => {
  it("finds our functions in any spelling, and no others", () => {
    const formula =
      "=SUM(A1)+compute.loanCoverage(A1,B1)*_xldudf_COMPUTE_GPUHOURCOST(1,2,3)+COMPUTE.NOSUCH(1)+LOANCOVERAGE(1,2)";
    expect(calls(parse(formula)).map(({ fn }) => fn.name)).toEqual(["LOANCOVERAGE", "GPUHOURCOST"]);
  });

  it("lists outer calls before those in their arguments", () => {
    expect(texts("=COMPUTE.LOANCOVERAGE(COMPUTE.GPUHOURCOST(1,2,3)*2,IF(A1,COMPUTE.GPUHOURCOST(4,5,6)))")).toEqual([
      "COMPUTE.LOANCOVERAGE(COMPUTE.GPUHOURCOST(1,2,3)*2,IF(A1,COMPUTE.GPUHOURCOST(4,5,6)))",
      "COMPUTE.GPUHOURCOST(1,2,3)",
      "COMPUTE.GPUHOURCOST(4,5,6)",
    ]);
  });

  it("takes a lesson's bare names when asked", () => {
    expect(texts("LOANCOVERAGE(cash, service)")).toEqual([]);
    expect(texts("LOANCOVERAGE(cash, service)", "bare")).toEqual(["LOANCOVERAGE(cash, service)"]);
  });

  it("leaves alone a name that LET gives", () => {
    expect(texts("=LET(loanCoverage,LAMBDA(a,a),loanCoverage(1))", "bare")).toEqual([]);
  });

  it("finds none in what cannot be read", () => {
    expect(texts("=COMPUTE.LOANCOVERAGE(1,")).toEqual([]);
  });
});

describe("replaceCall", () => {
  const replaced = (formula: string, text: string): string => {
    const [call] = calls(parse(formula));
    if (!call) throw new Error(`no call in ${formula}`);
    return replaceCall(formula, call.node, text);
  };

  it.each([
    ["=COMPUTE.LOANCOVERAGE(B3,B4)", "=B3/B4", "=B3/B4"],
    ["=A1 *COMPUTE.LOANCOVERAGE( B3,B4 )+C1", "B3/B4", "=A1 *(B3/B4)+C1"],
    ["=A1*COMPUTE.LOANCOVERAGE(B3,B4)", "LET(x,B3,x/B4)", "=A1*LET(x,B3,x/B4)"],
    ["=-COMPUTE.LOANCOVERAGE(B3,B4)", "B3/B4", "=-(B3/B4)"],
    ["=COMPUTE.LOANCOVERAGE(B3,B4)%", "B3/B4", "=(B3/B4)%"],
    ["=IF(A1 , COMPUTE.LOANCOVERAGE(B3,B4) ,\n0)", "B3/B4", "=IF(A1 , B3/B4 ,\n0)"],
    ["=(COMPUTE.LOANCOVERAGE(B3,B4))^2", "B3/B4", "=(B3/B4)^2"],
    ['="x""COMPUTE.LOANCOVERAGE(1,2)"&COMPUTE.LOANCOVERAGE(3,4)', "3/4", '="x""COMPUTE.LOANCOVERAGE(1,2)"&(3/4)'],
    ["=SUM(COMPUTE.LOANCOVERAGE(B3,B4):C9)", "B3", "=SUM(B3:C9)"],
  ])("in %s puts %s", (formula, text, result) => {
    expect(replaced(formula, text)).toBe(result);
  });

  it("leaves every other character as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A1", " ", "\n", "1.50", '"a ""b"', "(", ")", "+", "$B$2:c3")), (pieces) => {
        const [before, after] = [`="x" & ${pieces.join("")}`, ` * ${pieces.join("")}`];
        const formula = `${before}COMPUTE.LOANCOVERAGE(1, 2)${after}`;
        for (const { node } of calls(parse(formula))) {
          expect(replaceCall(formula, node, "F(1)")).toBe(`${before}F(1)${after}`);
        }
      }),
    );
  });

  it("replaces several at once, but none inside another", () => {
    const formula = "=COMPUTE.LOANCOVERAGE(1,2)+COMPUTE.LOANCOVERAGE(3,4)";
    const [first, second] = calls(parse(formula)).map(({ node }) => node);
    if (!first || !second) throw new Error("two calls expected");
    const both = [
      { part: second, text: "Y" },
      { part: first, text: "X" },
    ];
    expect(replaceParts(formula, both)).toBe("=X+Y");
    expect(() => replaceParts(formula, [...both, { part: first, text: "Z" }])).toThrow("lies inside another");
  });
});

describe("substitute", () => {
  it.each([
    ["LOANCOVERAGE(cash, service)", "COMPUTE.LOANCOVERAGE(B3, B4)"],
    ["loancoverage(cash,service)*2", "COMPUTE.LOANCOVERAGE(B3,B4)*2"],
    ["COMPUTE.LOANCOVERAGE(cash,service)", "COMPUTE.LOANCOVERAGE(B3,B4)"],
    [
      "INDEX(LOANSCHEDULE(debt, rate, years), 1 + 1, 5)",
      "INDEX(COMPUTE.LOANSCHEDULE(Sheet1!B1, B6+B7, years), 1 + 1, 5)",
    ],
    ["debt * rate ^ 2", "Sheet1!B1 * (B6+B7) ^ 2"],
    ["SUM(flows)", "SUM(B8:D8)"],
    ["LET(cash, debt, cash + service)", "LET(cash, Sheet1!B1, cash + B4)"],
    ["MAP(flows, LAMBDA(cash, cash + service))", "MAP(B8:D8, LAMBDA(cash, cash + B4))"],
    ['IF(cash > service, "cash", "rate")', 'IF(B3 > B4, "cash", "rate")'],
    ["RATE(rate, 1, 2) + toString", "RATE(B6+B7, 1, 2) + toString"],
    ["=cash", "=B3"],
    ["price1 + SUM(price1)", "B9 + SUM(B9)"],
  ])("writes %s as %s", (formula, result) => {
    const cells = { cash: "B3", service: "B4", debt: "Sheet1!B1", rate: "B6+B7", flows: "B8:D8", price1: "B9" };
    expect(substitute(formula, cells)).toBe(result);
  });

  it("refuses what is no formula", () => {
    expect(() => substitute("LOANCOVERAGE(cash", {})).toThrow("LOANCOVERAGE(cash: it ends too early");
  });
});

describe("moved", () => {
  it.each([
    ["=A1+B$2+$C3+$D$4", 1, 2, "=C2+D$2+$C4+$D$4"],
    ["=SUM(A:A, 1:1)", 1, 1, "=SUM(B:B, 2:2)"],
    ["=SUM($A:B, $1:2)", 1, 1, "=SUM($A:C, $1:3)"],
    ["='My Sheet'!A1 & \"A1\"", 3, 0, "='My Sheet'!A4 & \"A1\""],
    ["=A1:B2*2", -1, 0, "=#REF!*2"],
    ["=XFD1", 0, 1, "=#REF!"],
    ["=A1#+Sales[A1]+name", 0, 1, "=B1#+Sales[A1]+name"],
    ["=SUM(A1.:.B2)", 1, 0, "=SUM(A2.:.B3)"],
    ["=LET(x, A1, x+a1)", 1, 0, "=LET(x, A2, x+A2)"],
    ["=F( A1", 1, 1, "=F( A1"],
  ])("moves %s by %d rows and %d columns", (formula, rows, columns, result) => {
    expect(moved(formula, rows, columns)).toBe(result);
  });
});
