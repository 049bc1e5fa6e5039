import { type ChecksSheet, modelDecisions, modelLine } from "../../src/models/decisions/model-decisions";
import { boardOf } from "../../src/models/decisions/board";
import { parse } from "../../src/formula/parse";
import { models } from "../../src/models/templates";
import { inBoth, valuesOf } from "./sheets";
import type { WrittenModel } from "../../src/models/write";

/** The sheets of a written model as a spreadsheet reads them. */
function sheetsOf(written: WrittenModel): ChecksSheet[] {
  const values = valuesOf(written);
  return written.sheets.map(({ id, name, content }) => ({
    name,
    formulas: content.rows.map((row) => row.map((cell) => cell?.formula ?? "")),
    values: content.rows.map((row, r) => row.map((cell, c) => values.get(`${id} ${r + 1} ${c + 1}`) ?? cell?.value)),
    numberFormats: content.rows.map((row) => row.map((cell) => cell?.numberFormat ?? "General")),
  }));
}

describe.each(models.map((model) => [model.id, model] as const))("the decisions of %s", (_, model) => {
  const { dynamic, classic } = inBoth(model);

  it.each([
    ["dynamic", dynamic],
    ["classic", classic],
  ] as const)("are all found on its sheets, %s, with verdict, margin, breach and fix", (__, written) => {
    const found = sheetsOf(written).flatMap(modelDecisions);
    expect(found.map(({ label, unit }) => [label, unit])).toEqual(
      model.decisions.map(({ label, unit }) => [label, unit]),
    );
    for (const [i, one] of found.entries()) {
      expect(typeof one.margin).toBe("number");
      expect(one.passes).toBe(one.margin! >= -1e-6);
      expect(one.breachRow !== undefined).toBe(model.decisions[i]!.each !== undefined);
      const fix = sheetsOf(written).find(({ name }) => name === one.sheet)!.values[one.fixRow - 1]!;
      expect(fix[0]).toBe(model.decisions[i]!.fix.label);
    }
  });

  it("are lines of the board that follow the model's own cells", () => {
    const found = sheetsOf(dynamic).flatMap(modelDecisions);
    const { rows } = boardOf([], { numberFormat: () => "0", date: "2026-11-29" }, found);
    const lines = rows.slice(-found.length);
    expect(lines).toEqual(found.map(modelLine));
    for (const cell of lines.flat()) {
      if (cell?.formula !== undefined) expect(parse(cell.formula).kind).not.toBe("invalid");
    }
  });
});

it("finds no decision on a sheet without one", () => {
  const sheet = {
    name: "Loan",
    formulas: [
      ["", "", "", '=IF(C1>=0,"Pass","Fail")'],
      ["", "", "", "=C1"],
    ],
    values: [["x", "", 1, "Pass"], []],
    numberFormats: [],
  };
  expect(modelDecisions(sheet)).toEqual([]);
});
