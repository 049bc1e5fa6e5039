import { rootsOf } from "../calc/evaluate";
import { partsOf } from "../calc/parts";
import { Condition, Quantity } from "../calc/quantity";
import type { Series } from "../calc/series";
import type { Lines, Rows, Table } from "../calc/table";
import { atom, sentence, type Text } from "../calc/text";
import { namedParts } from "./named-parts";
import { type Printed, Places, Printer } from "./printer";
import { anchored, asBlock, lettersOf, numberOf } from "./references";

/** A block of classic formulas: named results first, then headers, then one formula for each cell, that may be copied down. */
export interface Block {
  readonly helpers: readonly (readonly [label: string, formula: string])[];
  readonly rows: readonly (readonly string[])[];
}

/** Where the named results of a block go: cells above it, or into every formula that needs them. */
export type Helpers = "above" | "inline";

/** Prints a table with its upper left corner at `corner`, such as D1; a recurrence with as many rows as it has now. */
export function printBlock(
  printed: Printed,
  table: Table,
  corner: string,
  rowCount: number,
  place: Helpers = "above",
): Block {
  const roots = rootQuantities(table);
  const free = place === "inline" ? [] : namedParts(roots, undefined, comparedBy(table)).free;
  let helpers = free.filter((part) => !roots.includes(part));
  for (;;) {
    const places = new Places();
    const block = new BlockPrinter(printed, table, corner, places).print(helpers, rowCount);
    // A cell of its own for what is in a cell already, or is a plain number, would only be in the way.
    const used = helpers.filter(
      (part, i) => places.used.has(part) && !/^=(\$?[A-Z]+\$?\d+|-?[\d.]+)$/.test(block.helpers[i]![1]),
    );
    if (used.length === helpers.length) return block;
    helpers = used;
  }
}

/** The numbers that cells with TRUE or FALSE compare. */
const comparedBy = (table: Table): Quantity[] =>
  rootsOf(table).flatMap((cell) =>
    cell instanceof Condition ? partsOf(cell).parts.filter((part) => part instanceof Quantity) : [],
  );

/** The numbers of a table. */
export function rootQuantities(table: Table): Quantity[] {
  const cells =
    table.kind === "rows"
      ? [table.to, ...table.cells]
      : table.lines.flatMap(({ cells }) => cells.filter((cell) => typeof cell !== "string"));
  return cells.filter((cell): cell is Quantity => cell instanceof Quantity);
}

class BlockPrinter {
  private readonly printed: Printed;
  private readonly printer: Printer;
  private readonly column: number;
  private readonly first: number;

  constructor(
    printed: Printed,
    private readonly table: Table,
    corner: string,
    private readonly places: Places,
  ) {
    const fixed = Object.fromEntries(
      Object.entries(printed.references).map(([name, given]) => [name, given && anchored(given)]),
    );
    this.printed = { ...printed, references: fixed };
    if (table.kind === "rows") places.firstPositions.set(table.scope, table.from);
    this.printer = new Printer(this.printed, undefined, places);
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(corner)!;
    this.column = numberOf(column);
    this.first = Number(row);
  }

  print(helpers: readonly Quantity[], rowCount: number): Block {
    const { table } = this;
    const top = helpers.length === 0 ? 0 : helpers.length + 1;
    helpers.forEach((part, i) => this.places.names.set(part, anchored(this.at(1, i))));
    const rows = table.kind === "rows" ? this.rows(table, top + 1, rowCount) : this.lines(table, top + 1);
    const headers = [...Object.keys(table.columns), ...(table.kind === "rows" ? table.carried : [])].map(sentence);
    return {
      helpers: helpers.map((part) => [sentence((part.origin as { name: string }).name), this.formula(part)]),
      rows: [headers, ...rows],
    };
  }

