import { type Address, contains, formatAddress, parseAddress, plainAddress, sizeOf } from "../formula/address";
import type { Grid, Scope } from "../formula/calculate";
import type { Need } from "../formula/needs";
import type { Block, Place, Workbook } from "./workbook";

/** What a formula is evaluated over: the cells that were read for it. */
export interface KnownScope extends Scope {
  /** The formula in a cell that was read; "" where it holds none. */
  formulaAt(place: Place): string | undefined;
}

/** A formula's cell and what the formula needs from the workbook. */
export interface Request {
  readonly place: Place;
  readonly needs: readonly Need[];
}

/** Everything that formulas need, read at once: names first, since they say which cells they mean. */
export async function scopesFor(workbook: Workbook, requests: readonly Request[]): Promise<KnownScope[]> {
  const names = [
    ...new Set(requests.flatMap(({ needs }) => needs.flatMap((need) => (need.kind === "name" ? [need.name] : [])))),
  ];
  const named = names.length > 0 ? await workbook.namedPlaces(names) : new Map<string, Place>();
  const places = new Map<string, Place>();
  for (const { place: cell, needs } of requests) {
    for (const need of needs) {
      const place = placeNeeded(need, cell);
      if (place) places.set(keyOf(place), place);
    }
  }
  for (const place of named.values()) places.set(keyOf(place), place);
  const wanted = [...places.values()];
  const blocks = wanted.length > 0 ? await workbook.read(wanted) : [];
  const read = new Map(wanted.map((place, i) => [keyOf(place), blocks[i]]));
  const blockOf = (place: Place | undefined): Block | undefined => (place ? read.get(keyOf(place)) : undefined);
  return requests.map(({ place: cell }) => ({
    read(need) {
      const place = placeNeeded(need, cell);
      return blockOf(place)?.values ?? (place && need.kind === "cells" ? within(read, place) : undefined);
    },
    name(name) {
      const place = named.get(name);
      const address = place && parseAddress(place.address);
      return place && address ? { address: { ...address, sheet: place.sheet } } : undefined;
    },
    formulaAt: (place) => blockOf(place)?.formulas[0]?.[0],
    at: positionOf(cell.address),
  }));
}

/** Cells of a larger rectangle that was read. */
function within(read: ReadonlyMap<string, Block | undefined>, place: Place): Grid | undefined {
  const wanted = parseAddress(place.address);
  if (!wanted) return undefined;
  for (const block of read.values()) {
    const whole = block && block.sheet.toLowerCase() === place.sheet.toLowerCase() && parseAddress(block.address);
    if (!whole || !contains(whole, wanted)) continue;
    const [down, right] = [wanted.first.row - whole.first.row, wanted.first.column - whole.first.column];
    const { rows, columns } = sizeOf(wanted);
    return block.values.slice(down, down + rows).map((row) => row.slice(right, right + columns));
  }
  return undefined;
}

function placeNeeded(need: Need, cell: Place): Place | undefined {
  if (need.kind === "cells") return placeOf(need.address, cell);
  return need.kind === "spill" ? spillPlace(need.anchor, cell) : undefined;
}

/** Where an address of the cell's formula lies; undefined in other workbooks, which cannot be read. */
export function placeOf(address: Address, cell: Place): Place | undefined {
  if (address.book !== undefined || address.lastSheet !== undefined) return undefined;
  const { sheet = cell.sheet, ...rest } = plainAddress(address);
  return { sheet, address: formatAddress(rest) };
}

function spillPlace(anchor: Address, cell: Place): Place | undefined {
  const place = placeOf(anchor, cell);
  return place && { ...place, address: `${place.address}#` };
}

function positionOf(address: string) {
  const first = parseAddress(address)?.first;
  return first ? { row: first.row, column: first.column } : { row: 1, column: 1 };
}

const keyOf = ({ sheet, address }: Place): string => `${sheet.toLowerCase()}!${address}`;
