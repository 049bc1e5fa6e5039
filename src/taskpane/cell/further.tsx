import { useState } from "preact/hooks";
import { conceptOf, functions, hasLesson } from "../../concepts";
import type { Concept } from "../../concepts/concept";
import { converted } from "../../formula/convert";
import { useApp } from "../app";
import type { ReadCall, Reading } from "../cell-reading";
import { asSentence } from "../computation";
import { Details } from "../components/details";
import { Formula } from "../components/formula";
import { Block } from "../components/frame";
import { Go } from "../components/go";
import { type LinkItem, Links } from "../components/links";
import { whatIfLinks } from "../what-if/tools";

/** What may be asked about a function that gives one number. */
export function WhatIf({ main }: { readonly main: ReadCall }) {
  const { fn, computation } = main;
  if (!functions.includes(fn) || fn.columns || computation?.kind !== "value") return null;
  return (
    <Block title="What if" class="tight">
      <Links plain items={whatIfLinks()} />
    </Block>
  );
}

/** What can be done with the cell, and where to read on. */
export function Further({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const { fn } = main;
  const concept = conceptOf(fn);
  const native = converted(reading.formula);
  const copy = (text: string, done: string) =>
    void app.around.copy(text).then((copied) => setSaid(copied ? done : `Copy it from here: ${text}`));
  return (
    <Block title="Actions" hiddenTitle>
      <Details title="In Excel’s own functions">
        {native.kind === "none" ? (
          <p>{asSentence(native.why)}</p>
        ) : (
          <div class="inner">
            <Formula text={native.formula} />
            <div class="actions">
              <Go to={{ name: "native" }} class="button">
                Convert to native
              </Go>
              <button type="button" onClick={() => copy(native.formula, "Native formula copied.")}>
                Copy native formula
              </button>
            </div>
          </div>
        )}
      </Details>
      <div class="actions">
        <button type="button" onClick={() => copy(reading.formula, "Formula copied.")}>
          Copy formula
        </button>
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <Links
        plain
        items={[
          ...(hasLesson(concept) ? lessonLinks(concept) : []),
          { to: { name: "board" }, name: "All decisions of this workbook", side: "Board" },
          { to: { name: "function", fn: fn.name }, name: fn.name, side: "Function", what: fn.title },
        ]}
      />
    </Block>
  );
}

const lessonLinks = ({ slug, title }: Concept): LinkItem[] => [
  { to: { name: "lesson", slug }, name: title, side: "Lesson" },
  { to: { name: "lesson", slug, section: "check" }, name: "Decision check on your numbers", side: "Lesson" },
];
