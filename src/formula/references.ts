import { atom, levels, type Text } from "../calc/text";

/**
 * The arguments of a call as they stand in its formula: cells, ranges, numbers, words in quotes or whole expressions,
 * by parameter name. Absent: left out.
 */
export type References = Readonly<Record<string, string | undefined>>;

/** What is known of the cells behind the references. */
export interface Cells {
  /** Ranges in which a cell is blank: functions that pass over blanks then get the range plus 0. */
  readonly withBlanks?: ReadonlySet<string>;
}

/** One cell or several of one column, absolute or not, on this sheet or another. */
const column = /^(?:(?:'[^']*'|[\w.]+)!)?\$?([A-Z]{1,3})\$?\d+(?::\$?\1\$?\d+)?$/;
export const isColumn = (given: string): boolean => column.test(given);

const literal = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?%?$/i;
/** A number typed into the formula. */
export const isLiteral = (given: string): boolean => literal.test(given);

/** Anything but a cell, a number, a name, a text or a single call gets parentheses when it is put into a formula. */
export function reference(given: string): Text {
  const whole =
    /^(?:'[^']*'!)?[$\w.!:#]+$/.test(given) ||
    /^[\w.]+\([^()]*\)$/.test(given) ||
    /^"[^"]*"$/.test(given) ||
    isLiteral(given) ||
    /^\{[^{}]*\}$/.test(given);
  return whole ? atom(given) : { text: given, level: 0 };
}

/** A range that a spreadsheet sees as a plain block of cells. */
export const asBlock = /^(?:(?:'[^']*'|[\w.]+)!)?\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/;

/** Column letters to a number, A being 1, and back. */
export const numberOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
export const lettersOf = (number: number): string =>
  (number > 26 ? lettersOf(Math.floor((number - 1) / 26)) : "") + String.fromCharCode(65 + ((number - 1) % 26));

/** References that stay where they are when their formula is copied. */
export const anchored = (given: string): string =>
  given.replace(
    /("[^"]*"|'[^']*'!)|(?<![\w.$])\$?([A-Z]{1,3})\$?(\d+)(?![\w(.])/g,
    (all, quoted: string | undefined, letters: string, row: string) =>
      quoted === undefined ? `$${letters}$${row}` : all,
  );

export const negationLevel = levels.negation;
