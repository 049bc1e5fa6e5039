import { notImplemented } from "./errors";
import type { BorderLook, Grid, Look, Side } from "./grid";
import type { Place } from "./range";
import { ClientObject, defineProperties, type Properties, type Property } from "./proxy";

/** Excel measures widths and heights in points. */
const pixelsPerPoint = 96 / 72;

function inLook<Key extends keyof Look>(
  key: Key,
  fromExcel: (value: never) => Look[Key] = (value) => value,
  toExcel: (value: Look[Key]) => unknown = (value) => value,
): Property<Place> {
  return {
    get: (grid, { sheet, box }) => toExcel(grid.look(sheet, box)[key]),
    set: (grid: Grid, { sheet, box }: Place, value: never) => grid.setLook(sheet, box, { [key]: fromExcel(value) }),
  };
}

const fontProperties: Properties<Place> = {
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

export class RangeFont extends ClientObject<Place> {
  protected get properties(): Properties<Place> {
    return fontProperties;
  }
}
defineProperties(RangeFont, Object.keys(fontProperties));

const fillProperties: Properties<Place> = {
  color: inLook(
    "fill",
    (value: string) => value,
    (value) => (value === "" ? "#FFFFFF" : value),
  ),
};

export class RangeFill extends ClientObject<Place> {
  declare color: string;

  protected get properties(): Properties<Place> {
    return fillProperties;
  }

  clear(): void {
    this.color = "";
  }
}
defineProperties(RangeFill, Object.keys(fillProperties));

const formatProperties: Properties<Place> = {
  columnWidth: {
    get: (grid, { sheet, box }) => inPoints(grid.columnWidth(sheet, box)),
    set: (grid: Grid, { sheet, box }: Place, points: number) =>
      grid.setColumnWidth(sheet, box, Math.round(points * pixelsPerPoint)),
  },
  rowHeight: {
    get: (grid, { sheet, box }) => inPoints(grid.rowHeight(sheet, box)),
    set: (grid: Grid, { sheet, box }: Place, points: number) =>
      grid.setRowHeight(sheet, box, Math.round(points * pixelsPerPoint)),
  },
  horizontalAlignment: inLook("alignment", (value: string) =>
    value === "Left" || value === "Center" || value === "Right" ? value : "General",
  ),
  verticalAlignment: inLook("verticalAlignment", (value: string) =>
    value === "Top" || value === "Center" ? value : "Bottom",
  ),
  wrapText: inLook("wrap"),
  indentLevel: inLook("indent"),
};

function inPoints(pixels: number | undefined): number | null {
  return pixels === undefined ? null : Math.round((pixels / pixelsPerPoint) * 100) / 100;
}

export class RangeFormat extends ClientObject<Place> {
  protected get properties(): Properties<Place> {
    return formatProperties;
  }

  get font(): RangeFont {
    return new RangeFont(this.context, () => this.resolve());
  }

  get fill(): RangeFill {
    return new RangeFill(this.context, () => this.resolve());
  }

  get borders(): RangeBorders {
    return new RangeBorders(this.context, () => this.resolve());
  }

  autofitColumns(): void {
    this.context.enqueueRead(() => {
      const { sheet, box } = this.required();
      this.context.grid.fitColumns(sheet, box);
    });
  }

  /** Rows are always as high as their content needs. */
  autofitRows(): void {}
}
defineProperties(RangeFormat, Object.keys(formatProperties));

const sides: Readonly<Record<string, Side>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
  InsideHorizontal: "horizontal",
  InsideVertical: "vertical",
};

/** The borders of a range, by side. */
export class RangeBorders extends ClientObject<Place> {
  protected get properties(): Properties<Place> {
    return {};
  }

  getItem(side: string): RangeBorder {
    const found = sides[side];
    if (!found) throw notImplemented(`borders of kind ${side}`);
    return new RangeBorder(this.context, () => this.resolve(), found);
  }
}

const borderProperties: readonly string[] = ["style", "color", "weight"];

const styles: Readonly<Record<string, BorderLook["style"]>> = {
  None: "none",
  Continuous: "thin",
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
  Double: "double",
  SlantDashDot: "dashed",
};

/** One border. Its parts are set one by one and drawn together. */
export class RangeBorder extends ClientObject<Place> {
  readonly #side: Side;
  #style = "Continuous";
  #color = "#000000";
  #weight = "Thin";

  constructor(context: RangeBorders["context"], resolver: () => Place | null, side: Side) {
    super(context, resolver);
    this.#side = side;
  }

  protected get properties(): Properties<Place> {
    const part = (keep: (value: string) => void): Property<Place> => ({
      set: (grid: Grid, { sheet, box }: Place, value: string) => {
        keep(value);
        grid.setBorder(sheet, box, this.#side, this.#look());
      },
    });
    return {
      style: part((value) => (this.#style = value)),
      color: part((value) => (this.#color = value)),
      weight: part((value) => (this.#weight = value)),
    };
  }

  #look(): BorderLook {
    const line = styles[this.#style] ?? "thin";
    const weight = line === "thin" && (this.#weight === "Medium" || this.#weight === "Thick");
    return { style: weight ? (this.#weight.toLowerCase() as "medium" | "thick") : line, color: this.#color };
  }
}
defineProperties(RangeBorder, borderProperties);
