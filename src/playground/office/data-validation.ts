import type { Grid } from "./grid";
import type { Place } from "./range";
import { ClientObject, defineProperties, type Properties } from "./proxy";
import { notImplemented } from "./errors";

interface Rule {
  readonly list?: { readonly inCellDropDown?: boolean; readonly source: string };
}

const properties: Properties<Place> = {
  rule: {
    get: (grid, { sheet, box }) => {
      const { choices } = grid.extra(sheet, box.top, box.left);
      return choices ? { list: { inCellDropDown: true, source: choices.join(",") } } : {};
    },
    set: (grid: Grid, place: Place, rule: Rule) => {
      if (!rule.list || typeof rule.list.source !== "string")
        throw notImplemented("data validation other than lists of words");
      setChoices(
        grid,
        place,
        rule.list.source.split(",").map((word) => word.trim()),
      );
    },
  },
  type: {
    get: (grid, { sheet, box }) => (grid.extra(sheet, box.top, box.left).choices ? "List" : "None"),
  },
};

/** Lists of words to choose from; kept with the cells and shown below the sheet. */
export class DataValidation extends ClientObject<Place> {
  protected get properties(): Properties<Place> {
    return properties;
  }

  clear(): void {
    this.context.enqueueWrite(() => setChoices(this.context.grid, this.required(), undefined));
  }
}
defineProperties(DataValidation, Object.keys(properties));

function setChoices(grid: Grid, { sheet, box }: Place, choices: readonly string[] | undefined): void {
  for (let row = box.top; row <= box.bottom; row += 1)
    for (let column = box.left; column <= box.right; column += 1) {
      const { choices: _, ...rest } = grid.extra(sheet, row, column);
      grid.setExtra(sheet, row, column, choices ? { ...rest, choices } : rest);
    }
}
