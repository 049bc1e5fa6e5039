import { parseAddress } from "./a1";
import { invalidArgument, notFound, notImplemented, OfficeError } from "./errors";
import { EventHandlers } from "./events";
import type { Grid } from "./grid";
import { NamedItems } from "./names";
import { Notes } from "./notes";
import { ClientCollection, ClientObject, defineProperties, type Properties } from "./proxy";
import { placeOf, Range, sameName } from "./range";
import { sheetEventArguments, type SheetEventName } from "./sheet-events";

const properties: Properties<string> = {
  id: { get: (_, sheet) => sheet },
  name: { get: (grid, sheet) => stateOf(grid, sheet).name, set: rename, calculates: true },
  position: { get: (grid, sheet) => grid.sheets().findIndex(({ id }) => id === sheet) },
  visibility: { get: (grid, sheet) => (stateOf(grid, sheet).visible ? "Visible" : "Hidden") },
  tabColor: {
    get: (grid, sheet) => grid.tabColor(sheet),
    set: (grid: Grid, sheet: string, color: string) => grid.setTabColor(sheet, color),
  },
  showGridlines: {
    get: (grid, sheet) => grid.gridlines(sheet),
    set: (grid: Grid, sheet: string, shown: boolean) => grid.setGridlines(sheet, shown),
  },
  standardWidth: { get: () => 8.43 },
};

/** A sheet, by its id. */
export class Worksheet extends ClientObject<string> {
  declare id: string;
  declare name: string;
  declare position: number;
  declare visibility: string;
  declare tabColor: string;
  declare showGridlines: boolean;

  protected get properties(): Properties<string> {
    return properties;
  }

