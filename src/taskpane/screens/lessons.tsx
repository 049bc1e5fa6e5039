import { useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { Chips } from "../components/chips";
import { Details } from "../components/details";
import { Filter } from "../components/filter";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Icon } from "../components/icon";
import { Load } from "../components/lazy";
import { type LinkItem, Links } from "../components/links";
import { Meter } from "../components/meter";
import contents from "../contents.data";
import { type LessonHeader, lessonHeaders } from "../lessons";
import { isDone, type Progress } from "../progress";
import { plain } from "../search";
import { type Role, roles } from "../settings";

/** Three lessons to begin with, for each role. */
const startingPaths: Readonly<Record<Role, readonly string[]>> = {
  investor: ["gpu-hour-cost", "gpu-depreciation", "gpu-backed-financing"],
  analyst: ["gpu-utilization-rate", "gpu-rental-economics", "gpu-collateralization"],
  operator: ["power-usage-effectiveness", "rack-density", "grid-interconnection"],
  finance: ["take-or-pay-contracts", "gpu-depreciation", "gpu-backed-financing"],
};

/** Tracks that are unfolded before anything was read. */
const openAtFirst = 3;

/** The curriculum, with what is done. */
export function LessonsScreen() {
  return (
    <Frame place="Home">
      <Load load={lessonHeaders} name="lessons" what="The list of lessons">
        {(headers) => <List headers={headers} />}
      </Load>
    </Frame>
  );
}

function List({ headers }: { readonly headers: readonly LessonHeader[] }) {
  const app = useApp();
  const progress = usePane((state) => state.progress);
  const role = usePane(({ settings }) => settings.role);
  const [query, setQuery] = useState("");
  const done = headers.filter(({ slug }) => isDone(progress, slug)).length;
  const wanted = headers.filter((header) => matches(header, query) && (!role || header.audience.includes(role)));
  return (
    <>
      <div class="head">
        <Heading>Lessons</Heading>
        <p class="row">
          <span>
            {done} of {headers.length} done
          </span>
          <span class="small muted">{headers.length - done} to go</span>
        </p>
        <Meter part={done / headers.length} />
      </div>
      <Filter what="lessons" query={query} onQuery={setQuery} />
      <Chips
        legend="Your role"
        name="role"
        even
        options={roles.map(({ id, title }) => ({ value: id, label: title }))}
        value={role}
        onChoose={(chosen) => app.change({ role: chosen })}
      />
      {role && query === "" && <StartHere role={role} headers={headers} />}
      <Bookmarked headers={wanted} />
      {wanted.length === 0 && <p role="status">No lesson matches “{query}”.</p>}
      {contents.tracks.map(({ id, title }, i) => {
        const lessons = wanted.filter(({ track }) => track === id);
        if (lessons.length === 0) return null;
        const finished = lessons.filter(({ slug }) => isDone(progress, slug)).length;
        const count = `${finished} of ${lessons.length}`;
        const list = <Links plain ordered items={lessons.map((lesson) => itemOf(lesson, progress))} />;
        const unfolded = i < openAtFirst || finished > 0 || query !== "";
        return unfolded ? (
          <Block key={id} title={title} class="tight" side={<span class="small muted num">{count}</span>}>
            {list}
          </Block>
        ) : (
          <section key={id} class="block tight">
            <Details title={title} side={count}>
              {list}
            </Details>
          </section>
        );
      })}
    </>
  );
}

function StartHere({ role, headers }: { readonly role: Role; readonly headers: readonly LessonHeader[] }) {
  const path = startingPaths[role].flatMap((slug) => headers.find((header) => header.slug === slug) ?? []);
  if (path.length === 0) return null;
  return (
    <p class="small muted">
      Start here:{" "}
      {path.map(({ slug, title }, i) => (
        <>
          {i > 0 && " "}
          <Go to={{ name: "lesson", slug }}>{title}</Go>
        </>
      ))}
    </p>
  );
}

function Bookmarked({ headers }: { readonly headers: readonly LessonHeader[] }) {
  const progress = usePane((state) => state.progress);
  const marked = headers.filter(({ slug }) => progress.bookmarks.includes(slug));
  if (marked.length === 0) return null;
  return (
    <Block title="Bookmarked" class="tight">
      <Links plain items={marked.map((lesson) => itemOf(lesson, progress))} />
    </Block>
  );
}

function itemOf({ slug, title, minutes }: LessonHeader, progress: Progress): LinkItem {
  const to = { name: "lesson", slug } as const;
  if (isDone(progress, slug)) {
    return {
      to,
      name: title,
      done: true,
      side: (
        <>
          <Icon name="pass" />
          done
        </>
      ),
    };
  }
  const reached = progress.lessons[slug]?.reached;
  const left = reached && Math.max(1, Math.round(minutes * (1 - reached.step / reached.of)));
  return { to, name: title, side: left === undefined ? `${minutes} min` : `${left} min left` };
}

function matches({ title, summary, aliases, terms, functions }: LessonHeader, query: string): boolean {
  const text = plain([title, summary, ...aliases, ...terms.map(({ term }) => term), ...functions].join(" "));
  return plain(query)
    .split(" ")
    .every((word) => text.includes(word));
}
