import type { Screen } from "./screen";

/** Something that can be found. */
export interface Findable {
  readonly title: string;
  readonly kind: "Lesson" | "Function" | "Term" | "Argument" | "Calculator" | "What-if" | "Page";
  /** One line about it. */
  readonly what: string;
  /** Other words for it, such as DSCR. */
  readonly aliases: readonly string[];
  readonly to: Screen;
}

export interface Hit {
  readonly item: Findable;
  /** The alias that matched, when it was not the title. */
  readonly by: string | undefined;
}

interface Indexed {
  readonly item: Findable;
  readonly title: string;
  readonly words: readonly string[];
  readonly aliases: readonly { readonly said: string; readonly plain: string; readonly words: readonly string[] }[];
  readonly what: string;
}

/** Lessons first among equals: they explain what the others name. */
const kindRank: Readonly<Record<Findable["kind"], number>> = {
  Lesson: 0,
  Calculator: 1,
  "What-if": 1,
  Function: 2,
  Term: 3,
  Page: 4,
  Argument: 5,
};

export interface SearchIndex {
  /** The best matches, the best first. */
  find(query: string, limit?: number): Hit[];
  /** For a query without a match: the nearest spelling that has one. */
  suggest(query: string): string | undefined;
}

export function searchIndex(items: readonly Findable[]): SearchIndex {
  const indexed = items.map(indexOne);
  const spellings = new Map<string, string>();
  for (const { item, aliases } of indexed) {
    for (const word of [item.title, ...item.title.split(/\s+/), ...aliases.map(({ said }) => said)]) {
      if (plain(word).length >= 3) spellings.set(plain(word), word);
    }
  }
  return {
    find(query, limit = 20) {
      const wanted = wordsOf(query);
      if (wanted.length === 0) return [];
      const whole = plain(query);
      return indexed
        .flatMap((one) => {
          const found = score(one, whole, wanted);
          return found ? [{ ...found, one }] : [];
        })
        .sort(
          (a, b) =>
            a.score - b.score ||
            kindRank[a.one.item.kind] - kindRank[b.one.item.kind] ||
            a.one.title.length - b.one.title.length ||
            a.one.title.localeCompare(b.one.title),
        )
        .slice(0, limit)
        .map(({ one, by }) => ({ item: one.item, by }));
    },
    suggest(query) {
      const whole = plain(query);
      const farthest = whole.length < 5 ? 1 : 2;
      let best: { readonly word: string; readonly distance: number } | undefined;
      for (const [spelling, word] of spellings) {
        if (Math.abs(spelling.length - whole.length) > farthest) continue;
        const distance = editDistance(whole, spelling);
        if (distance <= farthest && distance < (best?.distance ?? Infinity)) best = { word, distance };
      }
      return best?.word;
    },
  };
}

/** How well something matches, the smaller the better; undefined when it does not. */
function score(
  one: Indexed,
  whole: string,
  wanted: readonly string[],
): { readonly score: number; readonly by: string | undefined } | undefined {
  if (one.title === whole) return { score: 0, by: undefined };
  const alias = one.aliases.find(({ plain: text }) => text === whole);
  if (alias) return { score: 1, by: alias.said };
  if (one.title.startsWith(whole)) return { score: 2, by: undefined };
  const begun = one.aliases.find(({ plain: text }) => text.startsWith(whole));
  if (begun) return { score: 3, by: begun.said };
  if (wanted.every((word) => one.words.some((other) => other.startsWith(word)))) return { score: 4, by: undefined };
  const among = one.aliases.find(({ words }) => wanted.every((word) => words.some((other) => other.startsWith(word))));
  if (among) return { score: 5, by: among.said };
  if (whole.length >= 3 && one.title.includes(whole)) return { score: 6, by: undefined };
  if (whole.length >= 3 && wanted.every((word) => one.what.includes(word) || one.title.includes(word)))
    return { score: 7, by: undefined };
  return undefined;
}

function indexOne(item: Findable): Indexed {
  return {
    item,
    title: plain(item.title),
    words: wordsOf(item.title),
    aliases: item.aliases.map((said) => ({ said, plain: plain(said), words: wordsOf(said) })),
    what: plain(item.what),
  };
}

/** In small letters, without accents, punctuation as spaces: GPU-hour is found as gpu hour. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/^=?\s*compute\./, "")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function wordsOf(text: string): string[] {
  // powerPrice is found as "power price" too.
  const words = `${plain(text)} ${plain(text.replace(/([a-z])([A-Z])/g, "$1 $2"))}`.split(" ").filter(Boolean);
  return [...new Set(words)];
}

/** How many letters must change, be added, left out or swapped with their neighbor to make one word of the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length]!;
}
