import { cellAddress, parseAddress, rowCount, columnCount, type Box, type Size } from "../../src/playground/office/a1";
import type {
  BorderLook,
  CellExtra,
  CellInput,
  CellState,
  Grid,
  GridEvent,
  Look,
  Name,
  Selection,
  Side,
  Value,
} from "../../src/playground/office/grid";

interface Cell {
  entry: CellInput;
  value: Value;
  format: string;
  look: Look;
  extra: CellExtra;
}

interface Sheet {
  name: string;
  cells: Map<string, Cell>;
  widths: Map<number, number>;
  frozen: readonly [number, number];
  tabColor: string;
  gridlines: boolean;
}

const size: Size = { rows: 1000, columns: 40 };

/**
 * A workbook in memory for tests of the emulation. Its formulas are sums of numbers and cells of the same sheet, and
 * =SPILL(rows,columns); they are calculated at settle and not before, so that a missing wait shows.
 */
export class MemoryGrid implements Grid {
  readonly #sheets = new Map<string, Sheet>();
  readonly #names: Name[] = [];
  readonly #handlers = new Set<(event: GridEvent) => void>();
  #data: Record<string, unknown> = {};
  #active: string;
  #selection: Selection;
  /** What was called that is only passed on. */
  readonly log: string[] = [];
  steps = 0;

