import { sentence } from "../calc/text";
import { functionNamed } from "../concepts";
import type { Lesson, LessonScope, LessonValue, Role } from "../concepts/lesson";
import { chartData } from "../taskpane/lesson/chart-data";
import { formatAs } from "../taskpane/lesson/format";
import { Sight } from "../taskpane/lesson/values";
import { formula, html, type Html, trusted } from "./html";
import { functionHref, lessonHref, type Page } from "./page";

const roles: Readonly<Record<Role, string>> = {
  investor: "To the investor",
  analyst: "To the analyst",
  operator: "To the operator",
  finance: "To the finance team",
};

/** A lesson as a page to read or to print: the same data as in the pane, computed when the page is made. */
export function lessonPage(lesson: Lesson): Page {
  const sight = new Sight(lesson.example);
  const text = (words: string, block?: LessonScope): Html =>
    filled(words, block ? new Sight(lesson.example, block) : sight);
  return {
    path: `lessons/${lesson.slug}.html`,
    title: lesson.title,
    description: lesson.summary,
    body: html`<h1>${lesson.title}</h1>
      <p class="lead">${lesson.summary}</p>
      <p class="muted">
        ${lesson.minutes} min. ${lesson.functions.length} functions. Facts last checked on ${lesson.reviewed}.
      </p>
      <h2>In plain English</h2>
      ${text(lesson.definition)}
      <h2>Why it matters</h2>
      ${Object.entries(lesson.roles).map(
        ([role, words]) =>
          html`<h3>${roles[role as Role]}</h3>
            ${text(words)}`,
      )}
      <h2>Example: ${lesson.example.caseName}</h2>
      <p class="muted">The inputs are illustrative and chosen for easy checking. They are not market prices.</p>
      ${inputs(lesson)} ${steps(lesson, sight)} ${lesson.example.note !== undefined && text(lesson.example.note)}
      <h2>${lesson.chart.title}</h2>
      ${text(lesson.chart.lead, lesson.chart)} ${chartTable(lesson)}
      <h2>Common mistake</h2>
      ${text(lesson.mistake.prose, lesson.mistake)} ${mistake(lesson)}
      <h2>Market signal</h2>
      ${text(lesson.signal.watch, lesson.signal)}
      ${lesson.signal.facts.map(
        (fact) =>
          html`<blockquote>
            ${text(fact.text, lesson.signal)}
            <p class="muted">
              ${fact.asOf}, ${fact.tier}: <a href="${fact.url}">${fact.source}</a>. Reported by the source on the date
              shown. It may have changed since.
            </p>
          </blockquote>`,
      )}
      <h3>Market read</h3>
      ${text(lesson.signal.read, lesson.signal)}
      <h3>Evidence discipline</h3>
      ${text(lesson.signal.discipline, lesson.signal)}
      <h2>Takeaway</h2>
      ${text(lesson.takeaway)}
      <h2>Decision check</h2>
      ${text(lesson.decisionCheck.sentence, lesson.decisionCheck)}
      <p class="muted">In the pane it runs on your own cells.</p>
      <h2>To remember</h2>
      ${text(lesson.memory)}
      <h2>Exit questions</h2>
      ${questions(lesson)}
      <h2>Terms</h2>
      <dl>
        ${lesson.terms.map(
          ({ term, line }) =>
            html`<dt id="${term}">${sentence(term)}</dt>
              <dd>${line}</dd>`,
        )}
      </dl>
      <h2>Functions</h2>
      <ul class="inline">
        ${lesson.functions.map((name) => html`<li><a href="${functionHref(name)}">${name}</a> <span class="muted">${functionNamed(name)?.title ?? ""}</span></li>`)}
      </ul>
      <h2>Sources</h2>
      <ul>
        ${lesson.sources.map((source) => html`<li><a href="${source.url}">${source.name}</a>, ${source.date}, ${source.tier}. ${source.supports}</li>`)}
      </ul>`,
  };
}

