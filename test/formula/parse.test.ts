import fc from "fast-check";
import { type FormulaNode, partsOf, walk } from "../../src/formula/nodes";
import { parse } from "../../src/formula/parse";
import { tokenize } from "../../src/formula/tokens";
import { spelled } from "./spelled";

/** A formula, and how it is understood. */
const readings: readonly (readonly [string, string])[] = [
  // Constants
  ["=1", "1"],
  ["=.5", "0.5"],
  ["=5.", "5"],
  ["=1E3", "1000"],
  ["=1.5e-10", "1.5E-10"],
  ["=1E+2", "100"],
  ['="a""b"', '"a""b"'],
  ['=""', '""'],
  ['="line\nbreak"', '"line\nbreak"'],
  ["=TRUE", "TRUE"],
  ["=false", "FALSE"],
  ["=TRUE()", "TRUE()"],
  ["=#N/A", "#N/A"],
  ["=#div/0!", "#DIV/0!"],
  ["=#NAME?", "#NAME?"],
  ["=#SPILL!", "#SPILL!"],
  ["=#BUSY!", "#BUSY!"],
  ["={1,2;3,4}", "{1,2;3,4}"],
  ['={1,-2;"a",TRUE}', '{1,-2;"a",TRUE}'],
  ["={ 1 , +2 }", "{1,2}"],
  ["={#N/A}", "{#N/A}"],
  // Operators: precedence and grouping as Excel's reference lists them, all from the left
  ["=1+2*3", "(1+(2*3))"],
  ["=(1+2)*3", "((1+2)*3)"],
  ["=-2^2", "((-2)^2)"],
  ["=2^-2", "(2^(-2))"],
  ["=-2^-2", "((-2)^(-2))"],
  ["=-A1^2", "((-A1)^2)"],
  ["=0-2^2", "(0-(2^2))"],
  ["=2^3^2", "((2^3)^2)"],
  ["=8/4/2", "((8/4)/2)"],
  ["=8-4-2", "((8-4)-2)"],
  ["=2*-3", "(2*(-3))"],
  ["=1--1", "(1-(-1))"],
  ["=--A1", "(-(-A1))"],
  ["=+A1", "(+A1)"],
  ["=50%", "(50%)"],
  ["=50%%", "((50%)%)"],
  ["=1+2%", "(1+(2%))"],
  ["=2^50%", "(2^(50%))"],
  ["=-A1%", "((-A1)%)"],
  ["=A1%^2", "((A1%)^2)"],
  ["=1%+-2%", "((1%)+((-2)%))"],
  ["=1+2&3+4", "((1+2)&(3+4))"],
  ['=A1&" "&B1', '((A1&" ")&B1)'],
  ["=1&2=12", "((1&2)=12)"],
  ["=1<2=TRUE", "((1<2)=TRUE)"],
  ["=a<>b", "(a<>b)"],
  ["=A1>=B1", "(A1>=B1)"],
  ["=A1<=-1", "(A1<=(-1))"],
  ["=1 = 2", "(1=2)"],
  ["=--(A1:A3>1)", "(-(-(A1:A3>1)))"],
  // Addresses
  ["=A1", "A1"],
  ["=a1", "A1"],
  ["=$A$1", "$A$1"],
  ["=A$1:$B2", "A$1:$B2"],
  ["=B2:A1", "A1:B2"],
  ["=A1 : B2", "A1:B2"],
  ["=A:A", "A:A"],
  ["=$A:C", "$A:C"],
  ["=1:3", "1:3"],
  ["=$1:$3", "$1:$3"],
  ["=XFD1048576", "XFD1048576"],
  ["=XFE1", "XFE1"],
  ["=A1048577", "A1048577"],
  ["=H100", "H100"],
  ["=Sheet1!A1", "Sheet1!A1"],
  ["='My Sheet'!A1", "'My Sheet'!A1"],
  ["='It''s'!A1:B2", "'It''s'!A1:B2"],
  ["='2024'!A1", "'2024'!A1"],
  ["=Übersicht!A1", "Übersicht!A1"],
  ["=Sheet1!A:A", "Sheet1!A:A"],
  ["=Sheet1!A1:Sheet1!B2", "Sheet1!A1:B2"],
  ["=Sheet1:Sheet3!A1", "Sheet1:Sheet3!A1"],
  ["=[Book.xlsx]Sheet1!A1", "[Book.xlsx]Sheet1!A1"],
  ["='[Book 1.xlsx]Sheet1'!A1", "'[Book 1.xlsx]Sheet1'!A1"],
  ["='C:\\models\\[Book 1.xlsx]Sheet1'!$A$1", "'C:\\models\\[Book 1.xlsx]Sheet1'!$A$1"],
  ["=[1]Sheet1!A1", "[1]Sheet1!A1"],
  ["=Sheet1!#REF!", "#REF!"],
  ["=#REF!", "#REF!"],
  ["=SUM(#REF!,A1)", "SUM(#REF!,A1)"],
  ["=A1.:.B9", "A1.:.B9"],
  ["=A:.A", "A:.A"],
  // Reference operators
  ["=A1#", "A1#"],
  ["=SUM(A1#)", "SUM(A1#)"],
  ["=Sheet1!$A$1#", "Sheet1!$A$1#"],
  ["=A1#*2", "(A1#*2)"],
  ["=_xlfn.ANCHORARRAY(A1)", "A1#"],
  ["=@A1:A5", "(@A1:A5)"],
  ["=@name", "(@name)"],
  ["=_xlfn.SINGLE(A1:A5)", "(@A1:A5)"],
  ["=A1:B9 B2:C3", "(A1:B9 B2:C3)"],
  ["=SUM(A1:B9 B2:C3)", "SUM((A1:B9 B2:C3))"],
  ["=A1:C3 B:B 2:2", "((A1:C3 B:B) 2:2)"],
  ["=(A1,B2)", "(A1,B2)"],
  ["=SUM((A1:A2,C1:C2))", "SUM((A1:A2,C1:C2))"],
  ["=A1:B2:C3", "(A1:B2:C3)"],
  ["=A1:INDEX(B:B,3)", "(A1:INDEX(B:B,3))"],
  ["=INDEX(A:A,1):INDEX(A:A,5)", "(INDEX(A:A,1):INDEX(A:A,5))"],
  ["=A1:last", "(A1:last)"],
  ["=-A1:A3", "(-A1:A3)"],
  // Names and tables
  ["=rate", "rate"],
  ["=Sheet1!rate", "Sheet1!rate"],
  ["='[Book 1.xlsx]'!rate", "'[Book 1.xlsx]'!rate"],
  ["=x.y+_z", "(x.y+_z)"],
  ["=πx+1", "(πx+1)"],
  ["=名前", "名前"],
  ["=R+C", "(R+C)"],
  ["=trueish", "trueish"],
  ["=A1.B", "A1.B"],
  ["=Sales[Rent]", "Sales[Rent]"],
  ["=SUM(Sales[[#Data],[Rent]:[Power]])", "SUM(Sales[[#Data],[Rent]:[Power]])"],
  ["=[@Rent]*2", "([@Rent]*2)"],
  ["=Sales[@[Rent, USD]]", "Sales[@[Rent, USD]]"],
  ["=Sales[a'[b']]", "Sales[a'[b']]"],
  // Calls
  ["=F()", "F()"],
  ["=f(1,,3)", "F(1,,3)"],
  ["=F(,)", "F(,)"],
  ["=SUM(A1,)", "SUM(A1,)"],
  ["=IF(,1)", "IF(,1)"],
  ["=SUM (1)", "SUM(1)"],
  ["=LOG10(5)", "LOG10(5)"],
  ["=ATAN2(1,2)", "ATAN2(1,2)"],
  ["=NORM.S.INV(0.5)", "NORM.S.INV(0.5)"],
  ['=IF(A1>1,"x","y")', 'IF((A1>1),"x","y")'],
  ["=A1*COMPUTE.PUEPOWER(B1,B2)+C1", "((A1*COMPUTE.PUEPOWER(B1,B2))+C1)"],
  ["=compute.puePower(1,2)", "COMPUTE.PUEPOWER(1,2)"],
  ["=_xldudf_COMPUTE_PUEPOWER(1,2)", "COMPUTE.PUEPOWER(1,2)"],
  ["=_xlfn.XLOOKUP(A1,B:B,C:C)", "XLOOKUP(A1,B:B,C:C)"],
  ["=_xlfn._xlws.SORT(A1:A3)", "SORT(A1:A3)"],
  ["=COMPUTE.GPUHOURCOST( A1 ,\n B1 )", "COMPUTE.GPUHOURCOST(A1,B1)"],
  ["LOANCOVERAGE(cash, service)", "LOANCOVERAGE(cash,service)"],
  ["=LET(x,1,x+1)", "LET(x,1,(x+1))"],
  ["=LET(x,1,y,x+1,x*y)", "LET(x,1,y,(x+1),(x*y))"],
  ["=_xlfn.LET(_xlpm.x,1,_xlpm.x)", "LET(x,1,x)"],
  ["=LAMBDA(a,b,a+b)(1,2)", "LAMBDA(a,b,(a+b))(1,2)"],
  ["=LAMBDA(a,[b],a)(1)", "LAMBDA(a,[b],a)(1)"],
  ["=LAMBDA(1)()", "LAMBDA(1)()"],
  ["=MAP(A1:A3,LAMBDA(v,v*2))", "MAP(A1:A3,LAMBDA(v,(v*2)))"],
  ["=LET(f,LAMBDA(a,a+1),f(3))", "LET(f,LAMBDA(a,(a+1)),F(3))"],
  ["=BYROW(A1:B2,SUM)", "BYROW(A1:B2,SUM)"],
  // White space
  ["= 1 + 2 ", "(1+2)"],
  ["\t=1", "1"],
  ["=1\r\n+2", "(1+2)"],
  ["=\u00a01", "1"],
];

