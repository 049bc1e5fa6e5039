import { type Address, formatAddress, parseAddress, plainAddress } from "./address";
import { replaceParts } from "./calls";
import { type FormulaNode, walk } from "./nodes";
import { parse } from "./parse";

/**
 * A formula kept elsewhere as text, such as the one that a cell held before, with its references moved as the
 * spreadsheet has since moved those of its stand-ins: rows inserted, sheets renamed. `then` are the stand-ins as they
 * were written, `now` as they are. Undefined when one has been changed otherwise, so that nothing can be said.
 */
export function followed(kept: string, then: readonly string[], now: readonly string[]): string | undefined {
  const moves = new Map<string, string>();
  if (then.length !== now.length || !then.every((formula, i) => noteMoves(moves, formula, now[i]!))) return undefined;
  const replacements = [...walk(parse(kept))].flatMap(({ node }) => {
    if (node.kind !== "reference") return [];
    const moved = movedTo(plainAddress(node.address), moves);
    return moved === undefined || moved === plain(node.address) ? [] : [{ part: node, text: moved }];
  });
  return replaceParts(kept, replacements);
}

/** An address's own move, or for several cells that of their corners. */
function movedTo(address: Address, moves: ReadonlyMap<string, string>): string | undefined {
  const own = moves.get(plain(address));
  if (own !== undefined || address.shape !== "area") return own;
  const corner = (at: Address["first"]) => moves.get(plain({ ...address, shape: "cell", first: at, last: at }));
  const [first, last] = [corner(address.first), corner(address.last)];
  const [from, to] = [first, last].map((text) => (text === undefined ? undefined : parseAddress(text)));
  return from && to && from.sheet === to.sheet ? formatAddress({ ...from, shape: "area", last: to.first }) : undefined;
}

const plain = (address: Address): string => formatAddress(plainAddress(address));

/** Notes where each reference of one formula has gone in the other, by plain address; false where more than references differs. */
function noteMoves(moves: Map<string, string>, then: string, now: string): boolean {
  const [before, after] = [[...walk(parse(then))], [...walk(parse(now))]];
  return (
    before.length === after.length &&
    before.every(({ node }, i) => {
      const other = after[i]!.node;
      if (node.kind !== "reference" || (other.kind !== "reference" && other.kind !== "error")) {
        return said(node, then) === said(other, now);
      }
      const from = plain(node.address);
      const to = other.kind === "reference" ? plain(other.address) : other.code;
      if ((moves.get(from) ?? to) !== to) return false;
      moves.set(from, to);
      return true;
    })
  );
}

/** What a part says itself, apart from where it stands and from the parts inside it. */
function said(node: FormulaNode, formula: string): string {
  if (node.kind === "table" || node.kind === "array") {
    return formula.slice(node.start, node.end).replace(/\s/g, "").toLowerCase();
  }
  const own = Object.entries(node).filter(
    ([key, value]) => key !== "start" && key !== "end" && (value === null || typeof value !== "object"),
  );
  const text = JSON.stringify(own);
  return node.kind === "text" ? text : text.toLowerCase();
}
