import { freeScopes, type Part, partsOf } from "../calc/parts";
import { Quantity, type Scope } from "../calc/quantity";

/**
 * The named results and the columns that a table uses, each after those it uses itself:
 * apart, those that depend on a row of it. What depends on an inner loop has no place of its own and is in neither.
 * `besides` the columns, formulas may stand in other places, such as a question that a cell answers.
 */
export function namedParts(
  roots: readonly Quantity[],
  row?: Scope,
  besides: readonly Quantity[] = [],
): { free: Quantity[]; bound: Quantity[] } {
  const free: Quantity[] = [];
  const bound: Quantity[] = [];
  const met = new Set<Part>();
  const visit = (part: Part): void => {
    if (met.has(part)) return;
    met.add(part);
    partsOf(part).parts.forEach(visit);
    if (!(part instanceof Quantity) || !(part.origin.kind === "named" || roots.includes(part))) return;
    const scopes = freeScopes(part);
    if (scopes.size === 0) free.push(part);
    else if (row && scopes.size === 1 && scopes.has(row)) bound.push(part);
  };
  [...roots, ...besides].forEach(visit);
  return { free, bound };
}