/** What cannot be read, the character at which reading stops, and why. */
const unreadable: readonly (readonly [string, number, string])[] = [
  ["", 0, "it ends too early"],
  ["=", 1, "it ends too early"],
  ["=1+", 3, "it ends too early"],
  ["=SUM(1", 6, "it ends too early"],
  ["=(1", 3, "a closing parenthesis is missing"],
  ["=)", 1, ") is not expected here"],
  ["=1 2", 3, "2 is not expected here"],
  ['="abc', 1, "a closing quotation mark is missing"],
  ["=F(1;2)", 4, "; is not expected here: a comma or a closing parenthesis is"],
  ["={1,2;3}", 1, "the rows between braces differ in length"],
  ["={A1}", 2, "only numbers, texts, TRUE, FALSE and errors can stand between braces"],
  ["={1%}", 3, "% is not expected here: a comma, a semicolon or a brace is"],
  ["={}", 2, "only numbers, texts, TRUE, FALSE and errors can stand between braces"],
  ["=LET(x,1)", 1, "LET takes names with values, then one result"],
  ["=LET(1,2,3)", 5, "a name is missing here"],
  ["=LET(x,1,X,2,x)", 1, "LET gives X twice"],
  ["=LAMBDA()", 1, "LAMBDA has no formula to apply"],
  ["=1E999", 1, "1E999 is too large for a number"],
  ["=Sheet1!5", 8, "a cell must follow the sheet's name"],
  ["=A1:5", 4, "a range must end with a cell"],
  ["=(A1,5)", 5, "only cells can be joined by a comma"],
  ["=Sales[Rent", 1, "Sales[Rent is not expected here"],
  ["=1=", 3, "it ends too early"],
  ["=!A1", 1, "!A1 is not expected here"],
];

