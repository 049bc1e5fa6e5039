import { concepts } from "../../src/concepts";
import { looksLikeCell } from "../../src/formula/address";
import { moved } from "../../src/formula/calls";
import { type FormulaNode, walk } from "../../src/formula/nodes";
import { parse } from "../../src/formula/parse";
import { isError } from "../../src/formula/values";
import { ModelValues } from "../../src/models/evaluate";
import { reserved } from "../../src/models/formula";
import { columns } from "../../src/models/layout";
import type { Model } from "../../src/models/model";
import { models } from "../../src/models/templates";
import { write } from "../../src/models/write";
import { changed, deepest, formulasOf, functionsIn, inBoth, numbersIn, valuesOf } from "./sheets";

/** What any spreadsheet has computed for twenty years, and no rule of modeling forbids. */
const classicFunctions = new Set(
  `ABS AND AVERAGE CEILING COUNT COUNTIF EXP FLOOR IF IFERROR INDEX INT ISNUMBER LN LOG10 MATCH MAX MIN MOD N NA NOT OR PMT
  POWER PRODUCT PV ROUND ROWS ROUNDDOWN ROUNDUP SQRT SUM SUMIF SUMPRODUCT LARGE SMALL MEDIAN ISBLANK`.split(/\s+/),
);
const forbidden = /^(NPV|XNPV|OFFSET|INDIRECT|NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO)$/;
const constants = [0, 1, 12, 24, 1000];

describe.each(models.map((model) => [model.id, model] as const))("%s", (id, model) => {
  const { dynamic, classic } = inBoth(model);
  const inputs = model.inputs.flatMap(({ rows }) => rows);
  const computed = [...model.workings, ...model.outputs].flatMap(({ rows }) => rows);
  const stated = statedFormulas(model);

  describe("as declared", () => {
    it("has words for its readers", () => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(model.sentences).toHaveLength(5);
      for (const sentence of model.sentences) expect(sentence).toMatch(/^[A-Z].{30,170}\.$/);
      expect(model.lessons.filter((slug) => !concepts.some((concept) => concept.slug === slug))).toEqual([]);
      expect(model.lessons.length).toBeGreaterThan(0);
      expect(model.sources.length).toBeGreaterThan(0);
    });

    it("has an id, a label, a unit and a format for every row", () => {
      const lines = [
        ...inputs,
        ...computed,
        ...model.checks.map((check) => ({ ...check, format: "0" })),
        ...model.decisions,
      ];
      const wrong = lines.filter(
        (line) =>
          !/^[a-z][A-Za-z]+\d*$/.test(line.id) ||
          looksLikeCell(line.id) ||
          reserved.includes(line.id.toUpperCase()) ||
          line.label.trim() === "" ||
          line.label.length > 70 ||
          line.unit.trim() === "" ||
          line.format === "",
      );
      expect(wrong.map((line) => line.id)).toEqual([]);
    });

    it("gives each input one value, or one for each period", () => {
      const wrong = inputs.filter(
        ({ value, each }) =>
          (value === undefined) === (each === undefined) || (each && each.length !== model.axis.periods),
      );
      expect(wrong.map((row) => row.id)).toEqual([]);
    });

    it("uses every input", () => {
      const words = new Set(stated.flatMap(({ formula }) => formula.match(/[A-Za-z_]\w*/g) ?? []));
      expect(inputs.filter((row) => !words.has(row.id)).map((row) => row.id)).toEqual([]);
    });

    it("holds no number in a formula except 0, 1, 12, 24 and 1000", () => {
      const wrong = stated.filter(({ formula }) => numbersIn(formula).some((number) => !constants.includes(number)));
      expect(wrong).toEqual([]);
    });

    it("has no IF within an IF", () => {
      const nests = (node: FormulaNode): boolean => [...walk(node)].some((one) => one.node !== node && isIf(one.node));
      const isIf = (node: FormulaNode) => node.kind === "call" && node.name === "IF";
      const wrong = stated.filter(({ formula }) =>
        [...walk(parse(formula))].some(({ node }) => isIf(node) && nests(node)),
      );
      expect(wrong).toEqual([]);
    });

    it("charts rows of Outputs", () => {
      const outputs = model.outputs.flatMap(({ rows }) => rows);
      const charted = [...model.chart.series.map((series) => series.id), ...(model.chart.x ? [model.chart.x] : [])];
      const rows = charted.map((one) => outputs.find((row) => row.id === one));
      expect(rows.every((row) => row?.each !== undefined)).toBe(true);
      if (model.chart.fromStart) expect(rows.every((row) => row?.start !== undefined)).toBe(true);
      expect(outputs.filter((row) => row.key).length).toBeGreaterThanOrEqual(3);
      expect(outputs.filter((row) => row.key).length).toBeLessThanOrEqual(6);
    });
  });

  describe.each([["dynamic", dynamic] as const, ["classic", classic] as const])("%s", (style, made) => {
    const formulas = formulasOf(made);
    const values = new ModelValues(made);

    it("calls no function that modeling forbids", () => {
      expect(formulas.filter(({ formula }) => functionsIn(formula).some((name) => forbidden.test(name)))).toEqual([]);
    });

    if (style === "classic") {
      it("uses classic functions only", () => {
        const other = formulas.flatMap(({ sheet, row, formula }) =>
          functionsIn(formula)
            .filter((name) => !classicFunctions.has(name))
            .map((name) => `${name} in ${sheet} row ${row}: give the row a classic formula`),
        );
        expect([...new Set(other)]).toEqual([]);
      });
    } else {
      it("calls our functions, none more than three levels deep", () => {
        expect(formulas.filter(({ formula }) => formula.includes("COMPUTE.")).length).toBeGreaterThan(3);
        const { depth, at } = deepest(made);
        expect([depth <= 3, at]).toEqual([true, at]);
      });
    }

    it("has the same formula across each row", () => {
      const wrong = made.sheets
        .filter(({ id: sheet }) => !["about", "schedules"].includes(sheet))
        .flatMap(({ name, content }) =>
          content.rows.flatMap((cells, row) => {
            const [first, ...others] = cells.slice(columns.first - 1).map((cell) => cell?.formula);
            const alike = others.every(
              (formula, i) => formula === (first === undefined ? undefined : moved(first, 0, i + 1)),
            );
            return alike ? [] : [`${name} row ${row + 1}`];
          }),
        );
      expect(wrong).toEqual([]);
    });

    it("computes without an error, and its master check is zero", () => {
      const errors = [...valuesOf(made)].filter(([, value]) => isError(value));
      expect(errors).toEqual([]);
      expect(values.value("checkErrors")).toBe(0);
      for (const sheet of made.sheets) {
        expect(values.at(sheet.id, 2, columns.value)).toBe(0);
        expect(values.at(sheet.id, 2, columns.total)).toBe("OK");
      }
    });

    it("shows an error on every sheet when a check fails", () => {
      const broken = {
        ...made,
        sheets: made.sheets.map((sheet) => ({ ...sheet, content: withoutOne(sheet.id, sheet.content, made) })),
      };
      const after = new ModelValues(broken);
      expect(after.value("checkErrors")).toBeGreaterThan(0);
      for (const sheet of made.sheets) expect(after.at(sheet.id, 2, columns.total)).toBe("ERROR");
    });
  });

  it("comes to the same in both styles", () => {
    const [one, other] = [new ModelValues(dynamic), new ModelValues(classic)];
    const differences: string[] = [];
    let compared = 0;
    const compare = (what: string, a: unknown, b: unknown): void => {
      compared++;
      const same =
        typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b;
      if (!same) differences.push(`${what}: ${String(a)} and ${String(b)}`);
    };
    for (const [name, spot] of dynamic.layout.spots) {
      if (spot.kind === "table") {
        // One that classic rows cannot give: what is taken from it is compared where it is used.
        if (!classic.layout.spots.has(name)) continue;
        const twin = classic.layout.spot(name);
        for (let row = 0; row <= spot.rows; row++)
          for (let column = 1; column <= spot.columns.length; column++)
            compare(
              `${name} ${row} ${column}`,
              one.at("schedules", spot.row + row, column),
              other.at("schedules", twin.row + row, column),
            );
      } else if (spot.kind === "value") compare(name, one.value(name), other.value(name));
      else {
        const [a, b] = [one.series(name, true), other.series(name, true)];
        a.forEach((value, i) => compare(`${name} ${i}`, value, b[i]));
      }
      if (spot.kind !== "table") compare(`${name} total`, one.total(name), other.total(name));
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });

  it.each(model.directions.map((direction) => [direction.input, direction] as const))(
    "moves the right way with %s",
    (input, { times, raises = [], lowers = [] }) => {
      const row = inputs.find((one) => one.id === input)!;
      const before = new ModelValues(classic);
      const after = new ModelValues(
        write(changed(model, { [input]: Number(row.value) * times }), { style: "classic" }),
      );
      const moves = (ids: readonly string[]) =>
        ids.map((one) => Math.sign(Number(after.value(one)) - Number(before.value(one))));
      expect(raises.length + lowers.length).toBeGreaterThan(0);
      expect([moves(raises), moves(lowers)]).toEqual([raises.map(() => 1), lowers.map(() => -1)]);
      expect(after.value("checkErrors")).toBe(0);
    },
  );

  it("is moved in at least five directions", () => {
    expect(model.directions.length).toBeGreaterThanOrEqual(5);
    expect(model.checks.length).toBeGreaterThanOrEqual(5);
    expect(model.decisions.length).toBeGreaterThanOrEqual(2);
  });
});

