import { Condition, Quantity } from "../calc/quantity";
import type { Series } from "../calc/series";
import type { Lines, Rows, Table } from "../calc/table";
import { atom, infix, levels, sentence, type Text } from "../calc/text";
import { rootQuantities } from "./block";
import { lettered } from "./letting";
import { namedParts } from "./named-parts";
import { letNameOf, type Printed, Places, Printer } from "./printer";

/** The whole table as one formula that spills. A recurrence grows row by row, each row seeing the table so far. */
export function printSpill(printed: Printed, table: Table): string {
  const places = new Places();
  const write = table.kind === "rows" ? rowsWriter(printed, table, places) : linesWriter(table);
  return `=${lettered((lets) => new Printer(printed, lets, places), write)}`;
}

const headersOf = (names: readonly string[]): string => `{${names.map((name) => `"${sentence(name)}"`).join(",")}}`;

function linesWriter({ columns, lines }: Lines): (printer: Printer) => string {
  return (printer) => {
    const shown = lines.filter(({ only }) => !only || printer.known(only) !== false);
    const written = shown.map(({ cells }) => {
      const texts = cells.map((cell) => {
        if (typeof cell === "string") return `"${sentence(cell)}"`;
        return cell instanceof Quantity ? printer.quantity(cell).text : printer.truth(cell).text;
      });
      return `HSTACK(${texts.join(",")})`;
    });
    return `VSTACK(${headersOf(Object.keys(columns))},${written.join(",")})`;
  };
}

function rowsWriter(printed: Printed, table: Rows, places: Places): (printer: Printer) => string {
  const { scope, from, cells, carried } = table;
  const names = [...Object.keys(table.columns), ...carried];
  const { bound } = namedParts(rootQuantities(table), scope);
  const labelled = bound.filter(({ origin }) => origin.kind !== "position");
  const label = (part: Quantity): string => {
    const column = (cells as readonly unknown[]).indexOf(part);
    return `${letNameOf(column >= 0 ? names[column]! : (part.origin as { name: string }).name)}_`;
  };
  const position = atom("k");
  places.inside.add(scope);
  places.firstPositions.set(scope, from);
  places.positions.set(scope, position);
  places.asksAbove.set(scope, infix(">", levels.comparison)(position, atom(String(from))));
  places.above.set(scope, (column) => atom(`INDEX(block,k${from === 1 ? "" : `+${1 - from}`},${column + 1})`));

  return (printer) => {
    places.elements.set(scope, (series) => element(printed, printer, series));
    places.used.clear();
    const taken = new Set<string>();
    const definitions = labelled.map((part) => {
      const { text } = printer.quantity(part);
      let name = label(part);
      while (taken.has(name)) name += "_";
      taken.add(name);
      places.names.set(part, name);
      return [part, name, text] as const;
    });
    const row = cells
      .map((cell) => (cell instanceof Condition ? printer.truth(cell).text : printer.quantity(cell).text))
      .join(",");
    const needed = definitions.filter(([part]) => places.used.has(part)).map(([, name, text]) => `${name},${text},`);
    labelled.forEach((part) => places.names.delete(part));

    const to = printer.quantity(table.to).text;
    const positions = from === 1 ? `SEQUENCE(${to})` : `SEQUENCE(${to}+${1 - from},,${from})`;
    // The headers come in with the first row: not every engine lets REDUCE start from an array.
    const next = `VSTACK(IF(k=${from},${headersOf(names)},block),HSTACK(${row}))`;
    const grown = `REDUCE(0,${positions},LAMBDA(block,k,${needed.length > 0 ? `LET(${needed.join("")}${next})` : next}))`;
    return carried.length === 0 ? grown : `TAKE(${grown},,${names.length - carried.length})`;
  };
}

/** The element of a series in row k; one cell that stands for all is the same in every row. */
function element(printed: Printed, printer: Printer, series: Series): Text {
  const { source } = series;
  if (source.kind === "otherwise" && printed.references[(source.of.source as { name: string }).name] === undefined)
    return printer.quantity(source.value);
  const list = printer.series(series).text;
  return atom(series.spreads ? `INDEX(${list},MIN(k,ROWS(${list})))` : `INDEX(${list},k)`);
}
