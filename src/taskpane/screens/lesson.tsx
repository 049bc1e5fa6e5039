import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { functionNamed, tracks } from "../../concepts";
import type { Lesson } from "../../concepts/lesson";
import { useApp, usePane } from "../app";
import { Details } from "../components/details";
import { Block, Frame, Heading } from "../components/frame";
import { Go, Out } from "../components/go";
import { Icon } from "../components/icon";
import { Load } from "../components/lazy";
import { Links } from "../components/links";
import { calculators } from "../calculators";
import { type LessonHeader, lessonHeaders, lessonOf } from "../lessons";
import { ChartBlock } from "../lesson/chart";
import { DecisionCheck } from "../lesson/decision-check";
import { Example } from "../lesson/example";
import { ExitQuestions } from "../lesson/exit";
import { Guess } from "../lesson/guess";
import { Mistake } from "../lesson/mistake";
import { Prose, Terms } from "../lesson/prose";
import { inWordsDate, Signal } from "../lesson/signal";
import { WhyItMatters } from "../lesson/why";
import { YourTurn } from "../lesson/your-turn";
import { dueReviews, finish, isDone, reach, reopen, reviewed, toggleBookmark } from "../progress";

/** The sections whose reaching counts as progress, in their order. */
export const sections = [
  "guess",
  "definition",
  "matters",
  "example",
  "turn",
  "chart",
  "mistake",
  "signal",
  "takeaway",
  "check",
  "memory",
  "exit",
] as const;

interface LessonScreenProps {
  readonly slug: string;
  readonly section?: string;
}

/** One lesson, all of its parts live. */
export function LessonScreen({ slug, section }: LessonScreenProps) {
  return (
    <Load
      framed
      name={slug}
      what="The lesson"
      load={async () => ({ lesson: await lessonOf(slug), headers: await lessonHeaders() })}
    >
      {({ lesson, headers }) => <Page lesson={lesson} headers={headers} section={section} />}
    </Load>
  );
}

interface PageProps {
  readonly lesson: Lesson;
  readonly headers: readonly LessonHeader[];
  readonly section: string | undefined;
}

function Page({ lesson, headers, section }: PageProps) {
  const [guessed, setGuessed] = useState<number | undefined>();
  const track = tracks.find(({ id }) => id === lesson.track);
  const inTrack = headers.filter((header) => header.track === lesson.track);
  const terms = useMemo(
    () =>
      new Map(headers.flatMap((header) => header.terms.map(({ term, line }) => [term.toLowerCase(), line] as const))),
    [headers],
  );
  useEffect(() => jumpTo(section), [section]);
  useReach(lesson.slug);
  const onAnswer = useFinish(lesson.slug);
  return (
    <Terms.Provider value={terms}>
      <Frame
        place={`${track?.title ?? "Lessons"} · ${inTrack.findIndex(({ slug }) => slug === lesson.slug) + 1} of ${inTrack.length}`}
      >
        <Head lesson={lesson} headers={headers} />
        <Guess lesson={lesson} guessed={guessed} onGuess={setGuessed} />
        <Block title="In plain English" id="definition">
          <Prose html={lesson.definition} />
        </Block>
        <WhyItMatters lesson={lesson} />
        <Example lesson={lesson} guessed={guessed} />
        <YourTurn lesson={lesson} />
        <ChartBlock lesson={lesson} />
        <Mistake lesson={lesson} />
        <Signal lesson={lesson} />
        <Block title="Takeaway" id="takeaway" class="tight">
          <div class="takeaway">
            <Prose html={lesson.takeaway} />
          </div>
        </Block>
        <DecisionCheck lesson={lesson} />
        <Block title="To remember" id="memory" class="tight">
          <Prose html={lesson.memory} />
        </Block>
        <ExitQuestions lesson={lesson} onAnswer={onAnswer} />
        <Done slug={lesson.slug} />
        <Further lesson={lesson} headers={headers} />
        <Turn lesson={lesson} headers={headers} />
      </Frame>
    </Terms.Provider>
  );
}

function Head({ lesson, headers }: { readonly lesson: Lesson; readonly headers: readonly LessonHeader[] }) {
  const app = useApp();
  const marked = usePane(({ progress }) => progress.bookmarks.includes(lesson.slug));
  const before = lesson.prerequisites.flatMap((slug) => headers.find((header) => header.slug === slug) ?? []);
  return (
    <>
      <div class="head">
        <Heading>{lesson.title}</Heading>
        <p>{lesson.summary}</p>
        <p class="facts">
          <span>{lesson.minutes} min</span>
          <span>
            {lesson.functions.length} {lesson.functions.length === 1 ? "function" : "functions"}
          </span>
          {before.length > 0 && (
            <span>
              read first:{" "}
              {before.map(({ slug, title }) => (
                <Go key={slug} to={{ name: "lesson", slug }}>
                  {title}
                </Go>
              ))}
            </span>
          )}
        </p>
      </div>
      <div class="actions">
        <button type="button" onClick={() => jumpTo("turn")}>
          I know this, test me
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={marked}
          onClick={() => app.note((progress) => toggleBookmark(progress, lesson.slug))}
        >
          <Icon name="bookmark" />
          {marked ? "Bookmarked" : "Bookmark"}
        </button>
      </div>
    </>
  );
}