  /** A range by its address, or the whole sheet. */
  getRange(address?: string): Range {
    if (address?.endsWith("#")) this.context.enqueueRead(() => {});
    return new Range(this.context, () => {
      const sheet = this.required();
      const { grid } = this.context;
      if (address !== undefined) return namedPlace(grid, address) ?? placeOf(grid, sheet, address);
      const { rows, columns } = grid.size(sheet);
      return { sheet, box: { top: 0, left: 0, bottom: rows - 1, right: columns - 1 } };
    });
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.context, () => {
      const sheet = this.required();
      const size = this.context.grid.size(sheet);
      const box = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
      if (row < 0 || column < 0 || rows < 1 || columns < 1 || box.bottom >= size.rows || box.right >= size.columns)
        throw invalidArgument();
      return { sheet, box };
    });
  }

  getCell(row: number, column: number): Range {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getUsedRange(valuesOnly = false): Range {
    this.context.enqueueRead(() => {});
    return new Range(this.context, () => {
      const sheet = this.required();
      return { sheet, box: this.context.grid.used(sheet, valuesOnly) ?? { top: 0, left: 0, bottom: 0, right: 0 } };
    });
  }

  getUsedRangeOrNullObject(valuesOnly = false): Range {
    this.context.enqueueRead(() => {});
    return new Range(this.context, () => {
      const sheet = this.required();
      const box = this.context.grid.used(sheet, valuesOnly);
      return box ? { sheet, box } : null;
    });
  }

  activate(): void {
    this.context.enqueueWrite(() => this.context.grid.activate(this.required()));
  }

  delete(): void {
    this.context.enqueueWrite(() => {
      const sheet = this.required();
      const others = this.context.grid.sheets().filter(({ id, visible }) => visible && id !== sheet);
      if (others.length === 0)
        throw new OfficeError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
      this.context.grid.deleteSheet(sheet);
    }, true);
  }

  calculate(_markAllDirty?: boolean): void {
    this.context.enqueueWrite(() => this.context.grid.recalculate(), true);
  }

  get freezePanes(): FreezePanes {
    return this.part("freezePanes", () => new FreezePanes(this.context, () => this.resolve()));
  }

  get notes(): Notes {
    return this.part("notes", () => new Notes(this.context, () => this.required()));
  }

  get names(): NamedItems {
    return this.part("names", () => new NamedItems(this.context, "sheet"));
  }

  get onActivated(): EventHandlers {
    return this.part("onActivated", () => this.#event("onActivated"));
  }

  get onCalculated(): EventHandlers {
    return this.part("onCalculated", () => this.#event("onCalculated"));
  }

  get onChanged(): EventHandlers {
    return this.part("onChanged", () => this.#event("onChanged"));
  }

  get onFormulaChanged(): EventHandlers {
    return this.part("onFormulaChanged", () => this.#event("onFormulaChanged"));
  }

  get onSelectionChanged(): EventHandlers {
    return this.part("onSelectionChanged", () => this.#event("onSelectionChanged"));
  }

  #event(name: SheetEventName): EventHandlers {
    return new EventHandlers(this.context, (event) =>
      "sheet" in event && event.sheet === this.resolve() ? sheetEventArguments(name, this.context, event) : undefined,
    );
  }
}
defineProperties(Worksheet, Object.keys(properties));
refuse(Worksheet, ["charts", "tables", "shapes", "pivotTables", "protection", "autoFilter", "comments", "pageLayout"]);

/** Makes the parts that are not there say so. */
export function refuse(type: { readonly prototype: object; readonly name: string }, parts: readonly string[]): void {
  for (const part of parts)
    Object.defineProperty(type.prototype, part, {
      get() {
        throw notImplemented(`${part} (${type.name}.${part})`);
      },
    });
}

export class Worksheets extends ClientCollection<Worksheet> {
  protected current(): Worksheet[] {
    return this.context.grid.sheets().map(({ id }) => new Worksheet(this.context, () => id));
  }

  /** By name or id. */
  getItem(key: string): Worksheet {
    return new Worksheet(this.context, () => {
      const found = sheetOf(this.context.grid, key);
      if (found === null) throw notFound();
      return found;
    });
  }

  getItemOrNullObject(key: string): Worksheet {
    return new Worksheet(this.context, () => sheetOf(this.context.grid, key));
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.activeSheet());
  }

  getFirst(): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.sheets()[0]?.id ?? null);
  }

  getLast(): Worksheet {
    return new Worksheet(this.context, () => this.context.grid.sheets().at(-1)?.id ?? null);
  }

  /** At the end, not brought to the front. */
  add(name?: string): Worksheet {
    return new Worksheet(this.context, () => {
      const { grid } = this.context;
      const wanted = name ?? freeName(grid);
      checkName(grid, wanted);
      return grid.addSheet(wanted);
    });
  }

  get onActivated(): EventHandlers {
    return this.part("onActivated", () => this.#event("onActivated"));
  }

  get onAdded(): EventHandlers {
    return this.part("onAdded", () => this.#event("onAdded"));
  }

  get onCalculated(): EventHandlers {
    return this.part("onCalculated", () => this.#event("onCalculated"));
  }

  get onChanged(): EventHandlers {
    return this.part("onChanged", () => this.#event("onChanged"));
  }

  get onDeleted(): EventHandlers {
    return this.part("onDeleted", () => this.#event("onDeleted"));
  }

  get onFormulaChanged(): EventHandlers {
    return this.part("onFormulaChanged", () => this.#event("onFormulaChanged"));
  }

  get onSelectionChanged(): EventHandlers {
    return this.part("onSelectionChanged", () => this.#event("onSelectionChanged"));
  }

  #event(name: SheetEventName): EventHandlers {
    return new EventHandlers(this.context, (event) => sheetEventArguments(name, this.context, event));
  }
}

/** The rows and columns that stay while the rest scrolls. */
export class FreezePanes extends ClientObject<string> {
  protected get properties(): Properties<string> {
    return {};
  }

  freezeRows(count = 1): void {
    this.#freeze(() => [count, 0]);
  }

  freezeColumns(count = 1): void {
    this.#freeze(() => [0, count]);
  }

  freezeAt(range: Range | string): void {
    this.#freeze((sheet) => {
      const { box } = typeof range === "string" ? placeOf(this.context.grid, sheet, range) : range.required();
      return [box.bottom + 1, box.right + 1];
    });
  }

  unfreeze(): void {
    this.#freeze(() => [0, 0]);
  }

  #freeze(count: (sheet: string) => [rows: number, columns: number]): void {
    this.context.enqueueWrite(() => {
      const sheet = this.required();
      this.context.grid.freeze(sheet, ...count(sheet));
    });
  }
}

function stateOf(grid: Grid, sheet: string): { readonly name: string; readonly visible: boolean } {
  const state = grid.sheets().find(({ id }) => id === sheet);
  if (!state) throw notFound();
  return state;
}

function sheetOf(grid: Grid, key: string): string | null {
  return grid.sheets().find(({ id, name }) => id === key || sameName(name, key))?.id ?? null;
}

function rename(grid: Grid, sheet: string, name: string): void {
  if (!sameName(stateOf(grid, sheet).name, name)) checkName(grid, name);
  grid.renameSheet(sheet, name);
}

/** Excel's rules for names of sheets. */
function checkName(grid: Grid, name: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name) || sameName(name, "History"))
    throw invalidArgument(`"${name}" cannot be the name of a sheet.`);
  if (grid.sheets().some((sheet) => sameName(sheet.name, name)))
    throw new OfficeError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
}

/** Sheet1, Sheet2 … */
export function freeName(grid: Grid): string {
  for (let number = 1; ; number += 1) {
    const name = `Sheet${number}`;
    if (!grid.sheets().some((sheet) => sameName(sheet.name, name))) return name;
  }
}

/** Where a defined name points; undefined when the text is an address. */
function namedPlace(grid: Grid, text: string): ReturnType<typeof placeOf> | undefined {
  if (text.includes("!") || parseAddress(text.replace(/#$/, ""), { rows: 1_048_576, columns: 16_384 }))
    return undefined;
  const name = grid.names().find((each) => sameName(each.name, text));
  return name && placeOf(grid, grid.activeSheet(), name.formula.replace(/^=/, ""));
}
