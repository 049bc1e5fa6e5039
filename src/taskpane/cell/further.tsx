import { useState } from "preact/hooks";
import { conceptOf } from "../../concepts";
import { replaceCall } from "../../formula/calls";
import { nativeFormula, noNative } from "../../formula/native";
import { useApp } from "../app";
import type { ReadCall, Reading } from "../cell-reading";
import { Details } from "../components/details";
import { Formula } from "../components/formula";
import { Block } from "../components/frame";
import { Links } from "../components/links";

/** What can be done with the cell, and where to read on. */
export function Further({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const { fn } = main;
  const concept = conceptOf(fn);
  const why = noNative(fn);
  const native = why === undefined ? nativeOf(reading, main) : undefined;
  const copy = (text: string, done: string) =>
    void app.around.copy(text).then((copied) => setSaid(copied ? done : `Copy it from here: ${text}`));
  return (
    <Block title="Actions" hiddenTitle>
      <Details title="In Excel’s own functions">
        {native === undefined ? (
          <p>{why}</p>
        ) : (
          <div class="inner">
            <Formula text={native} />
            <div class="actions">
              <button type="button" onClick={() => copy(native, "Native formula copied.")}>
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
          { to: { name: "lesson", slug: concept.slug }, name: concept.title, side: "Lesson" },
          {
            to: { name: "lesson", slug: concept.slug, section: "check" },
            name: "Decision check on your numbers",
            side: "Lesson",
          },
          { to: { name: "function", fn: fn.name }, name: fn.name, side: "Function", what: fn.title },
        ]}
      />
    </Block>
  );
}

/** The formula with its first call in Excel's own functions, over the call's own references. */
function nativeOf({ formula }: Reading, { fn, call, arguments: given }: ReadCall): string {
  const references = Object.fromEntries(
    given.map(({ argument, text }) => [argument.name, text === "" ? undefined : text]),
  );
  return replaceCall(formula, call.node, nativeFormula(fn, references).replace(/^=/, ""));
}
