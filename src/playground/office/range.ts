import { boxAddress, columnCount, parseAddress, quotedSheet, rowCount, splitSheet, type Box } from "./a1";
import type { RequestContext } from "./context";
import { DataValidation } from "./data-validation";
import { invalidArgument, notFound, notImplemented } from "./errors";
import { RangeFormat } from "./format";
import type { CellInput, CellState, Grid, Value } from "./grid";
import { ClientCollection, ClientObject, defineProperties, type Properties } from "./proxy";
import { setStyle, styleOf } from "./styles";
import { Worksheet } from "./worksheet";

/** A rectangle of a sheet. */
export interface Place {
  readonly sheet: string;
  readonly box: Box;
}

type Cells<Value> = Value[][];

const properties: Properties<Place> = {
  address: { get: (grid, place) => fullAddress(grid, place) },
  addressLocal: { get: (grid, place) => fullAddress(grid, place) },
  rowIndex: { get: (_, { box }) => box.top },
  columnIndex: { get: (_, { box }) => box.left },
  rowCount: { get: (_, { box }) => rowCount(box) },
  columnCount: { get: (_, { box }) => columnCount(box) },
  cellCount: { get: (_, { box }) => rowCount(box) * columnCount(box) },
  values: { get: each((cell) => plain(cell.value)), set: write, calculates: true },
  formulas: { get: each((cell) => cell.formula || plain(cell.value)), set: write, calculates: true },
  formulasLocal: { get: each((cell) => cell.formula || plain(cell.value)), set: write, calculates: true },
  text: { get: each((cell) => cell.text) },
  valueTypes: { get: each((cell) => valueType(cell.value)) },
  numberFormat: { get: each((cell) => cell.numberFormat), set: writeFormats },
  numberFormatLocal: { get: each((cell) => cell.numberFormat), set: writeFormats },
  hasSpill: { get: hasSpill },
  style: { get: styleOf, set: setStyle },
  isEntireColumn: { get: (grid, { sheet, box }) => rowCount(box) === grid.size(sheet).rows },
  isEntireRow: { get: (grid, { sheet, box }) => columnCount(box) === grid.size(sheet).columns },
};

/** What formulas decide; the rest is as it was written. */
const calculated: ReadonlySet<string> = new Set([
  "values",
  "formulas",
  "formulasLocal",
  "text",
  "valueTypes",
  "numberFormat",
  "numberFormatLocal",
  "hasSpill",
]);

export class Range extends ClientObject<Place> {
  declare address: string;
  declare rowIndex: number;
  declare columnIndex: number;
  declare rowCount: number;
  declare columnCount: number;
  declare values: Cells<unknown>;
  declare formulas: Cells<unknown>;
  declare text: Cells<string>;
  declare valueTypes: Cells<string>;
  declare numberFormat: Cells<string>;
  declare hasSpill: boolean | null;
  declare style: string | null;

  protected get properties(): Properties<Place> {
    return properties;
  }

  /** A sheet without any content stays blank whatever is calculated. */
  protected override isCalculated(name: string): boolean {
    const place = calculated.has(name) ? this.resolve() : null;
    return place !== null && this.context.grid.used(place.sheet, true) !== undefined;
  }

  get format(): RangeFormat {
    return this.part("format", () => new RangeFormat(this.context, () => this.resolve()));
  }

  get worksheet(): Worksheet {
    return this.part("worksheet", () => new Worksheet(this.context, () => this.resolve()?.sheet ?? null));
  }

  get dataValidation(): DataValidation {
    return this.part("dataValidation", () => new DataValidation(this.context, () => this.resolve()));
  }

  getCell(row: number, column: number): Range {
    return this.#within(({ box }) => cell(box.top + row, box.left + column));
  }

  getOffsetRange(rows: number, columns: number): Range {
    return this.#within(({ box }) => moved(box, rows, columns));
  }

