/** What people type into a field, read as the value of a cell. */

export type Typed =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "reference"; readonly sheet: string | undefined; readonly address: string }
  | { readonly kind: "problem"; readonly message: string; readonly remedy?: string };

const blank: Typed = { kind: "blank" };

/** A number as people write it: "30,000", "70%", "−0.5", "1.2e6"; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[−–]/g, "-")
    .replace(/[\u00a0\u202f']/g, "");
  const match = /^([+-]?)\s*(?:\$|USD\s*)?([\d,\s]*\.?\d*(?:e[+-]?\d+)?)\s*(%?)$/i.exec(plain);
  if (!match) return undefined;
  const [, sign = "", body = "", percent] = match;
  if (!/\d/.test(body) || !groupedRightly(body)) return undefined;
  const value = Number(sign + body.replace(/[,\s]/g, ""));
  if (!Number.isFinite(value)) return undefined;
  // Moving the point by text gives the decimal that people mean; dividing by 100 may miss it by a bit.
  if (!percent) return value;
  return String(value).includes("e") ? value / 100 : Number(`${value}e-2`);
}

/** Reads one value: a number, TRUE or FALSE, or a word. */
export function readValue(text: string, wants: "number" | "text" | "boolean" | "any"): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return blank;
  if (wants === "text") return { kind: "value", value: unquoted(trimmed) };
  if (/^(true|false|yes|no)$/i.test(trimmed)) return { kind: "value", value: /^(true|yes)$/i.test(trimmed) };
  if (wants === "boolean") return { kind: "problem", message: `must be TRUE or FALSE; it is “${trimmed}”` };
  const number = readNumber(trimmed);
  if (number !== undefined) return { kind: "value", value: number };
  if (wants === "any") return { kind: "value", value: unquoted(trimmed) };
  const european = trimmed.replace(/\./g, "").replace(",", ".");
  const remedy = /^-?[\d.]+,\d+%?$/.test(trimmed) && readNumber(european) !== undefined;
  return {
    kind: "problem",
    message: `must be a number; it is “${trimmed}”`,
    ...(remedy ? { remedy: `Write the decimals after a point: ${european}.` } : {}),
  };
}

/** Reads a list or a block of values: commas or spaces between the numbers of a row, ; or a new line between rows. */
export function readRange(text: string): Typed {
  const inner = text.trim().replace(/^=?\s*\{(.*)\}$/s, "$1");
  if (inner.trim() === "") return blank;
  const lines = inner.split(/[\n;]+/).filter((line) => line.trim() !== "");
  const rows: unknown[][] = [];
  for (const line of lines) {
    const row: unknown[] = [];
    for (const part of parts(line)) {
      const read = readValue(part, "any");
      row.push(read.kind === "value" ? read.value : null);
    }
    rows.push(row);
  }
  const width = Math.max(...rows.map((row) => row.length));
  return { kind: "value", value: rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)]) };
}

/** Reads a reference such as B4, =Loan!B4 or ='My sheet'!B4:D9; undefined when the text is none. */
export function readReference(text: string): Extract<Typed, { kind: "reference" }> | undefined {
  const match =
    /^=?\s*(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?#?)$/iu.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  const address = match[3]!.replaceAll("$", "").toUpperCase();
  return { kind: "reference", sheet, address };
}

/** A block of values as a field shows it, so that it reads back as the same block. */
export function typedRange(rows: readonly (readonly unknown[])[]): string {
  const said = (value: unknown) =>
    typeof value === "number" || typeof value === "string"
      ? String(value)
      : typeof value === "boolean"
        ? String(value).toUpperCase()
        : "";
  return rows.map((row) => row.map(said).join(", ")).join("; ");
}

/** Parts of one row: tabs or commas separate, else spaces. In a list a comma never separates thousands: 1,200 is 1 and 200. */
function parts(line: string): string[] {
  if (line.includes("\t")) return line.split("\t");
  if (line.includes(",")) return line.split(",");
  return line.trim().split(/\s+/);
}

/** Commas only where thousands have them, so that 1,5 is not taken for 15. */
function groupedRightly(body: string): boolean {
  const whole = body.split(/[.e]/i)[0] ?? "";
  return !/[,\s]/.test(whole.trim()) || /^\d{1,3}([,\s]\d{3})+$/.test(whole.trim());
}

function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
}
