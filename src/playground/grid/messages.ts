/** The words of errors, by the cell that shows them. A cell has an entry only while its last calculation failed. */
export class Messages {
  readonly #byCell = new Map<string, string>();

  set(sheet: string, row: number, column: number, message: string): void {
    this.#byCell.set(key(sheet, row, column), message);
  }

  delete(sheet: string, row: number, column: number): void {
    this.#byCell.delete(key(sheet, row, column));
  }

  get(sheet: string, row: number, column: number): string | undefined {
    return this.#byCell.get(key(sheet, row, column));
  }
}

function key(sheet: string, row: number, column: number): string {
  return `${sheet}!${row},${column}`;
}