/** Done is said by the reader, or comes with the second right answer. */
function Done({ slug }: { readonly slug: string }) {
  const app = useApp();
  const done = usePane(({ progress }) => isDone(progress, slug));
  return (
    <div class="row done">
      <span role="status" class={done ? "good" : "muted small"}>
        {done ? (
          <>
            <Icon name="pass" /> done
          </>
        ) : (
          "Questions are yours to skip."
        )}
      </span>
      <button
        type="button"
        class={done ? "quiet nowrap" : "nowrap"}
        onClick={() =>
          app.note((progress) => (done ? reopen(progress, slug) : finish(progress, slug, app.around.now())))
        }
      >
        {done ? "Not done yet" : "Mark as done"}
      </button>
    </div>
  );
}

function Further({ lesson, headers }: { readonly lesson: Lesson; readonly headers: readonly LessonHeader[] }) {
  const fns = lesson.functions.flatMap((name) => functionNamed(name) ?? []);
  const tools = calculators.filter(({ id }) => lesson.calculators.includes(id));
  const related = lesson.related.flatMap((slug) => headers.find((header) => header.slug === slug) ?? []);
  return (
    <section class="block tight">
      <h2 class="hidden">Further</h2>
      {tools.length > 0 && (
        <Links
          plain
          items={tools.map(({ id, title, summary }) => ({
            to: { name: "calculator", id },
            name: title,
            side: "Calculator",
            what: summary,
          }))}
        />
      )}
      <Details title="Functions" side={fns.length}>
        <Links
          plain
          items={fns.map((fn) => ({ to: { name: "function", fn: fn.name }, name: fn.name, what: fn.title }))}
        />
      </Details>
      <Details title="Sources" side={`${lesson.sources.length}, checked ${inWordsDate(lesson.reviewed)}`}>
        <ul class="sources small">
          {lesson.sources.map(({ name, date, url, tier, supports }) => (
            <li key={url}>
              <Out href={url}>{name}</Out>, {inWordsDate(date)}, {tier}: {supports}
            </li>
          ))}
        </ul>
      </Details>
      {related.length > 0 && (
        <Details title="Related lessons" side={related.length}>
          <Links plain items={related.map(({ slug, title }) => ({ to: { name: "lesson", slug }, name: title }))} />
        </Details>
      )}
      <p class="small muted">
        This lesson explains a calculation. It is not investment, accounting, tax or legal advice.
      </p>
    </section>
  );
}

/** The lessons before and after, across tracks. */
function Turn({ lesson, headers }: { readonly lesson: Lesson; readonly headers: readonly LessonHeader[] }) {
  const at = headers.findIndex(({ slug }) => slug === lesson.slug);
  const [before, after] = [headers[at - 1], headers[at + 1]];
  return (
    <nav class="turn" aria-label="Lessons in order">
      {before ? (
        <Go to={{ name: "lesson", slug: before.slug }}>
          <span>‹ Previous</span>
          <b>{before.title}</b>
        </Go>
      ) : (
        <span />
      )}
      {after && (
        <Go to={{ name: "lesson", slug: after.slug }} class="next">
          <span>Next ›</span>
          <b>{after.title}</b>
        </Go>
      )}
    </nav>
  );
}

/** Brings a section to the top and the reading to it. */
function jumpTo(section: string | undefined): void {
  const element = section === undefined ? undefined : document.getElementById(section);
  element?.scrollIntoView();
  element?.focus({ preventScroll: true });
}

/** Notes the furthest section that has come into view. */
function useReach(slug: string): void {
  const app = useApp();
  useEffect(() => {
    if (typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        const step = sections.findIndex((id) => id === target.id);
        if (!isIntersecting || step < 1) continue;
        app.note((progress) => reach(progress, slug, target.id, step + 1, sections.length));
      }
    });
    for (const id of sections) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [slug]);
}

/** Two right answers finish a lesson; when it was due for review, they move it on, and a wrong one begins again. */
function useFinish(slug: string): (question: "choice" | "number", right: boolean) => void {
  const app = useApp();
  const right = useRef(new Set<string>());
  const settled = useRef(false);
  return (question, isRight) => {
    const now = app.around.now();
    const due = dueReviews(app.state.progress, now).some((review) => review.slug === slug);
    if (due && !settled.current && !isRight) {
      settled.current = true;
      app.note((progress) => reviewed(progress, slug, false, now));
    }
    if (isRight) right.current.add(question);
    if (right.current.size < 2) return;
    if (due && !settled.current) app.note((progress) => reviewed(progress, slug, true, now));
    else if (!isDone(app.state.progress, slug)) app.note((progress) => finish(progress, slug, now));
    settled.current = true;
  };
}
