const path = require("node:path");
const yaml = require("yaml");
const shape = require("./lesson-shape.cjs");
const { bound, formula } = require("./lesson-formula.cjs");
const { checkScopes } = require("./lesson-scopes.cjs");
const { line, prose } = require("./lesson-text.cjs");

const { LessonError, address, cellValue, date, fail, format, functionName, id, label, list, looseDate } = shape;
const { mapOf, number, oneOf, optional, record, slug, unit, wholeNumber, words } = shape;

const roles = ["investor", "analyst", "operator", "finance"];
const tier = oneOf("primary", "press", "vendor", "second-hand");

const input = { id, label, value: cellValue, unit, format };
const computation = { id, formula, each: optional(list(id, 1)), format: optional(format, "general") };
const answer = { label, formula, unit, format };
const calculation = record({ ...answer, remark: optional(line) });
const wrongPatterns = list(record({ formula, feedback: line }), 1, 4);
const values = mapOf(cellValue);
const range = list(number, 3, 3);

/** Inputs that stand over the example's: what is not given there is completed from it. */
const over = { id, label: optional(label), value: cellValue, unit: optional(unit), format: optional(format) };
const scope = { inputs: optional(list(record(over)), []), values: optional(list(record(computation)), []) };

const variation = (value, place) => {
  const kinds = { range, times: range, of: list(cellValue, 2) };
  const [[kind, given] = [], ...more] = Object.entries(value ?? {});
  if (!kinds[kind] || more.length)
    fail(place, "write one of range: [from, to, step], times: [from, to, step] or of: [values]");
  return { [kind]: kinds[kind](given, `${place}.${kind}`) };
};

const fix = (value, place) =>
  value && "formula" in value
    ? record({ formula, format, message: line })(value, place)
    : record({ input: id, low: bound, high: bound, format, message: line })(value, place);

/** One text, or several of which the first whose condition holds is shown. */
const sentence = (value, place) => {
  if (!Array.isArray(value)) return [{ when: "TRUE", text: line(value, place) }];
  const cases = list(record({ when: optional(formula, "TRUE"), text: line }), 2, 4)(value, place);
  if (cases.findIndex(({ when }) => when === "TRUE") !== cases.length - 1)
    fail(place, "only the last text has no condition (when)");
  return cases;
};

const fact = { text: line, value: label, asOf: looseDate, source: words, url: address, tier };

const frontMatter = record({
  slug,
  title: words,
  summary: words,
  audience: list(oneOf(...roles), 1),
  minutes: wholeNumber(5, 8),
  track: slug,
  position: wholeNumber(1, 20),
  prerequisites: optional(list(slug), []),
  related: optional(list(slug), []),
  functions: list(functionName, 1),
  uses: optional(list(functionName), []),
  calculators: optional(list(oneOf("gpu-hour-cost", "training-cost", "serving-cost")), []),
  aliases: optional(list(words), []),
  reviewed: date,
  terms: mapOf(words),
  guess: record({
    ...scope,
    question: line,
    options: list(record({ text: line, correct: formula }), 2, 4),
    answer: line,
  }),
  example: record({
    caseName: words,
    inputs: list(record(input), 1),
    steps: list(
      record({ ...computation, label, unit, caption: optional(line), hidden: optional(oneOf(true), false) }),
      3,
    ),
    table: optional(
      record({
        caption: words,
        columns: list(record({ id, label: optional(label), format: optional(format), fails: optional(formula) }), 2, 7),
      }),
    ),
    note: optional(line),
  }),
  yourTurn: record({
    ...scope,
    prompt: line,
    inputs: optional(list(record({ ...over, vary: optional(variation) })), []),
    rounds: optional(list(values), []),
    given: optional(list(id), []),
    answer: record(answer),
    tolerance: optional(number, 0.005),
    hints: list(line, 3, 3),
    wrongPatterns,
  }),
  chart: record({
    ...scope,
    title: words,
    lead: line,
    kind: oneOf("line", "bars", "stack"),
    slider: record({
      input: id,
      min: number,
      max: number,
      step: number,
      label: optional(label),
      format: optional(format),
    }),
    x: record({ id, label, unit, format: optional(format, "general"), values: list(cellValue, 1, 61) }),
    y: record({ label, unit, format }),
    series: list(record({ id, label, formula, style: optional(oneOf("plain", "strong", "dashed"), "plain") }), 1, 5),
    threshold: optional(record({ label, formula })),
    test: optional(record({ label, formula, format, fails: formula, words: record({ pass: words, fail: words }) })),
    sentence,
  }),
  mistake: record({ ...scope, wrong: calculation, right: calculation, difference: record(answer) }),
  signal: record({ ...scope, watch: line, facts: list(record(fact), 1, 2), read: line, discipline: line }),
  decisionCheck: record({
    ...scope,
    sentence: line,
    cells: list(id, 1),
    conditions: list(record({ id, label, formula, margin: formula, unit, format, pass: line, fail: line }), 1, 3),
    messages: record({ pass: line, fail: line, cannot: line }),
    fix,
    samples: record({ pass: values, fail: values, cannot: values }),
  }),
  exit: record({
    choice: record({
      ...scope,
      question: line,
      options: list(record({ text: line, correct: formula, feedback: line }), 3, 4),
    }),
    number: record({
      ...scope,
      question: line,
      formula,
      unit,
      format,
      tolerance: optional(number, 0.005),
      wrongPatterns,
    }),
  }),
  sources: list(record({ name: words, date: looseDate, url: address, tier, supports: words }), 1),
});

