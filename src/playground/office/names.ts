import { boxAddress, quotedSheet } from "./a1";
import type { RequestContext } from "./context";
import { invalidArgument, notFound, notImplemented, OfficeError } from "./errors";
import type { Grid, Name } from "./grid";
import { ClientCollection, ClientObject, defineProperties, type Properties } from "./proxy";
import { placeOf, Range, sameName, type Place } from "./range";

const properties: Properties<string> = {
  name: { get: (grid, name) => nameOf(grid, name).name },
  formula: {
    get: (grid, name) => nameOf(grid, name).formula,
    set: (grid: Grid, name: string, formula: string) => grid.setName({ ...nameOf(grid, name), formula }),
    calculates: true,
  },
  comment: {
    get: (grid, name) => nameOf(grid, name).comment,
    set: (grid: Grid, name: string, comment: string) => grid.setName({ ...nameOf(grid, name), comment }),
  },
  value: { get: (grid, name) => nameOf(grid, name).formula.replace(/^=/, "") },
  type: { get: (grid, name) => (rangeOf(grid, name) ? "Range" : "String") },
  visible: { get: () => true },
  scope: { get: () => "Workbook" },
};

/** A defined name. */
export class NamedItem extends ClientObject<string> {
  protected get properties(): Properties<string> {
    return properties;
  }

  getRange(): Range {
    return new Range(this.context, () => {
      const place = rangeOf(this.context.grid, this.required());
      if (!place) throw notFound();
      return place;
    });
  }

  getRangeOrNullObject(): Range {
    return new Range(this.context, () => {
      const name = this.resolve();
      return name === null ? null : (rangeOf(this.context.grid, name) ?? null);
    });
  }

  delete(): void {
    this.context.enqueueWrite(() => this.context.grid.deleteName(this.required()), true);
  }
}
defineProperties(NamedItem, Object.keys(properties));

/** The names of the workbook. Sheets have none of their own here: their list is empty. */
export class NamedItems extends ClientCollection<NamedItem> {
  readonly #ofSheet: boolean;

  constructor(context: RequestContext, scope: "workbook" | "sheet") {
    super(context);
    this.#ofSheet = scope === "sheet";
  }

  protected current(): NamedItem[] {
    if (this.#ofSheet) return [];
    return this.context.grid.names().map(({ name }) => new NamedItem(this.context, () => name));
  }

  add(name: string, reference: Range | string, comment = ""): NamedItem {
    const item = new NamedItem(this.context, () => {
      const { grid } = this.context;
      if (this.#ofSheet) throw notImplemented("names of a single sheet");
      if (!isName(name)) throw invalidArgument(`"${name}" cannot be a name.`);
      if (find(grid, name)) throw new OfficeError("ItemAlreadyExists", "A name like this is in use.");
      const formula = typeof reference === "string" ? reference : absolute(grid, reference.required());
      grid.setName({ name, formula: formula.startsWith("=") ? formula : `="${formula}"`, comment });
      return name;
    });
    this.context.enqueueWrite(() => {}, true);
    return item;
  }

  getItem(name: string): NamedItem {
    return new NamedItem(this.context, () => {
      const found = this.#find(name);
      if (found === null) throw notFound();
      return found;
    });
  }

  getItemOrNullObject(name: string): NamedItem {
    return new NamedItem(this.context, () => this.#find(name));
  }

  #find(name: string): string | null {
    return this.#ofSheet ? null : (find(this.context.grid, name)?.name ?? null);
  }
}

function find(grid: Grid, name: string): Name | undefined {
  return grid.names().find((each) => sameName(each.name, name));
}

function nameOf(grid: Grid, name: string): Name {
  const found = find(grid, name);
  if (!found) throw notFound();
  return found;
}

/** Where a name points, when it points to cells. */
function rangeOf(grid: Grid, name: string): Place | undefined {
  const formula = nameOf(grid, name).formula.replace(/^=/, "");
  try {
    return formula.includes("!") ? placeOf(grid, grid.activeSheet(), formula) : undefined;
  } catch {
    return undefined;
  }
}

/** A name is no address and has letters, digits, dots and underscores. */
function isName(name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name)) return false;
  return !/^[A-Z]{1,3}\d{1,7}$/i.test(name) && !/^(R\d*C?\d*|C\d*)$/i.test(name);
}

/** =Loan!$B$2:$B$5 */
function absolute(grid: Grid, { sheet, box }: Place): string {
  const name = grid.sheets().find(({ id }) => id === sheet)?.name ?? "";
  return `=${quotedSheet(name)}!${boxAddress(box).replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
