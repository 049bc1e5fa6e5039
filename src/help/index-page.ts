import { allTracks } from "../models/what-if";
import { html } from "./html";
import type { Page } from "./page";

/** The list of all functions and lessons: where help and support begin. */
export function indexPage(lessonTitles: ReadonlyMap<string, string>): Page {
  return {
    path: "index.html",
    title: "Help",
    description: "Every function and lesson of Compute Economics for Excel.",
    body: html`<h1>Functions and lessons</h1>
      <p class="lead">
        The economics of AI compute in Excel: type <code>=COMPUTE.</code> in a cell, or open the pane from the Home tab.
        Everything runs on your machine; nothing is sent anywhere.
      </p>
      ${allTracks.map(
        (track) =>
          html`<h2>${track.title}</h2>
            ${track.concepts.map(
              (concept) =>
                html`<h3 id="${concept.slug}">${concept.title}</h3>
                  ${lessonTitles.has(concept.slug) && html`<p>Lesson: <a href="lessons/${concept.slug}.html">${lessonTitles.get(concept.slug)}</a></p>`}
                  <ul class="inline">
                    ${concept.functions.map((fn) => html`<li><a href="functions/${fn.name}.html">${fn.name}</a> <span class="muted">${fn.title}</span></li>`)}
                  </ul>`,
            )}`,
      )}
      <h2>Questions and problems</h2>
      <p>
        A cell that shows <code>#VALUE!</code> or <code>#N/A</code> says why: select it and read the message, or open
        the pane, which shows the argument and the remedy. A cell that stays at <code>#NAME?</code> after the add-in was
        installed is re-entered by Repair formulas in the pane.
      </p>`,
  };
}
