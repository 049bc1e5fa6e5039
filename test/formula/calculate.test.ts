import fc from "fast-check";
import { calculate, type Scope } from "../../src/formula/calculate";
import { nativeFunctions } from "../../src/formula/native-functions";
import { parse } from "../../src/formula/parse";
import { at, expectOutcomes, outcome, sheetOf } from "./sheet";

const cells = sheetOf(
  [
    [1, 10, "text", null],
    [2, 20, "5", true],
    [3, 30, { error: "#DIV/0!" }, ""],
  ],
  { rate: 0.1, flows: [[100, 200, 300]], block: at("A1:B3"), word: "abc", nothing: null, broken: { error: "#N/A" } },
);

describe("operators", () => {
  expectOutcomes(
    [
      ["=-2^2", 4],
      ["=0-2^2", -4],
      ["=2^3^2", 64],
      ["=2^-1", 0.5],
      ["=10%", 0.1],
      ["=200*10%", 20],
      ["=1+2*3", 7],
      ["=(1+2)*3", 9],
      ["=7/2", 3.5],
      ["=1/0", "#DIV/0!"],
      ["=0/0", "#DIV/0!"],
      ["=0^0", "#NUM!"],
      ["=0^-1", "#DIV/0!"],
      ["=(-8)^(1/3)", "#NUM!"],
      ["=1E300*1E300", "#NUM!"],
      ["=-0", 0],
      ['="3"+4', 7],
      ['="3%"*100', 3],
      ['="a"+1', "#VALUE!"],
      ["=TRUE+1", 2],
      ["=-TRUE", -1],
      ['=--"7"', 7],
      ['=+"7"', "7"],
      ["=D1+1", 1],
      ['=D1&"x"', "x"],
      ["=C2*2", 10],
      ["=C1*2", "#VALUE!"],
      ["=C3*2", "#DIV/0!"],
      ["=D3+1", "#VALUE!"],
      ['="a"&1&TRUE', "a1TRUE"],
      ["=A1&B1", "110"],
      ["=1=1", true],
      ['="a"="A"', true],
      ['="a"<"b"', true],
      ['="B">"a"', true],
      ['=1="1"', false],
      ['=1<"a"', true],
      ['="z"<TRUE', true],
      ["=TRUE=1", false],
      ["=D1=0", true],
      ['=D1=""', true],
      ["=D1=FALSE", true],
      ["=1<>2", true],
      ["=2>=2", true],
      ["=2<=1", false],
      ["=#N/A=1", "#N/A"],
      ["=0.1+0.2=0.3", true],
      ["=0.1+0.2-0.3", 0],
      ["=(0.1+0.2-0.3)*1E17", 5.551115123],
      ["=1.1*3=3.3", true],
      ["=1E-20=0", false],
      ["=1000000000000001=1000000000000002", true],
      ["=A1", 1],
      ["=D1", 0],
      ["=C3", "#DIV/0!"],
      ["=#REF!+1", "#REF!"],
    ],
    cells,
  );
});

describe("arrays in operators", () => {
  expectOutcomes(
    [
      ["={1,2,3}*2", [[2, 4, 6]]],
      [
        "={1,2}+{10;20}",
        [
          [11, 12],
          [21, 22],
        ],
      ],
      ["={1,2,3}+{1,2}", [[2, 4, "#N/A"]]],
      ["=-{1,2}", [[-1, -2]]],
      ["={1,2}%", [[0.01, 0.02]]],
      ["=A1:A3*B1:B3", [[10], [40], [90]]],
      ["=A1:A3=2", [[false], [true], [false]]],
      ["=A1:C1", [[1, 10, "text"]]],
      [
        "=C1:D3",
        [
          ["text", 0],
          ["5", true],
          ["#DIV/0!", ""],
        ],
      ],
      ["=SUM((A1:A3>1)*B1:B3)", 50],
      ["=SUM(A:A*2)", 12],
      ["=SUM(A1:A5*1)", 6],
      ["={#N/A,1}+1", [["#N/A", 2]]],
      ["=A1:A5", [[1], [2], [3], [0], [0]]],
    ],
    cells,
  );
});

