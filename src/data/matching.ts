import { accelerators, type Accelerator } from "./accelerators";

/** Words that makers and sellers put around a name, removed from it in this order. */
const surroundingWords = [
  "NVIDIA",
  "AMD",
  "GOOGLE",
  "AWS",
  "AMAZON",
  "INTEL",
  "HABANA",
  "GEFORCE",
  "INSTINCT",
  "TESLA",
  "TENSORCORE",
  "ACCELERATOR",
  "GPU",
  "HGX",
  "DGX",
  "CLOUD",
];

/** What is left of a name when case, spaces, signs and makers do not matter: "NVIDIA H100-SXM" is H100SXM. */
export function keyOf(name: string): string {
  const lettersAndDigits = name.toUpperCase().replace(/[^\p{L}\p{Nd}]/gu, "");
  return surroundingWords.reduce((rest, word) => rest.replaceAll(word, ""), lettersAndDigits);
}

const byKey = new Map(
  accelerators.flatMap((accelerator) => accelerator.keys.map((key) => [key, accelerator] as const)),
);

/** The accelerator that a name means. A name the table does not know is undefined: nothing is guessed. */
export function acceleratorNamed(name: string): Accelerator | undefined {
  return byKey.get(keyOf(name));
}

const mostSuggestions = 3;
const longestQuoted = 40;

/** At most three accelerators that a name without a match may have meant, the likeliest first. */
export function nearestAccelerators(name: string): Accelerator[] {
  const key = keyOf(name);
  return accelerators
    .map((accelerator) => ({
      accelerator,
      distance: Math.min(...accelerator.keys.map((known) => distanceBetween(key, known))),
    }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((first, second) => first.distance - second.distance)
    .slice(0, mostSuggestions)
    .map(({ accelerator }) => accelerator);
}

/** Says that a name is not in the table, and which ones may have been meant. */
export function unknownAccelerator(name: string): string {
  const nearest = nearestAccelerators(name).map((accelerator) => accelerator.name);
  const remedy = nearest.length > 0 ? `did you mean ${inList(nearest)}?` : "GPUTABLE lists the names";
  return name.trim() === ""
    ? `gpu is empty: ${remedy}`
    : `gpu "${shortened(name.trim())}" is not in the table: ${remedy}`;
}

function inList(names: readonly string[]): string {
  return [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" or ");
}

/** A cell may hold a whole page, which has no place in a message. */
function shortened(name: string): string {
  return name.length > longestQuoted ? `${name.slice(0, longestQuoted)}…` : name;
}

/** Fewer letters in common say nothing: RTX and TPU are whole ranges. */
const shortestPart = 3;
/** No name is longer, and a page of text must not cost a page of comparisons. */
const longestWritten = 60;

/**
 * How far a written key is from a known one: letters that only one of them has count little, since people leave words
 * out; other letters count one each. Infinity: the two have nothing to do with each other.
 */
function distanceBetween(written: string, known: string): number {
  if (written === "" || written.length > longestWritten) return Infinity;
  if (known.startsWith(written)) return 0.25 * (known.length - written.length);
  if (written.startsWith(known)) return 0.5 * (written.length - known.length);
  if (written.length >= shortestPart && known.includes(written)) return 0.5 + 0.25 * (known.length - written.length);
  if (known.length > shortestPart && written.includes(known)) return 0.5 + 0.5 * (written.length - known.length);
  return Math.min(misspelled(written, known), sameFamily(written, known));
}

/** A letter or so wrong, but not the first: with another first letter it is another product line, as A100 and H100 are. */
function misspelled(written: string, known: string): number {
  if (written[0] !== known[0]) return Infinity;
  const letters = editDistance(written, known);
  return letters <= Math.max(1, Math.floor(written.length / 3)) ? letters : Infinity;
}

/** H100 and something else: every H100 may have been meant. */
function sameFamily(written: string, known: string): number {
  let shared = 0;
  while (shared < known.length && written[shared] === known[shared]) shared += 1;
  return shared > shortestPart ? 1 + 0.5 * (written.length - shared) : Infinity;
}

/** Letters to insert, remove or change to turn one text into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...to].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length]!;
}
