import { parse } from "../../src/formula/parse";
import { references } from "../../src/formula/needs";

describe("references", () => {
  it.each([
    ["=1+2", []],
    ["=A1+$A$1+a1", ["cells A1"]],
    ["=SUM(Sheet1!A1:B2, 'My Sheet'!C:C, 4:4)", ["cells Sheet1!A1:B2", "cells 'My Sheet'!C:C", "cells 4:4"]],
    ["=A1#+SUM('My Sheet'!B2#)", ["spill A1#", "cells A1", "spill 'My Sheet'!B2#", "cells 'My Sheet'!B2"]],
    ["=A1:B2:C3", ["cells A1:C3", "cells A1:B2", "cells C3"]],
    ["=SUM(A1:C3 B2:D4)", ["cells B2:C3", "cells A1:C3", "cells B2:D4"]],
    ["=A1:INDEX(B:B,3)", ["cells A1", "cells B:B"]],
    ["=rate*rate+Sheet1!rate", ["name rate", "name Sheet1!rate"]],
    ["=LET(x,A1,y,x+z,x*y)", ["cells A1", "name z"]],
    ["=LET(x,x,x)", ["name x"]],
    ["=MAP(A1:A3,LAMBDA(v,v*rate))+v", ["cells A1:A3", "name rate", "name v"]],
    ["=SUM(Sales[Rent])+Sales[Rent]", ["table Sales[Rent]"]],
    ["=COMPUTE.LOANCOVERAGE(IF(B1,B2,B3),SUM(C1:C9))", ["cells B1", "cells B2", "cells B3", "cells C1:C9"]],
    ["=[Book.xlsx]Sheet1!A1", ["cells [Book.xlsx]Sheet1!A1"]],
    ["=SUM(A1", []],
  ])("of %s are %j", (formula, needs) => {
    expect(
      references(parse(formula))
        .map(({ kind, text }) => `${kind} ${text}`)
        .sort(),
    ).toEqual([...needs].sort());
  });
});