describe("parse", () => {
  it.each(readings)("reads %s as %s", (formula, reading) => {
    expect(spelled(parse(formula))).toBe(reading);
  });

  it.each(unreadable)("says where and why %s cannot be read", (formula, position, message) => {
    expect(parse(formula)).toEqual({ kind: "invalid", message, position, start: 0, end: formula.length });
  });

  it("takes structured references apart", () => {
    const table = (text: string) => parse(text);
    expect(table("=Sales")).toMatchObject({ kind: "name", name: "Sales" });
    expect(table("=Sales[]")).toMatchObject({ table: "Sales", items: [], columns: [] });
    expect(table("=Sales[Rent]")).toMatchObject({ table: "Sales", items: [], columns: ["Rent"] });
    expect(table("=Sales[[Rent, USD]]")).toMatchObject({ items: [], columns: ["Rent, USD"] });
    expect(table("=Sales[#All]")).toMatchObject({ items: ["#All"], columns: [] });
    expect(table("=Sales[[#Headers],[#Data],[Rent]:[Power]]")).toMatchObject({
      items: ["#Headers", "#Data"],
      columns: ["Rent", "Power"],
    });
    expect(table("=[@[Rent]:[Power]]")).toMatchObject({ items: ["#This Row"], columns: ["Rent", "Power"] });
    expect(table("=[@]")).toMatchObject({ items: ["#This Row"], columns: [] });
    expect(table("=[@Rent]")).not.toHaveProperty("table");
    expect(table("=Sales['#1'[x']]")).toMatchObject({ columns: ["#1[x]"] });
    expect(table("=Sales[[a]b]")).toMatchObject({ kind: "invalid", position: 1 });
  });

  it("keeps the place of every part, so that slicing gives its text", () => {
    const formula = "= A1 * (B1 + COMPUTE.PUEPOWER( C1 , D$2 ) ) - 'My Sheet'!A1:B2";
    const texts = [...walk(parse(formula))].map(({ node }) => formula.slice(node.start, node.end));
    expect(texts).toEqual([
      "A1 * (B1 + COMPUTE.PUEPOWER( C1 , D$2 ) ) - 'My Sheet'!A1:B2",
      "A1 * (B1 + COMPUTE.PUEPOWER( C1 , D$2 ) )",
      "A1",
      "(B1 + COMPUTE.PUEPOWER( C1 , D$2 ) )",
      "B1 + COMPUTE.PUEPOWER( C1 , D$2 )",
      "B1",
      "COMPUTE.PUEPOWER( C1 , D$2 )",
      "C1",
      "D$2",
      "'My Sheet'!A1:B2",
    ]);
  });

  it("reads a sum as long as Excel allows, and refuses longer formulas", () => {
    expect(parse(`=1${"+1".repeat(4095)}`).kind).toBe("binary");
    expect([...walk(parse(`=1${"+1".repeat(4095)}`))]).toHaveLength(8191);
    expect(parse(`=1${"+1".repeat(4096)}`)).toMatchObject({
      kind: "invalid",
      message: "it is longer than 8,192 characters",
    });
  });

  it("reads 64 nested functions and refuses nesting that would exhaust the stack", () => {
    const nested = (depth: number): string => `=${"ABS(".repeat(depth)}1${")".repeat(depth)}`;
    expect(parse(nested(64)).kind).toBe("call");
    expect(parse(nested(1500))).toMatchObject({ kind: "invalid", message: "it is nested too deeply" });
    for (const chain of [
      "-".repeat(8000) + "1",
      "1" + "%".repeat(8000),
      "A1" + "#".repeat(8000),
      "F()" + "()".repeat(4000),
    ]) {
      expect(parse(chain)).toMatchObject({ kind: "invalid", message: "it is nested too deeply" });
    }
  });
});

