import { CalculationError, worksheetErrors } from "../../src/calc/error";
import { functionNamed } from "../../src/concepts";
import { evaluate } from "../../src/concepts/evaluate";
import published from "../published/cases.json";

/** A figure that somebody else published, with its source. `args` are cell values; a list is a range. */
interface Case {
  id: string;
  function: string;
  args: unknown[];
  expected: number | { row: number; col: number; value: number | boolean } | { error: string };
  tolerance: { abs?: number; rel?: number };
  published: string;
  source: string;
  note: string;
}

const cases = published as unknown as Case[];

function resultOf({ function: name, args }: Case): unknown {
  try {
    return evaluate(
      functionNamed(name)!,
      args.map((cell) => (Array.isArray(cell) && !Array.isArray(cell[0]) ? [cell] : cell)),
    );
  } catch (error) {
    if (error instanceof CalculationError) return worksheetErrors[error.code];
    throw error;
  }
}

/** One number, an error, or the number in one cell of a table (row 0 is the header). */
function found(result: unknown, { expected }: Case): { is: unknown; published: number | string | boolean } {
  if (typeof expected === "number") return { is: result, published: expected };
  if ("error" in expected) return { is: result, published: expected.error };
  const { row, col, value } = expected;
  return { is: Array.isArray(result) ? (result as unknown[][])[row]?.[col] : result, published: value };
}

it("names the source of every figure", () => {
  for (const one of cases)
    expect([one.id, one.source, one.published]).toEqual([
      one.id,
      expect.stringMatching(/\S/),
      expect.stringMatching(/\S/),
    ]);
});

describe.each([...new Set(cases.map((one) => one.function))])("%s", (name) => {
  it.each(
    cases
      .filter((one) => one.function === name)
      .map((one) => [`${one.id}: ${one.published} (${one.source})`, one] as const),
  )("reproduces %s", (_, one) => {
    const { is, published: figure } = found(resultOf(one), one);
    if (typeof figure !== "number") return expect(is).toBe(figure);
    const allowed = Math.max(one.tolerance.abs ?? 0, (one.tolerance.rel ?? 0) * Math.abs(figure));
    expect(typeof is).toBe("number");
    expect(Math.abs((is as number) - figure)).toBeLessThanOrEqual(allowed);
  });
});
