import type { Given, ReviewCall } from "../book";
import { type Kind, readUnit, type ReadUnit, nameOf } from "../units";

/** An argument whose cell is in another unit of the same kind than the function wants. */
export interface Misfit {
  readonly given: Given;
  readonly has: ReadUnit;
  readonly wants: ReadUnit;
  /** What the cell's number must be multiplied by. */
  readonly factor: number;
}

export function misfitsOf(call: ReviewCall, kind: Kind): Misfit[] {
  return Object.values(call.given).flatMap((given) => {
    const wants = readUnit(nameOf(given.parameter.unit));
    const has = given.around.unit;
    if (!given.isReference || given.value === undefined || wants?.kind !== kind || has?.kind !== kind) return [];
    const factor = has.scale / wants.scale;
    return Math.abs(factor - 1) < 1e-9 ? [] : [{ given, has, wants, factor }];
  });
}

/** All arguments of a kind, whatever their unit. */
export const ofKind = (call: ReviewCall, kind: Kind): Given[] =>
  Object.values(call.given).filter(
    ({ parameter, value }) => value !== undefined && readUnit(nameOf(parameter.unit))?.kind === kind,
  );

/** A text times a factor, as people write it: /1000 for a thousandth. */
export function times(text: string, factor: number): string {
  const one = /[+\-=<>&]/.test(text.slice(1)) ? `(${text})` : text;
  const inverse = 1 / factor;
  return Math.abs(Math.round(inverse) - inverse) < 1e-9 * inverse && factor < 1
    ? `${one}/${Math.round(inverse)}`
    : `${one}*${Number(factor.toPrecision(12))}`;
}

/** An argument's value times a factor. */
export function scaled({ value }: Given, factor: number): unknown {
  const by = (one: unknown): unknown => (typeof one === "number" ? one * factor : one);
  return Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(by)) : by(value);
}
