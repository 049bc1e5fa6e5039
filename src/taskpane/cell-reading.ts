import { namespace } from "../concepts/concept";
import type { FunctionDefinition } from "../concepts/define";
import { type Address, formatAddress, parseAddress, plainAddress } from "../formula/address";
import { bind, type BoundCall } from "../formula/bind";
import { calls, type FunctionCall } from "../formula/calls";
import { parse } from "../formula/parse";
import { knownAddress, type Need, references } from "../formula/needs";
import type { Scope } from "../formula/calculate";
import { type Argument, argumentsOf } from "./argument";
import { type Computation, computeCells } from "./computation";
import { formulaOf } from "./selection";
import type { Block, Cell, Place, Value, Workbook } from "./workbook";

/** One argument of a call as it stands in the cell. */
export interface ReadArgument {
  readonly argument: Argument;
  /** As written; empty when left out. */
  readonly text: string;
  /** The cells it names, when it names cells and nothing else. */
  readonly from: Place | undefined;
  readonly value: unknown;
  /** Whether the cell it names holds a typed value, which may be written over. */
  readonly isInput: boolean;
}

/** One call of our functions in a cell's formula, with what it was given. */
export interface ReadCall {
  readonly fn: FunctionDefinition;
  readonly call: FunctionCall;
  /** As written in the formula. */
  readonly text: string;
  readonly arguments: readonly ReadArgument[];
  /** Absent where an argument could not be worked out here. */
  readonly computation: Computation | undefined;
  readonly unknown: string | undefined;
}

/** What the pane knows of the selected cell. */
export interface Reading {
  readonly cell: Cell;
  readonly formula: string;
  /** Outer calls before those in their arguments. */
  readonly calls: readonly ReadCall[];
  /** Whether the first call is all of the formula. */
  readonly whole: boolean;
  /** The row of the first call's table that the cell lies in, counted from 1; undefined in its header or outside tables. */
  readonly row: number | undefined;
}

/** Reads a cell: its calls, and in one step everything they refer to. */
export async function readCell(workbook: Workbook, cell: Cell): Promise<Reading> {
  const formula = asTyped(formulaOf(cell));
  const tree = parse(formula);
  const found = calls(tree);
  const scope = await scopeFor(workbook, cell, references(tree));
  const read = found.map((call) => readCall(call, formula, cell, scope));
  const row = cell.spill && cell.spill.row > 0 ? cell.spill.row : undefined;
  return { cell, formula, calls: read, whole: found[0]?.node === tree, row };
}

function readCall(call: FunctionCall, formula: string, cell: Cell, scope: KnownScope): ReadCall {
  const { fn, node } = call;
  const bound = bind(formula, call, scope);
  const args = argumentsOf(fn).map((argument, i): ReadArgument => {
    const { text = "", node: part, cell: value } = bound.arguments[i] ?? {};
    const address = part && knownAddress(part);
    const from = address && placeOf(address, cell);
    const isInput = address?.shape === "cell" && from !== undefined && scope.formulaAt(from) === "";
    return { argument, text, from, value, isInput };
  });
  const unknown = unknownOf(bound);
  return {
    fn,
    call,
    text: formula.slice(node.start, node.end),
    arguments: args,
    computation: unknown === undefined ? computeCells(fn, bound.cells) : undefined,
    unknown,
  };
}

/** Why a call cannot be computed from here: an argument without a value, or one too many. */
function unknownOf({ problems, surplus, fn }: BoundCall): string | undefined {
  const [first] = problems;
  if (first?.problem?.kind === "error")
    return `${first.name} is ${first.problem.code}: ${first.problem.message ?? `${first.text} shows it`}.`;
  if (first?.problem) return `${first.name} cannot be worked out here: ${first.problem.why}.`;
  return surplus.length > 0 ? `${fn.name} does not take ${surplus.join(", ")}.` : undefined;
}

interface KnownScope extends Scope {
  formulaAt(place: Place): string | undefined;
}

/** Everything that a formula needs, read at once: names first, since they say which cells they mean. */
async function scopeFor(workbook: Workbook, cell: Cell, needs: readonly Need[]): Promise<KnownScope> {
  const names = needs.flatMap((need) => (need.kind === "name" ? [need.name] : []));
  const named = names.length > 0 ? await workbook.namedPlaces(names) : new Map<string, Place>();
  const places = new Map<string, Place>();
  for (const need of needs) {
    const place =
      need.kind === "cells"
        ? placeOf(need.address, cell)
        : need.kind === "spill"
          ? spillPlace(need.anchor, cell)
          : undefined;
    if (place) places.set(keyOf(place), place);
  }
  for (const place of named.values()) places.set(keyOf(place), place);
  const wanted = [...places.values()];
  const blocks = wanted.length > 0 ? await workbook.read(wanted) : [];
  const read = new Map(wanted.map((place, i) => [keyOf(place), blocks[i]]));
  const blockOf = (place: Place | undefined): Block | undefined => (place ? read.get(keyOf(place)) : undefined);
  return {
    read(need) {
      const place =
        need.kind === "cells"
          ? placeOf(need.address, cell)
          : need.kind === "spill"
            ? spillPlace(need.anchor, cell)
            : undefined;
      return blockOf(place)?.values;
    },
    name(name) {
      const place = named.get(name);
      const address = place && parseAddress(`${place.address}`);
      return place && address ? { address: { ...address, sheet: place.sheet } } : undefined;
    },
    formulaAt: (place) => blockOf(place)?.formulas[0]?.[0],
    at: positionOf(cell.address),
  };
}

/** Where an address of the cell's formula lies; undefined in other workbooks, which cannot be read. */
function placeOf(address: Address, cell: Cell): Place | undefined {
  if (address.book !== undefined || address.lastSheet !== undefined) return undefined;
  const { sheet = cell.sheet, ...rest } = plainAddress(address);
  return { sheet, address: formatAddress(rest) };
}

function spillPlace(anchor: Address, cell: Cell): Place | undefined {
  const place = placeOf(anchor, cell);
  return place && { ...place, address: `${place.address}#` };
}

/** The formula without the prefix that files put before an add-in's functions. */
function asTyped(formula: string): string {
  return formula.replace(new RegExp(`_xldudf_${namespace}_(?=[A-Z])`, "gi"), `${namespace}.`);
}

function positionOf(address: string) {
  const first = parseAddress(address)?.first;
  return first ? { row: first.row, column: first.column } : { row: 1, column: 1 };
}

const keyOf = ({ sheet, address }: Place): string => `${sheet.toLowerCase()}!${address}`;

/** Whether a cell shows what we compute: numbers to fifteen digits, since Excel keeps no more. */
export function agrees(shown: Value, computed: unknown): boolean {
  if (typeof shown === "number" && typeof computed === "number") {
    return Math.abs(shown - computed) <= 1e-9 * Math.max(Math.abs(shown), Math.abs(computed), 1e-300);
  }
  if (shown === null) return computed === "" || computed === null;
  return shown === computed;
}