  private lines({ lines }: Lines, top: number): string[][] {
    const shown = lines.filter(({ only }) => !only || this.printer.known(only) !== false);
    shown.forEach(({ cells }, down) =>
      cells.forEach((cell, across) => {
        if (cell instanceof Quantity && !this.places.names.has(cell))
          this.places.names.set(cell, anchored(this.at(across, top + down)));
      }),
    );
    return shown.map(({ cells }) => cells.map((cell) => (typeof cell === "string" ? sentence(cell) : this.cell(cell))));
  }

  private rows({ scope, cells, each, from }: Rows, top: number, rowCount: number): string[][] {
    const generatedBy = (cell: Quantity | Condition): Series | undefined =>
      cell instanceof Quantity && cell.origin.kind === "element" && cell.origin.series.source.kind === "generated"
        ? cell.origin.series
        : undefined;
    const positionAt = cells.findIndex(
      (cell) => cell instanceof Quantity && cell.origin.kind === "position" && cell.origin.scope === scope,
    );
    for (const series of each) {
      const across = cells.findIndex((cell) => generatedBy(cell) === series);
      if (across >= 0)
        this.places.names.set(series, anchored(`${this.at(across, top)}:${this.at(across, top + rowCount - 1)}`));
    }
    return Array.from({ length: rowCount }, (_, i) => {
      const position = atom(positionAt < 0 ? String(from + i) : this.at(positionAt, top + i));
      this.places.positions.set(scope, position);
      this.places.hasAbove.set(scope, i > 0);
      this.places.above.set(scope, (across) => atom(this.at(across, top + i - 1)));
      this.places.elements.set(scope, (series) => this.element(series, i, position));
      cells.forEach((cell, across) => {
        if (cell instanceof Quantity) this.places.names.set(cell, this.at(across, top + i));
      });
      return cells.map((cell, across) => {
        if (across === positionAt) return i === 0 ? String(from) : `=${this.at(across, top + i - 1)}+1`;
        // A generated series lives in its own column: each cell holds the formula of its element.
        const source = generatedBy(cell)?.source;
        if (source?.kind !== "generated") return this.cell(cell);
        this.places.positions.set(source.scope, position);
        return this.formula(source.element, cell as Quantity);
      });
    });
  }

  /** A cell of a range by its address, so that formulas read like those of a hand-built sheet. */
  private element(series: Series, i: number, position: Text): Text {
    const { source } = series;
    if (source.kind === "otherwise") {
      const { name } = source.of.source as { name: string };
      return this.printed.references[name] === undefined
        ? this.fresh().quantity(source.value)
        : this.element(source.of, i, position);
    }
    const given = source.kind === "argument" ? this.printed.references[source.name] : undefined;
    const range = given === undefined ? undefined : asBlock.exec(given);
    if (!range) {
      if (given !== undefined && series.spreads && /^(?:(?:'[^']*'|[\w.]+)!)?\$?[A-Z]+\$?\d+$/.test(given))
        return atom(given);
      return atom(`INDEX(${this.fresh().series(series).text},${position.text})`);
    }
    const [, left = "", top = "", right = "", bottom = ""] = range;
    const sheet = given!.includes("!") ? given!.slice(0, given!.lastIndexOf("!") + 1) : "";
    const width = numberOf(right) - numberOf(left) + 1;
    const step = series.spreads && width === 1 && top === bottom ? 0 : i;
    return atom(`${sheet}${lettersOf(numberOf(left) + (step % width))}${Number(top) + Math.floor(step / width)}`);
  }

  private cell(cell: Quantity | Condition): string {
    return cell instanceof Quantity ? this.formula(cell) : `=${this.fresh().truth(cell).text}`;
  }

  /** A cell's formula: the one place where its own address will not do. */
  private formula(part: Quantity, own = part): string {
    const place = this.places.names.get(own);
    this.places.names.delete(own);
    const { text } = this.fresh().quantity(part);
    if (place) this.places.names.set(own, place);
    return `=${text}`;
  }

  /** A printer that knows this row. */
  private fresh(): Printer {
    return new Printer(this.printed, undefined, this.places);
  }

  private at(across: number, down: number): string {
    return `${lettersOf(this.column + across)}${this.first + down}`;
  }
}
