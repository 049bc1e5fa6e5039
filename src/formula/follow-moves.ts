import { type Address, formatAddress, parseAddress, plainAddress } from "./address";
import { replaceParts } from "./calls";
import { type FormulaNode, walk } from "./nodes";
import { parse } from "./parse";

/**
 * A formula kept elsewhere as text, such as the one that a cell held before, with its references moved as the
 * spreadsheet has since moved those of its stand-in: rows inserted, sheets renamed. `then` is the stand-in as it was
 * written, `now` as it is. Undefined when the stand-in has been changed otherwise, so that nothing can be said.
 */
export function followed(kept: string, then: string, now: string): string | undefined {
  const moves = movesBetween(then, now);
  if (!moves) return undefined;
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

/** Where each reference of one formula has gone in the other, by plain address; undefined where more than references differs. */
function movesBetween(then: string, now: string): ReadonlyMap<string, string> | undefined {
  const [before, after] = [[...walk(parse(then))], [...walk(parse(now))]];
  if (before.length !== after.length) return undefined;
  const moves = new Map<string, string>();
  for (const [i, { node }] of before.entries()) {
    const other = after[i]!.node;
    if (node.kind === "reference" && (other.kind === "reference" || other.kind === "error")) {
      const from = plain(node.address);
      const to = other.kind === "reference" ? plain(other.address) : other.code;
      if ((moves.get(from) ?? to) !== to) return undefined;
      moves.set(from, to);
    } else if (said(node, then) !== said(other, now)) return undefined;
  }
  return moves;
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
