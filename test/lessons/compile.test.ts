import { compileAll, written } from "./compile";

/** A change of the whole lesson that an author might make, and what must be said about it. */
const slips: readonly [what: string, from: string | RegExp, to: string, said: string][] = [
  ["a missing key", /^minutes: .*\n/m, "", "lesson.minutes: is missing"],
  ["an unknown key", "minutes: ", "minute: ", 'unknown key "minute": did you mean "minutes"?'],
  [
    "a key of the wrong type",
    /^minutes: .*$/m,
    "minutes: seven",
    'lesson.minutes: must be a whole number from 5 to 8 (it is "seven")',
  ],
  ["a key given twice", /^minutes: .*$/m, "minutes: 7\nminutes: 7", "Map keys must be unique"],
  ["a key with nothing after it", /^title: .*$/m, "title:", "lesson.title: is missing"],
  ["a nested unknown key", "  lead: ", "  leed: ", 'lesson.chart: unknown key "leed": did you mean "lead"?'],
  ["a slug that is not the folder", /^slug: .*$/m, "slug: gpu-hours", 'must be the folder\'s name, "gpu-hour-cost"'],
  [
    "a role out of order",
    "audience: [investor, analyst",
    "audience: [analyst, investor",
    "in the order investor, analyst, operator, finance",
  ],
  ["a date that is none", /^reviewed: .*$/m, "reviewed: last week", "must be a date such as 2026-11-20"],
  ["an unknown tier", "      tier: press", "      tier: rumor", "must be one of primary, press, vendor, second-hand"],
  [
    "an address without its beginning",
    /url: https:\/\/www.nextplatform/,
    "url: www.nextplatform",
    "must be an address that begins with https://",
  ],
  [
    "an unknown id in a formula",
    "formula: idle / power",
    "formula: idle / pover",
    '"pover" is neither an input nor computed before this: did you mean "power"?',
  ],
  [
    "an unknown id in a text",
    "{idleOverPower:1} times",
    "{idleOverPow:1} times",
    '"idleOverPow" is neither an input nor computed before this',
  ],
  ["an unknown format in a text", "{idleOverPower:1} times", "{idleOverPower:one} times", "must be a format"],
  [
    "a number without a name",
    "GPUHOURCOST(capex, lifeYears, 1)",
    "GPUHOURCOST(capex, lifeYears, 0.9)",
    "the number 0.9 has no name: make it an input",
  ],
  ["a formula with its equals sign", "formula: idle / power", "formula: =idle / power", "without its equals sign"],
  ["a cell address", "formula: idle / power", "formula: idle / B7", "B7 is a cell address"],
  ["a bracket left open", "formula: idle / power", "formula: (idle / power", "a bracket is not closed"],
  ["our prefix", "GPUHOURCOST(capex, lifeYears, 1)", "COMPUTE.GPUHOURCOST(capex, lifeYears, 1)", "without COMPUTE."],
  ["an id like a cell address", "id: stress,", "id: st1,", '"st1" looks like a cell address'],
  ["an id given twice", "id: pue, label", "id: capex, label", '"capex" is there twice'],
  [
    "an input that nothing uses",
    "  steps:\n",
    "    - { id: spare, label: Spare, value: 1, unit: GPU, format: 0 }\n  steps:\n",
    '"spare" is never used',
  ],
  ["a step without a caption", / {6}caption: "The stack splits.*\n/, "", "write a caption, or hidden: true"],
  [
    "two hints",
    / {4}- "Find the cost of an installed hour first.*\n/,
    "",
    "lesson.yourTurn.hints: needs 3 entries (it has 2)",
  ],
  ["a round of something else", "- { utilization: 0.5 }", "- { use: 0.5 }", '"use" in rounds is not an input'],
  ["a slider over nothing", "slider: { input: powerPrice", "slider: { input: powerCost", '"powerCost" is not an input'],
  ["a variation of no kind", "vary: { range: [28000, 44000, 500] }", "vary: { from: 28000 }", "write one of range"],
  [
    "markup where text stands as it is",
    /^title: .*$/m,
    'title: "What does {capex} buy?"',
    "lesson.title: is shown as it stands",
  ],
  ["raw HTML", "An owned hour has no bill.", "An owned hour has <b>no bill</b>.", "raw HTML is not allowed"],
  [
    "a web address in prose",
    "An owned hour has no bill.",
    "An [owned](https://example.com) hour has no bill.",
    "link to lesson:<slug> or function:<NAME>",
  ],
  [
    "a heading too many",
    "## Takeaway",
    "## Outlook\n\nMore.\n\n## Takeaway",
    'heading 8 must be "## Takeaway" (it is "## Outlook")',
  ],
  ["an empty section", /Divide every quoted total.*/, "", "lesson, body, ## Takeaway: is empty"],
  [
    "a value half written",
    "An owned hour has no bill.",
    "An owned hour has {no bill.",
    "write values as {id} or {id:format}",
  ],
  ["a table in prose", "An owned hour has no bill.", "\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n", "not table"],
  ["no front matter", /^---\n/, "", "begin the file with a front matter"],
];

describe("an author's slip fails the build", () => {
  const sources = slips.map(([, from, to]) => written.replace(from, to));
  const outcomes = compileAll(sources);

  it.each(slips.map((slip, i) => [slip[0], i] as const))("%s", (_, i) => {
    expect(sources[i]).not.toBe(written);
    const outcome = outcomes[i]!;
    const message = "message" in outcome ? outcome.message : "compiled";
    expect(message).toContain("src/concepts/gpu-hour-cost/lesson.md: ");
    expect(message).toContain(slips[i]![3]);
  });
});

describe("a text", () => {
  const sentence = "An owned hour has no bill.";
  const texts = {
    value: "It costs {allIn} or {share:1%}.",
    term: "One [[GPU-hour|hour]] and its [[Residual value]].",
    link: "See [the next](lesson:gpu-utilization-rate) and [its function](function:GPUHOURCOST).",
    quotes: `It's "so", says the 'meter', and \`"it"\` stays.`,
    signs: "Less < more & more > less.",
  };
  const compiled = compileAll(Object.values(texts).map((text) => written.replace(sentence, text)));
  const definition = (key: keyof typeof texts) => {
    const outcome = compiled[Object.keys(texts).indexOf(key)]!;
    return "lesson" in outcome ? outcome.lesson.definition : outcome.message;
  };

  it("leaves places for values", () => {
    expect(definition("value")).toContain(
      'It costs <data data-id="allIn"></data> or <data data-id="share" data-format="1%"></data>.',
    );
  });
  it("marks terms by their key in lower case", () => {
    expect(definition("term")).toContain(
      'One <dfn data-term="gpu-hour">hour</dfn> and its <dfn data-term="residual value">Residual value</dfn>.',
    );
  });
  it("links to lessons and functions", () => {
    expect(definition("link")).toContain('<a href="lesson:gpu-utilization-rate">the next</a>');
    expect(definition("link")).toContain('<a href="function:GPUHOURCOST">its function</a>');
  });
  it("prints quotation marks and apostrophes, but not in code", () => {
    expect(definition("quotes")).toContain("It’s “so”, says the");
    expect(definition("quotes")).toContain("<code>&quot;it&quot;</code>");
  });
  it("escapes signs", () => {
    expect(definition("signs")).toContain("Less &lt; more &amp; more &gt; less.");
  });
});

describe("a header", () => {
  it("is what lists and the glossary need, and no more", () => {
    const [outcome] = compileAll([written], { header: true });
    const header = outcome && "lesson" in outcome ? outcome.lesson : {};
    expect(header).toMatchObject({
      slug: "gpu-hour-cost",
      position: 1,
      terms: expect.arrayContaining([expect.objectContaining({ term: "GPU-hour" })]),
    });
    expect(Object.keys(header)).not.toContain("example");
    expect(Object.values(header)).not.toContain(undefined);
  });
});

describe("a block", () => {
  const [outcome] = compileAll([written]);
  const lesson = outcome && "lesson" in outcome ? outcome.lesson : undefined;

  it("completes its inputs from the example's", () => {
    expect(lesson?.exit.number.inputs[0]).toEqual({
      id: "capex",
      value: 32000,
      label: lesson?.example.inputs[0]?.label,
      unit: "USD",
      format: "0",
    });
  });
  it("labels the slider as its input", () => {
    expect(lesson?.chart.slider).toEqual({
      input: "powerPrice",
      min: 0.03,
      max: 0.15,
      step: 0.01,
      label: "Power price",
      format: "2",
    });
  });
  it("takes true and false as formulas", () => {
    const source = written.replace("correct: power > idle", "correct: false");
    const [changed] = compileAll([source]);
    expect(changed && "lesson" in changed && changed.lesson.guess.options[0]?.correct).toBe("FALSE");
  });
});
