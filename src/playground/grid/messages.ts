/** A cell's place on its sheet. */
interface At {
  readonly row: number;
  readonly column: number;
}

/** The words of errors, by the cell that shows them. A cell has an entry only while its last calculation failed. */
export class Messages {
  readonly #byCell = new Map<string, string>();
  /** The cells with words, by the cell whose formula spilled them. */
  readonly #byFormula = new Map<string, string[]>();

  /** Words for a cell; `from` holds the formula that fills it. */
  set(sheet: string, row: number, column: number, message: string, from: At = { row, column }): void {
    const cell = key(sheet, row, column);
    const formula = key(sheet, from.row, from.column);
    this.#byCell.set(cell, message);
    this.#byFormula.set(formula, [...(this.#byFormula.get(formula) ?? []), cell]);
  }

  /** Forgets what the formula of a cell said, there and in the cells it filled. */
  deleteFrom(sheet: string, row: number, column: number): void {
    const formula = key(sheet, row, column);
    for (const cell of this.#byFormula.get(formula) ?? []) this.#byCell.delete(cell);
    this.#byFormula.delete(formula);
    this.#byCell.delete(formula);
  }

  get(sheet: string, row: number, column: number): string | undefined {
    return this.#byCell.get(key(sheet, row, column));
  }
}

function key(sheet: string, row: number, column: number): string {
  return `${sheet}!${row},${column}`;
}
