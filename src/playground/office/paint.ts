/** Font, fill and borders, of ranges and of cell styles alike. */
import type { RequestContext } from "./context";
import { notImplemented } from "./errors";
import type { BorderLook, Grid, Look, Side } from "./grid";
import { ClientObject, defineProperties, type Properties, type Property } from "./proxy";

/** What can be painted. */
export interface Painted {
  look(): Look;
  setLook(look: Look): void;
  setBorder(side: Side, border: BorderLook): void;
}

function inLook<Key extends keyof Look>(
  key: Key,
  fromExcel: (value: never) => Look[Key] = (value) => value,
  toExcel: (value: Look[Key]) => unknown = (value) => value,
): Property<Painted> {
  return {
    get: (_, painted) => toExcel(painted.look()[key]),
    set: (_grid: Grid, painted: Painted, value: never) => painted.setLook({ [key]: fromExcel(value) }),
  };
}

const fontProperties: Properties<Painted> = {
  bold: inLook("bold"),
  italic: inLook("italic"),
  underline: inLook(
    "underline",
    (value: string) => value !== "None",
    (value) => (value === null ? null : value ? "Single" : "None"),
  ),
  color: inLook("color"),
  size: inLook("size"),
  name: inLook("font"),
};

export class Font extends ClientObject<Painted> {
  protected get properties(): Properties<Painted> {
    return fontProperties;
  }
}
defineProperties(Font, Object.keys(fontProperties));

const fillProperties: Properties<Painted> = {
  color: inLook(
    "fill",
    (value: string) => value,
    (value) => (value === "" ? "#FFFFFF" : value),
  ),
};

export class Fill extends ClientObject<Painted> {
  declare color: string;

  protected get properties(): Properties<Painted> {
    return fillProperties;
  }

  clear(): void {
    this.color = "";
  }
}
defineProperties(Fill, Object.keys(fillProperties));

/** Alignment and wrapping, which Excel keeps with a range's format. */
export const alignmentProperties: Properties<Painted> = {
  horizontalAlignment: inLook("alignment", (value: string) =>
    value === "Left" || value === "Center" || value === "Right" ? value : "General",
  ),
  verticalAlignment: inLook("verticalAlignment", (value: string) =>
    value === "Top" || value === "Center" ? value : "Bottom",
  ),
  wrapText: inLook("wrap"),
  indentLevel: inLook("indent"),
};

const sides: Readonly<Record<string, Side>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideHorizontal: "horizontal",
  InsideVertical: "vertical",
};

/** The borders of a range or style, by side. */
export class Borders extends ClientObject<Painted> {
  protected get properties(): Properties<Painted> {
    return {};
  }

  getItem(name: string): Border {
    const side = sides[name];
    if (!side) throw notImplemented(`borders of kind ${name}`);
    return this.part(name, () => new Border(this.context, () => this.resolve(), side));
  }
}

const lines: Readonly<Record<string, BorderLook["style"]>> = {
  None: "none",
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "dashed",
};

/** One border. Its parts are set one by one; with each it is drawn as it is so far. */
export class Border extends ClientObject<Painted> {
  readonly #side: Side;
  readonly #parts = { style: "Continuous", color: "#000000", weight: "Thin" };

  constructor(context: RequestContext, resolver: () => Painted | null, side: Side) {
    super(context, resolver);
    this.#side = side;
  }

  protected get properties(): Properties<Painted> {
    const part = (name: "style" | "color" | "weight"): Property<Painted> => ({
      set: (_grid: Grid, painted: Painted, value: string) => {
        this.#parts[name] = value;
        painted.setBorder(this.#side, this.#look());
      },
    });
    return { style: part("style"), color: part("color"), weight: part("weight") };
  }

  #look(): BorderLook {
    const { style, color, weight } = this.#parts;
    const line = lines[style] ?? "thin";
    if (line !== "thin" || (weight !== "Medium" && weight !== "Thick")) return { style: line, color };
    return { style: weight === "Medium" ? "medium" : "thick", color };
  }
}
defineProperties(Border, ["style", "color", "weight"]);
