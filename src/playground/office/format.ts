import type { Grid } from "./grid";
import { alignmentProperties, Borders, Fill, Font, type Painted } from "./paint";
import { ClientObject, defineProperties, type Properties } from "./proxy";
import type { Place } from "./range";

/** Excel measures widths and heights in points. */
const pixelsPerPoint = 96 / 72;

const properties: Properties<Place> = {
  columnWidth: {
    get: (grid, { sheet, box }) => inPoints(grid.columnWidth(sheet, box)),
    set: (grid: Grid, { sheet, box }: Place, points: number) => grid.setColumnWidth(sheet, box, inPixels(points)),
  },
  rowHeight: {
    get: (grid, { sheet, box }) => inPoints(grid.rowHeight(sheet, box)),
    set: (grid: Grid, { sheet, box }: Place, points: number) => grid.setRowHeight(sheet, box, inPixels(points)),
  },
  ...Object.fromEntries(
    Object.entries(alignmentProperties).map(([name, { get, set }]) => [
      name,
      {
        get: (grid: Grid, place: Place) => get?.(grid, paintedRange(grid, place)),
        set: (grid: Grid, place: Place, value: never) => set?.(grid, paintedRange(grid, place), value),
      },
    ]),
  ),
};

/** How a range looks. */
export class RangeFormat extends ClientObject<Place> {
  declare columnWidth: number;

  protected get properties(): Properties<Place> {
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

  autofitColumns(): void {
    this.context.enqueueRead(() => {
      const { sheet, box } = this.required();
      this.context.grid.fitColumns(sheet, box);
    });
  }

  /** Rows are always as high as their content needs. */
  autofitRows(): void {}

  #painted(): Painted | null {
    const place = this.resolve();
    return place && paintedRange(this.context.grid, place);
  }
}
defineProperties(RangeFormat, Object.keys(properties));

function paintedRange(grid: Grid, { sheet, box }: Place): Painted {
  return {
    look: () => grid.look(sheet, box),
    setLook: (look) => grid.setLook(sheet, box, look),
    setBorder: (side, border) => grid.setBorder(sheet, box, side, border),
  };
}

function inPoints(pixels: number | undefined): number | null {
  return pixels === undefined ? null : Math.round((pixels / pixelsPerPoint) * 100) / 100;
}

function inPixels(points: number): number {
  return Math.round(points * pixelsPerPoint);
}
