import { useMemo } from "preact/hooks";
import type { Lesson, LessonFact } from "../../concepts/lesson";
import { Block } from "../components/frame";
import { Out } from "../components/go";
import { Prose } from "./prose";
import { Sight } from "./values";

/** What to watch, a dated fact, and how to read it. */
export function Signal({ lesson }: { readonly lesson: Lesson }) {
  const { signal, example } = lesson;
  const sight = useMemo(() => new Sight(example, signal), [lesson]);
  return (
    <Block title="Market signal" id="signal" class="signal">
      <p>
        <Prose html={signal.watch} sight={sight} />
      </p>
      {signal.facts.map((fact) => (
        <Fact key={fact.url} fact={fact} />
      ))}
      <dl class="pairs">
        <div>
          <dt>Market read</dt>
          <dd>
            <Prose html={signal.read} sight={sight} />
          </dd>
        </div>
        <div>
          <dt>Evidence discipline</dt>
          <dd>
            <Prose html={signal.discipline} sight={sight} />
          </dd>
        </div>
      </dl>
    </Block>
  );
}

function Fact({ fact: { text, asOf, tier, source, url } }: { readonly fact: LessonFact }) {
  return (
    <blockquote>
      <p>
        <Prose html={text} />
      </p>
      <p class="stamp">
        {inWordsDate(asOf)} · {tier} · <Out href={url}>{source}</Out>
      </p>
      <p class="stamp">Reported by the source on the date shown. It may have changed since.</p>
    </blockquote>
  );
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2025-06-30 as 30 June 2025, 2025-06 as June 2025. */
export function inWordsDate(date: string): string {
  const [year = "", month, day] = date.split("-");
  return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
}
