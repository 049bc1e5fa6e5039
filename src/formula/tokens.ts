import { columnNumber, looksLikeCell } from "./address";

/** What a piece of a formula is. "sheet" includes its exclamation mark; "table" is a whole structured reference; "lines" are whole columns or rows. */
export type TokenKind =
  | "space"
  | "number"
  | "text"
  | "boolean"
  | "error"
  | "sheet"
  | "cell"
  | "lines"
  | "table"
  | "name"
  | "function"
  | "operator"
  | "punctuation"
  | "invalid"
  | "end";

/** A piece of a formula; start and end count characters of the whole formula. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const letter = String.raw`[\p{L}_\\]`;
const more = String.raw`[\p{L}\p{M}\p{N}_.\\?]`;
const simpleSheet = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.]*`;
const sticky = (source: string): RegExp => new RegExp(source, "iuy");

/** The first that matches decides, so the longer and rarer forms stand before the shorter. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ["space", sticky(String.raw`[ \t\r\n\u00a0\u2003\u3000]+`)],
  ["text", sticky('"(?:[^"]|"")*"')],
  ["sheet", sticky("'(?:[^']|'')+'!")],
  ["sheet", sticky(String.raw`\[[^\[\]'"]+\](?:${simpleSheet}(?::${simpleSheet})?)?!`)],
  ["sheet", sticky(`${simpleSheet}(?::${simpleSheet})?!`)],
  [
    "error",
    sticky(
      String.raw`#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|CONNECT!|BLOCKED!|UNKNOWN!|FIELD!|BUSY!|EXTERNAL!|PYTHON!|TIMEOUT!)`,
    ),
  ],
  ["lines", sticky(String.raw`\$?[A-Z]{1,3}(?:\.?:\.?)\$?[A-Z]{1,3}(?!${more}|[(!\[])`)],
  ["lines", sticky(String.raw`\$?[1-9]\d{0,6}(?:\.?:\.?)\$?[1-9]\d{0,6}(?!${more}|[!\[])`)],
  ["cell", sticky(String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?!\.?[\p{L}\p{M}\p{N}_\\?]|[(!\[])`)],
  ["number", sticky(String.raw`(?:\d+(?:\.(?!:)\d*)?|\.\d+)(?:E[+-]?\d+)?`)],
  ["function", sticky(String.raw`${letter}${more}*(?=[ \t\r\n\u00a0]*\()`)],
  ["boolean", sticky(`(?:TRUE|FALSE)(?!${more}|[!\\[])`)],
  ["name", sticky(`${letter}${more}*`)],
  ["operator", sticky(String.raw`<>|<=|>=|\.:\.|\.:|:\.|[-+*/^&=<>%:@#]`)],
  ["punctuation", sticky("[(){},;]")],
];

/**
 * Cuts a formula into pieces that together are the whole of it, and an empty "end".
 * What cannot be read becomes one last "invalid" piece.
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < formula.length;) {
    const token = tokenAt(formula, start, tokens.at(-1));
    tokens.push(token);
    start = token.end;
  }
  tokens.push({ kind: "end", text: "", start: formula.length, end: formula.length });
  return tokens;
}

function tokenAt(formula: string, start: number, previous: Token | undefined): Token {
  const token = (kind: TokenKind, end: number): Token => ({ kind, text: formula.slice(start, end), start, end });
  if (formula[start] === "#" && isReferenceEnd(previous)) return token("operator", start + 1);
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = start;
    const text = pattern.exec(formula)?.[0];
    if (text === undefined || !isWithinSheet(kind, text)) continue;
    const end = start + text.length;
    if (kind !== "name" || formula[end] !== "[") return token(kind, end);
    const bracketEnd = closingBracket(formula, end);
    return bracketEnd === undefined ? token("invalid", formula.length) : token("table", bracketEnd);
  }
  const bracketEnd = formula[start] === "[" ? closingBracket(formula, start) : undefined;
  return bracketEnd === undefined ? token("invalid", formula.length) : token("table", bracketEnd);
}

/** After a reference "#" asks for its spill; elsewhere it begins an error. */
function isReferenceEnd(token: Token | undefined): boolean {
  return token !== undefined && (["cell", "name", "table"].includes(token.kind) || token.text === ")");
}

/** XFE1 and A1048577 are names: the sheet ends before them. */
function isWithinSheet(kind: TokenKind, text: string): boolean {
  if (kind === "cell") return looksLikeCell(text);
  if (kind === "sheet") return !/^\p{L}{1,3}\d+:/u.test(text) || !looksLikeCell(text.slice(0, text.indexOf(":")));
  if (kind !== "lines") return true;
  const ends = text.replaceAll(/[$.]/g, "").split(":");
  return ends.every((end) => columnNumber(end) !== undefined || Number(end) <= 1_048_576);
}

/** Behind the bracket that closes the one at `start`; inside, an apostrophe takes away the next character's meaning. */
function closingBracket(formula: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return at + 1;
  }
  return undefined;
}
