/**
 * A small stand-in for the part of Office.js that the adapter uses. As in Excel, work is queued and done at sync, a property
 * can be read only after it was loaded and synced, and an assigned array must have exactly the shape of its range.
 * It calculates nothing: a formula shows what `shows` says.
 */
import { addressAt, formatAddress, parseAddress, quoteSheet } from "../../src/formula/address";

type Entry = string | number | boolean;

interface FakeCell {
  entry: Entry;
  numberFormat: string;
  style: string;
  rule?: unknown;
}

export interface FakeSheet {
  name: string;
  visible: boolean;
  readonly cells: Map<string, FakeCell>;
  /** Tables that formulas spill: by anchor, how many rows and columns. */
  readonly spills: Map<string, { rows: number; columns: number }>;
  readonly notes: Map<string, string>;
  readonly charts: Record<string, unknown>[];
  readonly widths: Map<number, number>;
  frozenRows: number;
  isProtected: boolean;
}

interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Where a proxy leads once the queue is run; null: an object that is not there. */
type Resolve<T> = () => T | null;

export class FakeError extends Error {
  constructor(readonly code: string) {
    super(`${code}: said by the fake`);
  }
}

/** The state behind the proxies, for tests to prepare and look at. */
export class FakeWorkbook {
  readonly sheets: FakeSheet[] = [];
  readonly names = new Map<string, { sheet: FakeSheet; box: Box; comment?: string | undefined }>();
  readonly styles = new Map<string, Record<string, unknown>>();
  readonly parts = new Map<string, string>();
  readonly handlers = new Map<string, Set<() => Promise<void>>>();
  selected: { sheet: FakeSheet; box: Box } | undefined;
  active: FakeSheet;
  /** What formulas show, by formula. */
  readonly shows = new Map<string, Entry>();
  /** The highest set of ExcelApi that is supported. */
  api = 1.18;
  syncs = 0;
  /** What the next sync fails with, once as many operations as said were done. */
  failure: { code: string; after: number } | undefined;
  options: unknown;

  constructor(...sheetNames: string[]) {
    for (const name of sheetNames) this.addSheet(name);
    this.active = this.sheets[0]!;
    this.select(this.active.name, "A1");
  }

  addSheet(name: string): FakeSheet {
    const sheet: FakeSheet = {
      name,
      visible: true,
      cells: new Map(),
      spills: new Map(),
      notes: new Map(),
      charts: [],
      widths: new Map(),
      frozenRows: 0,
      isProtected: false,
    };
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(name: string): FakeSheet {
    const found = this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new FakeError("ItemNotFound");
    return found;
  }

  /** Puts entries down from a cell on. */
  put(sheet: string, address: string, rows: readonly (readonly Entry[])[], numberFormat = "General"): void {
    const corner = boxOf(address);
    rows.forEach((cells, r) => {
      cells.forEach((entry, c) => {
        if (entry !== "")
          this.sheet(sheet).cells.set(keyOf(corner.row + r, corner.column + c), {
            entry,
            numberFormat,
            style: "Normal",
          });
      });
    });
  }

  entry(sheet: string, address: string): Entry {
    const { row, column } = boxOf(address);
    return this.sheet(sheet).cells.get(keyOf(row, column))?.entry ?? "";
  }

  cell(sheet: string, address: string): FakeCell | undefined {
    const { row, column } = boxOf(address);
    return this.sheet(sheet).cells.get(keyOf(row, column));
  }

  select(sheet: string, address: string): void {
    this.active = this.sheet(sheet);
    this.selected = { sheet: this.active, box: boxOf(address) };
  }

  async happens(event: string): Promise<void> {
    for (const handler of this.handlers.get(event) ?? []) await handler();
  }

  /** Makes the globals that Office.js makes. */
  install(): void {
    const run = async (options: unknown, work: (context: unknown) => Promise<unknown>): Promise<unknown> => {
      this.options = options;
      return work(options instanceof FakeContext ? options : new FakeContext(this));
    };
    const Office = {
      onReady: () => Promise.resolve({ host: "Excel" }),
      AsyncResultStatus: { Succeeded: "succeeded" },
      DocumentMode: { ReadOnly: "readOnly" },
      context: {
        requirements: {
          isSetSupported: (_: string, version: string) =>
            Number(version.split(".")[1]) <= Math.round((this.api - 1) * 100),
        },
        document: { mode: "readWrite", settings: settings() },
      },
    };
    Object.assign(globalThis, { Excel: { run }, Office });
  }
}

function settings(): unknown {
  const saved = new Map<string, unknown>();
  let current = new Map<string, unknown>();
  return {
    get: (key: string) => current.get(key) ?? null,
    set: (key: string, value: unknown) => current.set(key, value),
    remove: (key: string) => current.delete(key),
    saveAsync(done: (result: { status: string }) => void) {
      saved.clear();
      current = new Map(current);
      current.forEach((value, key) => saved.set(key, value));
      done({ status: "succeeded" });
    },
  };
}

const keyOf = (row: number, column: number): string => `${String(row)},${String(column)}`;

function boxOf(address: string): Box {
  const parsed = parseAddress(address);
  if (!parsed) throw new FakeError("InvalidArgument");
  const { first, last } = parsed;
  return {
    row: first.row - 1,
    column: first.column - 1,
    rows: last.row - first.row + 1,
    columns: last.column - first.column + 1,
  };
}

function addressIn(sheet: FakeSheet, { row, column, rows, columns }: Box): string {
  return `${quoteSheet(sheet.name)}!${formatAddress(addressAt({ row: row + 1, column: column + 1 }, { row: row + rows, column: column + columns }))}`;
}

class FakeContext {
  readonly queue: (() => void)[] = [];
  readonly workbook: unknown;
  readonly application: unknown;

