import type { RequestContext } from "./context";
import { invalidArgument, notFound, OfficeError } from "./errors";
import type { Grid } from "./grid";
import { ClientCollection, ClientObject, defineProperties, type Properties } from "./proxy";
import { placeOf, Range } from "./range";

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const properties: Properties<Cell> = {
  content: {
    get: (grid, { sheet, row, column }) => grid.extra(sheet, row, column).note ?? "",
    set: (grid: Grid, cell: Cell, content: string) => setNote(grid, cell, content),
  },
  authorName: { get: () => "" },
  visible: { get: () => false, set: () => {} },
};

/** A note on a cell. */
export class Note extends ClientObject<Cell> {
  declare content: string;

  protected get properties(): Properties<Cell> {
    return properties;
  }

  getLocation(): Range {
    return new Range(this.context, () => {
      const { sheet, row, column } = this.required();
      return { sheet, box: { top: row, left: column, bottom: row, right: column } };
    });
  }

  delete(): void {
    this.context.enqueueWrite(() => setNote(this.context.grid, this.required(), undefined));
  }
}
defineProperties(Note, Object.keys(properties));

export class Notes extends ClientCollection<Note> {
  readonly #sheet: () => string;

  constructor(context: RequestContext, sheet: () => string) {
    super(context);
    this.#sheet = sheet;
  }

  protected current(): Note[] {
    const sheet = this.#sheet();
    return this.context.grid
      .extras(sheet)
      .filter(({ extra }) => extra.note !== undefined)
      .map(({ row, column }) => new Note(this.context, () => ({ sheet, row, column })));
  }

  add(address: Range | string, content: string): Note {
    return new Note(this.context, () => {
      const cell = this.#cell(address);
      if (this.#has(cell)) throw new OfficeError("ItemAlreadyExists", "The cell has a note already.");
      setNote(this.context.grid, cell, content);
      return cell;
    });
  }

  getItem(address: Range | string): Note {
    return new Note(this.context, () => {
      const cell = this.#cell(address);
      if (!this.#has(cell)) throw notFound();
      return cell;
    });
  }

  getItemOrNullObject(address: Range | string): Note {
    return new Note(this.context, () => {
      const cell = this.#cell(address);
      return this.#has(cell) ? cell : null;
    });
  }

  #cell(address: Range | string): Cell {
    const { sheet, box } =
      typeof address === "string" ? placeOf(this.context.grid, this.#sheet(), address) : address.required();
    if (box.top !== box.bottom || box.left !== box.right) throw invalidArgument();
    return { sheet, row: box.top, column: box.left };
  }

  #has({ sheet, row, column }: Cell): boolean {
    return this.context.grid.extra(sheet, row, column).note !== undefined;
  }
}

function setNote(grid: Grid, { sheet, row, column }: Cell, note: string | undefined): void {
  const { note: _, ...rest } = grid.extra(sheet, row, column);
  grid.setExtra(sheet, row, column, note === undefined ? rest : { ...rest, note });
}