describe("references", () => {
  expectOutcomes(
    [
      ["=SUM(A1:B2 B1:C3)", 30],
      ["=A1:A3 C1:C3", "#NULL!"],
      ["=SUM(A1:A2:B3)", 66],
      ["=SUM((A1,B1:B2))", 31],
      ["=(A1,B1)", "#VALUE!"],
      ["=@A1:A3", 2],
      ["=@A2:C2", "#VALUE!"],
      ["=@A1:B2", "#VALUE!"],
      ["=@{7,8}", 7],
      ["=@A1", 1],
      ["=SUM(A1.:.D9)", "#DIV/0!"],
      ["=ROWS(A1.:.B9)", 3],
      ["=ROWS(A1:.B9)", 3],
      ["=Sheet2!A1", "unknown: Sheet2!A1 is not read here"],
      ["=SUM(Sheet1:Sheet3!A1)", "unknown: Sheet1:Sheet3!A1 runs through several sheets"],
      ["=A1#", "unknown: A1# is not read here"],
      ["=Sales[Rent]", "unknown: Sales[Rent] is not read here"],
      ["=rate*2", 0.2],
      ["=SUM(flows)", 600],
      ["=flows*rate", [[10, 20, 30]]],
      ["=SUM(block)", 66],
      ["=ROWS(block)", 3],
      ["=nothing+1", 1],
      ["=broken", "#N/A"],
      ["=word&1", "abc1"],
      ["=unheard+1", "unknown: the name unheard is not known here"],
      ["=Sheet1!unheard", "unknown: the name Sheet1!unheard is not known here"],
    ],
    cells,
  );

  it("include spills and tables when the caller has them", () => {
    const scope: Scope = {
      read: (need) => ({ "A1#": [[1], [2], [3]], "Sales[Rent]": [[5], [6]], A1: [[1]] })[need.text],
    };
    expect(outcome("=SUM(A1#)", scope)).toBe(6);
    expect(outcome("=ROWS(A1#)", scope)).toBe(3);
    expect(outcome("=ROW(A1#)", scope)).toEqual([[1], [2], [3]]);
    expect(outcome("=A1#*2", scope)).toEqual([[2], [4], [6]]);
    expect(outcome("=SUM(Sales[Rent])", scope)).toBe(11);
  });

  it("are read only where they are needed", () => {
    const asked: string[] = [];
    const scope: Scope = {
      read: (need) => {
        asked.push(need.text);
        return [[1]];
      },
    };
    expect(outcome("=IF(A1,B1,C1)+ROWS(D1:D9)", scope)).toBe(10);
    expect(asked).toEqual(["A1", "B1"]);
  });
});

describe("LET and LAMBDA", () => {
  expectOutcomes(
    [
      ["=LET(x,2,x*3)", 6],
      ["=LET(x,2,y,x+1,x*y)", 6],
      ["=LET(x,1,LET(x,x+1,x)*10+x)", 21],
      ["=LET(X,2,x)", 2],
      ["=LET(x,NOW(),1)", 1],
      ["=LET(x,NOW(),x)", "unknown: NOW is not worked out here"],
      ["=LET(rate,5,rate)", 5],
      ["=LET(f,LAMBDA(a,b,a-b),f(5,3))", 2],
      ["=LAMBDA(a,b,a*b)(6,7)", 42],
      ["=LAMBDA(a,[b],a+b)(6)", 6],
      ["=LAMBDA(a,b,a+b)(6)", "#VALUE!"],
      ["=LAMBDA(a,a)(1,2)", "#VALUE!"],
      ["=LAMBDA(a,LAMBDA(b,a+b))(1)(2)", 3],
      ["=LET(k,10,f,LAMBDA(v,v*k),f(2)+f(3))", 50],
      ["=LAMBDA(a,a)", "#CALC!"],
      ["=LET(x,5,x(1))", "#VALUE!"],
      ["=LET(s,SUM,s({1,2,3}))", 6],
      ["=LET(f,LAMBDA(g,n,IF(n<=1,1,n*g(g,n-1))),f(f,10))", 3628800],
      ["=LET(f,LAMBDA(g,g(g)),f(f))", "unknown: it is nested too deeply to be worked out here"],
      [
        "=SUM(MAP(SEQUENCE(900),LAMBDA(a,SUM(MAP(SEQUENCE(900),LAMBDA(b,a*b))))))",
        "unknown: it takes too many steps to be worked out here",
      ],
      ["=_xlfn.LET(_xlpm.x,2,_xlpm.x+1)", 3],
    ],
    cells,
  );
});