/** Every formula of a declaration, with what it belongs to. */
function statedFormulas(model: Model): { id: string; formula: string }[] {
  const rows = [...model.workings, ...model.outputs].flatMap((section) => section.rows);
  const named = ["sum", "min", "max", "average", "last", undefined];
  return [
    ...rows.flatMap(({ id, value, each, start, total, classic }) =>
      [
        value,
        each,
        start,
        named.includes(total) ? undefined : total,
        classic?.value,
        classic?.each,
        classic?.start,
        classic?.total,
      ].map((formula) => ({ id, formula })),
    ),
    ...(model.tables ?? []).map(({ id, call }) => ({ id, formula: call })),
    ...model.checks.flatMap(({ id, difference, each, truth, classic }) =>
      [difference, each, truth, classic].map((formula) => ({ id, formula })),
    ),
    ...model.decisions.flatMap(({ id, margin, each, classic, fix }) =>
      [margin, each, classic, fix.value, fix.classic].map((formula) => ({ id, formula })),
    ),
  ].flatMap(({ id, formula }) => (formula === undefined ? [] : [{ id, formula }]));
}

/** Checks with the first difference overwritten by a number. */
function withoutOne(
  sheet: string,
  content: ReturnType<typeof inBoth>["classic"]["sheets"][number]["content"],
  { layout }: ReturnType<typeof inBoth>["classic"],
) {
  if (sheet !== "checks") return content;
  const check = layout.spot(layout.model.checks[0]!.id).row - 1;
  const rows = content.rows.map((cells, row) =>
    row === check ? cells.map((cell, i) => (i === columns.value - 1 ? { value: 1 } : cell)) : cells,
  );
  return { ...content, rows };
}
