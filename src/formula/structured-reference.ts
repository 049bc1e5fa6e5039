import type { TableNode } from "./nodes";

/** Takes a structured reference apart: Sales[[#Data],[Rent]:[Power]]. */
export function structured(text: string): Pick<TableNode, "table" | "items" | "columns"> | undefined {
  const bracket = text.indexOf("[");
  const table = text.slice(0, bracket);
  const named = { ...(table && { table }) };
  const whole = text.slice(bracket + 1, -1).trim();
  const row = whole.startsWith("@") ? ["#This Row"] : [];
  const inner = row.length > 0 ? whole.slice(1).trim() : whole;
  if (inner === "") return { ...named, items: row, columns: [] };
  if (!inner.startsWith("[")) {
    return inner.startsWith("#")
      ? { ...named, items: [inner], columns: [] }
      : { ...named, items: row, columns: [unescaped(inner)] };
  }
  const list = /^(?:\[(?:[^'[\]]|'[^])*\]\s*(?:[,:]\s*(?=\[)|$))+$/;
  if (!list.test(inner)) return undefined;
  const parts = [...inner.matchAll(/\[((?:[^'[\]]|'[^])*)\]/g)].map(([, part = ""]) => part);
  return {
    ...named,
    items: [...row, ...parts.filter((part) => part.startsWith("#"))],
    columns: parts.filter((part) => !part.startsWith("#")).map(unescaped),
  };
}

const unescaped = (column: string): string => column.replaceAll(/'([^])/g, "$1");
