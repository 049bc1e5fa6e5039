import { CalculationError, worksheetErrors } from "../../src/calc/error";
import { functionNamed } from "../../src/concepts";
import { evaluate, type CellValue } from "../../src/concepts/evaluate";

/** A plain list stands for a row of cells. */
const asCells = (cell: unknown): unknown => (Array.isArray(cell) && !Array.isArray(cell[0]) ? [cell] : cell);

const named = (name: string) => {
  const fn = functionNamed(name);
  if (!fn) throw new Error(`no function ${name}`);
  return fn;
};

/** The result of a function for cell values in the order of its parameters. */
export function call(name: string, ...cells: unknown[]): CellValue | CellValue[][] {
  return evaluate(named(name), cells.map(asCells));
}

/** The result of a function that returns one number. */
export const numberOf = (name: string, ...cells: unknown[]): number => call(name, ...cells) as number;

/** The rows of a function that returns a table, without the header. */
export const rowsOf = (name: string, ...cells: unknown[]): CellValue[][] =>
  (call(name, ...cells) as CellValue[][]).slice(1);

/** What a cell shows and says instead of a result. */
export function problem(name: string, ...cells: unknown[]): { code: string; message: string } {
  try {
    call(name, ...cells);
  } catch (error) {
    if (error instanceof CalculationError) return { code: worksheetErrors[error.code], message: error.message };
    throw error;
  }
  throw new Error(`${name} has a result`);
}
