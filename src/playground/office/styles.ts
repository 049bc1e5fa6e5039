/** Cell styles: the built-in ones and those that a program adds, which are saved with the workbook. */
import type { RequestContext } from "./context";
import { invalidArgument, notFound, OfficeError } from "./errors";
import type { BorderLook, Grid, Look, Side } from "./grid";
import { Borders, Fill, Font, type Painted } from "./paint";
import { ClientCollection, ClientObject, defineProperties, type Properties } from "./proxy";
import type { Place } from "./range";

interface StyleLook {
  readonly look: Look;
  readonly borders?: Readonly<Partial<Record<Side, BorderLook>>>;
}

const accent = "#0b6478";
const thin = (color: string): BorderLook => ({ style: "thin", color });

/** Excel's own styles by name, in the colors of this workbook. */
const builtIn: Readonly<Record<string, StyleLook>> = {
  Normal: { look: { bold: false, italic: false, underline: false, color: "#1a1f23", fill: "" } },
  Title: { look: { bold: true, size: 14 } },
  "Heading 1": { look: { bold: true, size: 13 }, borders: { bottom: { style: "medium", color: accent } } },
  "Heading 2": { look: { bold: true, size: 11 }, borders: { bottom: thin(accent) } },
  "Heading 3": { look: { bold: true }, borders: { bottom: thin("#7f8990") } },
  "Heading 4": { look: { bold: true, color: "#566069" } },
  Input: { look: { color: "#1446c8" } },
  Calculation: { look: { color: "#1a1f23" } },
  Output: { look: { bold: true } },
  "Linked Cell": { look: { color: "#1b6b39" } },
  "Check Cell": { look: { bold: true } },
  Total: { look: { bold: true }, borders: { top: thin("#1a1f23") } },
  Note: { look: { color: "#566069" } },
  "Explanatory Text": { look: { italic: true, color: "#566069" } },
  "Warning Text": { look: { color: "#a3262c" } },
  Good: { look: { color: "#1b6b39", fill: "#e7f4eb" } },
  Bad: { look: { color: "#a3262c", fill: "#fcebea" } },
  Neutral: { look: { color: "#7a5000", fill: "#fcf2da" } },
};

const prefix = "style:";

function styleNamed(grid: Grid, name: string): StyleLook | undefined {
  return (grid.documentData()[prefix + name] as StyleLook | undefined) ?? builtIn[name];
}

/** Paints a range in a style and remembers its name. */
export function setStyle(grid: Grid, { sheet, box }: Place, name: string): void {
  const style = styleNamed(grid, name);
  if (!style) throw invalidArgument(`There is no cell style ${name}.`);
  if (Object.keys(style.look).length > 0) grid.setLook(sheet, box, style.look);
  for (const [side, border] of Object.entries(style.borders ?? {})) grid.setBorder(sheet, box, side as Side, border);
  for (let row = box.top; row <= box.bottom; row += 1)
    for (let column = box.left; column <= box.right; column += 1)
      grid.setExtra(sheet, row, column, { ...grid.extra(sheet, row, column), style: name });
}

/** The style that all cells of a range have; null when they differ. */
export function styleOf(grid: Grid, { sheet, box }: Place): string | null {
  const used = grid.used(sheet, false) ?? box;
  const names = new Set<string>();
  for (let row = box.top; row <= Math.min(box.bottom, Math.max(used.bottom, box.top)); row += 1)
    for (let column = box.left; column <= Math.min(box.right, Math.max(used.right, box.left)); column += 1)
      names.add(grid.extra(sheet, row, column).style ?? "Normal");
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

const properties: Properties<string> = {
  name: { get: (_, name) => name },
  builtIn: { get: (_, name) => name in builtIn },
  // What a style says nothing of is left alone in any case.
  ...Object.fromEntries(
    ["Number", "Alignment", "Protection", "Font", "Border", "Patterns"].map((part) => [
      `include${part}`,
      { get: () => true, set: () => {} },
    ]),
  ),
};

/** A cell style of the workbook. */
export class Style extends ClientObject<string> {
  protected get properties(): Properties<string> {
    return properties;
  }

  get font(): Font {
    return this.part("font", () => new Font(this.context, () => this.#painted()));
  }

  get fill(): Fill {
    return this.part("fill", () => new Fill(this.context, () => this.#painted()));
  }

  get borders(): Borders {
    return this.part("borders", () => new Borders(this.context, () => this.#painted()));
  }

  delete(): void {
    this.context.enqueueWrite(() => this.context.grid.setDocumentData(prefix + this.required(), undefined));
  }

  #painted(): Painted | null {
    const name = this.resolve();
    const { grid } = this.context;
    if (name === null) return null;
    const current = (): StyleLook => styleNamed(grid, name) ?? { look: {} };
    const save = (style: StyleLook): void => grid.setDocumentData(prefix + name, style);
    return {
      look: () => current().look,
      setLook: (look) => save({ ...current(), look: { ...current().look, ...look } }),
      setBorder: (side, border) => save({ ...current(), borders: { ...current().borders, [side]: border } }),
    };
  }
}
defineProperties(Style, Object.keys(properties));

export class Styles extends ClientCollection<Style> {
  constructor(context: RequestContext) {
    super(context);
  }

  protected current(): Style[] {
    const added = Object.keys(this.context.grid.documentData())
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
    return [...new Set([...Object.keys(builtIn), ...added])].map((name) => new Style(this.context, () => name));
  }

  add(name: string): void {
    this.context.enqueueWrite(() => {
      const { grid } = this.context;
      if (styleNamed(grid, name))
        throw new OfficeError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
      grid.setDocumentData(prefix + name, { look: {} });
    });
  }

  getItem(name: string): Style {
    return new Style(this.context, () => {
      if (!styleNamed(this.context.grid, name)) throw notFound();
      return name;
    });
  }

  getItemOrNullObject(name: string): Style {
    return new Style(this.context, () => (styleNamed(this.context.grid, name) ? name : null));
  }
}
