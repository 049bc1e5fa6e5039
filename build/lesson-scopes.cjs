const { fail, nearest } = require("./lesson-shape.cjs");
const { readFormula } = require("./lesson-formula.cjs");
const { idsShown } = require("./lesson-text.cjs");

/** Where a block keeps formulas. */
const formulaKeys = new Set(["formula", "correct", "margin", "fails", "low", "high", "when"]);

/** Every id that a formula or a text names is known where it stands, none is given twice, and none is there for nothing. */
function checkScopes(lesson) {
  const { example, guess, yourTurn, chart, mistake, signal, decisionCheck, exit } = lesson;
  const used = new Set();

  const base = new Set();
  for (const { id } of example.inputs) add(base, id, "lesson.example.inputs");
  for (const step of example.steps) compute(base, step, "lesson.example.steps");
  const seen = example.steps.filter(({ caption }) => caption).length;
  if (seen < 3 || seen > 6) fail("lesson.example.steps", `show 3 to 6 steps, hide the others (it shows ${seen})`);
  check(
    { steps: example.steps.map(({ caption }) => caption ?? ""), table: example.table ?? {}, note: example.note ?? "" },
    base,
    "lesson.example",
  );
  example.table?.columns.forEach(({ id }) => used.add(id));
  for (const key of ["definition", "roles", "takeaway", "memory"])
    check({ [key]: lesson[key] }, base, `lesson, body, ${key}`);

  block(guess, "lesson.guess");
  block(yourTurn, "lesson.yourTurn", [], { rounds: yourTurn.rounds });
  yourTurn.given.forEach((id) => known(id, base, "lesson.yourTurn.given"));
  const drawn = [chart.x.id, ...chart.series.map(({ id }) => id)];
  drawn.forEach(
    (id, i) =>
      (base.has(id) || drawn.indexOf(id) < i) && fail("lesson.chart", `"${id}" is there twice: choose another id`),
  );
  block(chart, "lesson.chart", drawn);
  used.add(chart.slider.input);
  block(mistake, "lesson.mistake");
  block(signal, "lesson.signal");
  const checked = block(decisionCheck, "lesson.decisionCheck", ["margin", "reason", "fix"], {
    samples: Object.values(decisionCheck.samples),
  });
  const inputs = new Set([...example.inputs, ...decisionCheck.inputs].map(({ id }) => id));
  decisionCheck.cells.forEach((id) => inputs.has(id) || fail("lesson.decisionCheck.cells", `"${id}" is not an input`));
  if (decisionCheck.fix.input) known(decisionCheck.fix.input, checked, "lesson.decisionCheck.fix.input");
  block(exit.choice, "lesson.exit.choice");
  block(exit.number, "lesson.exit.number");

  for (const { id } of example.inputs)
    if (!used.has(id)) fail("lesson.example.inputs", `"${id}" is never used: use it or delete it`);

  function block(content, place, extra = [], { rounds = [], samples = [] } = {}) {
    const scope = new Set(base);
    const own = new Set();
    for (const { id } of content.inputs) add(own, id, `${place}.inputs`);
    own.forEach((id) => scope.add(id));
    for (const value of content.values) compute(scope, value, `${place}.values`);
    const inputs = new Set([...example.inputs, ...content.inputs].map(({ id }) => id));
    for (const given of [...rounds, ...samples]) {
      for (const id of Object.keys(given))
        if (!inputs.has(id)) fail(place, `"${id}" in ${rounds.length ? "rounds" : "samples"} is not an input`);
    }
    const { inputs: _inputs, values: _values, rounds: _rounds, samples: _samples, ...rest } = content;
    check(rest, new Set([...scope, ...extra]), place);
    return scope;
  }

  function compute(scope, { id, formula, each = [] }, place) {
    [...readFormula(formula, `${place}, ${id}`).ids, ...each].forEach((name) => known(name, scope, `${place}, ${id}`));
    add(scope, id, place);
  }

  function add(scope, id, place) {
    if (scope.has(id)) fail(place, `"${id}" is there twice: choose another id`);
    scope.add(id);
  }

  function known(id, scope, place) {
    used.add(id);
    if (scope.has(id)) return;
    const near = nearest(id, [...scope]);
    fail(
      place,
      `"${id}" is neither an input nor computed before this${near ? `: did you mean "${near}"?` : `; there are ${[...scope].join(", ")}`}`,
    );
  }

  function check(content, scope, place) {
    for (const [key, value] of Object.entries(content)) {
      const inside = /^\d+$/.test(key) ? `${place}[${Number(key) + 1}]` : `${place}.${key}`;
      if (typeof value === "object" && value !== null) check(value, scope, inside);
      else if (formulaKeys.has(key)) readFormula(value, inside).ids.forEach((id) => known(id, scope, inside));
      else if (typeof value === "string") idsShown(value).forEach((id) => known(id, scope, inside));
    }
  }
}

module.exports = { checkScopes };
