/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Piece = Html | string | number | undefined | false | readonly (Html | string)[];

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!);

const written = (piece: Piece): string => {
  if (piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "object") return piece.map(written).join("");
  return escaped(String(piece));
};

/** HTML from a template: everything put into it is escaped, unless it is HTML already. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(texts.reduce((all, text, i) => all + written(pieces[i - 1]) + text));
}

/** HTML from a trusted source: our own compiled lessons. */
export const trusted = (text: string): Html => new Html(text);

/** A formula that may break after its separators, not inside names. */
export const formula = (text: string): Html => trusted(escaped(text).replace(/([,(*/+])/g, "$1<wbr>"));