  getResizedRange(rows: number, columns: number): Range {
    return this.#within(({ box }) => ({ ...box, bottom: box.bottom + rows, right: box.right + columns }));
  }

  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return this.#within(({ box }) => ({ ...box, bottom: box.top + rows - 1, right: box.left + columns - 1 }));
  }

  getRow(row: number): Range {
    return this.#within(({ box }) => ({ ...box, top: box.top + row, bottom: box.top + row }));
  }

  getColumn(column: number): Range {
    return this.#within(({ box }) => ({ ...box, left: box.left + column, right: box.left + column }));
  }

  getLastCell(): Range {
    return this.#within(({ box }) => cell(box.bottom, box.right));
  }

  getLastRow(): Range {
    return this.#within(({ box }) => ({ ...box, top: box.bottom }));
  }

  getLastColumn(): Range {
    return this.#within(({ box }) => ({ ...box, left: box.right }));
  }

  getEntireColumn(): Range {
    return this.#within(({ sheet, box }) => ({ ...box, top: 0, bottom: this.context.grid.size(sheet).rows - 1 }));
  }

  getEntireRow(): Range {
    return this.#within(({ sheet, box }) => ({ ...box, left: 0, right: this.context.grid.size(sheet).columns - 1 }));
  }

  getBoundingRect(other: Range | string): Range {
    return this.#with(other, (box, second) => ({
      top: Math.min(box.top, second.top),
      left: Math.min(box.left, second.left),
      bottom: Math.max(box.bottom, second.bottom),
      right: Math.max(box.right, second.right),
    }));
  }

  getIntersection(other: Range | string): Range {
    return this.#with(other, (box, second) => common(box, second) ?? fail());
  }

  getIntersectionOrNullObject(other: Range | string): Range {
    return this.#with(other, common);
  }

  getUsedRange(valuesOnly = false): Range {
    return this.#calculated(({ sheet, box }) => this.#used(sheet, box, valuesOnly) ?? cell(box.top, box.left));
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range {
    return this.#calculated(({ sheet, box }) => this.#used(sheet, box, valuesOnly));
  }

  getSpillingToRange(): Range {
    return this.#calculated(({ sheet, box }) => this.context.grid.spill(sheet, box.top, box.left) ?? fail());
  }

  getSpillingToRangeOrNullObject(): Range {
    return this.#calculated(({ sheet, box }) => this.context.grid.spill(sheet, box.top, box.left));
  }

  getSpillParent(): Range {
    return this.#calculated((place) => this.#spillParent(place) ?? fail());
  }

  getSpillParentOrNullObject(): Range {
    return this.#calculated((place) => this.#spillParent(place));
  }

  getSpecialCells(kind: string, valueType?: string): RangeAreas {
    this.context.enqueueRead(() => {});
    return new RangeAreas(this.context, () => {
      const places = this.#specialCells(kind, valueType);
      return places.length > 0 ? places : fail();
    });
  }

  getSpecialCellsOrNullObject(kind: string, valueType?: string): RangeAreas {
    this.context.enqueueRead(() => {});
    return new RangeAreas(this.context, () => {
      const places = this.#specialCells(kind, valueType);
      return places.length > 0 ? places : null;
    });
  }

  select(): void {
    this.context.enqueueWrite(() => {
      const { sheet, box } = this.required();
      this.context.grid.select(sheet, box);
    });
  }

  clear(applyTo: string = "All"): void {
    if (applyTo !== "All" && applyTo !== "Contents" && applyTo !== "Formats") throw notImplemented(`clear(${applyTo})`);
    this.context.enqueueWrite(() => {
      const { sheet, box } = this.required();
      this.context.grid.clear(sheet, box, applyTo);
    }, applyTo !== "Formats");
  }

  calculate(): void {
    this.context.enqueueWrite(() => this.context.grid.recalculate(), true);
  }

  merge(across = false): void {
    this.context.enqueueWrite(() => {
      const { sheet, box } = this.required();
      this.context.grid.merge(sheet, box, across);
    });
  }

  #within(find: (place: Place) => Box | null | undefined): Range {
    return new Range(this.context, () => {
      const place = this.resolve();
      const box = place && find(place);
      return box ? { sheet: place.sheet, box: checked(this.context.grid, place.sheet, box) } : null;
    });
  }

  /** As #within, for what is known only after calculation. */
  #calculated(find: (place: Place) => Box | null | undefined): Range {
    this.context.enqueueRead(() => {});
    return this.#within(find);
  }

  #with(other: Range | string, combine: (box: Box, second: Box) => Box | null | undefined): Range {
    return this.#within(({ sheet, box }) => {
      if (typeof other !== "string") return combine(box, other.required().box);
      return combine(box, placeOf(this.context.grid, sheet, other).box);
    });
  }

  #used(sheet: string, box: Box, valuesOnly: boolean): Box | null | undefined {
    const used = this.context.grid.used(sheet, valuesOnly);
    return used && common(box, used);
  }

  #spillParent({ sheet, box }: Place): Box | undefined {
    const parent = this.context.grid.spillParent(sheet, box.top, box.left);
    return parent && cell(parent.row, parent.column);
  }

  #specialCells(kind: string, valueType = "All"): Place[] {
    if (kind !== "Formulas" && kind !== "Constants") throw notImplemented(`special cells of kind ${kind}`);
    const { sheet, box } = this.required();
    const used = this.#used(sheet, box, true);
    if (!used) return [];
    const places: Place[] = [];
    this.context.grid.read(sheet, used).forEach((row, rowIndex) =>
      row.forEach((state, columnIndex) => {
        if (isSpecial(state, kind, valueType))
          places.push({ sheet, box: cell(used.top + rowIndex, used.left + columnIndex) });
      }),
    );
    return places;
  }
}
defineProperties(Range, Object.keys(properties));

/** Several ranges, such as all cells that show an error. */
export class RangeAreas extends ClientObject<readonly Place[]> {
  declare address: string;
  declare areaCount: number;
  declare cellCount: number;
  readonly areas: RangeCollection;

  constructor(context: RequestContext, resolver: () => readonly Place[] | null) {
    super(context, resolver);
    this.areas = new RangeCollection(context, () => this.required());
  }

