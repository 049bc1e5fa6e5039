import {
  type Block,
  type Capabilities,
  type Cell,
  type Content,
  type FormulaCell,
  type Place,
  type Target,
  type Value,
  type Workbook,
  WorkbookError,
  type WorkbookErrorCode,
  type WriteResult,
} from "../../src/taskpane/workbook";

interface Held {
  readonly value: Value;
  readonly formula: string;
  readonly numberFormat: string;
}

const blank: Held = { value: null, formula: "", numberFormat: "General" };

export interface FakeWorkbook extends Workbook {
  /** Puts something into a cell as if the user had; a formula comes with the value it shows. */
  put(sheet: string, address: string, value: Value, formula?: string): void;
  at(sheet: string, address: string): Held;
  /** Selects a cell as if the user had. */
  choose(sheet: string, address: string): void;
  /** From now on writing fails in this way; undefined: it works again. */
  refuse(code: WorkbookErrorCode | undefined, message?: string): void;
}

/** A workbook in memory. It keeps cells and tells of changes; it computes nothing. */
export function fakeWorkbook(): FakeWorkbook {
  const sheets = new Map<string, Map<string, Held>>([["Sheet1", new Map()]]);
  const selectionHandlers = new Set<() => void>();
  const changeHandlers = new Set<() => void>();
  let selected: Place = { sheet: "Sheet1", address: "A1" };
  let refusal: WorkbookError | undefined;

  const heldAt = (sheet: string, row: number, column: number): Held =>
    sheets.get(sheet)?.get(key(row, column)) ?? blank;
  const cellAt = (place: Place): Cell => {
    const [row, column] = position(place.address);
    const held = heldAt(place.sheet, row, column);
    return { ...place, ...held, text: held.value === null ? "" : String(held.value) };
  };
  const blockAt = ({ sheet, address }: Place): Block | undefined => {
    if (!sheets.has(sheet)) return undefined;
    const [from = "A1", to = from] = address.split(":");
    const [top, left] = position(from);
    const [bottom, right] = position(to);
    const grid = <T>(pick: (held: Held) => T): T[][] =>
      Array.from({ length: bottom - top + 1 }, (_, r) =>
        Array.from({ length: right - left + 1 }, (__, c) => pick(heldAt(sheet, top + r, left + c))),
      );
    return {
      sheet,
      address,
      values: grid(({ value }) => value),
      formulas: grid(({ formula }) => formula),
      numberFormats: grid(({ numberFormat }) => numberFormat),
    };
  };
  const changed = () => changeHandlers.forEach((handler) => handler());
  const sheetOf = (name: string) => {
    const sheet = sheets.get(name) ?? new Map<string, Held>();
    sheets.set(name, sheet);
    return sheet;
  };
  const capabilities: Capabilities = {
    insert: true,
    charts: true,
    notes: true,
    names: true,
    spills: true,
    documentData: true,
  };

  const write = (content: Content, target: Target): WriteResult => {
    if (refusal) throw refusal;
    const isNew = "newSheet" in target;
    const sheet = isNew ? free(target.newSheet, sheets) : target.sheet;
    const [top, left] = isNew ? [1, 1] : position(target.address);
    const width = Math.max(1, ...content.rows.map((row) => row.length));
    const address = `${name(top, left)}:${name(top + content.rows.length - 1, left + width - 1)}`;
    const cells = content.rows.flatMap((row, r) => row.map((cell, c) => ({ cell, row: top + r, column: left + c })));
    const occupied = cells.filter(({ row, column }) => heldAt(sheet, row, column).value !== null);
    if (!isNew && !target.overwrite && occupied.length > 0) {
      return {
        written: false,
        place: { sheet, address },
        occupied: occupied.slice(0, 10).map(({ row, column }) => cellAt({ sheet, address: name(row, column) })),
        occupiedCount: occupied.length,
      };
    }
    for (const { cell, row, column } of cells) {
      if (!cell) continue;
      const held = {
        value: cell.value ?? null,
        formula: cell.formula ?? "",
        numberFormat: cell.numberFormat ?? "General",
      };
      sheetOf(sheet).set(key(row, column), held);
    }
    changed();
    const receipt = { place: { sheet, address }, newSheet: isNew, before: [], numberFormatsBefore: [], names: [] };
    return { written: true, place: { sheet, address }, names: [], receipt };
  };

  return {
    capabilities,
    separators: { decimal: ".", thousands: ",", list: "," },
    selectedCell: () => Promise.resolve(cellAt(selected)),
    selection: () => Promise.resolve(blockAt(selected)),
    onSelectionChanged: (handler) => subscribed(selectionHandlers, handler),
    onChanged: (handler) => subscribed(changeHandlers, handler),
    read: (places) => Promise.resolve(places.map(blockAt)),
    namedPlaces: () => Promise.resolve(new Map()),
    ownFormulas: () => Promise.resolve(ownFormulas(sheets)),
    write: async (content, target) => Promise.resolve(write(content, target)),
    replace: (cells) => {
      for (const { sheet, address, formula } of cells) {
        const [row, column] = position(address);
        const typed = formula.startsWith("=") ? { formula } : { formula: "", value: Number(formula) };
        sheetOf(sheet).set(key(row, column), { ...heldAt(sheet, row, column), ...typed });
      }
      changed();
      return Promise.resolve();
    },
    takeBack: ({ place }) => {
      sheets.get(place.sheet)?.clear();
      changed();
      return Promise.resolve();
    },
    sheets: () =>
      Promise.resolve([...sheets.keys()].map((sheet) => ({ name: sheet, active: sheet === selected.sheet }))),
    addSheet: (wanted) => {
      const sheet = free(wanted, sheets);
      sheets.set(sheet, new Map());
      return Promise.resolve(sheet);
    },
    activate: () => Promise.resolve(),
    select: (place) => {
      selected = place;
      selectionHandlers.forEach((handler) => handler());
      return Promise.resolve();
    },
    addChart: () => Promise.resolve(true),
    note: () => Promise.resolve(undefined),
    setNote: () => Promise.resolve(),
    documentData: () => Promise.resolve(undefined),
    setDocumentData: () => Promise.resolve(),
    setting: () => undefined,
    setSetting: () => Promise.resolve(),
    repair: () => Promise.resolve(0),

    put(sheet, address, value, formula = "") {
      const [row, column] = position(address);
      sheetOf(sheet).set(key(row, column), { value, formula, numberFormat: "General" });
      changed();
    },
    at(sheet, address) {
      const [row, column] = position(address);
      return heldAt(sheet, row, column);
    },
    choose(sheet, address) {
      selected = { sheet, address };
      selectionHandlers.forEach((handler) => handler());
    },
    refuse(code, message = "The sheet is protected. Unprotect it, or insert on a new sheet.") {
      refusal = code && new WorkbookError(code, message);
    },
  };
}

function ownFormulas(sheets: ReadonlyMap<string, ReadonlyMap<string, Held>>): FormulaCell[] {
  return [...sheets].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([at, { formula, value, numberFormat }]) => {
      if (!formula.includes("COMPUTE.")) return [];
      const [row = 1, column = 1] = at.split(",").map(Number);
      return [{ sheet, address: name(row, column), formula, value, numberFormat }];
    }),
  );
}

function subscribed(handlers: Set<() => void>, handler: () => void): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

function free(wanted: string, sheets: ReadonlyMap<string, unknown>): string {
  let sheet = wanted;
  for (let i = 2; sheets.has(sheet); i++) sheet = `${wanted} ${i}`;
  return sheet;
}

const key = (row: number, column: number): string => `${row},${column}`;

function position(address: string): [row: number, column: number] {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)/.exec(address) ?? [];
  return [Number(digits), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)];
}

function name(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
