import { CalculationError } from "../../src/calc/error";
import { functions } from "../../src/concepts";
import { exampleCells, type FunctionDefinition } from "../../src/concepts/define";
import { evaluate } from "../../src/concepts/evaluate";

/** What a cell, a range or a mistake can hand over. */
const junk: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "text",
  "12",
  "7%",
  "1,234.5",
  "1e400",
  "#N/A",
  "=1",
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  1.5,
  -0.999999,
  85,
  1e-300,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  NaN,
  Infinity,
  -Infinity,
  [],
  [[]],
  [[null]],
  [
    [1, 2],
    [3, 4],
  ],
  [["a", 1]],
  [[NaN]],
  [[1], [2], [3]],
  [[0, 0, 0]],
  [[1e308, 1e308]],
  {},
  { type: "Error" },
  new Date(0),
  Symbol.iterator.toString(),
  () => 1,
];

/** A small generator, so that every run asks the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** One or two arguments of the example replaced by junk; now and then all of them. */
function hostile(fn: FunctionDefinition, random: () => number): unknown[] {
  const pick = (): unknown => junk[Math.floor(random() * junk.length)];
  const cells = Object.keys(fn.parameters).map((_, i) => exampleCells(fn)[i]);
  if (random() < 0.2) return cells.map(pick);
  const count = random() < 0.5 ? 1 : 2;
  for (let k = 0; k < count; k++) cells[Math.floor(random() * cells.length)] = pick();
  return cells;
}

const isCell = (value: unknown): boolean =>
  typeof value === "string" ||
  typeof value === "boolean" ||
  (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0));

function isResult(value: unknown): boolean {
  if (!Array.isArray(value)) return isCell(value);
  const rows = value as unknown[][];
  return rows.every((row) => row.length === rows[0]!.length && row.every(isCell));
}

const perFunction = Math.ceil(70_000 / functions.length);

describe.each(functions.map((fn) => [fn.name as string, fn] as const))("%s", (name, fn) => {
  it(`gives a result or an error with words, for ${perFunction} hostile calls`, () => {
    const random = seeded(name.length * 7919 + name.charCodeAt(0));
    for (let call = 0; call < perFunction; call++) {
      const cells = hostile(fn, random);
      try {
        const result = evaluate(fn, cells);
        if (!isResult(result)) throw new Error(`${name}(${cells.map(String).join("; ")}) gives ${String(result)}`);
      } catch (error) {
        if (!(error instanceof CalculationError)) throw error;
        expect(error.message).toMatch(/\S{2,}/);
        expect(error.message).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });
});