  protected get properties(): Properties<readonly Place[]> {
    return areaProperties;
  }

  protected override isCalculated(): boolean {
    return true;
  }
}
const areaProperties: Properties<readonly Place[]> = {
  address: { get: (grid, places) => places.map((place) => fullAddress(grid, place)).join(",") },
  areaCount: { get: (_, places) => places.length },
  cellCount: { get: (_, places) => places.reduce((sum, { box }) => sum + rowCount(box) * columnCount(box), 0) },
};
defineProperties(RangeAreas, Object.keys(areaProperties));

export class RangeCollection extends ClientCollection<Range> {
  readonly #places: () => readonly Place[];

  constructor(context: RequestContext, places: () => readonly Place[]) {
    super(context);
    this.#places = places;
  }

  protected current(): Range[] {
    return this.#places().map((place) => new Range(this.context, () => place));
  }

  protected override isCalculated(): boolean {
    return true;
  }

  getItemAt(index: number): Range {
    return new Range(this.context, () => this.#places()[index] ?? fail());
  }
}

/** Where an address of a sheet is; the address may name a sheet itself. */
export function placeOf(grid: Grid, sheet: string, text: string): Place {
  const { sheet: name, address } = splitSheet(text);
  const found = name === undefined ? sheet : grid.sheets().find((each) => sameName(each.name, name))?.id;
  if (found === undefined) throw notFound();
  const spilled = address.endsWith("#");
  const box = parseAddress(spilled ? address.slice(0, -1) : address, grid.size(found));
  if (!box) throw invalidArgument();
  if (!spilled) return { sheet: found, box };
  return { sheet: found, box: grid.spill(found, box.top, box.left) ?? fail() };
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The address with its sheet, as Excel writes it: Loan!B2. */
export function fullAddress(grid: Grid, { sheet, box }: Place): string {
  const name = grid.sheets().find((each) => each.id === sheet)?.name;
  if (name === undefined) throw notFound();
  return `${quotedSheet(name)}!${boxAddress(box, grid.size(sheet))}`;
}

function each<Result>(pick: (cell: CellState) => Result): (grid: Grid, place: Place) => Result[][] {
  return (grid, { sheet, box }) => grid.read(sheet, box).map((row) => row.map(pick));
}

function plain(value: Value): number | string | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

function valueType(value: Value): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function write(grid: Grid, { sheet, box }: Place, value: unknown): void {
  grid.write(sheet, box, shaped<CellInput>(box, value));
}

function writeFormats(grid: Grid, { sheet, box }: Place, value: unknown): void {
  grid.setNumberFormats(sheet, box, shaped<string | null>(box, value));
}

/** Excel takes one value for all cells, or a table of exactly the range's shape. */
function shaped<Cell>(box: Box, value: unknown): Cell[][] {
  const rows = rowCount(box);
  const columns = columnCount(box);
  if (!Array.isArray(value)) return Array.from({ length: rows }, () => Array<Cell>(columns).fill(value as Cell));
  const table = value as unknown[];
  if (table.length !== rows || table.some((row) => !Array.isArray(row) || row.length !== columns))
    throw invalidArgument(
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range (${rows} x ${columns}).`,
    );
  return table as Cell[][];
}

function hasSpill(grid: Grid, { sheet, box }: Place): boolean | null {
  const states = new Set<boolean>();
  const used = common(box, grid.used(sheet, true) ?? box) ?? box;
  for (let row = used.top; row <= used.bottom; row += 1)
    for (let column = used.left; column <= used.right; column += 1)
      states.add(grid.spillParent(sheet, row, column) !== undefined);
  return states.size === 1 ? states.has(true) : null;
}

function isSpecial({ value, formula }: CellState, kind: string, wanted: string): boolean {
  if ((formula !== "") !== (kind === "Formulas") || (formula === "" && value === null)) return false;
  if (wanted === "All") return true;
  const type = { Double: "Numbers", Boolean: "Logical", Error: "Errors", String: "Text", Empty: "Text" }[
    valueType(value)
  ];
  return wanted.includes(type ?? "") || (wanted === "LogicalText" && type === "Text");
}

function cell(row: number, column: number): Box {
  return { top: row, left: column, bottom: row, right: column };
}

function moved(box: Box, rows: number, columns: number): Box {
  return { top: box.top + rows, left: box.left + columns, bottom: box.bottom + rows, right: box.right + columns };
}

function common(box: Box, other: Box): Box | null {
  const both = {
    top: Math.max(box.top, other.top),
    left: Math.max(box.left, other.left),
    bottom: Math.min(box.bottom, other.bottom),
    right: Math.min(box.right, other.right),
  };
  return both.top <= both.bottom && both.left <= both.right ? both : null;
}

function checked(grid: Grid, sheet: string, box: Box): Box {
  const { rows, columns } = grid.size(sheet);
  const inside = box.top >= 0 && box.left >= 0 && box.bottom < rows && box.right < columns;
  if (!inside || box.top > box.bottom || box.left > box.right) throw invalidArgument();
  return box;
}

function fail(): never {
  throw notFound();
}