describe("tokenize", () => {
  it("cuts any text into pieces that together are the whole of it", () => {
    fc.assert(
      fc.property(formulaLike(), (text) => {
        expect(
          tokenize(text)
            .map((token) => token.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

describe("parse, given anything", () => {
  it("never throws and never hangs", () => {
    parse("=SUM(1)");
    const slowest = { text: "", took: 0 };
    const read = (text: string): void => {
      const started = performance.now();
      const root = parse(text);
      const took = performance.now() - started;
      if (took > slowest.took) Object.assign(slowest, { text, took });
      expect(root.start).toBeGreaterThanOrEqual(0);
      expect(root.end).toBeLessThanOrEqual(text.length);
    };
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), read), { numRuns: 1500 });
    fc.assert(fc.property(formulaLike(), read), { numRuns: 4000 });
    for (const piece of [
      "'",
      '"',
      "[",
      "]",
      "(",
      "{",
      "A1:",
      "$A$1:",
      "A1 ",
      "A1,",
      "a:",
      "x[[",
      "SUM(",
      "F( ",
      "#",
      "1.",
      "Sheet1!",
      "A",
      "é.",
      " ",
    ]) {
      read(`=${piece.repeat(Math.floor(8190 / piece.length))}`);
    }
    // Far above what any text takes: a hang would take minutes.
    expect(slowest.took).toBeLessThan(5000);
  });

  it("reads what it spells, with the same meaning", () => {
    let read = 0;
    fc.assert(
      fc.property(tree(), (formula) => {
        const first = parse(`=${formula}`);
        expect(first).not.toMatchObject({ kind: "invalid" });
        expect(spelled(parse(`=${spelled(first)}`))).toBe(spelled(first));
        read++;
      }),
      { numRuns: 1500 },
    );
    expect(read).toBe(1500);
  });

  it("understands a tree of operators as it was built, however it is grouped", () => {
    fc.assert(
      fc.property(operations(), ({ text, reading }) => {
        expect(spelled(parse(`=${text}`))).toBe(reading);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives every part a place within the part around it, in order", () => {
    fc.assert(
      fc.property(tree(), (formula) => {
        const holds = (node: FormulaNode): void => {
          let from = node.start;
          for (const part of partsOf(node)) {
            expect(part.start).toBeGreaterThanOrEqual(from);
            expect(part.end).toBeLessThanOrEqual(node.end);
            from = part.end;
            holds(part);
          }
        };
        holds(parse(`=${formula}`));
      }),
      { numRuns: 500 },
    );
  });
});

/** Texts made of the pieces of formulas in any order: most are nonsense that looks like sense. */
function formulaLike(): fc.Arbitrary<string> {
  const pieces = [
    "=",
    "A1",
    "$B$2",
    "C:C",
    "1:2",
    "(",
    ")",
    "{",
    "}",
    ",",
    ";",
    '"',
    "'",
    "!",
    "#",
    "[",
    "]",
    "+",
    "-",
    "*",
    "/",
    "^",
    "%",
    " ",
    "\n",
    "1",
    ".5",
    "E3",
    "LET(",
    "LAMBDA(",
    "x",
    "SUM(",
    "@",
    ":",
    ".:.",
    "&",
    "<",
    ">",
    "$",
    "é",
    "😀",
    "\0",
    "_xlfn.",
    "TRUE",
    "#REF!",
    '"a"',
    "Sheet1!",
    "'My Sheet'!",
    "[Book.xlsx]",
    "T[a]",
    "[@b]",
    "COMPUTE.PUEPOWER(",
    "'",
    "\\",
    "?",
    ".",
  ];
  return fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(""));
}

const leaves = [
  "1",
  "2.5",
  "1E-7",
  '"a ""b"""',
  "TRUE",
  "#N/A",
  "A1",
  "$B$2:C9",
  "D:D",
  "1:2",
  "Sheet1!A1",
  "'My Sheet'!A1:B2",
  "rate",
  "Sales[Rent]",
  "[@Rent]",
  "A1#",
  "{1,2;3,4}",
  "[Book.xlsx]Sheet1!A1",
  "A1:INDEX(B:B,2)",
];

/** Valid formulas of every shape. */
function tree(): fc.Arbitrary<string> {
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom(...leaves),
      fc
        .tuple(
          tie("formula"),
          fc.constantFrom("+", " - ", "*", "/", "^", "&", "=", "<>", "<", ">=", "\n+"),
          tie("formula"),
        )
        .map((parts) => parts.join("")),
      fc.tuple(fc.constantFrom("-", "+", "@", " -"), tie("formula")).map((parts) => parts.join("")),
      tie("formula").map((inner) => `(${inner})`),
      tie("formula").map((inner) => `(${inner})%`),
      fc
        .tuple(
          fc.constantFrom("SUM", "COMPUTE.PUEPOWER", "_xlfn.XLOOKUP", "f"),
          fc.array(fc.oneof(tie("formula"), fc.constant("")), { maxLength: 3 }),
        )
        .map(([name, list]) => `${name}(${list.join(" ,")})`),
      fc.tuple(tie("formula"), tie("formula")).map(([value, body]) => `LET(x,${value},y,x,${body})`),
      fc.tuple(tie("formula"), tie("formula")).map(([body, given]) => `LAMBDA(x,[y],${body})(${given})`),
    ),
  }));
  return formula;
}

/** Operators over numbers: the text with only the parentheses it needs, and with all. */
function operations(): fc.Arbitrary<{ text: string; reading: string; strength: number }> {
  const strengths: Record<string, number> = { "^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2, "=": 1, "<=": 1 };
  type Made = { text: string; reading: string; strength: number };
  const within = (made: Made, least: number): string => (made.strength < least ? `(${made.text})` : made.text);
  const { node } = fc.letrec<{ node: Made }>((tie) => ({
    node: fc.oneof(
      { depthSize: "medium" },
      fc.nat(99).map((n) => ({ text: String(n), reading: String(n), strength: 9 })),
      fc.tuple(fc.constantFrom(...Object.keys(strengths)), tie("node"), tie("node")).map(([operator, left, right]) => {
        const strength = strengths[operator] ?? 0;
        const text = within(left, strength) + operator + within(right, strength + 1);
        return { text, reading: `(${left.reading}${operator}${right.reading})`, strength };
      }),
      tie("node").map((of) => ({ text: `-${within(of, 7)}`, reading: `(-${of.reading})`, strength: 7 })),
      tie("node").map((of) => ({ text: `${within(of, 6)}%`, reading: `(${of.reading}%)`, strength: 6 })),
    ),
  }));
  return node;
}
