import { percentage, plainNumber } from "../calc/number";
import { sentence } from "../calc/text";
import { type Column } from "../calc/table";
import { Unit } from "../calc/unit";
import { conceptOf, functionNamed, namespace } from "../concepts";
import { exampleCells, type FunctionDefinition } from "../concepts/define";
import type { CellValue } from "../concepts/evaluate";
import { isRequired, type Parameter } from "../concepts/parameter";
import { formulaInWords, refusalsOf, signatureOf } from "../formula/describe";
import { explain, type Step } from "../formula/explain";
import { noNative } from "../formula/native";
import { formula, html, type Html } from "./html";
import { functionHref, lessonHref, type Page } from "./page";
import { exampleFormula, exampleResult, nativeOverNames } from "./reference";

/** The help page of a function: what Excel's "Help on this function" opens. */
export function functionPage(fn: FunctionDefinition, lessons: ReadonlyMap<string, string>): Page {
  return {
    path: `functions/${fn.name}.html`,
    title: `${fn.name}: ${fn.title}`,
    description: fn.summary,
    body: html`<h1>${namespace}.${fn.name}</h1>
      <p class="lead">${fn.summary}</p>
      <p class="formula">=${formula(`${namespace}.${signatureOf(fn)}`)}</p>
      <h2>Result</h2>
      ${result(fn)}
      <h2>Arguments</h2>
      ${argumentsTable(fn)}
      <h2>Example</h2>
      ${example(fn)}
      <h2>How it is computed</h2>
      ${definition(fn)}
      <h2>In native Excel</h2>
      ${native(fn)}
      <h2>Errors</h2>
      ${errors(fn)}
      <h2>See also</h2>
      ${seeAlso(fn, lessons)}
      <h2>Sources</h2>
      <ul>
        ${fn.sources.map((source) => html`<li>${source}</li>`)}
      </ul>`,
  };
}

function result(fn: FunctionDefinition): Html {
  if (!fn.columns) {
    const unit = String(fn.returns!.unit);
    return html`<p>${unit === "" ? "" : html`<span class="unit">${unit}</span> `}${fn.returns!.description}</p>`;
  }
  const columns = Object.entries(fn.columns);
  if (columns.length === 0)
    return html`<p>A table that spills from the cell, as wide and as long as its values ask.</p>`;
  return html`<p>A table that spills from the cell: one header row, then the rows. Its columns:</p>
    <ul class="columns">
      ${columns.map(([name, column]) => html`<li>${sentence(name)}${columnUnit(column)}</li>`)}
    </ul>`;
}

const columnUnit = (column: Column): Html | undefined =>
  column instanceof Unit && String(column) !== "" ? html` <span class="unit">${String(column)}</span>` : undefined;

function argumentsTable(fn: FunctionDefinition): Html {
  if (Object.keys(fn.parameters).length === 0) return html`<p>None.</p>`;
  const rows = Object.entries(fn.parameters).map(
    ([name, parameter]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${parameter.description}</td>
        <td>${unitOf(parameter)}</td>
        <td>${parameter.rules.join(", ")}</td>
        <td>${whenLeftOut(parameter)}</td>
      </tr>`,
  );
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">Argument</th>
          <th scope="col">Meaning</th>
          <th scope="col">Unit</th>
          <th scope="col">Must be</th>
          <th scope="col">If left out</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

const unitOf = ({ kind, unit }: Parameter): string =>
  [String(unit), kind === "numbers" ? "(range)" : ""].filter(Boolean).join(" ");

function whenLeftOut(parameter: Parameter): string {
  if (isRequired(parameter)) return "required";
  const { byDefault } = parameter;
  if (byDefault === null) return "none";
  return typeof byDefault === "number"
    ? plainNumber(byDefault)
    : String(byDefault).replace(/^(true|false)$/, (flag) => flag.toUpperCase());
}

function example(fn: FunctionDefinition): Html {
  const value = exampleResult(fn);
  const call = html`<p class="formula">${formula(exampleFormula(fn))}</p>`;
  if (!Array.isArray(value)) {
    const steps = explain(fn, exampleCells(fn)).steps;
    return html`${call}
      <p class="result">
        ${shown(value, fn.returns?.unit)}
        <span class="unit">${fn.returns && String(fn.returns.unit) !== "share" ? String(fn.returns.unit) : ""}</span>
      </p>
      ${
        steps.length > 0 &&
        html`<details open>
          <summary>Working</summary>
          ${steps.map(step)}
        </details>`
      }`;
  }
  const [headers = [], ...rows] = value;
  const columns = Object.values(fn.columns ?? {});
  return html`${call}
    <div class="wide">
      <table class="numbers">
        <thead>
          <tr>
            ${headers.map((header) => html`<th scope="col">${String(header)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell, i) => html`<td>${shown(cell, columns[i] instanceof Unit ? columns[i] : undefined)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function step({ name, formula: words, numbers, value, unit, table }: Step): Html {
  if (table) {
    return html`<div class="step">
      <b>${sentence(name)}</b>
      <p>= ${words}</p>
      <div class="wide">
        <table class="numbers">
          <thead>
            <tr>
              ${table.columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }
  return html`<div class="step">
    <b>${sentence(name)}</b>
    <p>= ${words}</p>
    <p>= ${numbers}</p>
    <p class="value">= ${value} <span class="unit">${unit}</span></p>
  </div>`;
}

const shown = (value: CellValue, unit: Unit | undefined): string => {
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "string") return value;
  return String(unit) === "share" ? percentage(value) : plainNumber(value);
};

const definition = (fn: FunctionDefinition): Html =>
  html`<dl class="definition">
    ${formulaInWords(fn).map(
      ({ name, formula: words }) =>
        html`<dt>${sentence(name)}</dt>
          <dd>= ${words}</dd>`,
    )}
  </dl>`;

function native(fn: FunctionDefinition): Html {
  const none = noNative(fn);
  if (none !== undefined) return html`<p>None: ${none}</p>`;
  return html`<p>
      The same calculation with Excel's own functions, over the arguments' names. The pane writes it for your cells.
    </p>
    <p class="formula">${formula(nativeOverNames(fn))}</p>`;
}

function errors(fn: FunctionDefinition): Html {
  const rows = refusalsOf(fn).map(
    ({ when, shows }) =>
      html`<tr>
        <th scope="row">${shows}</th>
        <td>${sentence(when)}</td>
      </tr>`,
  );
  return html`<table>
    <tbody>
      <tr>
        <th scope="row">#VALUE!</th>
        <td>An argument breaks its rule: the cell's message names the argument, the rule and the value.</td>
      </tr>
      ${rows}
    </tbody>
  </table>`;
}

function seeAlso(fn: FunctionDefinition, lessons: ReadonlyMap<string, string>): Html {
  const concept = conceptOf(fn);
  const others = [...new Set([...fn.related, ...concept.functions.map(({ name }) => name)])].filter(
    (name) => name !== fn.name && functionNamed(name),
  );
  const lesson = lessons.get(concept.slug);
  const href = lesson === undefined ? `../index.html#${concept.slug}` : lessonHref(concept.slug);
  return html`<p>${lesson === undefined ? "Topic" : "Lesson"}: <a href="${href}">${lesson ?? concept.title}</a></p>
    <ul class="inline">
      ${others.map((name) => html`<li><a href="${functionHref(name)}">${name}</a></li>`)}
    </ul>`;
}