describe("what cannot be told", () => {
  it.each([
    "NOW()",
    "TODAY()",
    "RAND()",
    "RANDBETWEEN(1,2)",
    'INDIRECT("A1")',
    "OFFSET(A1,1,0)",
    'INFO("osversion")',
    "OTHER.ADDIN(1)",
    'CELL("row")',
  ])("names the function in =1+%s", (call) => {
    const name = call.slice(0, call.indexOf("("));
    expect(outcome(`=1+${call}`, cells)).toBe(`unknown: ${name} is not worked out here`);
  });

  it.each([
    ["=constructor(1)", "unknown: CONSTRUCTOR is not worked out here"],
    ["=toString", "unknown: the name toString is not known here"],
    ["=1+", "unknown: the formula cannot be read: it ends too early"],
  ])("%s is %s", (formula, expected) => {
    expect(outcome(formula, cells)).toBe(expected);
  });
});

describe("long formulas", () => {
  it("are evaluated without exhausting the stack", () => {
    expect(outcome(`=1${"+1".repeat(4000)}`)).toBe(4001);
    expect(outcome(`=""${'&"a"'.repeat(2000)}`)).toBe("a".repeat(2000));
  });
});

describe("calculate, given anything", () => {
  it("never throws, and gives only finite numbers, texts, truth values and errors", () => {
    const functions = Object.keys(nativeFunctions);
    const formula = fc.letrec<{ part: string }>((tie) => ({
      part: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(
          "1",
          "-2.5",
          '"a"',
          '"12"',
          "TRUE",
          "#N/A",
          "A1",
          "B1:B3",
          "C1:D3",
          "D1",
          "{1,2;3,4}",
          "rate",
          "flows",
          "1E300",
          "LAMBDA(x,x+1)",
          "LAMBDA(x,y,x&y)",
          "",
        ),
        fc
          .tuple(tie("part"), fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "<"), tie("part"))
          .map(([a, o, b]) => `(${a || "1"}${o}${b || "1"})`),
        fc
          .tuple(fc.constantFrom(...functions), fc.array(tie("part"), { minLength: 1, maxLength: 4 }))
          .map(([name, list]) => `${name}(${list.join(",")})`),
      ),
    })).part;
    let evaluated = 0;
    fc.assert(
      fc.property(formula, (text) => {
        const started = performance.now();
        const result = calculate(parse(`=${text}`), cells);
        expect(performance.now() - started).toBeLessThan(4000);
        if (result.kind !== "value") return;
        evaluated++;
        const width = result.value[0]?.length;
        for (const row of result.value) {
          expect(row).toHaveLength(width ?? 0);
          for (const cell of row) {
            if (typeof cell === "number") expect(Number.isFinite(cell) && !Object.is(cell, -0)).toBe(true);
            else if (typeof cell === "object") expect(cell.error).toMatch(/^#/);
            else expect(["string", "boolean"]).toContain(typeof cell);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(evaluated).toBeGreaterThan(300);
  });
});