/**
 * The lesson in a `lesson.md`: its front matter checked key by key, its prose as HTML (src/concepts/lesson.ts).
 * @param {string} source what the file holds
 * @param {string} file its path: the folder's name is the lesson's slug
 * @throws a LessonError that names the file, the key and what to do
 */
function compileLesson(source, file) {
  try {
    const [data, body] = split(source.replaceAll("\r\n", "\n"));
    const { guess, example, yourTurn, chart, mistake, signal, decisionCheck, exit, sources, terms, ...header } =
      frontMatter(data, "lesson");
    checkHeader(header, path.basename(path.dirname(file)));
    const { definition, takeaway, memory, mistake: mistakeProse, ...paragraphs } = readBody(body, header.audience);
    const lesson = {
      ...header,
      terms: Object.entries(terms).map(([term, said]) => ({ term, line: said })),
      guess: completed(guess, example),
      definition,
      roles: paragraphs,
      example: { ...example, steps: example.steps.map(visible), ...labelledTable(example) },
      yourTurn: completed(yourTurn, example),
      chart: labelledSlider(completed(chart, example)),
      mistake: { ...completed(mistake, example), prose: mistakeProse },
      signal: completed(signal, example),
      takeaway,
      decisionCheck: completed(decisionCheck, example),
      memory,
      exit: { choice: completed(exit.choice, example), number: completed(exit.number, example) },
      sources,
    };
    checkScopes(lesson);
    return lesson;

    function labelledSlider(block) {
      const { input: moved, label: given, format: shown, ...slider } = block.slider;
      const target = [...block.inputs, ...example.inputs].find((entry) => entry.id === moved);
      if (!target) fail("lesson.chart.slider.input", `"${moved}" is not an input`);
      return {
        ...block,
        slider: { input: moved, ...slider, label: given ?? target.label, format: shown ?? target.format },
      };
    }
  } catch (error) {
    if (error instanceof LessonError || error instanceof yaml.YAMLError)
      throw new LessonError(`${file}: ${error.message}`);
    throw error;
  }
}

function split(source) {
  const match = /^---\n([^]*?)\n---\n([^]*)$/.exec(source);
  if (!match) fail("lesson", "begin the file with a front matter between two lines ---");
  return [yaml.parse(match[1]), match[2]];
}

function checkHeader({ slug: given, title, audience }, folder) {
  if (given !== folder) fail("lesson.slug", `must be the folder's name, "${folder}" (it is "${given}")`);
  if (title.length > 60) fail("lesson.title", `must have at most 60 characters (it has ${title.length})`);
  if (roles.filter((role) => audience.includes(role)).join() !== audience.join())
    fail("lesson.audience", `name each role once, in the order ${roles.join(", ")}`);
}

/** The body's sections, by name. */
function readBody(body, audience) {
  const wanted = [
    "## Definition",
    "## Why it matters",
    ...audience.map((role) => `### ${capital(role)}`),
    "## Mistake",
    "## Takeaway",
    "## Memory",
  ];
  const parts = body.split(/^(#+ .*)$/m);
  if (parts[0].trim()) fail("lesson, body", `text stands before the first heading, ${wanted[0]}`);
  const found = parts.filter((_, i) => i % 2 === 1).map((heading) => heading.trim());
  wanted.forEach((heading, i) => {
    if (found[i] !== heading)
      fail("lesson, body", `heading ${i + 1} must be "${heading}" (it is ${found[i] ? `"${found[i]}"` : "missing"})`);
  });
  if (found.length > wanted.length) fail("lesson, body", `one heading too many: "${found[wanted.length]}"`);
  const text = (heading) => parts[2 * found.indexOf(heading) + 2];
  if (text("## Why it matters").trim()) fail("lesson, body", 'text under "## Why it matters" belongs to a role');
  const sections = wanted.filter((heading) => heading !== "## Why it matters");
  return Object.fromEntries(
    sections.map((heading) => [
      heading.replace(/^#+ /, "").toLowerCase(),
      prose(text(heading), `lesson, body, ${heading}`),
    ]),
  );
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** A block whose inputs have the label, unit and format of the example's unless they give their own. */
function completed(block, example) {
  return {
    ...block,
    inputs: block.inputs.map((entry) => {
      const base = example.inputs.find((other) => other.id === entry.id);
      const whole = { ...(base && { label: base.label, unit: base.unit, format: base.format }), ...entry };
      for (const key of ["label", "unit", "format"]) {
        if (whole[key] === undefined)
          fail("lesson", `the input "${entry.id}" is not one of the example's: give its ${key}`);
      }
      return whole;
    }),
  };
}

function visible({ hidden, ...step }) {
  if (hidden && step.caption) fail(`lesson.example.steps, ${step.id}`, "a hidden step has no caption");
  if (!hidden && !step.caption) fail(`lesson.example.steps, ${step.id}`, "write a caption, or hidden: true");
  return step;
}

function labelledTable({ table, inputs, steps }) {
  if (!table) return {};
  const columns = table.columns.map((column) => {
    const base = [...inputs, ...steps].find((entry) => entry.id === column.id);
    if (!base) fail("lesson.example.table", `"${column.id}" is neither an input nor a step of the example`);
    return { label: base.label, format: base.format, ...column };
  });
  return { table: { ...table, columns } };
}

const headerKeys = "slug title summary audience minutes track position functions calculators aliases terms".split(" ");

/** What lists, search and the glossary need of a lesson. */
function headerOf(lesson) {
  return Object.fromEntries(headerKeys.map((key) => [key, lesson[key]]));
}

module.exports = { LessonError, compileLesson, headerOf };