  constructor(readonly book: FakeWorkbook) {
    this.workbook = workbookProxy(this);
    this.application = proxy(this, () => book, {
      properties: { decimalSeparator: { get: () => "," }, thousandsSeparator: { get: () => "." } },
      members: () => ({ suspendScreenUpdatingUntilNextSync: () => undefined }),
    });
  }

  sync(): Promise<void> {
    this.book.syncs++;
    const { failure } = this.book;
    let done = 0;
    try {
      for (let work = this.queue.shift(); work; work = this.queue.shift()) {
        if (failure && done++ === failure.after) {
          this.book.failure = undefined;
          throw new FakeError(failure.code);
        }
        work();
      }
      return Promise.resolve();
    } catch (error) {
      this.queue.length = 0;
      return Promise.reject(error as Error);
    }
  }
}

interface Shape<T> {
  readonly properties?: Record<string, { get?(target: T): unknown; set?(target: T, value: unknown): void }>;
  /** Methods and navigation: evaluated at once, on the proxy. */
  members?(self: { resolve: Resolve<T> }): Record<string, unknown>;
}

/** An object that stands for something in the workbook. */
function proxy<T>(context: FakeContext, find: Resolve<T>, shape: Shape<T>): Record<string, unknown> {
  let target: T | null | undefined;
  const resolve: Resolve<T> = () => (target === undefined ? (target = find()) : target);
  // As in Excel, an object is found at its place in the queue, and fails there.
  context.queue.push(resolve);
  const loaded = new Map<string, unknown>();
  let items: Record<string, unknown>[] | undefined;
  const members = shape.members?.({ resolve }) ?? {};
  const handler: ProxyHandler<Record<string, unknown>> = {
    get(_, name: string) {
      if (name === "then") return undefined;
      if (name === "context") return context;
      if (name === "load") return load;
      if (name === "isNullObject") {
        if (!loaded.has("isNullObject")) throw new FakeError("PropertyNotLoaded");
        return loaded.get("isNullObject");
      }
      if (name === "items") {
        if (!items) throw new FakeError("PropertyNotLoaded");
        return items;
      }
      if (name in members) return members[name];
      if (loaded.has(name)) return loaded.get(name);
      throw new FakeError(name in (shape.properties ?? {}) ? "PropertyNotLoaded" : `no such member: ${name}`);
    },
    set(_, name: string, value: unknown) {
      const setter = shape.properties?.[name]?.set;
      if (!setter) throw new FakeError(`cannot set ${name}`);
      context.queue.push(() => {
        const found = resolve();
        if (found === null) throw new FakeError("ItemNotFound");
        setter(found, value);
      });
      return true;
    },
  };
  const self = new Proxy<Record<string, unknown>>({}, handler);
  const load = (names: string): unknown => {
    context.queue.push(() => {
      const found = resolve();
      loaded.set("isNullObject", found === null);
      if (found === null) return;
      for (const name of names.split(",").map((part) => part.trim())) {
        if (name.startsWith("items/")) {
          items ??= (members.$items as () => Record<string, unknown>[])();
          const before = context.queue.length;
          for (const item of items) (item.load as (names: string) => void)(name.slice("items/".length));
          // Items are loaded in this same sync.
          for (const work of context.queue.splice(before)) work();
        } else if (name.includes("/")) {
          const [child, rest] = name.split("/") as [string, string];
          const before = context.queue.length;
          (self[child] as { load(names: string): void }).load(rest);
          for (const work of context.queue.splice(before)) work();
        } else {
          const getter = shape.properties?.[name]?.get;
          if (!getter) throw new FakeError(`cannot load ${name}`);
          loaded.set(name, getter(found));
        }
      }
    });
    return self;
  };
  return self;
}

interface RangeTarget {
  sheet: FakeSheet;
  box: Box;
}

/** A value for each cell; arrays must have the range's shape, null leaves a cell alone. */
function forEachCell({ sheet, box }: RangeTarget, assigned: unknown, set: (key: string, value: unknown) => void): void {
  if (sheet.isProtected) throw new FakeError("AccessDenied");
  const rows = assigned as unknown[][];
  if (
    Array.isArray(assigned) &&
    (rows.length !== box.rows || rows.some((row) => !Array.isArray(row) || row.length !== box.columns))
  )
    throw new FakeError("InvalidArgument");
  for (let r = 0; r < box.rows; r++) {
    for (let c = 0; c < box.columns; c++) {
      const value = Array.isArray(assigned) ? rows[r]![c] : assigned;
      if (value !== null) set(keyOf(box.row + r, box.column + c), value);
    }
  }
}

function cellsOf<R>(
  book: FakeWorkbook,
  { sheet, box }: RangeTarget,
  read: (cell: FakeCell | undefined, value: Entry) => R,
): R[][] {
  return Array.from({ length: box.rows }, (_, r) =>
    Array.from({ length: box.columns }, (_, c) => {
      const cell = sheet.cells.get(keyOf(box.row + r, box.column + c));
      return read(cell, shown(book, cell));
    }),
  );
}

function shown(book: FakeWorkbook, cell: FakeCell | undefined): Entry {
  const entry = cell?.entry ?? "";
  if (typeof entry === "string" && entry.startsWith("=")) return book.shows.get(entry) ?? 0;
  return typeof entry === "string" && entry.startsWith("'") ? entry.slice(1) : entry;
}

function typeOf(cell: FakeCell | undefined, value: Entry): string {
  if (!cell || cell.entry === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return String(cell.entry).startsWith("=") && value.startsWith("#") ? "Error" : "String";
}

function rangeProxy(context: FakeContext, find: Resolve<RangeTarget>): Record<string, unknown> {
  const { book } = context;
  const cellAt = (sheet: FakeSheet, key: string): FakeCell => {
    const found = sheet.cells.get(key) ?? { entry: "", numberFormat: "General", style: "Normal" };
    sheet.cells.set(key, found);
    return found;
  };
  return proxy<RangeTarget>(context, find, {
    properties: {
      address: { get: ({ sheet, box }) => addressIn(sheet, box) },
      cellCount: { get: ({ box }) => (box.rows * box.columns > 2 ** 31 ? -1 : box.rows * box.columns) },
      rowCount: { get: ({ box }) => box.rows },
      columnCount: { get: ({ box }) => box.columns },
      values: { get: (target) => cellsOf(book, target, (_, value) => value) },
      valueTypes: { get: (target) => cellsOf(book, target, typeOf) },
      formulas: {
        get: (target) =>
          cellsOf(book, target, (cell, value) => (String(cell?.entry ?? "").startsWith("=") ? cell!.entry : value)),
        set(target, assigned) {
          forEachCell(target, assigned, (key, value) => {
            cellAt(target.sheet, key).entry = value as Entry;
          });
        },
      },
      text: { get: (target) => cellsOf(book, target, (_, value) => String(value)) },
      numberFormat: {
        get: (target) => cellsOf(book, target, (cell) => cell?.numberFormat ?? "General"),
        set(target, assigned) {
          forEachCell(target, assigned, (key, value) => {
            cellAt(target.sheet, key).numberFormat = value as string;
          });
        },
      },
      style: {
        set(target, assigned) {
          if (!book.styles.has(assigned as string)) throw new FakeError("InvalidArgument");
          forEachCell(target, assigned, (key, value) => {
            cellAt(target.sheet, key).style = value as string;
          });
        },
      },
    },
    members: ({ resolve }) => {
      const part = (change: (box: Box, target: RangeTarget) => Box | null): unknown =>
        rangeProxy(context, () => {
          const target = resolve();
          const box = target && change(target.box, target);
          return target && box && { sheet: target.sheet, box };
        });
      return {
        getCell: (row: number, column: number) =>
          part((box) => ({ row: box.row + row, column: box.column + column, rows: 1, columns: 1 })),
        getResizedRange: (rows: number, columns: number) =>
          part((box) => ({ ...box, rows: box.rows + rows, columns: box.columns + columns })),
        getUsedRangeOrNullObject: () => part((box, { sheet }) => usedWithin(sheet, box)),
        getSpillingToRangeOrNullObject: () =>
          part((box, { sheet }) => {
            const size = sheet.spills.get(keyOf(box.row, box.column));
            return size ? { row: box.row, column: box.column, ...size } : null;
          }),
        getSpillParentOrNullObject: () => part((box, { sheet }) => anchorOf(sheet, box)),
        select: () => context.queue.push(() => (book.selected = resolve() ?? undefined)),
        clear: () =>
          context.queue.push(() => {
            forEachCell(resolve()!, "", (key) => {
              cellAt(resolve()!.sheet, key).entry = "";
            });
          }),
        format: proxy<RangeTarget>(context, resolve, {
          properties: {
            columnWidth: {
              get: ({ sheet, box }) => sheet.widths.get(box.column) ?? 48,
              set: ({ sheet, box }, width) => sheet.widths.set(box.column, width as number),
            },
          },
        }),
        dataValidation: proxy<RangeTarget>(context, resolve, {
          properties: {
            rule: {
              set({ sheet, box }, rule) {
                cellAt(sheet, keyOf(box.row, box.column)).rule = rule;
              },
            },
          },
        }),
      };
    },
  });
}

function usedWithin(sheet: FakeSheet, box: Box): Box | null {
  const used = [...sheet.cells]
    .filter(([, { entry }]) => entry !== "")
    .map(([key]) => key.split(",").map(Number) as [number, number])
    .filter(
      ([row, column]) =>
        row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns,
    );
  if (used.length === 0) return null;
  const [rows, columns] = [used.map(([row]) => row), used.map(([, column]) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** As documented: of a cell that is spilled into. The anchor itself is none. */
function anchorOf(sheet: FakeSheet, { row, column }: Box): Box | null {
  for (const [key, size] of sheet.spills) {
    const [top, left] = key.split(",").map(Number) as [number, number];
    const inside = row >= top && row < top + size.rows && column >= left && column < left + size.columns;
    if (inside && (row !== top || column !== left)) return { row: top, column: left, rows: 1, columns: 1 };
  }
  return null;
}

function sheetProxy(context: FakeContext, find: Resolve<FakeSheet>): Record<string, unknown> {
  const { book } = context;
  const whole: Box = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
  return proxy<FakeSheet>(context, find, {
    properties: {
      name: { get: ({ name }) => name },
      visibility: { get: ({ visible }) => (visible ? "Visible" : "Hidden") },
    },
    members: ({ resolve }) => {
      const range = (box: () => Box | null): unknown =>
        rangeProxy(context, () => {
          const sheet = resolve();
          if (sheet === null) throw new FakeError("InvalidReference");
          const found = box();
          return found && { sheet, box: found };
        });
      return {
        getRange: (address: string) => range(() => boxOf(address)),
        getRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
          range(() => ({ row, column, rows, columns })),
        getUsedRangeOrNullObject: () => range(() => usedWithin(resolve()!, whole)),
        activate: () => context.queue.push(() => (book.active = resolve()!)),
        delete: () => context.queue.push(() => book.sheets.splice(book.sheets.indexOf(resolve()!), 1)),
        names: namesProxy(context, () => undefined),
        freezePanes: { freezeRows: (count: number) => context.queue.push(() => (resolve()!.frozenRows = count)) },
        notes: {
          add: (address: string, text: string) => context.queue.push(() => resolve()!.notes.set(address, text)),
          getItemOrNullObject: (address: string) =>
            proxy<FakeSheet>(context, () => (resolve()!.notes.has(address) ? resolve()! : null), {
              properties: {
                content: {
                  get: ({ notes }) => notes.get(address),
                  set: ({ notes }, text) => notes.set(address, text as string),
                },
              },
              members: () => ({ delete: () => context.queue.push(() => resolve()!.notes.delete(address)) }),
            }),
        },
        charts: {
          add: (type: string, figures: unknown, by: string) => chartProxy(context, resolve, type, figures, by),
        },
      };
    },
  });
}

/** Everything that is said of a chart, as it was said. */
function chartProxy(
  context: FakeContext,
  resolve: Resolve<FakeSheet>,
  type: string,
  figures: unknown,
  by: string,
): unknown {
  if (context.book.api < 1.07) throw new FakeError("ApiNotFound");
  const chart: Record<string, unknown> = { type };
  if (by !== "Columns") chart.by = by;
  const text = (name: string): unknown => ({
    set text(value: string) {
      chart[name] = value;
    },
  });
  (figures as { load(names: string): void }).load("address");
  context.queue.push(() => {
    chart.figures = (figures as { address: string }).address;
    resolve()!.charts.push(chart);
  });
  const points: string[] = [];
  chart.points = points;
  const legend: Record<string, unknown> = {};
  chart.legend = legend;
  /** What a series is told beside its points: its name, and its values where it was added. */
  const series: Record<string, unknown>[] = [];
  const addressOf = (range: unknown, tell: (address: string) => void): void => {
    const read = range as { load(names: string): void; address: string };
    read.load("address");
    context.queue.push(() => tell(read.address));
  };
  const seriesAt = (i: number): unknown => ({
    set name(value: string) {
      series[i] = { ...series[i], name: value };
      chart.series = series;
    },
    setValues: (range: unknown) => addressOf(range, (values) => (series[i] = { ...series[i], values })),
    setXAxisValues: (range: unknown) => addressOf(range, (address) => (points[i] = address)),
  });
  let count = 1;
  return {
    title: text("title"),
    axes: { valueAxis: { title: text("valueAxis") }, categoryAxis: { title: text("categoryAxis") } },
    legend,
    series: {
      getItemAt: seriesAt,
      add(name: string) {
        series[count] = { name };
        chart.series = series;
        return seriesAt(count++);
      },
    },
    setPosition: (from: string, to: string) => (chart.position = `${from}:${to}`),
  };
}

function namesProxy(context: FakeContext, found: (name: string) => RangeTarget | undefined): Record<string, unknown> {
  const { book } = context;
  const item = (name: string, missing: () => null): unknown =>
    proxy<RangeTarget>(context, () => found(name) ?? missing(), {
      properties: { name: { get: () => name }, type: { get: () => "Range" } },
      members: ({ resolve }) => ({
        getRangeOrNullObject: () => rangeProxy(context, resolve),
        delete: () => context.queue.push(() => book.names.delete(name)),
      }),
    });
  return {
    add(name: string, range: { load(names: string): void; address: string }, comment?: string) {
      range.load("address");
      context.queue.push(() => {
        const { sheet = "" } = parseAddress(range.address)!;
        book.names.set(name, { sheet: book.sheet(sheet), box: boxOf(range.address), comment });
      });
    },
    getItemOrNullObject: (name: string) => item(name, () => null),
    getItem: (name: string) =>
      item(name, () => {
        throw new FakeError("ItemNotFound");
      }),
  };
}

function stylesProxy(context: FakeContext): Record<string, unknown> {
  const { styles } = context.book;
  return proxy(context, () => styles, {
    members: () => ({
      $items: () =>
        [...styles.keys()].map((name) =>
          proxy(context, () => name, { properties: { name: { get: (found) => found } } }),
        ),
      add: (name: string) => context.queue.push(() => styles.set(name, {})),
      getItem: (name: string) => {
        const set: Record<string, unknown> = { name };
        const note = (key: string): unknown =>
          new Proxy({}, { set: (_, part, value) => Reflect.set(set, `${key}.${String(part)}`, value) });
        context.queue.push(() => styles.set(name, set));
        const parts: Record<string, unknown> = { font: note("font"), fill: note("fill"), borders: { getItem: note } };
        return new Proxy(parts, { set: (_, part, value) => Reflect.set(set, part, value) });
      },
    }),
  });
}

function eventSource(context: FakeContext, name: string): unknown {
  const { handlers } = context.book;
  return {
    add(handler: () => Promise<void>) {
      context.queue.push(() => handlers.set(name, (handlers.get(name) ?? new Set()).add(handler)));
      return { context, remove: () => context.queue.push(() => handlers.get(name)?.delete(handler)) };
    },
  };
}

function partsProxy(context: FakeContext): Record<string, unknown> {
  const { parts } = context.book;
  return {
    add: (xml: string) => context.queue.push(() => parts.set(/xmlns="([^"]*)"/.exec(xml)![1]!, xml)),
    getByNamespace: (namespace: string) => ({
      getOnlyItemOrNullObject: () =>
        proxy(context, () => (parts.has(namespace) ? namespace : null), {
          properties: { id: { get: () => namespace } },
          members: () => ({
            getXml() {
              const result: { value?: string | undefined } = {};
              context.queue.push(() => (result.value = parts.get(namespace)));
              return result;
            },
            setXml: (xml: string) => context.queue.push(() => parts.set(namespace, xml)),
            delete: () => context.queue.push(() => parts.delete(namespace)),
          }),
        }),
    }),
  };
}

function workbookProxy(context: FakeContext): Record<string, unknown> {
  const { book } = context;
  const event = (name: string): unknown => eventSource(context, name);
  const selected = (): RangeTarget => {
    if (!book.selected) throw new FakeError("InvalidSelection");
    return book.selected;
  };
  return {
    getSelectedRange: () => rangeProxy(context, selected),
    getActiveCell: () =>
      rangeProxy(context, () => {
        const { sheet, box } = selected();
        return { sheet, box: { ...box, rows: 1, columns: 1 } };
      }),
    onSelectionChanged: event("selection"),
    names: namesProxy(context, (name) => book.names.get(name)),
    styles: stylesProxy(context),
    customXmlParts: partsProxy(context),
    worksheets: proxy(context, () => book, {
      members: () => ({
        $items: () => book.sheets.map((sheet) => sheetProxy(context, () => sheet)),
        getItem: (name: string) => sheetProxy(context, () => book.sheet(name)),
        getActiveWorksheet: () => sheetProxy(context, () => book.active),
        add: (name: string) =>
          sheetProxy(context, () => {
            if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()))
              throw new FakeError("ItemAlreadyExists");
            return book.addSheet(name);
          }),
        onActivated: event("activated"),
        onChanged: event("changed"),
        onCalculated: event("calculated"),
      }),
    }),
  };
}
