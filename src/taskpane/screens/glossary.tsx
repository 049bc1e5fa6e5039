import { useEffect, useState } from "preact/hooks";
import { Filter } from "../components/filter";
import { Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Load } from "../components/lazy";
import { Marked } from "../components/marked";
import contents from "../contents.data";
import { type LessonHeader, lessonHeaders } from "../lessons";
import { plain } from "../search";

interface Entry {
  readonly term: string;
  readonly line: string;
  readonly lesson?: LessonHeader;
  readonly fns: readonly string[];
}

const { functions } = contents;
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every term of the lessons and every function, in one alphabet. */
export function GlossaryScreen({ term }: { readonly term?: string }) {
  return (
    <Frame place="Home">
      <Load load={lessonHeaders} name="glossary" what="The glossary">
        {(headers) => <Glossary headers={headers} term={term} />}
      </Load>
    </Frame>
  );
}

function Glossary({ headers, term }: { readonly headers: readonly LessonHeader[]; readonly term: string | undefined }) {
  const [query, setQuery] = useState(term ?? "");
  const all = entriesOf(headers);
  const found = all.filter((entry) => matches(entry, query));
  const present = new Set(found.map(letterOf));
  useEffect(() => setQuery(term ?? ""), [term]);
  return (
    <>
      <div class="head">
        <Heading>Glossary</Heading>
      </div>
      <Filter what="terms" query={query} onQuery={setQuery} />
      <p class="small muted" role="status">
        {query.trim() ? `${found.length} of ${all.length} terms match “${query.trim()}”` : `${all.length} terms`}
      </p>
      <nav class="letters" aria-label="Letters">
        {letters.map((letter) =>
          present.has(letter) ? (
            <a
              key={letter}
              href={`#letter-${letter}`}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.getElementById(`letter-${letter}`);
                heading?.scrollIntoView();
                heading?.focus({ preventScroll: true });
              }}
            >
              {letter}
            </a>
          ) : (
            <span key={letter}>{letter}</span>
          ),
        )}
      </nav>
      {letters
        .filter((letter) => present.has(letter))
        .map((letter) => (
          <section key={letter} class="lettered">
            <h2 class="letter" id={`letter-${letter}`} tabIndex={-1}>
              {letter}
            </h2>
            <dl class="terms">
              {found
                .filter((entry) => letterOf(entry) === letter)
                .map((entry) => (
                  <Line key={`${entry.term} ${entry.lesson?.slug ?? ""}`} entry={entry} query={query} />
                ))}
            </dl>
          </section>
        ))}
    </>
  );
}

function Line({ entry, query }: { readonly entry: Entry; readonly query: string }) {
  const { term, line, lesson, fns } = entry;
  return (
    <div>
      <dt>
        <Marked text={term} query={query} />
      </dt>
      <dd>
        <Marked text={line} query={query} />
      </dd>
      <dd class="to">
        {lesson && <Go to={{ name: "lesson", slug: lesson.slug }}>{lesson.title}</Go>}
        {fns.map((fn) => (
          <Go key={fn} to={{ name: "function", fn }}>
            <code>{fn}</code>
          </Go>
        ))}
      </dd>
    </div>
  );
}

/** Terms with their lesson and the functions whose words they share; functions with their title. */
function entriesOf(headers: readonly LessonHeader[]): Entry[] {
  const terms = headers.flatMap((lesson) =>
    lesson.terms.map(({ term, line }) => ({ term: capital(term), line, lesson, fns: functionsFor(term, lesson) })),
  );
  const lessonOf = new Map(headers.flatMap((lesson) => lesson.functions.map((name) => [name, lesson] as const)));
  const own = functions.map(({ name, title }) => {
    const lesson = lessonOf.get(name);
    return { term: name, line: `${title}.`, fns: [name], ...(lesson ? { lesson } : {}) };
  });
  return [...terms, ...own].sort((a, b) => plain(a.term).localeCompare(plain(b.term)));
}

/** Functions of the lesson that bear the term's name, or one of its aliases. */
function functionsFor(term: string, lesson: LessonHeader): string[] {
  const names = [term, ...(/\((.*)\)/.exec(term)?.slice(1) ?? [])].map((name) => plain(name.replace(/\s*\(.*\)/, "")));
  return functions
    .filter(
      ({ name, title, aliases }) =>
        lesson.functions.includes(name) && [title, ...aliases].some((said) => names.includes(plain(said))),
    )
    .map(({ name }) => name);
}

function matches({ term, line }: Entry, query: string): boolean {
  const wanted = plain(query);
  return wanted === "" || plain(term).includes(wanted) || plain(line).includes(wanted);
}

const letterOf = ({ term }: Entry): string => plain(term).charAt(0).toUpperCase();
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
