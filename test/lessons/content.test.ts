import { readFileSync } from "node:fs";
import path from "node:path";
import { concepts, tracks } from "../../src/concepts";
import type { Lesson } from "../../src/concepts/lesson";
import catalogue from "../published/catalogue.json";
import { bySlug, lessons } from "./lessons";
import { readingGrade, sentencesOf } from "./reading";
import { formulasOf, type LessonText, plain, textsOf, wordsOf } from "./texts";

const permanent = catalogue.functions as readonly { name: string; concept: string }[];
const conceptSlugs = new Set(permanent.map(({ concept }) => concept));

/** What does not hold, with its place, so that a failing test says what to change. */
const found = (texts: readonly LessonText[], pattern: RegExp): string[] =>
  texts.flatMap(({ place, html }) =>
    [...plain(html, { code: false }).matchAll(pattern)].map(([match]) => `${place}: ${match.trim()}`),
  );

const prose = (lesson: Lesson) => textsOf(lesson).filter(({ part }) => part === "shown" || part === "opened");

it("finds the lessons", () => {
  expect(lessons.length).toBeGreaterThanOrEqual(4);
});

describe.each(bySlug)("the lesson %s", (slug, lesson) => {
  const texts = textsOf(lesson);
  const count = (html: string) => wordsOf(html).length;

  it("keeps each section short", () => {
    expect(count(lesson.summary)).toBeLessThanOrEqual(30);
    expect(count(lesson.definition)).toBeLessThanOrEqual(90);
    for (const role of Object.values(lesson.roles)) expect(count(role)).toBeLessThanOrEqual(45);
    expect(count(lesson.mistake.prose)).toBeLessThanOrEqual(90);
    expect(count(lesson.memory)).toBeLessThanOrEqual(25);
    for (const { caption = "" } of lesson.example.steps) expect(count(caption)).toBeLessThanOrEqual(45);
  });

  it("has a summary and a takeaway of one sentence each", () => {
    expect(sentencesOf(lesson.summary)).toHaveLength(1);
    expect(sentencesOf(plain(lesson.takeaway))).toHaveLength(1);
  });

  it("states its reading time: words over 180 and three blocks to work in", () => {
    const shown = texts.filter(({ part }) => part === "shown" || part === "dated");
    const words = shown.reduce((sum, { html }) => sum + count(html), 0);
    const minutes = Math.min(8, Math.max(5, Math.ceil(words / 180 + 3)));
    expect(`${lesson.minutes} minutes for ${words} words`).toBe(`${minutes} minutes for ${words} words`);
  });

  it("reads at grade ten or below", () => {
    const shown = texts.filter(({ part }) => part === "shown").map(({ html }) => plain(html, { code: false }));
    expect(readingGrade(shown.flatMap(sentencesOf))).toBeLessThanOrEqual(10);
    expect(readingGrade(sentencesOf(plain(lesson.definition, { code: false })))).toBeLessThanOrEqual(10);
  });

  it("is the home of all functions of its concept, and of no other", () => {
    const own = permanent.filter(({ concept }) => concept === slug).map(({ name }) => name);
    expect([...lesson.functions].sort()).toEqual(own.sort());
  });

  it("names functions that exist, where it names any", () => {
    const names = new Set(permanent.map(({ name }) => name));
    for (const name of lesson.uses) expect(names).toContain(name);
    const inCode = texts.flatMap(({ html }) =>
      [...html.matchAll(/<code>([A-Z]{3,})<\/code>/g)].map((match) => match[1]!),
    );
    const linked = texts.flatMap(({ html }) =>
      [...html.matchAll(/href="function:([A-Z]+)"/g)].map((match) => match[1]!),
    );
    for (const name of linked) expect(names).toContain(name);
    for (const name of inCode) expect(names.has(name) || native.has(name) ? name : `${name} does not exist`).toBe(name);
  });

  it("calculates with its own functions, with those it says it uses, and with Excel's", () => {
    const ours = new Set(permanent.map(({ name }) => name));
    const called = new Set(
      formulasOf(lesson).flatMap((formula) => [...formula.matchAll(/([A-Z][A-Z.]*)\(/g)].map((match) => match[1]!)),
    );
    const foreign = [...called].filter((name) => ours.has(name) && !lesson.functions.includes(name));
    expect(foreign.sort()).toEqual([...lesson.uses].sort());
    expect([...called].filter((name) => !ours.has(name) && !native.has(name))).toEqual([]);
  });

  it("stands in a track of the course, beside lessons that exist", () => {
    const track = tracks.find(({ id }) => id === lesson.track);
    if (track && concepts.some((concept) => concept.slug === slug)) {
      expect(track.concepts.map((concept) => concept.slug)).toContain(slug);
    }
    const linked = texts.flatMap(({ html }) =>
      [...html.matchAll(/href="lesson:([a-z-]+)"/g)].map((match) => match[1]!),
    );
    for (const other of [...lesson.prerequisites, ...lesson.related, ...linked]) expect(conceptSlugs).toContain(other);
    expect([...lesson.prerequisites, ...lesson.related]).not.toContain(slug);
  });

  it("uses every term whose home it is", () => {
    const used = new Set(termsIn(texts));
    for (const { term } of lesson.terms) expect(used).toContain(term.toLowerCase());
  });

  it("types no amount, percentage or decimal into its prose: they are references", () => {
    const amount =
      /(?:USD|EUR|[$€£])\s?\d[\d,.]*|\d[\d,.]*\s?(?:%|percent|USD|EUR|dollars|cents|million|billion)|\b\d+\.\d+/g;
    expect(found(withoutValues(prose(lesson)), amount)).toEqual([]);
  });

  it("rests every fact on a source that it lists", () => {
    const listed = new Set(lesson.sources.map(({ url }) => url));
    for (const { url } of lesson.signal.facts) expect(listed).toContain(url);
  });

  it("keeps to the voice: no hype, no advice, no forecast, no placeholder", () => {
    const words =
      /\b(?:revolutionary|massive|game-changing|explosive|skyrocket\w*|soar\w*|huge|incredibl\w+|attractive|cheap\w*|bargain|buy|sell|will (?:rise|fall|grow)|lorem|TBD|TODO|FIXME|XXX)\b|!/gi;
    expect(found(prose(lesson), words)).toEqual([]);
  });

  it("names companies only beside a date and a source", () => {
    const companies =
      /\b(?:NVIDIA|Amazon|AWS|Microsoft|Meta|Google|Oracle|CoreWeave|IREN|DeepSeek|Alibaba|Core Scientific|AMD|Intel|OpenAI|Anthropic|CBRE|Uptime Institute)\b/g;
    expect(found(prose(lesson), companies)).toEqual([]);
  });

  it("doubles no word and writes US English", () => {
    expect(found(texts, /\b([a-z]+) \1\b/gi)).toEqual([]);
    expect(
      found(
        texts.filter(({ part }) => part !== "source"),
        british,
      ),
    ).toEqual([]);
    expect(found(texts, /\bGPU hours?\b/g)).toEqual([]);
  });

  it("is spelled as the course spells: a new word is added to vocabulary.txt", () => {
    const unknown = texts
      .filter(({ part }) => part === "shown" || part === "opened" || part === "label")
      .flatMap(({ html }) => plain(html, { code: false }).match(/[A-Za-z]+(?:[’'][a-z]+)?/g) ?? [])
      .filter((word) => !spelled(word));
    expect([...new Set(unknown)].sort()).toEqual([]);
  });
});

describe("the glossary", () => {
  it("gives every term one home and one line", () => {
    const homes = lessons.flatMap(({ terms }) => terms.map(({ term }) => term.toLowerCase()));
    expect(homes.filter((term, i) => homes.indexOf(term) < i)).toEqual([]);
    for (const { terms } of lessons) for (const { term, line } of terms) expect(`${term}: ${line}`).toMatch(/\.$/);
  });

  it("holds every term that a lesson marks", () => {
    const homes = new Set(lessons.flatMap(({ terms }) => terms.map(({ term }) => term.toLowerCase())));
    const homeless = lessons.flatMap((lesson) =>
      termsIn(textsOf(lesson))
        .filter((term) => !homes.has(term))
        .map((term) => `${lesson.slug}: ${term}`),
    );
    expect(homeless).toEqual([]);
  });
});

it("gives each lesson its own place in its track", () => {
  const places = lessons.map(({ track, position }) => `${track} ${position}`);
  expect(new Set(places).size).toBe(places.length);
});

/** Excel's own functions that a lesson may name: classic ones, which every Excel and the embedded workbook know. */
const native = new Set(
  "PMT NPV IRR SUM AVERAGE MIN MAX COUNT INDEX MATCH IF IFERROR AND OR NOT ABS ROUND ROUNDUP ROUNDDOWN SUMPRODUCT SQRT EXP LN".split(
    " ",
  ),
);

const british =
  /\b(?:\w*(?:isation|ising)|litres?|metres?|centres?|colou?red? grey|colours?|labour|favour\w*|behaviour|programmes?|catalogue|cheques?|defence|licence|modelling|modeller|labell\w+|travell\w+|cancell(?:ed|ing)|whilst|amongst|organis\w+|recognis\w+|realis\w+|utilis\w+|amortis\w+|annualis\w+|normalis\w+|optimis\w+|analys(?:e|ed|ing))\b/gi;

const vocabulary = new Set(readFileSync(path.join(__dirname, "vocabulary.txt"), "utf8").split(/\s+/).filter(Boolean));

/** As listed, in lower case, or with an ending of the language. Initials and names of functions are not words. */
function spelled(word: string): boolean {
  if (/^[A-Z]{2,}(?:s|[’']s)?$/.test(word)) return true;
  if (/^[a-z]$|^[A-Z]$|^k[WV]h?$|^M[WV]h?$|kWh$/.test(word)) return true;
  const lower = word
    .replace("’", "'")
    .replace(/'s$|'$/, "")
    .toLowerCase();
  const stems = [lower, lower.replace(/s$/, ""), lower.replace(/es$/, ""), lower.replace(/ies$/, "y")];
  return vocabulary.has(word) || stems.some((stem) => vocabulary.has(stem));
}

function termsIn(texts: readonly LessonText[]): string[] {
  return texts.flatMap(({ html }) => [...html.matchAll(/data-term="([^"]+)"/g)].map((match) => match[1]!));
}

/** Values are references: what stands in their place is no typed number. */
function withoutValues(texts: readonly LessonText[]): LessonText[] {
  return texts.map((text) => ({ ...text, html: text.html.replace(/<data[^>]*><\/data>/g, "…") }));
}
