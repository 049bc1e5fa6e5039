/** School years needed to read a text: Flesch and Kincaid, 1975. Figures and signs are left out; initials are spelled. */
export function readingGrade(sentences: readonly string[]): number {
  const wordLists = sentences
    .map((sentence) => sentence.match(/[A-Za-z][A-Za-z’'-]*/g) ?? [])
    .filter(({ length }) => length > 0);
  const words = wordLists.flat();
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / wordLists.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** Sentences of a text; a colon and a semicolon end a thought as a full stop does not, so they do not count. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])["”]?\s+/).filter((sentence) => /[A-Za-z]/.test(sentence));
}

/** Groups of vowels, less a silent e; initials such as GPU count by letter. */
export function syllablesOf(word: string): number {
  return word.split("-").reduce((sum, part) => sum + syllablesOfPart(part), 0);
}

function syllablesOfPart(part: string): number {
  if (/^[A-Z]{2,4}s?$/.test(part)) return part.replace("s", "").length;
  const letters = part.toLowerCase().replace(/[^a-z]/g, "");
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (ending) =>
    /(?:[sxz]|ch|sh|[cg])es$/.test(letters) ? ending : ending[0]!,
  );
  return Math.max(1, (spoken.match(/[aeiouy]{1,2}/g) ?? []).length);
}
