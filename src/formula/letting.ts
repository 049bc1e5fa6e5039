import type { Candidate, Printer } from "./printer";

/** Prints with LET for those named results that it makes shorter. */
export function lettered(
  printerFor: (lets: ReadonlyMap<Candidate, string>) => Printer,
  write: (printer: Printer) => string,
): string {
  const attempt = (lets: ReadonlyMap<Candidate, string>) => {
    const printer = printerFor(lets);
    const result = write(printer);
    const definitions = printer.definitions.map(([name, text]) => `${name},${text},`).join("");
    return { printer, text: definitions ? `LET(${definitions}${result})` : result };
  };
  let best = attempt(new Map());
  let chosen = new Map<Candidate, string>();
  for (const candidate of best.printer.repeated()) {
    const lets = new Map([...chosen, [candidate, best.printer.letName(candidate, chosen.values())]]);
    const shorter = attempt(lets);
    if (shorter.text.length < best.text.length) [best, chosen] = [shorter, lets];
  }
  return best.text;
}