/** Puts the values of a sight into a text, and its links and terms into the form of a page. */
function filled(words: string, sight: Sight): Html {
  const shown = words
    .replace(/<data data-id="([^"]+)"(?: data-format="([^"]+)")?><\/data>/g, (_, id: string, format?: string) => {
      const known = sight.get(id);
      return formatAs(sight.value(id), format ?? known?.format ?? "general");
    })
    .replace(/<dfn data-term="[^"]*">/g, "<dfn>")
    .replace(/href="lesson:([^"]+)"/g, (_, slug: string) => `href="${lessonHref(slug)}"`)
    .replace(/href="function:([^"]+)"/g, (_, name: string) => `href="${functionHref(name)}"`);
  return trusted(/^<(p|ul|ol)\b/.test(shown) ? shown : `<p>${shown}</p>`);
}

const shownValue = (value: LessonValue | undefined, format: string, unit: string): Html =>
  html`${formatAs(value, format)} <span class="unit">${unit}</span>`;

const inputs = ({ example }: Lesson): Html =>
  html`<table>
    <tbody>
      ${example.inputs.map(
        ({ label, value, format, unit }) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td>${shownValue(value, format, unit)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const steps = ({ example }: Lesson, sight: Sight): Html =>
  html`${example.steps
    .filter(({ caption }) => caption !== undefined)
    .map(
      ({ id, label, formula: words, format, unit, caption }) =>
        html`<div class="step">
          <b>${label}</b>
          <p>= ${formula(words)}</p>
          <p class="value">= ${shownValue(sight.value(id), format, unit)}</p>
          <div class="caption">${filled(caption ?? "", sight)}</div>
        </div>`,
    )}`;

/** The chart as a table, at the slider's first place. */
function chartTable(lesson: Lesson): Html {
  const { chart } = lesson;
  const start = new Sight(lesson.example, chart).value(chart.slider.input);
  const data = chartData(lesson, typeof start === "number" ? start : chart.slider.min);
  const rows = data.xs.map(
    (x, i) =>
      html`<tr>
        <th scope="row">${formatAs(x, chart.x.format)}</th>
        ${data.series.map(({ points }) => html`<td>${formatAs(points[i], chart.y.format)}</td>`)}
      </tr>`,
  );
  return html`<div class="wide">
    <table class="numbers">
      <caption class="muted">
        ${chart.y.label}, ${chart.y.unit}
      </caption>
      <thead>
        <tr>
          <th scope="col">${chart.x.label}</th>
          ${chart.series.map(({ label }) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

function mistake(lesson: Lesson): Html {
  const { wrong, right, difference } = lesson.mistake;
  const sight = new Sight(lesson.example, lesson.mistake);
  const row = (name: string, { label, formula: words, format, unit }: typeof difference): Html => {
    const outcome = sight.evaluate(words);
    const value = "value" in outcome ? outcome.value : outcome.error;
    return html`<tr>
      <th scope="row">${name}</th>
      <td>${label}</td>
      <td>${shownValue(value, format, unit)}</td>
    </tr>`;
  };
  return html`<table>
    <tbody>
      ${row("Wrong", wrong)}${row("Right", right)}${row("The money between them", difference)}
    </tbody>
  </table>`;
}

function questions(lesson: Lesson): Html {
  const { choice, number } = lesson.exit;
  const sight = new Sight(lesson.example, choice);
  const other = new Sight(lesson.example, number);
  const answer = other.evaluate(number.formula);
  return html`${filled(choice.question, sight)}
    <ul>
      ${choice.options.map((option) => html`<li>${filled(option.text, sight)}</li>`)}
    </ul>
    ${choice.options
      .filter(({ correct }) => sight.holds(correct))
      .map(
        (option) =>
          html`<details>
            <summary>Answer</summary>
            ${filled(option.text, sight)} ${filled(option.feedback, sight)}
          </details>`,
      )}
    ${filled(number.question, other)}
    <details>
      <summary>Answer</summary>
      <p>${"value" in answer ? shownValue(answer.value, number.format, number.unit) : answer.error}</p>
    </details>`;
}