  constructor() {
    this.#active = this.addSheet("Sheet1");
    this.#selection = {
      sheet: this.#active,
      boxes: [{ top: 0, left: 0, bottom: 0, right: 0 }],
      active: { row: 0, column: 0 },
    };
  }

  emit(event: GridEvent): void {
    for (const handler of this.#handlers) handler(event);
  }

  on(handler: (event: GridEvent) => void): () => void {
    this.#handlers.add(handler);
    return () => void this.#handlers.delete(handler);
  }

  sheets(): { id: string; name: string; visible: boolean }[] {
    return [...this.#sheets].map(([id, { name }]) => ({ id, name, visible: true }));
  }

  activeSheet(): string {
    return this.#active;
  }

  activate(sheet: string): void {
    this.#active = sheet;
  }

  addSheet(name: string): string {
    const id = `{${this.#sheets.size + 1}}`;
    this.#sheets.set(id, { name, cells: new Map(), widths: new Map(), frozen: [0, 0], tabColor: "", gridlines: true });
    return id;
  }

  deleteSheet(sheet: string): void {
    this.#sheets.delete(sheet);
    this.#active = [...this.#sheets.keys()][0] ?? "";
  }

  renameSheet(sheet: string, name: string): void {
    this.#sheet(sheet).name = name;
  }

  size(): Size {
    return size;
  }

  freeze(sheet: string, rows: number, columns: number): void {
    this.#sheet(sheet).frozen = [rows, columns];
  }

  frozen(sheet: string): readonly [number, number] {
    return this.#sheet(sheet).frozen;
  }

  tabColor(sheet: string): string {
    return this.#sheet(sheet).tabColor;
  }

  setTabColor(sheet: string, color: string): void {
    this.#sheet(sheet).tabColor = color;
  }

  gridlines(sheet: string): boolean {
    return this.#sheet(sheet).gridlines;
  }

  setGridlines(sheet: string, shown: boolean): void {
    this.#sheet(sheet).gridlines = shown;
  }

  selection(): Selection {
    return this.#selection;
  }

  setSelection(selection: Selection): void {
    this.#selection = selection;
  }

  select(sheet: string, box: Box): void {
    this.#active = sheet;
    this.#selection = { sheet, boxes: [box], active: { row: box.top, column: box.left } };
  }

  used(sheet: string, valuesOnly: boolean): Box | undefined {
    const cells = [...this.#sheet(sheet).cells].filter(
      ([, { entry, look }]) => entry !== "" || (!valuesOnly && Object.keys(look).length > 0),
    );
    const boxes = cells.map(([address]) => parseAddress(address, size) as Box);
    for (const [address] of cells) {
      const { top, left } = parseAddress(address, size) as Box;
      const spilled = this.spill(sheet, top, left);
      if (spilled) boxes.push(spilled);
    }
    if (boxes.length === 0) return undefined;
    return {
      top: Math.min(...boxes.map(({ top }) => top)),
      left: Math.min(...boxes.map(({ left }) => left)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      right: Math.max(...boxes.map(({ right }) => right)),
    };
  }

  read(sheet: string, box: Box): CellState[][] {
    return rows(box).map((row) =>
      columns(box).map((column) => {
        const cell = this.#sheet(sheet).cells.get(cellAddress(row, column));
        const parent = this.spillParent(sheet, row, column);
        const value = parent ? `${row - parent.row},${column - parent.column}` : (cell?.value ?? null);
        return {
          value,
          formula: typeof cell?.entry === "string" && cell.entry.startsWith("=") ? cell.entry : "",
          text: value === null ? "" : String(typeof value === "object" ? value.error : value),
          numberFormat: cell?.format ?? "General",
        };
      }),
    );
  }

  write(sheet: string, box: Box, inputs: readonly (readonly CellInput[])[]): void {
    for (const [r, row] of inputs.entries())
      for (const [c, input] of row.entries()) {
        if (input === null) continue;
        const cell = this.#cell(sheet, box.top + r, box.left + c);
        const isFormula = typeof input === "string" && input.startsWith("=");
        cell.entry = input;
        cell.value = isFormula || input === "" ? null : input;
      }
  }

  clear(sheet: string, box: Box, what: "All" | "Contents" | "Formats"): void {
    for (const row of rows(box))
      for (const column of columns(box)) {
        const cell = this.#sheet(sheet).cells.get(cellAddress(row, column));
        if (!cell) continue;
        if (what !== "Formats") Object.assign(cell, { entry: "", value: null });
        if (what !== "Contents") Object.assign(cell, { format: "General", look: {} });
      }
  }

  setNumberFormats(sheet: string, box: Box, formats: readonly (readonly (string | null)[])[]): void {
    for (const [r, row] of formats.entries())
      for (const [c, format] of row.entries())
        if (format !== null) this.#cell(sheet, box.top + r, box.left + c).format = format;
  }

  spill(sheet: string, row: number, column: number): Box | undefined {
    const cell = this.#sheet(sheet).cells.get(cellAddress(row, column));
    const shape = cell?.value !== null && /^=SPILL\((\d+),(\d+)\)$/.exec(String(cell?.entry));
    if (!shape) return undefined;
    return { top: row, left: column, bottom: row + Number(shape[1]) - 1, right: column + Number(shape[2]) - 1 };
  }

  spillParent(sheet: string, row: number, column: number): { row: number; column: number } | undefined {
    for (const address of this.#sheet(sheet).cells.keys()) {
      const { top, left } = parseAddress(address, size) as Box;
      const box = this.spill(sheet, top, left);
      if (box && box.top <= row && row <= box.bottom && box.left <= column && column <= box.right)
        return { row: top, column: left };
    }
    return undefined;
  }

  look(sheet: string, box: Box): Look {
    return this.#cell(sheet, box.top, box.left).look;
  }

  setLook(sheet: string, box: Box, look: Look): void {
    for (const row of rows(box))
      for (const column of columns(box)) Object.assign(this.#cell(sheet, row, column).look, look);
  }

  setBorder(sheet: string, box: Box, side: Side, border: BorderLook): void {
    this.log.push(`border ${cellAddress(box.top, box.left)} ${side} ${border.style} ${border.color}`);
  }

  merge(sheet: string, box: Box, across: boolean): void {
    this.log.push(`merge ${cellAddress(box.top, box.left)} ${across}`);
  }

  columnWidth(sheet: string, box: Box): number | undefined {
    const widths = columns(box).map((column) => this.#sheet(sheet).widths.get(column) ?? 64);
    return widths.every((width) => width === widths[0]) ? widths[0] : undefined;
  }

  setColumnWidth(sheet: string, box: Box, pixels: number): void {
    for (const column of columns(box)) this.#sheet(sheet).widths.set(column, pixels);
  }

  rowHeight(): number {
    return 20;
  }

  setRowHeight(sheet: string, box: Box, pixels: number): void {
    this.log.push(`height ${box.top} ${pixels}`);
  }

  fitColumns(sheet: string, box: Box): void {
    this.log.push(`fit ${box.left}-${box.right}`);
  }

  extra(sheet: string, row: number, column: number): CellExtra {
    return this.#sheet(sheet).cells.get(cellAddress(row, column))?.extra ?? {};
  }

  setExtra(sheet: string, row: number, column: number, extra: CellExtra): void {
    this.#cell(sheet, row, column).extra = extra;
  }

  extras(sheet: string): { row: number; column: number; extra: CellExtra }[] {
    return [...this.#sheet(sheet).cells].map(([address, { extra }]) => {
      const { top: row, left: column } = parseAddress(address, size) as Box;
      return { row, column, extra };
    });
  }

  names(): Name[] {
    return [...this.#names];
  }

  setName(name: Name): void {
    this.deleteName(name.name);
    this.#names.push(name);
  }

  deleteName(name: string): void {
    const index = this.#names.findIndex((each) => each.name === name);
    if (index >= 0) this.#names.splice(index, 1);
  }

  documentData(): Readonly<Record<string, unknown>> {
    return this.#data;
  }

  setDocumentData(key: string, value: unknown): void {
    const { [key]: _, ...rest } = this.#data;
    this.#data = value === undefined ? rest : { ...rest, [key]: value };
  }

  recalculate(): void {
    this.log.push("recalculate");
  }

  async settle(): Promise<void> {
    await Promise.resolve();
    for (const { cells } of this.#sheets.values())
      for (const cell of cells.values())
        if (typeof cell.entry === "string" && cell.entry.startsWith("=")) cell.value = calculated(cells, cell.entry);
  }

  asOneStep<Result>(work: () => Promise<Result>): Promise<Result> {
    this.steps += 1;
    return work();
  }

  #sheet(id: string): Sheet {
    const sheet = this.#sheets.get(id);
    if (!sheet) throw new Error("no such sheet");
    return sheet;
  }

  #cell(sheet: string, row: number, column: number): Cell {
    const { cells } = this.#sheet(sheet);
    const address = cellAddress(row, column);
    const cell = cells.get(address) ?? { entry: "", value: null, format: "General", look: {}, extra: {} };
    cells.set(address, cell);
    return cell;
  }
}

function calculated(cells: ReadonlyMap<string, Cell>, formula: string): Value {
  if (formula === "=1/0") return { error: "#DIV/0!" };
  if (formula.startsWith("=SPILL")) return "0,0";
  const terms = formula.slice(1).split("+");
  return terms.reduce((sum, term) => {
    const cell = cells.get(term);
    const value = cell
      ? typeof cell.entry === "string" && cell.entry.startsWith("=")
        ? calculated(cells, cell.entry)
        : cell.value
      : Number(term);
    return sum + Number(value);
  }, 0);
}

function rows(box: Box): number[] {
  return Array.from({ length: rowCount(box) }, (_, i) => box.top + i);
}

function columns(box: Box): number[] {
  return Array.from({ length: columnCount(box) }, (_, i) => box.left + i);
}
